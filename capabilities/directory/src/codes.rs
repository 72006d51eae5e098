//! Enums whose variants have a stable code: what the database and the translation keys hold.
//!
//! A code, once stored, never changes; the variant's name may.

/// Declares an enum with `ALL`, `as_str` and `parse`, from one list of variants and codes.
macro_rules! codes {
    ($(#[$about:meta])* $visible:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visible enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every one, in the order in which people should read them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The stable code.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The one with this code.
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
