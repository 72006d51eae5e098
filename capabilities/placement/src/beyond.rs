//! A request beyond the charter, made straight to the peer: passed on in one tap, answered by the coordinator.
//!
//! The peer does not have to say no alone (domain A4). What was asked is a choice from a list, so that no word about a
//! person who is supported is kept; who asked is a role, never a name. The peer may take it back.

use passerelle_kernel::{Id, Timestamp};

use crate::{mission::Mission, outside::Person, refusal::Refusal, stamp::Stamp, text};

codes! {
    /// What the peer was asked to do.
    pub enum Kind {
        /// To visit somebody's home alone.
        AloneAtHome = "alone-at-home",
        /// To do what a carer does.
        ClinicalTask = "clinical-task",
        /// To replace somebody of the office.
        OfficeWork = "office-work",
        /// To be the interpreter.
        Interpreting = "interpreting",
        /// To report on a person.
        Reporting = "reporting",
        /// To work outside the agreed hours.
        MoreHours = "more-hours",
        /// Something else, to be told by voice.
        Other = "other",
    }
}

codes! {
    /// The role of who asked.
    pub enum Asker {
        /// A nurse or a care assistant.
        Nurse = "nurse",
        /// A doctor.
        Doctor = "doctor",
        /// A psychologist.
        Psychologist = "psychologist",
        /// A social worker or an educator.
        SocialWorker = "social-worker",
        /// Somebody of the head of the team.
        Head = "head",
        /// Somebody of the office.
        Office = "office",
        /// Somebody else.
        Other = "other",
    }
}

codes! {
    /// Where it stands.
    pub enum Stage {
        /// The coordinator has not answered.
        Waiting = "waiting",
        /// The coordinator has answered.
        Answered = "answered",
        /// The peer has taken it back.
        Withdrawn = "withdrawn",
    }
}

/// Where it stands, with the facts of that state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The coordinator has not answered.
    Waiting,
    /// The coordinator has answered.
    Answered {
        /// Who, and when.
        stamp: Stamp,
        /// What the peer and the team read.
        answer: String,
    },
    /// The peer has taken it back.
    Withdrawn(Timestamp),
}

/// A request beyond the charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beyond {
    /// Its id.
    pub id: Id<Beyond>,
    /// The mission.
    pub mission: Id<Mission>,
    /// The peer who was asked.
    pub peer: Id<Person>,
    /// What the peer was asked to do.
    pub kind: Kind,
    /// The role of who asked, if the peer wants to say.
    pub asked_by: Option<Asker>,
    /// When the peer passed it on.
    pub told_at: Timestamp,
    /// Where it stands.
    pub state: State,
}

impl Beyond {
    /// The peer passes it on.
    ///
    /// # Errors
    /// Refused when the mission is not the peer's.
    pub fn pass_on(
        id: Id<Self>,
        mission: &Mission,
        peer: Id<Person>,
        kind: Kind,
        asked_by: Option<Asker>,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        match mission.worked() {
            None => Err(Refusal::MissionNotRunning),
            Some((worker, _)) if worker != peer => Err(Refusal::NotYours),
            Some(_) => Ok(Self { id, mission: mission.id, peer, kind, asked_by, told_at: now, state: State::Waiting }),
        }
    }

    /// The coordinator answers, for the peer and the team.
    ///
    /// # Errors
    /// Refused without words, by the peer, and when it does not wait.
    pub fn answer(self, answer: &str, stamp: Stamp) -> Result<Self, Refusal> {
        self.waits()?;
        if stamp.by.account() == Some(self.peer) {
            return Err(Refusal::OwnQuestion);
        }
        let answer = text::said(answer, text::SENTENCES)?;
        Ok(Self { state: State::Answered { stamp, answer }, ..self })
    }

    /// The peer takes it back; no reason is asked.
    ///
    /// # Errors
    /// Refused for somebody else, and when it does not wait.
    pub fn withdraw(self, by: Id<Person>, now: Timestamp) -> Result<Self, Refusal> {
        self.waits()?;
        if by != self.peer {
            return Err(Refusal::NotYours);
        }
        Ok(Self { state: State::Withdrawn(now), ..self })
    }

    /// The stage alone.
    pub const fn stage(&self) -> Stage {
        match self.state {
            State::Waiting => Stage::Waiting,
            State::Answered { .. } => Stage::Answered,
            State::Withdrawn(_) => Stage::Withdrawn,
        }
    }

    const fn waits(&self) -> Result<(), Refusal> {
        match self.state {
            State::Waiting => Ok(()),
            State::Answered { .. } => Err(Refusal::AlreadyAnswered),
            State::Withdrawn(_) => Err(Refusal::AlreadyWithdrawn),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mission::tests::{open, running},
        samples::{id, noon, stamp},
    };

    fn told() -> Beyond {
        let now = noon("2026-12-10");
        Beyond::pass_on(id(1), &running(), id(7), Kind::AloneAtHome, Some(Asker::Nurse), now).unwrap()
    }

    #[test]
    fn the_peer_of_the_mission_passes_it_on() {
        let tell = |mission: &Mission, peer| {
            Beyond::pass_on(id(1), mission, id(peer), Kind::Other, None, noon("2026-12-10")).err()
        };
        assert_eq!(tell(&running(), 7), None);
        assert_eq!(tell(&running(), 8), Some(Refusal::NotYours));
        assert_eq!(tell(&open(), 7), Some(Refusal::MissionNotRunning));
    }

    #[test]
    fn the_coordinator_answers_once_and_the_peer_may_take_it_back_before() {
        assert_eq!(told().answer(" ", stamp(9, "2026-12-11")), Err(Refusal::TextMissing));
        assert_eq!(told().answer("Non", stamp(7, "2026-12-11")), Err(Refusal::OwnQuestion));
        let answered = told().answer("Toujours à deux", stamp(9, "2026-12-11")).unwrap();
        assert_eq!(answered.stage(), Stage::Answered);
        assert_eq!(answered.clone().answer("Oui", stamp(9, "2026-12-11")), Err(Refusal::AlreadyAnswered));
        assert_eq!(answered.withdraw(id(7), noon("2026-12-11")), Err(Refusal::AlreadyAnswered));
        assert_eq!(told().withdraw(id(8), noon("2026-12-11")), Err(Refusal::NotYours));
        let withdrawn = told().withdraw(id(7), noon("2026-12-11")).unwrap();
        assert_eq!(withdrawn.answer("Oui", stamp(9, "2026-12-11")), Err(Refusal::AlreadyWithdrawn));
    }
}
