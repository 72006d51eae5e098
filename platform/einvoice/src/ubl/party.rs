//! Seller and buyer (BG-4, BG-7).

use crate::{
    Address, Contact, Identifier, Party,
    xml::{Element, element},
};

/// The party that sells.
pub(super) fn seller(party: &Party) -> Element {
    common(party, party.tax_registration.as_deref(), party.legal_note.as_deref())
}

/// The party that buys.
pub(super) fn buyer(party: &Party) -> Element {
    common(party, None, None)
}

fn common(party: &Party, tax_registration: Option<&str>, legal_note: Option<&str>) -> Element {
    let legal = element("cac:PartyLegalEntity")
        .text("cbc:RegistrationName", &party.name)
        .child(identifier("cbc:CompanyID", party.registration.as_ref()))
        .maybe("cbc:CompanyLegalForm", legal_note);
    let establishment = identifier("cbc:ID", party.establishment.as_ref());
    element("cac:Party")
        .child(identifier("cbc:EndpointID", party.endpoint.as_ref()))
        .child(element("cac:PartyIdentification").child(establishment))
        .child(element("cac:PartyName").text("cbc:Name", &party.name))
        .child(address(&party.address))
        .children(party.vat_number.as_deref().map(|number| tax("VAT", number)))
        .children(tax_registration.map(|number| tax("TAX", number)))
        .child(legal)
        .children(party.contact.as_ref().map(contact))
}

fn identifier(name: &'static str, id: Option<&Identifier>) -> Element {
    match id {
        Some(id) => element(name).with("schemeID", &id.scheme).content(&id.value),
        None => element(name),
    }
}

fn tax(scheme: &str, number: &str) -> Element {
    element("cac:PartyTaxScheme").text("cbc:CompanyID", number).child(element("cac:TaxScheme").text("cbc:ID", scheme))
}

fn address(address: &Address) -> Element {
    let line = |n: usize| address.lines.get(n).map(String::as_str);
    let rest = address.lines.get(2..).map(|lines| lines.join(", "));
    element("cac:PostalAddress")
        .maybe("cbc:StreetName", line(0))
        .maybe("cbc:AdditionalStreetName", line(1))
        .text("cbc:CityName", &address.city)
        .text("cbc:PostalZone", &address.postcode)
        .child(element("cac:AddressLine").maybe("cbc:Line", rest.as_deref()))
        .child(element("cac:Country").text("cbc:IdentificationCode", &address.country))
}

fn contact(contact: &Contact) -> Element {
    element("cac:Contact")
        .maybe("cbc:Name", contact.name.as_deref())
        .maybe("cbc:Telephone", contact.phone.as_deref())
        .maybe("cbc:ElectronicMail", contact.email.as_deref())
}
