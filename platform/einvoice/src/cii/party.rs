//! Seller and buyer (BG-4, BG-7).

use crate::{
    Address, Contact, Identifier, Party,
    xml::{Element, element},
};

/// `ram:SellerTradeParty`.
pub(super) fn seller(party: &Party) -> Element {
    let tax = registration("FC", party.tax_registration.as_deref());
    common(element("ram:SellerTradeParty"), party, party.legal_note.as_deref()).child(tax)
}

/// `ram:BuyerTradeParty`.
pub(super) fn buyer(party: &Party) -> Element {
    common(element("ram:BuyerTradeParty"), party, None)
}

fn common(root: Element, party: &Party, description: Option<&str>) -> Element {
    root.child(identifier("ram:GlobalID", party.establishment.as_ref()))
        .text("ram:Name", &party.name)
        .maybe("ram:Description", description)
        .child(element("ram:SpecifiedLegalOrganization").child(identifier("ram:ID", party.registration.as_ref())))
        .children(party.contact.as_ref().map(contact))
        .child(address(&party.address))
        .child(element("ram:URIUniversalCommunication").child(identifier("ram:URIID", party.endpoint.as_ref())))
        .child(registration("VA", party.vat_number.as_deref()))
}

fn identifier(name: &'static str, id: Option<&Identifier>) -> Element {
    match id {
        Some(id) => element(name).with("schemeID", &id.scheme).content(&id.value),
        None => element(name),
    }
}

fn registration(scheme: &'static str, number: Option<&str>) -> Element {
    let id = element("ram:ID").with("schemeID", scheme).content(number.unwrap_or(""));
    element("ram:SpecifiedTaxRegistration").child(id)
}

fn contact(contact: &Contact) -> Element {
    let phone = element("ram:TelephoneUniversalCommunication");
    let mail = element("ram:EmailURIUniversalCommunication");
    element("ram:DefinedTradeContact")
        .maybe("ram:PersonName", contact.name.as_deref())
        .child(phone.maybe("ram:CompleteNumber", contact.phone.as_deref()))
        .child(mail.maybe("ram:URIID", contact.email.as_deref()))
}

fn address(address: &Address) -> Element {
    let line = |n: usize| address.lines.get(n).map(String::as_str);
    let rest = address.lines.get(2..).map(|lines| lines.join(", "));
    element("ram:PostalTradeAddress")
        .text("ram:PostcodeCode", &address.postcode)
        .maybe("ram:LineOne", line(0))
        .maybe("ram:LineTwo", line(1))
        .maybe("ram:LineThree", rest.as_deref())
        .text("ram:CityName", &address.city)
        .text("ram:CountryID", &address.country)
}
