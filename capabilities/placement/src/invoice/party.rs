//! The two sides of an invoice as the directory knows them, and what it does not know yet.
//!
//! A French body is named by its SIREN and reached at `0225:SIREN`, a Belgian one by its enterprise number and reached
//! at `0208:number`, unless the directory has another electronic address. What the law or EN 16931 wants and is missing
//! is told before anything is issued (BR-09, BR-11, BR-61, BR-S-02, BR-E-02, BR-FR-10 to BR-FR-13).

use std::collections::BTreeSet;

use passerelle_directory::{Country, Organisation};
use passerelle_einvoice::{Address, Contact, Identifier, Party};
use passerelle_kernel::Language;

use crate::agreement::Vat;

codes! {
    /// A fact that an invoice needs and the directory does not have.
    pub enum Missing {
        /// SIREN or enterprise number of the association.
        SellerNumber = "seller-number",
        /// Street, post code or town of the association.
        SellerAddress = "seller-address",
        /// The account to pay to.
        SellerIban = "seller-iban",
        /// The VAT number of the association, which a rate of VAT or a reverse charge needs.
        SellerVat = "seller-vat",
        /// SIREN or enterprise number of the institution.
        BuyerNumber = "buyer-number",
        /// Street, post code or town of the institution.
        BuyerAddress = "buyer-address",
        /// The VAT number of an institution that owes the VAT itself.
        BuyerVat = "buyer-vat",
    }
}

impl Missing {
    /// Whether the association has to fill it in (else it belongs to the institution's record).
    pub const fn is_of_seller(self) -> bool {
        !matches!(self, Self::BuyerNumber | Self::BuyerAddress | Self::BuyerVat)
    }
}

/// Both sides, complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parties {
    /// The association.
    pub seller: Party,
    /// The institution.
    pub buyer: Party,
    /// The account to pay to.
    pub iban: String,
    /// Its bank.
    pub bic: Option<String>,
    /// The language of the paper: the institution's.
    pub language: Language,
}

/// Both sides of an invoice under this position on VAT.
///
/// # Errors
/// Everything that is missing in the directory.
pub fn parties(seller: &Organisation, buyer: &Organisation, vat: Vat) -> Result<Parties, BTreeSet<Missing>> {
    let (sells, buys) = (party(seller, vat), party(buyer, vat));
    let complete = |party: &Party| !party.address.lines.is_empty() && !party.address.city.is_empty();
    let numbered = |party: &Party| party.registration.is_some() || party.vat_number.is_some();
    let facts = [
        (numbered(&sells), Missing::SellerNumber),
        (complete(&sells), Missing::SellerAddress),
        (seller.iban.is_some(), Missing::SellerIban),
        (!needs_vat_number(vat) || sells.vat_number.is_some(), Missing::SellerVat),
        (numbered(&buys), Missing::BuyerNumber),
        (complete(&buys), Missing::BuyerAddress),
        (vat != Vat::ReverseCharge || buys.vat_number.is_some(), Missing::BuyerVat),
    ];
    let missing: BTreeSet<_> = facts.into_iter().filter(|(known, _)| !known).map(|(_, fact)| fact).collect();
    match &seller.iban {
        Some(iban) if missing.is_empty() => Ok(Parties {
            seller: Party { tax_registration: sells.registration.as_ref().map(|id| id.value.clone()), ..sells },
            buyer: buys,
            iban: iban.as_str().to_owned(),
            bic: seller.bic.as_ref().map(|bic| bic.as_str().to_owned()),
            language: buyer.language,
        }),
        _ => Err(missing),
    }
}

/// Directive 2006/112/EC, article 226 (3).
const fn needs_vat_number(vat: Vat) -> bool {
    matches!(vat, Vat::Standard(_) | Vat::ReverseCharge)
}

