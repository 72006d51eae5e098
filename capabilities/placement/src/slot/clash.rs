//! Two times that would overlap: one sweep over both lists in the order of their beginnings.

use passerelle_kernel::Date;

use super::Occurrence;
use crate::period::Days;

/// Two times that overlap; the second begins no earlier than the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The one that begins first.
    pub first: Occurrence,
    /// The one that begins while the first lasts.
    pub second: Occurrence,
}

/// How far clashes are looked for: two years from `today`, which covers every rhythm and the exceptions made by then.
pub fn horizon(today: Date) -> Days {
    Days::counting(today, 731)
}

/// The first clash between two lists; one that touches the end of another does not clash.
pub fn clash(ours: &[Occurrence], theirs: &[Occurrence]) -> Option<Clash> {
    if ours.is_empty() || theirs.is_empty() {
        return None;
    }
    let mut all: Vec<_> = ours.iter().map(|one| (true, *one)).chain(theirs.iter().map(|one| (false, *one))).collect();
    all.sort_by_key(|(_, one)| one.begins);
    let (mut longest_ours, mut longest_theirs): (Option<Occurrence>, Option<Occurrence>) = (None, None);
    for (is_ours, second) in all {
        let (own, other) =
            if is_ours { (&mut longest_ours, longest_theirs) } else { (&mut longest_theirs, longest_ours) };
        if let Some(first) = other.filter(|first| second.begins < first.ends()) {
            return Some(Clash { first, second });
        }
        if own.is_none_or(|longest| longest.ends() < second.ends()) {
            *own = Some(second);
        }
    }
    None
}

/// The first clash within one list that is in order.
pub(super) fn within(ordered: &[Occurrence]) -> Option<Clash> {
    let mut longest: Option<Occurrence> = None;
    for second in ordered.iter().copied() {
        if let Some(first) = longest.filter(|first| second.begins < first.ends()) {
            return Some(Clash { first, second });
        }
        longest = Some(second);
    }
    None
}
