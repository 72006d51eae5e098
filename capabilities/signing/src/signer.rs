//! Somebody who signs a paper: for whom, in which way, what they have answered, and when they are reminded.
//!
//! Four ways, so that nobody is left out (lessons: people without a mailbox): with an account, by a link, by a link with a
//! code to the telephone, on paper. A signature says what was signed (the hash of the PDF), when, under which name, with
//! which words of consent.

use passerelle_access::Account;
use passerelle_kernel::{Date, Id, Timestamp};

use crate::refusal::Refusal;

codes! {
    /// The way in which somebody signs.
    pub enum Way {
        /// Signed in with their account.
        Account = "account",
        /// By a link in a letter.
        Link = "link",
        /// By a link, with a code sent to their telephone.
        Sms = "sms",
        /// On paper, which the association keeps and scans.
        OnPaper = "paper",
    }
}

/// Somebody who is to sign, as the association enters them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The name.
    pub name: String,
    /// For whom they sign, such as “for the association”.
    pub party: String,
    /// The address for letters.
    pub email: Option<String>,
    /// The telephone, with its country.
    pub phone: Option<String>,
    /// The way; nothing while it is not chosen.
    pub way: Option<Way>,
    /// The account, if there is one.
    pub account: Option<Id<Account>>,
}

impl Asked {
    /// The way, if what it needs is there.
    ///
    /// # Errors
    /// Refused without a way, and without the address, number or account that it needs.
    pub fn way(&self) -> Result<Way, Refusal> {
        match self.way.ok_or(Refusal::WayMissing)? {
            Way::Account if self.account.is_none() => Err(Refusal::NoAccount),
            Way::Link if self.email.is_none() => Err(Refusal::EmailMissing),
            Way::Sms if self.phone.is_none() => Err(Refusal::PhoneMissing),
            way => Ok(way),
        }
    }
}

/// How a signature was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Means {
    /// By this account.
    Account(Id<Account>),
    /// By a link sent to this address, of which a part is hidden.
    Link(String),
    /// By a code sent to this number, of which a part is hidden.
    Sms(String),
    /// On paper.
    OnPaper {
        /// The day on the paper.
        on: Date,
        /// Who entered it.
        recorded_by: Id<Account>,
    },
}

impl Means {
    /// The way.
    pub const fn way(&self) -> Way {
        match self {
            Self::Account(_) => Way::Account,
            Self::Link(_) => Way::Link,
            Self::Sms(_) => Way::Sms,
            Self::OnPaper { .. } => Way::OnPaper,
        }
    }
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// When it was made; on paper: when it was entered.
    pub at: Timestamp,
    /// The name as the signer wrote it.
    pub name: String,
    /// The words of consent, as they were shown.
    pub consent: String,
    /// The SHA-256 of the PDF that was signed.
    pub hash: String,
    /// How.
    pub means: Means,
}

/// What a signer has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Signed(Signature),
    /// No; the words may be empty.
    Declined {
        /// When.
        at: Timestamp,
        /// What they said to it.
        words: String,
    },
}

/// A signer of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// Their id on this paper.
    pub id: Id<Signer>,
    /// The name.
    pub name: String,
    /// For whom they sign.
    pub party: String,
    /// The address for letters.
    pub email: Option<String>,
    /// The telephone.
    pub phone: Option<String>,
    /// The way that was chosen for them.
    pub way: Way,
    /// The account, if there is one.
    pub account: Option<Id<Account>>,
    /// How often their address was corrected: links of earlier rounds do not open.
    pub round: i64,
    /// Since when they are asked.
    pub asked_at: Timestamp,
    /// When they were last written to.
    pub sent_at: Timestamp,
    /// How many reminders they got.
    pub reminded: i64,
    /// What they have answered.
    pub answer: Option<Answer>,
}

/// Days after which a reminder leaves: then it is for the association to ask in person.
const LADDER: [i64; 3] = [3, 7, 14];
const DAY: i64 = 86_400_000;
/// How soon a signer may be written to again by the press of a button, in milliseconds.
const PAUSE: i64 = 10 * 60_000;

impl Signer {
    /// The signer with this id whom the association has entered.
    ///
    /// # Errors
    /// As [`Asked::way`].
    pub fn ask(id: Id<Self>, asked: Asked, now: Timestamp) -> Result<Self, Refusal> {
        let way = asked.way()?;
        Ok(Self {
            id,
            name: asked.name,
            party: asked.party,
            email: asked.email,
            phone: asked.phone,
            way,
            account: asked.account,
            round: 1,
            asked_at: now,
            sent_at: now,
            reminded: 0,
            answer: None,
        })
    }

    /// The signature, once there is one.
    pub const fn signature(&self) -> Option<&Signature> {
        match &self.answer {
            Some(Answer::Signed(signature)) => Some(signature),
            _ => None,
        }
    }

    /// Whether they have not answered yet.
    pub const fn is_awaited(&self) -> bool {
        self.answer.is_none()
    }