fn party(organisation: &Organisation, vat: Vat) -> Party {
    let o = organisation;
    let siren = o.ids.siren().map(|siren| Identifier::siren(siren.as_str()));
    let enterprise = o.ids.enterprise.as_ref().map(|number| Identifier::belgian(number.as_str()));
    let registration = if o.country == Country::BELGIUM { enterprise } else { siren };
    // Where VAT has no say, no VAT number may be named (BR-O-02).
    let vat_number = o.ids.vat.as_ref().filter(|_| vat != Vat::OutsideScope);
    let (phone, email) = (o.phone.as_ref(), o.email.as_ref());
    Party {
        name: o.name.to_string(),
        endpoint: endpoint(o, registration.as_ref()),
        registration,
        establishment: o.ids.siret.as_ref().map(|siret| Identifier::siret(siret.as_str())),
        vat_number: vat_number.map(|number| number.as_str().to_owned()),
        tax_registration: None,
        legal_note: None,
        address: Address {
            lines: o.address.lines().map(str::to_owned).collect(),
            postcode: o.post_code.clone().unwrap_or_default(),
            city: o.town.clone().unwrap_or_default(),
            country: o.country.as_str().to_owned(),
        },
        contact: (phone.is_some() || email.is_some()).then(|| Contact {
            name: None,
            phone: phone.map(|phone| phone.as_str().to_owned()),
            email: email.map(|email| email.as_str().to_owned()),
        }),
    }
}

fn endpoint(organisation: &Organisation, registration: Option<&Identifier>) -> Option<Identifier> {
    let given = organisation.electronic_address.as_ref().and_then(|address| address.as_str().split_once(':'));
    match given {
        Some((scheme, value)) => Some(Identifier::new(scheme, value)),
        None if organisation.country == Country::FRANCE => registration.map(|id| Identifier::french_address(&id.value)),
        None => registration.cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        agreement::{VatRate, VatReason},
        samples::id,
    };
    use passerelle_directory::{LegalIds, Name, OrganisationKind};

    fn french(siren: &str) -> Organisation {
        let name = Name::new("Les Tilleuls").unwrap();
        Organisation {
            town: Some("Montfleuri".into()),
            address: "1 rue des Tilleuls\nBP 3".into(),
            ids: LegalIds { siren: siren.parse_siren(), ..LegalIds::default() },
            ..Organisation::new(id(1), OrganisationKind::Institution, name, Country::FRANCE)
        }
    }

    trait ParseSiren {
        fn parse_siren(&self) -> Option<passerelle_directory::Siren>;
    }

    impl ParseSiren for str {
        fn parse_siren(&self) -> Option<passerelle_directory::Siren> {
            passerelle_directory::Siren::parse(self).ok()
        }
    }

    const EXEMPT: Vat = Vat::Exempt(VatReason::FrNonProfit);

    #[test]
    fn everything_that_is_missing_is_told_at_once() {
        let bare =
            |name| Organisation::new(id(2), OrganisationKind::Association, Name::new(name).unwrap(), Country::FRANCE);
        let missing = parties(&bare("Nous"), &bare("Eux"), Vat::ReverseCharge).unwrap_err();
        assert_eq!(missing, Missing::ALL.iter().copied().collect());
        let taxed = parties(&bare("Nous"), &bare("Eux"), Vat::Standard(VatRate::Fr20)).unwrap_err();
        assert!(taxed.contains(&Missing::SellerVat) && !taxed.contains(&Missing::BuyerVat), "{taxed:?}");
        let buyer_only = parties(&bare("Nous"), &french("732829320"), EXEMPT).unwrap_err();
        assert!(buyer_only.iter().all(|fact| fact.is_of_seller()), "{buyer_only:?}");
    }

    #[test]
    fn a_french_body_is_reached_by_its_siren_unless_it_says_otherwise() {
        let iban = passerelle_directory::Iban::parse("FR76 3000 6000 0112 3456 7890 189").ok();
        let seller = Organisation { iban, ..french("732829320") };
        let both = parties(&seller, &french("100000009"), EXEMPT).unwrap();
        assert_eq!(both.buyer.endpoint, Some(Identifier::french_address("100000009")));
        assert_eq!(both.seller.tax_registration.as_deref(), Some("732829320"));
        let electronic_address = passerelle_directory::ElectronicAddress::parse("0225:100000009_10000000900017").ok();
        let told = Organisation { electronic_address, ..french("100000009") };
        assert_eq!(party(&told, EXEMPT).endpoint, Some(Identifier::french_address("100000009_10000000900017")));
    }
}
