//! The words with which tables declare what they hold.

/// Declares rows that are about people; the first name is the list of them all, for `Capability.held`.
///
/// ```text
/// held! { pub(crate) HELD;
///     HOURS = hours_entry "placement-held-hours", for HOURS_PURPOSE, from Person, of "peer_id = ?1",
///         since Day "worked_on", term Contracts, erasure keep, purge delete "",
///         facts { "placement-held-day" Day "worked_on"; "placement-held-question" Sealed(QUESTION) "question, org_id, id"; };
/// }
/// ```
///
/// `of` finds the rows of a person (`?1` is their id). `since` is `Day`, `Instant` or `Leaving`; `country` may follow it
/// with the SQL of the organisation's country. `erasure` is `delete`, `empty "<column> = …"`, `keep` or `keep_named`.
/// `purge` is `no`, `delete "<more conditions>"` or `empty "<column> = …" "<more conditions>"`.
#[macro_export]
macro_rules! held {
    ($(#[$doc:meta])* $visibility:vis $all:ident;
        $($name:ident = $table:ident $key:literal, for $purpose:expr, from $origin:ident, of $of:literal,
            since $since:ident $($from:literal)? $(country $country:literal)?, term $term:ident,
            erasure $ending:ident $($emptied:literal)?, purge $purge:ident $($purged:literal)*,
            facts { $($fact:literal $shown:ident $(($argument:expr))? $sql:literal;)* };)+) => {
        $(pub(crate) const $name: &$crate::held::Held = &$crate::held::Held {
            table: stringify!($table),
            key: $key,
            purpose: $purpose,
            origin: $crate::held::Origin::$origin,
            facts: &[$($crate::held::Fact { key: $fact, shown: $crate::held::Shown::$shown $(($argument))? }),*],
            since: $crate::held::Since::$since,
            term: $crate::held::Term::$term,
            ending: $crate::held_part!(ending $ending),
            find: &$crate::Sql { name: concat!(stringify!($name), "_FIND"), text: concat!(
                "SELECT ", $crate::held_part!(from $since $($from)?), ", ", $crate::held_part!(country $($country)?),
                $(", ", $sql,)* " FROM ", stringify!($table), " WHERE (", $of, ") ORDER BY 1 DESC LIMIT ?2") },
            count: &$crate::Sql { name: concat!(stringify!($name), "_COUNT"), text: concat!(
                "SELECT count(*), min(", $crate::held_part!(from $since $($from)?), "), max(",
                $crate::held_part!(from $since $($from)?), "), max(", $crate::held_part!(country $($country)?), ") FROM ",
                stringify!($table), " WHERE (", $of, ")") },
            erase: $crate::held_part!(erase $ending $table $of $($emptied)?),
            purge: $crate::held_part!(purge $purge $table, $crate::held_part!(from $since $($from)?),
                ($($country)?), $($purged)*),
        };)+
        $(#[$doc])*
        $visibility const $all: &[&$crate::held::Held] = &[$($name),+];
    };
}

/// Declares rows that go after a time and that nobody looks for by a person; the first name is the list of them all.
///
/// `passing! { pub PASSING; FORMS = once "web-passing-forms", since Instant "at", term Forms, purge delete ""; }`
#[macro_export]
macro_rules! passing {
    ($(#[$doc:meta])* $visibility:vis $all:ident;
        $($name:ident = $table:ident $key:literal, since $since:ident $from:literal $(country $country:literal)?,
            term $term:ident, purge $purge:ident $($purged:literal)*;)+) => {
        $(pub(crate) const $name: &$crate::held::Passing = &$crate::held::Passing {
            table: stringify!($table),
            key: $key,
            since: $crate::held::Since::$since,
            term: $crate::held::Term::$term,
            purge: $crate::held_part!(sure $purge $table, $from, ($($country)?), $($purged)*),
        };)+
        $(#[$doc])*
        $visibility const $all: &[&$crate::held::Passing] = &[$($name),+];
    };
}

/// The parts of [`held!`](crate::held!).
#[doc(hidden)]
#[macro_export]
macro_rules! held_part {
    (ending delete) => { $crate::held::Ending::Deleted };
    (ending empty) => { $crate::held::Ending::Emptied };
    (ending keep) => { $crate::held::Ending::Kept };
    (ending keep_named) => { $crate::held::Ending::KeptWithName };
    (from Leaving) => { "CAST(NULL AS TEXT)" };
    (from $since:ident $from:literal) => { $from };
    (country) => { "CAST(NULL AS TEXT)" };
    (country $country:literal) => { $country };
    (erase delete $table:ident $of:literal) => {
        Some(&$crate::Sql { name: concat!("ERASE_", stringify!($table)), text: concat!(
            "DELETE FROM ", stringify!($table), " WHERE ", $of) })
    };
    (erase empty $table:ident $of:literal $emptied:literal) => {
        Some(&$crate::Sql { name: concat!("EMPTY_", stringify!($table)), text: concat!(
            "UPDATE ", stringify!($table), " SET ", $emptied, " WHERE ", $of) })
    };
    (erase $kept:ident $table:ident $of:literal) => { None };
    (purge no $table:ident, $from:expr, ($($country:literal)?),) => { None };
    (purge $how:ident $($rest:tt)*) => { Some($crate::held_part!(sure $how $($rest)*)) };
    (sure delete $table:ident, $from:expr, ($($country:literal)?), $and:literal) => {
        $crate::held_part!(purged concat!("DELETE FROM ", stringify!($table)), $table, $from, ($($country)?), $and)
    };
    (sure empty $table:ident, $from:expr, ($($country:literal)?), $emptied:literal $and:literal) => {
        $crate::held_part!(purged concat!("UPDATE ", stringify!($table), " SET ", $emptied), $table, $from,
            ($($country)?), $and)
    };
    (purged $go:expr, $table:ident, $from:expr, (), $and:literal) => {
        $crate::held::Purge {
            due: &$crate::Sql { name: concat!("DUE_", stringify!($table)), text: concat!(
                "SELECT count(*), min(", $from, "), max(", $from, ") FROM ", stringify!($table), " WHERE ", $from,
                " < ?1", $and) },
            go: &$crate::Sql { name: concat!("PURGE_", stringify!($table)), text: concat!(
                $go, " WHERE ", $from, " < ?1", $and) },
            by_country: false,
        }
    };
    (purged $go:expr, $table:ident, $from:expr, ($country:literal), $and:literal) => {
        $crate::held::Purge {
            due: &$crate::Sql { name: concat!("DUE_", stringify!($table)), text: concat!(
                "SELECT count(*), min(", $from, "), max(", $from, ") FROM ", stringify!($table), " WHERE ", $from,
                " < CASE ", $country, " WHEN 'BE' THEN ?2 ELSE ?1 END", $and) },
            go: &$crate::Sql { name: concat!("PURGE_", stringify!($table)), text: concat!(
                $go, " WHERE ", $from, " < CASE ", $country, " WHEN 'BE' THEN ?2 ELSE ?1 END", $and) },
            by_country: true,
        }
    };
}
