//! How much each preference counts: words that an association chooses, and never a number that somebody reads.

use std::collections::BTreeMap;

use super::Preference;

codes! {
    /// How much a preference counts.
    pub enum Weight {
        /// It does not count, and nobody reads of it.
        None = "none",
        /// Half as much as usual.
        Little = "little",
        /// As usual.
        Normal = "normal",
        /// Twice as much as usual.
        Much = "much",
    }
}

impl Weight {
    /// How many times a preference of this weight counts.
    pub const fn times(self) -> u32 {
        match self {
            Self::None => 0,
            Self::Little => 1,
            Self::Normal => 2,
            Self::Much => 4,
        }
    }
}

/// What an association has chosen for each preference; the usual weight for the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights(BTreeMap<Preference, Weight>);

impl Weights {
    /// How much this preference counts.
    pub fn of(&self, preference: Preference) -> Weight {
        self.0.get(&preference).copied().unwrap_or_else(|| usual(preference))
    }

    /// The same with another weight for one preference.
    #[must_use]
    pub fn with(mut self, preference: Preference, weight: Weight) -> Self {
        self.0.insert(preference, weight);
        self
    }

    /// The preferences that count, those that count most first.
    pub fn counting(&self) -> Vec<Preference> {
        let mut counting: Vec<_> =
            Preference::ALL.iter().copied().filter(|preference| self.of(*preference) != Weight::None).collect();
        counting.sort_by_key(|preference| std::cmp::Reverse(self.of(*preference)));
        counting
    }

    /// The weights as one text: `public=normal,help=much`.
    pub fn written(&self) -> String {
        let one = |preference: &Preference| format!("{}={}", preference.as_str(), self.of(*preference).as_str());
        Preference::ALL.iter().map(one).collect::<Vec<_>>().join(",")
    }

    /// The weights that were written so; what is not known any more is left out.
    pub fn read(written: &str) -> Self {
        let one = |part: &str| {
            let (preference, weight) = part.split_once('=')?;
            Some((Preference::parse(preference)?, Weight::parse(weight)?))
        };
        Self(written.split(',').filter_map(one).collect())
    }
}

/// What counts as long as an association has chosen nothing: work for those who have none first (domain A2), then what
/// the mission is about.
const fn usual(preference: Preference) -> Weight {
    match preference {
        Preference::FirstMission => Weight::Much,
        Preference::Setting | Preference::ShortWay => Weight::Little,
        _ => Weight::Normal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_as_they_were_written_and_the_usual_ones_fill_the_gaps() {
        let chosen = Weights::default().with(Preference::ShortWay, Weight::Much).with(Preference::Help, Weight::None);
        let read = Weights::read(&chosen.written());
        assert!(Preference::ALL.iter().all(|one| read.of(*one) == chosen.of(*one)));
        let partly = Weights::read("short-way=none,stars=much,help=always");
        assert_eq!(partly, Weights::default().with(Preference::ShortWay, Weight::None));
        assert_eq!(partly.of(Preference::FirstMission), Weight::Much);
    }

    #[test]
    fn what_does_not_count_is_left_out_and_what_counts_most_comes_first() {
        let chosen = Weights::default().with(Preference::Help, Weight::None).with(Preference::Setting, Weight::Much);
        let counting = chosen.counting();
        assert_eq!(counting.len(), Preference::ALL.len() - 1);
        assert_eq!(counting[..2], [Preference::Setting, Preference::FirstMission]);
        assert!(!counting.contains(&Preference::Help));
    }

    #[test]
    fn more_in_words_counts_more() {
        assert!(Weight::ALL.windows(2).all(|pair| pair[0].times() < pair[1].times()));
    }
}
