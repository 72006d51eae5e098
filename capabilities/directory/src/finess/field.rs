//! The fields of a row that we keep, in the words that a preview uses.

codes! {
    /// A field of FINESS.
    pub enum Field {
        /// Number of the site.
        Number = "number",
        /// Number of the legal entity.
        LegalEntity = "legal-entity",
        /// Long name, or the short one when there is no other.
        Name = "name",
        /// Short name.
        ShortName = "short-name",
        /// Second line of the name.
        Complement = "complement",
        /// Lines of the address.
        Address = "address",
        /// Post code.
        PostCode = "post-code",
        /// Town.
        Town = "town",
        /// Code of the department.
        Department = "department",
        /// Code of the commune.
        Commune = "commune",
        /// Telephone.
        Phone = "phone",
        /// Code of the category.
        Category = "category",
        /// Words of the category.
        CategoryLabel = "category-label",
        /// SIRET.
        Siret = "siret",
        /// Day of opening.
        Opened = "opened",
        /// Day of the last update in the registry.
        Updated = "updated",
        /// Place on the map.
        Coordinates = "coordinates",
        /// Date of the file.
        Published = "published",
    }
}