    /// Whether the next reminder is due. Nobody is reminded who signs on paper or has answered.
    pub fn is_to_remind(&self, now: Timestamp) -> bool {
        let step = usize::try_from(self.reminded).ok().and_then(|done| LADDER.get(done));
        self.is_awaited() && self.way != Way::OnPaper && step.is_some_and(|days| self.waits(now) >= days * DAY)
    }

    /// Whether the ladder is at its end and nobody has answered.
    pub fn is_silent(&self, now: Timestamp) -> bool {
        self.is_awaited() && self.waits(now) >= Self::silent_after()
    }

    /// After how many milliseconds the association hears that somebody has not answered.
    pub const fn silent_after() -> i64 {
        LADDER[LADDER.len() - 1] * DAY
    }

    /// Whether they were written to just now.
    pub fn is_just_sent(&self, now: Timestamp) -> bool {
        now.as_millisecond() < self.sent_at.as_millisecond() + PAUSE
    }

    fn waits(&self, now: Timestamp) -> i64 {
        now.as_millisecond() - self.asked_at.as_millisecond()
    }

    /// Another address, number or way: whoever holds an earlier link has no more part in it, and the ladder begins anew.
    ///
    /// # Errors
    /// Refused once they have answered; as [`Asked::way`].
    pub fn corrected(self, asked: Asked, now: Timestamp) -> Result<Self, Refusal> {
        if !self.is_awaited() {
            return Err(Refusal::AnsweredAlready);
        }
        let round = self.round.saturating_add(1);
        Ok(Self { round, ..Self::ask(self.id, asked, now)? })
    }
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::Id;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn asked(way: Way) -> Asked {
        let (email, phone) = (Some("noor@example.org".to_owned()), Some("+33612345678".to_owned()));
        Asked { name: "Noor".into(), party: "for herself".into(), email, phone, way: Some(way), account: None }
    }

    fn signer(way: Way) -> Signer {
        Signer::ask(Id::nil(), asked(way), at("2026-09-07T07:00:00Z")).unwrap()
    }

    #[test]
    fn each_way_needs_what_it_uses() {
        let without = |change: fn(&mut Asked), way| {
            let mut one = asked(way);
            change(&mut one);
            one.way()
        };
        assert_eq!(without(|_| (), Way::Account), Err(Refusal::NoAccount));
        assert_eq!(without(|one| one.account = Some(Id::nil()), Way::Account), Ok(Way::Account));
        assert_eq!(without(|one| one.email = None, Way::Link), Err(Refusal::EmailMissing));
        assert_eq!(without(|one| one.phone = None, Way::Sms), Err(Refusal::PhoneMissing));
        assert_eq!(without(|one| one.email = None, Way::Sms), Ok(Way::Sms));
        assert_eq!(without(|one| (one.email, one.phone) = (None, None), Way::OnPaper), Ok(Way::OnPaper));
        assert_eq!(without(|one| one.way = None, Way::Link), Err(Refusal::WayMissing));
    }

    #[test]
    fn the_ladder_has_three_steps_and_stops() {
        let mut one = signer(Way::Link);
        for (before, on) in [
            ("2026-09-10T06:59:59Z", "2026-09-10T07:00:00Z"),
            ("2026-09-14T06:00:00Z", "2026-09-14T08:00:00Z"),
            ("2026-09-21T06:00:00Z", "2026-09-21T07:00:00Z"),
        ] {
            assert!(!one.is_to_remind(at(before)), "{before}");
            assert!(one.is_to_remind(at(on)), "{on}");
            one.reminded += 1;
            assert!(!one.is_to_remind(at(on)), "once: {on}");
        }
        assert!(!one.is_to_remind(at("2027-09-21T07:00:00Z")), "it stops");
        assert!(!one.is_silent(at("2026-09-21T06:59:59Z")) && one.is_silent(at("2026-09-21T07:00:00Z")));
        let declined = Answer::Declined { at: at("2026-09-08T07:00:00Z"), words: String::new() };
        let answered = Signer { answer: Some(declined), ..signer(Way::Link) };
        assert!(!answered.is_to_remind(at("2026-09-30T07:00:00Z")) && !answered.is_silent(at("2026-09-30T07:00:00Z")));
        assert!(!signer(Way::OnPaper).is_to_remind(at("2026-09-30T07:00:00Z")));
        assert!(signer(Way::OnPaper).is_silent(at("2026-09-30T07:00:00Z")), "the association asks for the sheet");
    }

    #[test]
    fn a_correction_ends_the_links_of_before_and_begins_the_ladder_anew() {
        let now = at("2026-09-20T07:00:00Z");
        let one = Signer { reminded: 2, ..signer(Way::Link) }.corrected(asked(Way::Sms), now).unwrap();
        assert_eq!((one.round, one.reminded, one.asked_at, one.way), (2, 0, now, Way::Sms));
        let answer = Some(Answer::Declined { at: now, words: String::new() });
        let answered = Signer { answer, ..signer(Way::Link) };
        assert_eq!(answered.corrected(asked(Way::Link), now).err(), Some(Refusal::AnsweredAlready));
    }
}
