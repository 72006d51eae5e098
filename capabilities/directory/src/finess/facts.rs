//! What FINESS says about one site, kept apart from what people write about it in the directory.
//!
//! An import compares facts with facts: a name that somebody corrected in the directory is not undone.

use passerelle_geography::without_cedex;
use passerelle_kernel::Date;

use super::{Field, display_name};
use crate::{Country, FinessNumber, Name, Organisation, OrganisationId, OrganisationKind, Phone, Point, Siret};

/// The facts of a site, in their published form.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Number of the site.
    pub number: FinessNumber,
    /// Number of the legal entity that runs it.
    pub legal_entity: Option<FinessNumber>,
    /// Long name, or the short one when there is no other; mostly in capitals.
    pub name: Name,
    /// Short name.
    pub short_name: Option<Name>,
    /// Second line of the name.
    pub complement: Option<String>,
    /// Address without post code and town, one line of the envelope per line.
    pub address: String,
    /// Post code.
    pub post_code: Option<String>,
    /// Town, as on the envelope (perhaps with CEDEX).
    pub town: Option<String>,
    /// Code of the department as FINESS writes it: `01`, `2A`, `9A`.
    pub department: Option<String>,
    /// Code of the commune, five characters (INSEE): `01053`, `2A004`, `97123`.
    pub commune: Option<String>,
    /// Telephone.
    pub phone: Option<Phone>,
    /// Code of the category of institution: `292`.
    pub category: Option<String>,
    /// Words of the category.
    pub category_label: Option<String>,
    /// SIRET.
    pub siret: Option<Siret>,
    /// Day of opening.
    pub opened_on: Option<Date>,
    /// Day of the last update in the registry.
    pub updated_on: Option<Date>,
    /// Place on the map.
    pub point: Option<Point>,
}

impl Facts {
    /// Every fact as text, in the order of the preview.
    pub fn values(&self) -> [(Field, Option<String>); 17] {
        let date = |date: Option<Date>| date.map(|date| date.to_string());
        [
            (Field::Number, Some(self.number.to_string())),
            (Field::LegalEntity, self.legal_entity.map(|number| number.to_string())),
            (Field::Name, Some(self.name.to_string())),
            (Field::ShortName, self.short_name.as_ref().map(Name::to_string)),
            (Field::Complement, self.complement.clone()),
            (Field::Address, Some(self.address.clone()).filter(|address| !address.is_empty())),
            (Field::PostCode, self.post_code.clone()),
            (Field::Town, self.town.clone()),
            (Field::Department, self.department.clone()),
            (Field::Commune, self.commune.clone()),
            (Field::Phone, self.phone.as_ref().map(Phone::to_string)),
            (Field::Category, self.category.clone()),
            (Field::CategoryLabel, self.category_label.clone()),
            (Field::Siret, self.siret.map(|siret| siret.to_string())),
            (Field::Opened, date(self.opened_on)),
            (Field::Updated, date(self.updated_on)),
            (Field::Coordinates, self.point.map(|point| point.to_string())),
        ]
    }

    /// Takes back what was known of a field that the file could not tell.
    pub(super) fn keep(&mut self, field: Field, known: &Self) {
        match field {
            Field::LegalEntity => self.legal_entity = known.legal_entity,
            Field::PostCode => self.post_code.clone_from(&known.post_code),
            Field::Department | Field::Commune => {
                self.department.clone_from(&known.department);
                self.commune.clone_from(&known.commune);
            }
            Field::Phone => self.phone.clone_from(&known.phone),
            Field::Category => self.category.clone_from(&known.category),
            Field::Siret => self.siret = known.siret,
            Field::Opened => self.opened_on = known.opened_on,
            Field::Updated => self.updated_on = known.updated_on,
            Field::Coordinates => self.point = known.point,
            Field::Number
            | Field::Name
            | Field::ShortName
            | Field::Complement
            | Field::Address
            | Field::Town
            | Field::CategoryLabel
            | Field::Published => {}
        }
    }

    /// A new organisation of the directory from these facts, its name in readable case.
    pub fn organisation(&self, id: OrganisationId) -> Organisation {
        let readable = |name: &Name| Name::new(&display_name(name.as_str())).unwrap_or_else(|_| name.clone());
        let short_name = self.short_name.as_ref().filter(|short| **short != self.name).map(readable);
        let mut organisation =
            Organisation::new(id, OrganisationKind::Institution, readable(&self.name), Country::FRANCE);
        organisation.short_name = short_name;
        organisation.phone.clone_from(&self.phone);
        self.describe(&mut organisation);
        organisation
    }

    /// Writes address, numbers and place into an organisation; its names, web site and language stay.
    pub fn describe(&self, organisation: &mut Organisation) {
        organisation.country = Country::FRANCE;
        organisation.town = self.town.as_deref().map(|town| display_name(without_cedex(town)));
        organisation.post_code.clone_from(&self.post_code);
        organisation.address.clone_from(&self.address);
        organisation.ids.finess_site = Some(self.number);
        organisation.ids.finess_entity = self.legal_entity;
        organisation.ids.siret = self.siret;
        organisation.ids.siren = organisation.ids.siren.filter(|_| self.siret.is_none());
        organisation.point = self.point;
    }
}
