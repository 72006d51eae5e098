//! Published contacts: how to reach an organisation or one of its teams, for what, and who may read it.

use passerelle_kernel::Id;

use crate::{Email, Name, OrganisationId, Phone, Refusal, TeamId, description::Readers};

/// A way to reach an organisation or a team, as typed when written, as kept when read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its id.
    pub id: Id<Contact>,
    /// The organisation.
    pub org: OrganisationId,
    /// The team, when it is reached and not the whole organisation.
    pub team: Option<TeamId>,
    /// What to write or call for.
    pub purpose: String,
    /// Who answers, if the person wants to be named.
    pub name: Option<String>,
    /// An e-mail address.
    pub email: Option<String>,
    /// A telephone number.
    pub phone: Option<String>,
    /// Who reads it.
    pub readers: Readers,
    /// Counts the changes.
    pub version: i64,
}

impl Contact {
    /// The contact as it is kept; else every reason why not.
    pub fn read(&self) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let given = |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
        let mut refuse = |refusal| refusals.push(refusal);
        let purpose = Name::new(&self.purpose).map_err(|_| Refusal::PurposeMissing).map_err(&mut refuse).ok();
        let name = given(&self.name).map(|text| Name::new(&text)).transpose().map_err(&mut refuse).ok().flatten();
        let email = given(&self.email).map(|text| Email::parse(&text)).transpose().map_err(&mut refuse).ok().flatten();
        let phone = given(&self.phone).map(|text| Phone::parse(&text)).transpose().map_err(&mut refuse).ok().flatten();
        if refusals.is_empty() && email.is_none() && phone.is_none() {
            refusals.push(Refusal::WayMissing);
        }
        let (Some(purpose), true) = (purpose, refusals.is_empty()) else { return Err(refusals) };
        Ok(Self {
            purpose: purpose.to_string(),
            name: name.map(|name| name.to_string()),
            email: email.map(|email| email.to_string()),
            phone: phone.map(|phone| phone.to_string()),
            ..self.clone()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_has_a_purpose_and_a_way() {
        let contact = Contact {
            id: Id::nil(),
            org: Id::nil(),
            team: None,
            purpose: " ".into(),
            name: None,
            email: Some("x".into()),
            phone: None,
            readers: Readers::Public,
            version: 0,
        };
        assert_eq!(contact.read(), Err(vec![Refusal::PurposeMissing, Refusal::Email]));
        let contact = Contact { purpose: "Demandes".into(), email: Some(" ".into()), ..contact };
        assert_eq!(contact.read(), Err(vec![Refusal::WayMissing]));
        let contact = Contact { phone: Some("01 23 45 67 89".into()), ..contact };
        assert_eq!(contact.read().unwrap().email, None);
    }
}
