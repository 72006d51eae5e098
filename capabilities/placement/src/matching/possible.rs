//! What would make a mission possible for more people: the one thing of the mission to change, from open facts alone.
//!
//! An answer that looked at ceilings, at days or at private lists would give them away where people are few, or by what it
//! does not say. So it cannot: [`Open`] has none of them, and whoever coordinates can read all that it has. The answer
//! promises nothing: people may still be absent for reasons that are theirs (decision 17).

use std::collections::BTreeSet;

use passerelle_kernel::{Date, Minutes};

use super::{Engagement, Need};
use crate::{period::later, spoken::Spoken};

/// What those who coordinate may read of a peer anyway.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// The languages that the directory names.
    pub languages: BTreeSet<Spoken>,
    /// The missions of this association that the peer does or will do.
    pub engaged: Vec<Engagement>,
    /// The hours a week that the peer has said to hope for.
    pub wished: Option<Minutes>,
}

/// A change of the mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// This language is a help and no condition.
    WithoutLanguage(Spoken),
    /// So many hours a week.
    FewerHours(Minutes),
    /// It begins on this day, when other missions have ended.
    LaterStart(Date),
}

/// The fewest hours a week that are worth a mission.
const FEWEST: Minutes = Minutes::hours(2);
/// How long a team may be asked to wait, in days.
const LONGEST_WAIT: i32 = 8 * 7;

/// The change that open facts speak for most; of equals the first of language, hours, start. How many people it is about
/// is told to nobody.
pub fn change(need: &Need, peers: &[Open]) -> Option<Change> {
    let [languages, hours, start] = [without_language(need, peers), fewer_hours(need, peers), later_start(need, peers)];
    // The last of equal maxima counts.
    [start, hours, languages].into_iter().flatten().max_by_key(|(people, _)| *people).map(|(_, change)| change)
}

fn without_language(need: &Need, peers: &[Open]) -> Option<(usize, Change)> {
    // A mission that needs one language needs it.
    let languages = if need.languages.len() > 1 { &need.languages } else { &BTreeSet::new() };
    let lacks_only =
        |peer: &&Open, language: &Spoken| need.languages.difference(&peer.languages).eq(std::iter::once(language));
    let people = |language: &Spoken| peers.iter().filter(|peer| lacks_only(peer, language)).count();
    let counted = languages.iter().map(|language| (people(language), language));
    let (people, language) = counted.filter(|(people, _)| *people > 0).max_by_key(|(people, _)| *people)?;
    Some((people, Change::WithoutLanguage(language.clone())))
}

/// Those who speak what is needed.
fn speakers<'a>(need: &'a Need, peers: &'a [Open]) -> impl Iterator<Item = &'a Open> {
    peers.iter().filter(|peer| need.languages.is_subset(&peer.languages))
}

fn hours_on(peer: &Open, date: Date) -> Minutes {
    peer.engaged.iter().filter(|other| other.period.contains(date)).map(|other| other.hours_week).sum()
}

fn fewer_hours(need: &Need, peers: &[Open]) -> Option<(usize, Change)> {
    let room = |peer: &Open| Some(peer.wished? - hours_on(peer, need.period.from));
    let rooms: Vec<_> =
        speakers(need, peers).filter_map(room).filter(|room| (FEWEST..need.hours_week).contains(room)).collect();
    Some((rooms.len(), Change::FewerHours(rooms.iter().copied().max()?)))
}

fn later_start(need: &Need, peers: &[Open]) -> Option<(usize, Change)> {
    let latest = later(need.period.from, LONGEST_WAIT).min(need.period.until.unwrap_or(Date::MAX));
    let free_after = |peer: &Open| {
        let now = peer.engaged.iter().filter(|other| other.period.contains(need.period.from));
        let ends = now.filter_map(|other| other.period.until).map(|last| later(last, 1));
        ends.filter(|first| *first <= latest && hours_on(peer, *first) < hours_on(peer, need.period.from)).min()
    };
    let days: Vec<_> = speakers(need, peers).filter_map(free_after).collect();
    Some((days.len(), Change::LaterStart(days.iter().copied().min()?)))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        matching::Nature,
        period::Period,
        samples::{day, id},
        spoken,
    };

    fn need(languages: &str) -> Need {
        Need {
            mission: id(1),
            org: id(100),
            languages: spoken::split(languages).unwrap(),
            hours_week: Minutes::hours(14),
            period: Period::new(day("2026-12-01"), Some(day("2027-05-31"))).unwrap(),
            place: None,
            nature: Nature::default(),
            times: Arc::default(),
        }
    }

    fn speaks(languages: &str) -> Open {
        Open { languages: spoken::split(languages).unwrap(), ..Open::default() }
    }

    fn busy(until: &str, hours: i64) -> Open {
        let period = Period::new(day("2026-06-01"), Some(day(until))).unwrap();
        let engaged = vec![Engagement { mission: id(9), org: id(100), period, hours_week: Minutes::hours(hours) }];
        Open { engaged, ..speaks("fr") }
    }

    #[test]
    fn the_language_that_most_people_lack_alone_is_named() {
        let peers = [speaks("fr,en"), speaks("fr,en"), speaks("fr,ar"), speaks("de")];
        let arabic = Change::WithoutLanguage(Spoken::read("ar").unwrap());
        assert_eq!(change(&need("fr,ar,en"), &peers), Some(arabic));
        // Nobody lacks one alone; and what needs one language needs it.
        assert_eq!(change(&need("fr,ar,en"), &[speaks("fr"), speaks("en")]), None);
        assert_eq!(change(&need("ar"), &[speaks("fr")]), None);
    }

    #[test]
    fn fewer_hours_are_as_many_as_somebody_hopes_for_beside_their_missions() {
        let wishes = |hours| Open { wished: Some(Minutes::hours(hours)), ..speaks("fr") };
        let peers = [wishes(7), wishes(10), wishes(14), wishes(1)];
        assert_eq!(change(&need("fr"), &peers), Some(Change::FewerHours(Minutes::hours(10))));
        let beside = Open { wished: Some(Minutes::hours(10)), ..busy("2027-12-31", 5) };
        assert_eq!(change(&need("fr"), &[beside]), Some(Change::FewerHours(Minutes::hours(5))));
    }

    #[test]
    fn a_later_start_is_the_first_day_on_which_a_mission_has_ended() {
        let later_start = |on| Some(Change::LaterStart(day(on)));
        assert_eq!(change(&need("fr"), &[busy("2027-01-20", 7), busy("2027-01-15", 7)]), later_start("2027-01-16"));
        // It is over before, or a team would wait for too long.
        assert_eq!(change(&need("fr"), &[busy("2027-01-31", 7)]), None);
        assert_eq!(change(&need("fr"), &[busy("2026-11-30", 7), busy("2027-11-30", 7)]), None);
    }

    #[test]
    fn what_more_people_could_do_is_named_first() {
        let peers = [speaks("fr,en"), busy("2027-01-15", 7), busy("2027-01-15", 7)];
        assert_eq!(change(&need("fr"), &peers), Some(Change::LaterStart(day("2027-01-16"))));
        let one_each = [speaks("fr"), Open { languages: spoken::split("fr,ar").unwrap(), ..busy("2027-01-15", 7) }];
        assert_eq!(change(&need("fr,ar"), &one_each), Some(Change::WithoutLanguage(Spoken::read("ar").unwrap())));
    }
}
