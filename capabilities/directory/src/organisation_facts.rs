//! An organisation as somebody types it: every field is text, an empty one is not known.

use passerelle_kernel::{Language, Timestamp};

use crate::{
    Bic, Country, ElectronicAddress, Email, EnterpriseNumber, FinessNumber, Iban, LegalIds, Name, Organisation,
    OrganisationId, OrganisationKind, Phone, Refusal, Siren, Siret, Towns, VatNumber, Website,
};

/// The most characters of an address.
const LONGEST: usize = 500;

/// What is typed about an organisation.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of Organisation and of its legal numbers")]
pub struct OrganisationFacts {
    pub kind: OrganisationKind,
    pub name: String,
    pub short_name: String,
    pub country: Country,
    pub town: String,
    pub post_code: String,
    pub address: String,
    pub finess_site: String,
    pub finess_entity: String,
    pub siren: String,
    pub siret: String,
    pub enterprise: String,
    pub vat: String,
    pub website: String,
    pub email: String,
    pub phone: String,
    pub iban: String,
    pub bic: String,
    pub electronic_address: String,
    pub language: Language,
    /// Whether it takes requests from the public page.
    pub takes_requests: bool,
}

/// Collects the reasons while fields are read.
struct Reader(Vec<Refusal>);

impl Reader {
    fn given<T>(&mut self, text: &str, read: impl Fn(&str) -> Result<T, Refusal>) -> Option<T> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        read(text).map_err(|refusal| self.0.push(refusal)).ok()
    }
}

impl OrganisationFacts {
    /// What is known of an organisation, as it would be typed.
    pub fn of(organisation: &Organisation) -> Self {
        let o = organisation;
        let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
        Self {
            kind: o.kind,
            name: o.name.to_string(),
            short_name: text(o.short_name.as_ref().map(Name::as_str)),
            country: o.country,
            town: text(o.town.as_deref()),
            post_code: text(o.post_code.as_deref()),
            address: o.address.clone(),
            finess_site: text(o.ids.finess_site.as_ref().map(FinessNumber::as_str)),
            finess_entity: text(o.ids.finess_entity.as_ref().map(FinessNumber::as_str)),
            siren: text(o.ids.siren.as_ref().map(Siren::as_str)),
            siret: text(o.ids.siret.as_ref().map(Siret::as_str)),
            enterprise: text(o.ids.enterprise.as_ref().map(EnterpriseNumber::as_str)),
            vat: text(o.ids.vat.as_ref().map(VatNumber::as_str)),
            website: text(o.website.as_ref().map(Website::as_str)),
            email: text(o.email.as_ref().map(Email::as_str)),
            phone: text(o.phone.as_ref().map(Phone::as_str)),
            iban: text(o.iban.as_ref().map(Iban::as_str)),
            bic: text(o.bic.as_ref().map(Bic::as_str)),
            electronic_address: text(o.electronic_address.as_ref().map(ElectronicAddress::as_str)),
            language: o.language,
            takes_requests: o.takes_requests_at.is_some(),
        }
    }

    /// The organisation, or every reason why not. `now` is when it begins to take requests, if it does.
    pub fn read(&self, id: OrganisationId, now: Timestamp) -> Result<Organisation, Vec<Refusal>> {
        let mut reader = Reader(Vec::new());
        let name = Name::new(&self.name).map_err(|refusal| reader.0.push(refusal)).ok();
        let ids = self.read_ids(&mut reader);
        if self.address.chars().count() > LONGEST || self.town.chars().count() > Name::MAX || self.post_code.len() > 20
        {
            reader.0.push(Refusal::TooLong);
        }
        if self.takes_requests && self.kind != OrganisationKind::Association {
            reader.0.push(Refusal::RequestsOfAssociation);
        }
        let line = |text: &str| Some(crate::name::one_line(text)).filter(|text| !text.is_empty());
        let town = line(&self.town);
        let organisation = name.map(|name| Organisation {
            short_name: reader.given(&self.short_name, Name::new),
            point: town.as_deref().and_then(|town| Towns::built_in().point(town, self.country)),
            town,
            post_code: line(&self.post_code),
            address: self.address.lines().filter_map(line).collect::<Vec<_>>().join("\n"),
            ids,
            website: reader.given(&self.website, Website::parse),
            email: reader.given(&self.email, Email::parse),
            phone: reader.given(&self.phone, Phone::parse),
            iban: reader.given(&self.iban, Iban::parse),
            bic: reader.given(&self.bic, Bic::parse),
            electronic_address: reader.given(&self.electronic_address, ElectronicAddress::parse),
            language: self.language,
            takes_requests_at: self.takes_requests.then_some(now),
            ..Organisation::new(id, self.kind, name, self.country)
        });
        match organisation {
            Some(organisation) if reader.0.is_empty() => Ok(organisation),
            _ => Err(reader.0),
        }
    }

    fn read_ids(&self, reader: &mut Reader) -> LegalIds {
        let ids = LegalIds {
            finess_site: reader.given(&self.finess_site, FinessNumber::parse),
            finess_entity: reader.given(&self.finess_entity, FinessNumber::parse),
            siren: reader.given(&self.siren, Siren::parse),
            siret: reader.given(&self.siret, Siret::parse),
            enterprise: reader.given(&self.enterprise, EnterpriseNumber::parse),
            vat: reader.given(&self.vat, VatNumber::parse),
        };
        if let Err(refusal) = ids.check(self.country) {
            reader.0.push(refusal);
        }
        ids
    }
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::Id;

    use super::*;

    #[test]
    fn what_is_read_is_typed_the_same_again() {
        let facts = OrganisationFacts {
            name: "Centre hospitalier des Tilleuls".into(),
            town: "Montfleuri".into(),
            address: "1 rue des Tilleuls\n\n BP 3".into(),
            siret: "900 000 019 00019".into(),
            iban: "BE68 5390 0754 7034".into(),
            website: "tilleuls.example".into(),
            ..OrganisationFacts::default()
        };
        let organisation = facts.read(Id::nil(), Timestamp::UNIX_EPOCH).unwrap();
        let typed = OrganisationFacts::of(&organisation);
        assert_eq!(typed.address, "1 rue des Tilleuls\nBP 3");
        assert_eq!(typed.read(Id::nil(), Timestamp::UNIX_EPOCH), Ok(organisation));
    }

    #[test]
    fn every_reason_is_told_at_once() {
        let facts = OrganisationFacts {
            siret: "1".into(),
            email: "x".into(),
            takes_requests: true,
            ..OrganisationFacts::default()
        };
        let refusals = facts.read(Id::nil(), Timestamp::UNIX_EPOCH).unwrap_err();
        assert_eq!(refusals, [Refusal::NameMissing, Refusal::Siret, Refusal::RequestsOfAssociation]);
        let named = OrganisationFacts { name: "Nous".into(), ..facts };
        let refusals = named.read(Id::nil(), Timestamp::UNIX_EPOCH).unwrap_err();
        assert_eq!(refusals, [Refusal::Siret, Refusal::RequestsOfAssociation, Refusal::Email]);
    }
}
