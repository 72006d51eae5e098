//! What a file is compared with: the people of one association, and the organisations and teams that the file names.

use std::collections::HashMap;

use passerelle_access::Membership;
use passerelle_kernel::comparable;

use crate::{Organisation, OrganisationId, OrganisationKind, PersonFacts, PersonId, TeamId};

/// A person of the association.
#[derive(Clone, Debug)]
pub(crate) struct KnownPerson {
    pub id: PersonId,
    pub version: i64,
    pub facts: PersonFacts,
    pub has_come_in: bool,
    /// Whether they show their telephone number to the coordination.
    pub shows_phone: bool,
}

/// An organisation that the file may mean.
#[derive(Clone, Debug)]
pub(crate) struct FoundOrganisation {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    pub finess: Option<String>,
    pub siret: Option<String>,
    /// Whether who imports may change its teams.
    pub may_change: bool,
}

/// A team of such an organisation, with its own town.
#[derive(Clone, Debug)]
pub(crate) struct FoundTeam {
    pub id: TeamId,
    pub org: OrganisationId,
    pub name: String,
    pub town: Option<String>,
    pub version: i64,
}

/// What is known.
pub(crate) struct Known {
    pub keeper: Organisation,
    /// Who runs the association today.
    pub admins: Vec<PersonId>,
    people: Vec<KnownPerson>,
    held: HashMap<PersonId, Vec<Membership>>,
    organisations: Vec<FoundOrganisation>,
    by_number: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
    teams: HashMap<(OrganisationId, String), Vec<FoundTeam>>,
    by_email: HashMap<String, usize>,
    without_email: HashMap<String, Vec<usize>>,
    with_email: HashMap<String, usize>,
}

impl Known {
    /// What is known of one association, with the organisations and teams that a file may mean.
    pub fn new(keeper: Organisation, people: Vec<KnownPerson>, held: Vec<Membership>) -> Self {
        let mut known = Self {
            keeper,
            people,
            organisations: Vec::new(),
            by_number: HashMap::new(),
            by_name: HashMap::new(),
            admins: Vec::new(),
            held: HashMap::new(),
            teams: HashMap::new(),
            by_email: HashMap::new(),
            without_email: HashMap::new(),
            with_email: HashMap::new(),
        };
        for (place, person) in known.people.iter().enumerate() {
            let name = comparable(&person.facts.name);
            if let Some(email) = &person.facts.email {
                known.by_email.insert(email.clone(), place);
                *known.with_email.entry(name).or_default() += 1;
            } else {
                known.without_email.entry(name).or_default().push(place);
            }
        }
        for one in held {
            known.held.entry(one.account).or_default().push(one);
        }
        known
    }

    /// The same with organisations and their teams.
    pub fn with_places(mut self, organisations: Vec<FoundOrganisation>, teams: Vec<FoundTeam>) -> Self {
        for (place, one) in organisations.iter().enumerate() {
            self.by_name.entry(comparable(&one.name)).or_default().push(place);
            for number in [&one.finess, &one.siret].into_iter().flatten() {
                self.by_number.entry(number.clone()).or_default().push(place);
            }
        }
        self.organisations = organisations;
        for team in teams {
            self.teams.entry((team.org, comparable(&team.name))).or_default().push(team);
        }
        self
    }

    /// The same with those who run the association.
    pub fn with_admins(mut self, admins: Vec<PersonId>) -> Self {
        self.admins = admins;
        self
    }

    /// The person with this address.
    pub(super) fn by_email(&self, email: &str) -> Option<&KnownPerson> {
        self.people.get(*self.by_email.get(email)?)
    }

    /// Those of this name who have no address.
    pub(super) fn without_email(&self, name: &str) -> Vec<&KnownPerson> {
        let places = self.without_email.get(&comparable(name)).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|place| self.people.get(*place)).collect()
    }

    /// Whether somebody of this name has an address.
    pub(super) fn has_namesake(&self, name: &str) -> bool {
        self.with_email.contains_key(&comparable(name))
    }

    /// The roles that the association has given a person.
    pub(super) fn held(&self, person: PersonId) -> &[Membership] {
        self.held.get(&person).map(Vec::as_slice).unwrap_or_default()
    }

    /// The organisations with this FINESS number or SIRET.
    pub(super) fn numbered(&self, number: &str) -> Vec<&FoundOrganisation> {
        self.organisations_at(self.by_number.get(number))
    }

    /// The organisations of this name.
    pub(super) fn named(&self, name: &str) -> Vec<&FoundOrganisation> {
        self.organisations_at(self.by_name.get(&comparable(name)))
    }

    fn organisations_at(&self, places: Option<&Vec<usize>>) -> Vec<&FoundOrganisation> {
        places.into_iter().flatten().filter_map(|place| self.organisations.get(*place)).collect()
    }

    /// The teams of this name in an organisation.
    pub(super) fn teams(&self, org: OrganisationId, name: &str) -> &[FoundTeam] {
        self.teams.get(&(org, comparable(name))).map(Vec::as_slice).unwrap_or_default()
    }
}
