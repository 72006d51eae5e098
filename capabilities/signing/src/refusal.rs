//! Why something about a paper is not done. Each reason has a sentence.

use passerelle_web::Reason;

macro_rules! refusals {
    ($($(#[$doc:meta])* $variant:ident = $code:literal,)+) => {
        /// A reason.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Refusal { $($(#[$doc])* $variant),+ }

        impl Reason for Refusal {
            fn key(&self) -> &'static str {
                match self { $(Self::$variant => concat!("signing-refusal-", $code)),+ }
            }
        }
    };
}

refusals! {
    /// Nobody is to sign.
    NobodySigns = "nobody-signs",
    /// Too many are to sign.
    TooMany = "too-many",
    /// No way is chosen.
    WayMissing = "way-missing",
    /// Nobody with this address has an account.
    NoAccount = "no-account",
    /// A link needs an address.
    EmailMissing = "email-missing",
    /// A code needs a telephone.
    PhoneMissing = "phone-missing",
    /// There is no gateway for short messages.
    NoGateway = "no-gateway",
    /// They are none of its signers.
    NotASigner = "not-a-signer",
    /// They have signed, or all have.
    SignedAlready = "signed-already",
    /// They have answered.
    AnsweredAlready = "answered-already",
    /// Somebody has said no.
    Declined = "declined",
    /// It was taken back.
    Withdrawn = "withdrawn",
    /// A newer version has taken its place.
    Replaced = "replaced",
    /// Another PDF was signed.
    OtherPaper = "other-paper",
    /// The day is to come.
    DayAhead = "day-ahead",
    /// The day is before the paper was offered.
    DayBefore = "day-before",
    /// No reason is given.
    ReasonMissing = "reason-missing",
    /// The box is not ticked.
    ConsentMissing = "consent-missing",
    /// The code is not the one that was sent.
    CodeWrong = "code-wrong",
    /// The code is too old, or was tried too often, or none was sent.
    CodeOver = "code-over",
    /// A code was sent just now.
    CodeSoon = "code-soon",
    /// Too many codes were sent to this signer or this number.
    CodeMany = "code-many",
    /// They were written to just now.
    SentJustNow = "sent-just-now",
    /// They sign on paper: there is nothing to send.
    NothingToSend = "nothing-to-send",
    /// The scan is no PDF, JPEG or PNG.
    ScanUnreadable = "scan-unreadable",
}
