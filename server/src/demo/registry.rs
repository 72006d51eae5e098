//! Sites of the French registry of care institutions (FINESS), as the file that the registry publishes would tell them.
//!
//! The facts are public (FINESS, edition 111 of 12 May 2026, Licence Ouverte 2.0); no sentence of the registry is kept
//! here. The demonstration gives the text to the same import as any other file.

/// A site by its public facts.
struct Site {
    /// How the demonstration calls it, if it plays a part.
    key: Option<&'static str>,
    number: &'static str,
    entity: &'static str,
    short: &'static str,
    name: &'static str,
    /// Delivery, number, kind and name of the street: the fields 5 to 9 of a row.
    street: [&'static str; 5],
    commune: &'static str,
    department: [&'static str; 2],
    town: &'static str,
    phone: &'static str,
    /// Code and label of the category, and of the group of categories.
    category: [&'static str; 4],
    siret: &'static str,
    opened: &'static str,
    updated: &'static str,
    /// Lambert 93, in metres.
    place: Option<[&'static str; 2]>,
}

const HOSPITAL: [&str; 4] = ["355", "Centre Hospitalier (C.H.)", "1102", "Centres Hospitaliers"];
const PSYCHIATRY: [&str; 4] = [
    "292",
    "Centre Hospitalier Spécialisé lutte Maladies Mentales",
    "1103",
    "Centres Hospitaliers Spécialisés Lutte Maladies Mentales",
];
const CHILDREN: [&str; 4] =
    ["223", "Protection Maternelle et Infantile (P.M.I.)", "2202", "Etablissements de PMI et de Planification"];

const SITES: &[Site] = &[
    Site {
        key: Some("fleyriat"),
        number: "010000024",
        entity: "010780054",
        short: "CH DE FLEYRIAT",
        name: "CENTRE HOSPITALIER DE BOURG-EN-BRESSE FLEYRIAT",
        street: ["", "", "900", "RTE", "DE PARIS"],
        commune: "451",
        department: ["01", "AIN"],
        town: "01440 VIRIAT",
        phone: "0474454647",
        category: HOSPITAL,
        siret: "26010004500012",
        opened: "1979-02-13",
        updated: "2020-02-04",
        place: Some(["874051.2", "6571283.4"]),
    },
    Site {
        key: Some("cpa"),
        number: "010000495",
        entity: "010783009",
        short: "CENTRE PSYCHOTHERAPIQUE DE L'AIN",
        name: "CENTRE PSYCHOTHERAPIQUE DE L'AIN",
        street: ["", "", "", "AV", "DE MARBOZ"],
        commune: "053",
        department: ["01", "AIN"],
        town: "01012 BOURG EN BRESSE CEDEX",
        phone: "0474522911",
        category: PSYCHIATRY,
        siret: "",
        opened: "1977-01-01",
        updated: "2018-07-13",
        place: Some(["872203.8", "6570214.9"]),
    },
    Site {
        key: Some("chatillon"),
        number: "010002251",
        entity: "010783009",
        short: "HDJ ADULTES CHATILLON",
        name: "HDJ ADULTES CHATILLON",
        street: ["", "289 A AVENUE DUBANCHET", "", "", ""],
        commune: "093",
        department: ["01", "AIN"],
        town: "01400 CHATILLON SUR CHALARONNE",
        phone: "0474522406",
        category: PSYCHIATRY,
        siret: "",
        opened: "1999-02-03",
        updated: "2020-01-06",
        place: None,
    },
    Site {
        key: Some("lapasserelle"),
        number: "010008993",
        entity: "010783009",
        short: "HDJ ENFANTS LA PASSERELLE BOURG",
        name: "HDJ ENFANTS LA PASSERELLE BOURG-EN-BRESSE",
        street: ["", "", "7", "AV", "MUSCAT"],
        commune: "053",
        department: ["01", "AIN"],
        town: "01000 BOURG EN BRESSE",
        phone: "0474522710",
        category: PSYCHIATRY,
        siret: "",
        opened: "2001-08-02",
        updated: "2020-01-06",
        place: None,
    },
    Site {
        key: None,
        number: "020000154",
        entity: "020000295",
        short: "HJ SAINT QUENTIN PSY ENFANT ET ADO",
        name: "HJ SAINT QUENTIN PSYCHIATRIE ENFANT ET ADOLESCENT",
        street: ["", "", "222", "R", "DU DOCTEUR CORDIER"],
        commune: "691",
        department: ["02", "AISNE"],
        town: "02100 ST QUENTIN",
        phone: "0323607700",
        category: PSYCHIATRY,
        siret: "",
        opened: "1969-11-02",
        updated: "2025-02-06",
        place: None,
    },
    Site {
        key: None,
        number: "970102018",
        entity: "970113015",
        short: "PMI SAINT BARTHELEMY",
        name: "PMI SAINT BARTHELEMY",
        street: ["PMI CMS DE GUSTAVIA", "", "4", "R", "AUGUST NYMAN"],
        commune: "123",
        department: ["9A", "GUADELOUPE"],
        town: "97133 ST BARTHELEMY",
        phone: "0590276027",
        category: CHILDREN,
        siret: "",
        opened: "",
        updated: "",
        place: None,
    },
];

impl Site {
    fn row(&self) -> String {
        let [complement, delivery, number, way, street] = self.street;
        let [category, label, group, group_label] = self.category;
        let [department, department_name] = self.department;
        let mut fields = vec!["structureet", self.number, self.entity, self.short, self.name, complement, delivery];
        fields.extend([number, way, street, "", "", self.commune, department, department_name, self.town, self.phone]);
        fields.extend(["", category, label, group, group_label, self.siret, "", "", "", "", "", self.opened, ""]);
        fields.extend([self.updated, ""]);
        fields.join(";")
    }

    fn place_row(&self) -> Option<String> {
        let [x, y] = self.place?;
        Some(format!(
            "geolocalisation;{};{x};{y};1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;2026-05-04",
            self.number
        ))
    }
}

/// The file of the registry with these sites.
pub(super) fn file() -> String {
    let manifest = std::iter::once("finess;etalab;111;2026-05-12".to_owned());
    let rows = SITES.iter().map(Site::row).chain(SITES.iter().filter_map(Site::place_row));
    manifest.chain(rows).map(|row| row + "\n").collect()
}

/// The number of each site that plays a part, by its name in the demonstration.
pub(super) fn sites() -> impl Iterator<Item = (&'static str, &'static str)> {
    SITES.iter().filter_map(|site| Some((site.key?, site.number)))
}

/// The name of a site as people read it.
pub(super) fn name(key: &str) -> String {
    let site = SITES.iter().find(|site| site.key == Some(key));
    site.map_or_else(String::new, |site| passerelle_directory::finess::display_name(site.short))
}
