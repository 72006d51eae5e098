//! Who sees what of a person, field by field and audience by audience, as that person chooses: the one rule.
//!
//! Nothing is open that the person has not opened, except what a [`Need`] names. Without the name nothing is shown.
//! Every page, list, letter and file that shows a person to others goes through [`Visibility::shows`], mostly as
//! [`Seen`]. Domain L; lessons (hitobito: “who can see me”, forced visibility of e-mail).

use std::collections::BTreeSet;

use passerelle_access::{Actor, Role};

use crate::{Country, OrganisationId, PersonFacts, SpokenLanguages};

codes! {
    /// Something that is known of a person.
    pub enum PersonFact {
        /// The name, as the person writes it.
        Name = "name",
        /// What the person does in the association.
        Role = "role",
        /// The e-mail address.
        Email = "email",
        /// The telephone number.
        Phone = "phone",
        /// The town they travel from, with its country.
        Town = "town",
        /// The languages they speak with people.
        Languages = "languages",
    }
}

codes! {
    /// Those who may see something of a person.
    pub enum Audience {
        /// The administration and the coordination of the association that keeps the record.
        Coordinators = "coordinators",
        /// Everybody else of that association: peers, the treasury.
        Colleagues = "colleagues",
        /// The teams and the heads of institutions where the person has a mission now.
        Teams = "teams",
        /// The associations that are in a network with that association.
        Network = "network",
    }
}

codes! {
    /// Why an audience sees something whatever the person chooses; each has its words.
    pub enum Need {
        /// A contract, a pay slip and the register of staff name the person and the work.
        Contract = "contract",
        /// An employer has to tell the person in writing: contract, schedule, changes.
        Writing = "writing",
        /// Travel is paid, and an accident on the way to work is insured, from a place.
        Travel = "travel",
        /// Safety has to be explained in a language that the person understands.
        Safety = "safety",
        /// The agreement that lends a person to a team names them and their qualification.
        Loan = "loan",
    }
}

impl Need {
    /// The need for which this audience sees this fact, if there is one. This is all that a person cannot close.
    pub const fn of(audience: Audience, fact: PersonFact) -> Option<Self> {
        match (audience, fact) {
            (Audience::Coordinators, PersonFact::Name | PersonFact::Role) => Some(Self::Contract),
            (Audience::Coordinators, PersonFact::Email) => Some(Self::Writing),
            (Audience::Coordinators, PersonFact::Town) => Some(Self::Travel),
            (Audience::Coordinators, PersonFact::Languages) => Some(Self::Safety),
            (Audience::Teams, PersonFact::Name | PersonFact::Role) => Some(Self::Loan),
            _ => None,
        }
    }
}

/// What a person has opened, and to whom. Nobody has opened anything to begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visibility(BTreeSet<(Audience, PersonFact)>);

impl Visibility {
    /// Opens these facts; what a need shows anyway is not a choice and is not kept.
    pub fn of(opened: impl IntoIterator<Item = (Audience, PersonFact)>) -> Self {
        Self(opened.into_iter().filter(|(audience, fact)| Need::of(*audience, *fact).is_none()).collect())
    }

    /// What was opened.
    pub fn opened(&self) -> impl Iterator<Item = (Audience, PersonFact)> + '_ {
        self.0.iter().copied()
    }

    /// Whether the person chose to open this fact to this audience.
    pub fn is_chosen(&self, audience: Audience, fact: PersonFact) -> bool {
        self.0.contains(&(audience, fact))
    }

    /// Whether this audience sees this fact. The rule.
    pub fn shows(&self, audience: Audience, fact: PersonFact) -> bool {
        let open = |fact| Need::of(audience, fact).is_some() || self.is_chosen(audience, fact);
        open(PersonFact::Name) && open(fact)
    }
}

/// A person as one audience sees them: what is not shown is not in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// The name.
    pub name: String,
    /// What they do in the association.
    pub roles: Vec<Role>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The town and its country.
    pub town: Option<(String, Country)>,
    /// The languages.
    pub languages: SpokenLanguages,
}

impl Seen {
    /// What `audience` sees of a person; nothing at all when the name is not shown.
    pub fn by(audience: Audience, visibility: &Visibility, facts: &PersonFacts, roles: &[Role]) -> Option<Self> {
        let shows = |fact| visibility.shows(audience, fact);
        let text = |fact, value: &Option<String>| value.clone().filter(|text| !text.is_empty() && shows(fact));
        shows(PersonFact::Name).then(|| Self {
            name: facts.name.clone(),
            roles: if shows(PersonFact::Role) { roles.to_vec() } else { Vec::new() },
            email: text(PersonFact::Email, &facts.email),
            phone: text(PersonFact::Phone, &facts.phone),
            town: text(PersonFact::Town, &facts.town).map(|town| (town, facts.country)),
            languages: if shows(PersonFact::Languages) { facts.languages.clone() } else { SpokenLanguages::default() },
        })
    }
}

impl Audience {
    /// The audience that somebody is for the people of `keeper`, in the role in which they act now; `networked` tells
    /// whether their organisation is in a network with it. Teams are not here: a mission makes them, not a role.
    pub fn of(actor: &Actor, keeper: OrganisationId, networked: bool) -> Option<Self> {
        let seat = actor.seat.as_ref().filter(|seat| seat.role.is_of_association())?;
        match seat.role {
            Role::Admin | Role::Coordinator if seat.org == keeper => Some(Self::Coordinators),
            _ if seat.org == keeper => Some(Self::Colleagues),
            _ => networked.then_some(Self::Network),
        }
    }
}

#[cfg(test)]
mod tests;
