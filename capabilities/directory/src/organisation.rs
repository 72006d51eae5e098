//! Organisations: associations, institutions, schools, authorities, networks of them, programmes.
//!
//! One record per organisation, whatever the number of networks it belongs to ([`crate::NetworkLink`]).

use passerelle_kernel::{Language, Timestamp};

use crate::{
    Bic, Country, ElectronicAddress, Email, EnterpriseNumber, FinessNumber, Iban, Name, OrganisationId, Phone, Point,
    Refusal, Siren, Siret, VatNumber, Website,
};

codes! {
    /// What an organisation is.
    pub enum OrganisationKind {
        /// Employs peers, or is led by them.
        Association = "association",
        /// Hospital, social service, home: it welcomes peers in its teams.
        Institution = "institution",
        /// School or university.
        School = "school",
        /// Public authority or funder.
        Authority = "authority",
        /// A network: its members are organisations.
        Federation = "federation",
        /// A training programme that has a life of its own.
        Programme = "programme",
    }
}

/// The numbers by which registries know an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LegalIds {
    /// FINESS number of the site (France).
    pub finess_site: Option<FinessNumber>,
    /// FINESS number of the legal entity that runs the site (France).
    pub finess_entity: Option<FinessNumber>,
    /// SIREN, when no SIRET says it (France).
    pub siren: Option<Siren>,
    /// SIRET (France).
    pub siret: Option<Siret>,
    /// Enterprise number (Belgium).
    pub enterprise: Option<EnterpriseNumber>,
    /// VAT number.
    pub vat: Option<VatNumber>,
}

/// An organisation of the directory.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name, as it writes it.
    pub name: Name,
    /// A shorter name or its initials.
    pub short_name: Option<Name>,
    /// Where it is.
    pub country: Country,
    /// Its town.
    pub town: Option<String>,
    /// Its post code.
    pub post_code: Option<String>,
    /// Its address without post code and town, one line of the envelope per line; empty when unknown.
    pub address: String,
    /// Its numbers.
    pub ids: LegalIds,
    /// Its site on the web.
    pub website: Option<Website>,
    /// Where it is on the map.
    pub point: Option<Point>,
    /// The language in which we write to it.
    pub language: Language,
    /// The address for letters that no person of it signs.
    pub email: Option<Email>,
    /// Its telephone.
    pub phone: Option<Phone>,
    /// The account to which its invoices are paid.
    pub iban: Option<Iban>,
    /// The bank of that account.
    pub bic: Option<Bic>,
    /// Where electronic invoices reach it.
    pub electronic_address: Option<ElectronicAddress>,
    /// Since when it takes requests from the public page; only associations do.
    pub takes_requests_at: Option<Timestamp>,
    /// Counts the changes, so that two people do not overwrite each other.
    pub version: i64,
}

impl LegalIds {
    /// The SIREN: as given, else the beginning of the SIRET.
    pub fn siren(&self) -> Option<Siren> {
        self.siren.or_else(|| self.siret.map(|siret| siret.siren()))
    }

    /// Whether the numbers agree with each other and with the country.
    pub fn check(&self, country: Country) -> Result<(), Refusal> {
        let french = self.siren().is_some() || self.finess_site.is_some() || self.finess_entity.is_some();
        if (french && country != Country::FRANCE) || (self.enterprise.is_some() && country != Country::BELGIUM) {
            return Err(Refusal::CountryOfNumber);
        }
        match (self.siren, self.siret) {
            (Some(siren), Some(siret)) if siret.siren() != siren => Err(Refusal::SiretOfAnother),
            _ => Ok(()),
        }
    }
}

impl Default for OrganisationKind {
    /// Most organisations are institutions.
    fn default() -> Self {
        Self::Institution
    }
}

impl Organisation {
    /// The name by which people call it: the short one where there is one.
    pub fn called(&self) -> &Name {
        self.short_name.as_ref().unwrap_or(&self.name)
    }

    /// An organisation of which nothing more is known.
    pub fn new(id: OrganisationId, kind: OrganisationKind, name: Name, country: Country) -> Self {
        Self {
            id,
            kind,
            name,
            short_name: None,
            country,
            town: None,
            post_code: None,
            address: String::new(),
            ids: LegalIds::default(),
            website: None,
            point: None,
            language: Language::Fr,
            email: None,
            phone: None,
            iban: None,
            bic: None,
            electronic_address: None,
            takes_requests_at: None,
            version: 1,
        }
    }

    /// Whether its parts agree with each other.
    pub fn check(&self) -> Result<(), Refusal> {
        self.ids.check(self.country)
    }

    /// Whether organisations can be its members.
    pub fn is_network(&self) -> bool {
        self.kind == OrganisationKind::Federation
    }

    /// Kilometres as the crow flies to `other`, when both places are known.
    pub fn distance_km(&self, other: Point) -> Option<f64> {
        self.point.map(|point| point.distance_km(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        for kind in OrganisationKind::ALL {
            assert_eq!(OrganisationKind::parse(kind.as_str()), Some(*kind));
        }
        assert_eq!(OrganisationKind::parse("hospital"), None);
    }

    #[test]
    fn numbers_agree_with_each_other_and_with_the_country() {
        let siret = Siret::parse("90000001900019").ok();
        let mut ids = LegalIds { siret, ..LegalIds::default() };
        assert_eq!(ids.siren(), Siren::parse("900000019").ok());
        assert_eq!(ids.check(Country::FRANCE), Ok(()));
        assert_eq!(ids.check(Country::BELGIUM), Err(Refusal::CountryOfNumber));
        ids.siren = Siren::parse("009123456").ok();
        assert_eq!(ids.check(Country::FRANCE), Err(Refusal::SiretOfAnother));
        let belgian = LegalIds { enterprise: EnterpriseNumber::parse("0999999922").ok(), ..LegalIds::default() };
        assert_eq!(belgian.check(Country::BELGIUM), Ok(()));
        assert_eq!(belgian.check(Country::FRANCE), Err(Refusal::CountryOfNumber));
    }
}
