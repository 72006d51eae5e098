//! The person who acts, in the role they act in, and what that lets them do.

use passerelle_kernel::{Id, Language};
use passerelle_store::{About, OWN, Tx};

use crate::{Account, Membership, Organisation, Reach, Rule, Team};

/// A signed-in person in one of their roles.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The account.
    pub account: Id<Account>,
    /// The person's name, as they write it.
    pub name: String,
    /// The language they chose.
    pub language: Language,
    /// The name of their time zone (IANA).
    pub zone: String,
    /// The role they act in now; nothing for somebody who holds none.
    pub seat: Option<Membership>,
}

/// Whom a record concerns: what a rule looks at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// The association whose record it is.
    pub association: Option<Id<Organisation>>,
    /// The institution that it concerns.
    pub institution: Option<Id<Organisation>>,
    /// The team that it concerns.
    pub team: Option<Id<Team>>,
    /// The person that it is about.
    pub person: Option<Id<Account>>,
}

/// What the rules say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Yes.
    Yes,
    /// No, and the person may know that the record exists.
    Forbidden,
    /// No, and for this person the record does not exist.
    Hidden,
}

/// Which records of a list a person sees: all of one association, institution or team, or their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of the association.
    Association(Id<Organisation>),
    /// Those that concern the institution.
    Institution(Id<Organisation>),
    /// Those that concern the team.
    Team(Id<Team>),
    /// Those about the person, in this association.
    Own(Id<Organisation>, Id<Account>),
}

impl Actor {
    /// What an event says of what the actor does under this right: in which role, what for, with whose data.
    pub fn about(&self, rule: &Rule, person: Option<Id<Account>>) -> About {
        let seat = self.seat.as_ref();
        About {
            person: person.map(|person| person.to_string()),
            purpose: Some(rule.name),
            role: seat.map(|seat| seat.role.as_str()),
            role_org: seat.map(|seat| seat.org.to_string()),
        }
    }

    /// What an event says of what the actor does with their own data.
    pub fn about_self(&self) -> About {
        let seat = self.seat.as_ref();
        About {
            person: Some(self.account.to_string()),
            purpose: Some(OWN),
            role: seat.map(|seat| seat.role.as_str()),
            role_org: seat.map(|seat| seat.org.to_string()),
        }
    }

    /// Whether the actor's role has this right at all, on whichever records.
    pub fn holds(&self, rule: &Rule) -> bool {
        self.reach(rule).is_some()
    }

    fn reach(&self, rule: &Rule) -> Option<Reach> {
        rule.reach(self.seat.as_ref()?.role)
    }

    /// Whether the actor has this right on the record that `facts` describe.
    pub fn may(&self, rule: &Rule, facts: &Facts) -> bool {
        self.seat.as_ref().is_some_and(|seat| rule.reaches(seat, facts))
    }

    /// Whether the actor may do `wanted` with a record that this transaction has read; who may not even `read` is told
    /// that nothing is there. When the record is about somebody else, the transaction notes that they were looked at.
    pub fn decide(&self, tx: &Tx, read: &Rule, wanted: &Rule, facts: &Facts) -> Decision {
        let decision = self.decision(read, wanted, facts);
        if let (Decision::Yes, Some(person)) = (decision, facts.person) {
            tx.looked(person, wanted.name);
        }
        decision
    }

    fn decision(&self, read: &Rule, wanted: &Rule, facts: &Facts) -> Decision {
        match (self.may(read, facts), self.may(wanted, facts)) {
            (_, true) => Decision::Yes,
            (true, false) => Decision::Forbidden,
            (false, false) => Decision::Hidden,
        }
    }

    /// Which records a list under this rule shows, or nothing when the role has no such right.
    pub fn scope(&self, rule: &Rule) -> Option<Scope> {
        let seat = self.seat.as_ref()?;
        Some(match rule.reach(seat.role)? {
            Reach::Association => Scope::Association(seat.org),
            Reach::Institution => Scope::Institution(seat.org),
            Reach::Team => Scope::Team(seat.team?),
            Reach::Own => Scope::Own(seat.org, self.account),
            // Public facts are listed without asking whose they are.
            Reach::Everywhere => return None,
        })
    }

    /// The association whose records this rule is about, when the role has the right on all of them.
    pub fn association(&self, rule: &Rule) -> Option<Id<Organisation>> {
        match self.scope(rule)? {
            Scope::Association(org) => Some(org),
            Scope::Institution(_) | Scope::Team(_) | Scope::Own(..) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::{Chance, Date, Timestamp};

    use super::*;
    use crate::{Role, rule};

    rule!(READ = "note-read": Coordinator Association, Referent Team, Head Institution, Peer Own);
    rule!(WRITE = "note-write": Coordinator Association);
    rule!(PUBLIC = "note-public": Peer Everywhere);

    fn actor(role: Role, org: Id<Organisation>, team: Option<Id<Team>>, account: Id<Account>) -> Actor {
        let from_on = Date::constant(2026, 1, 1);
        let place = "Somewhere".to_owned();
        let seat = Membership { id: Id::nil(), account, org, team, role, place, from_on, until_on: None };
        Actor { account, name: "Noor".into(), language: Language::Fr, zone: "Europe/Paris".into(), seat: Some(seat) }
    }

    #[test]
    fn each_role_reaches_its_own_records_and_no_others() {
        let chance = Chance::seeded(1);
        let new = |_: u8| Id::<Organisation>::new(Timestamp::UNIX_EPOCH, &chance);
        let (ours, theirs, team, other_team, noor, other) =
            (new(0), new(0), new(0).cast(), new(0).cast(), new(0).cast(), new(0).cast());
        let own = Facts { association: Some(ours), institution: Some(ours), team: Some(team), person: Some(noor) };
        let foreign =
            Facts { association: Some(theirs), institution: Some(theirs), team: Some(other_team), person: Some(other) };
        for role in [Role::Coordinator, Role::Referent, Role::Head, Role::Peer] {
            let actor = actor(role, ours, Some(team), noor);
            assert_eq!(actor.decision(READ, READ, &own), Decision::Yes, "{role:?}");
            assert_eq!(actor.decision(READ, READ, &foreign), Decision::Hidden, "{role:?}");
            let writes = if role == Role::Coordinator { Decision::Yes } else { Decision::Forbidden };
            assert_eq!(actor.decision(READ, WRITE, &own), writes, "{role:?}");
            assert_eq!(actor.decision(READ, WRITE, &foreign), Decision::Hidden, "{role:?}");
        }
        let treasurer = actor(Role::Treasurer, ours, None, noor);
        assert_eq!(treasurer.decision(READ, READ, &own), Decision::Hidden);
        assert!(!treasurer.holds(READ) && treasurer.scope(READ).is_none());
        let colleague = Facts { person: Some(other), ..own };
        assert_eq!(actor(Role::Peer, ours, None, noor).decision(READ, READ, &colleague), Decision::Hidden);
        assert!(actor(Role::Peer, ours, None, noor).may(PUBLIC, &foreign));
        let unseated = Actor { seat: None, ..actor(Role::Coordinator, ours, None, noor) };
        assert_eq!(unseated.decision(READ, READ, &own), Decision::Hidden);
    }
}
