//! The people of the demonstration. Nobody of them exists: each has the name of a tree or a plant as a family name, in
//! one of the languages of the field, and an address that leads nowhere (`.example`, RFC 2606).

use passerelle_directory::Role::{self, Admin, Coordinator, Head, Peer, Referent, Treasurer};

/// Somebody who does not exist.
pub(super) struct Somebody {
    /// The part of the address before the `@`.
    pub(super) key: &'static str,
    /// Their name, as they write it.
    pub(super) name: &'static str,
    /// What they do.
    pub(super) role: Role,
    /// Where: an association, an institution, or a team.
    pub(super) at: &'static str,
    /// The town they travel from, for peers.
    pub(super) town: &'static str,
    /// The languages they speak with people.
    pub(super) languages: &'static str,
}

const fn person(key: &'static str, name: &'static str, role: Role, at: &'static str) -> Somebody {
    Somebody { key, name, role, at, town: "", languages: "fr" }
}

const fn peer(
    key: &'static str,
    name: &'static str,
    at: &'static str,
    town: &'static str,
    languages: &'static str,
) -> Somebody {
    Somebody { key, name, role: Peer, at, town, languages }
}

/// Who runs an association here: they are there first, the person who founds it before all.
pub(super) const STAFF: &[Somebody] = &[
    person("ada", "Ada Sorbier", Admin, "espairs"),
    person("coralie", "Coralie Tilleul", Coordinator, "espairs"),
    person("marguerite", "Marguerite Noisetier", Treasurer, "espairs"),
    person("wim", "Wim Beuk", Admin, "pat"),
    person("odile", "Odile Frêne", Coordinator, "pat"),
    person("bastien", "Bastien Mélèze", Treasurer, "pat"),
    person("yasmina", "Yasmina Laurier", Admin, "esperpro"),
    person("farid", "Farid Micocoulier", Coordinator, "esperpro"),
    person("rosa", "Rosa Pinheiro", Treasurer, "esperpro"),
];

/// Who runs the other associations and the federation; they do nothing here but describe them.
pub(super) const RUNNERS: &[Somebody] = &[
    person("solene", "Solène Alisier", Admin, "fapaf"),
    person("griet", "Griet Meidoorn", Admin, "smes"),
    person("malika", "Malika Olivier", Admin, "forum"),
    person("montse", "Montse Alzina", Admin, "primerapersona"),
    person("rowan", "Rowan Hazel", Admin, "mind"),
    person("ivy", "Ivy Holly", Admin, "nsun"),
    person("aroha", "Aroha Kōwhai", Admin, "tepou"),
    person("mere", "Mere Rātā", Admin, "mindandbody"),
    person("juniper", "Juniper Elm", Admin, "nami"),
];

/// Who welcomes peers, in institutions and teams.
pub(super) const HOSTS: &[Somebody] = &[
    person("helene", "Hélène Cerisier", Head, "fleyriat"),
    person("samir", "Samir Prunier", Referent, "liaison"),
    person("solange", "Solange Poirier", Referent, "urgences"),
    person("lucien", "Lucien Cognassier", Head, "cpa"),
    person("nadege", "Nadège Néflier", Referent, "rehab"),
    person("victor", "Victor Merisier", Referent, "mobile"),
    person("paula", "Paula Figueira", Referent, "jour"),
    person("eugenie", "Eugénie Groseillier", Referent, "familles"),
    person("antoine", "Antoine Oranger", Head, "fondationdenice"),
    person("claire", "Claire Abricotier", Referent, "ulam"),
    person("mehdi", "Mehdi Citronnier", Referent, "act"),
    person("irina", "Irina Vyshnia", Referent, "asile"),
    person("greet", "Greet Appelboom", Head, "saintmartin"),
    person("pascal", "Pascal Pommier", Referent, "ouverte"),
    person("fiona", "Fiona Mûrier", Referent, "comptoir"),
    person("celestine", "Célestine Pêcher", Referent, "circe"),
    person("johan", "Johan Vlier", Referent, "guichet"),
];

/// The peers.
pub(super) const PEERS: &[Somebody] = &[
    peer("noor", "Noor Amandier", "espairs", "Lyon", "fr ar"),
    peer("mathis", "Mathis Bouleau", "espairs", "Bourg-en-Bresse", "fr"),
    peer("aicha", "Aïcha Zitoun", "espairs", "Ambérieu-en-Bugey", "fr ar"),
    peer("oksana", "Oksana Verba", "espairs", "Lyon", "fr uk ru"),
    peer("luis", "Luís Sobreiro", "espairs", "Ceyzériat", "fr pt"),
    peer("fatou", "Fatou Karité", "espairs", "Villars-les-Dombes", "fr wo"),
    peer("camille", "Camille Charme", "espairs", "Villefranche-sur-Saône", "fr"),
    peer("jo", "Jo", "espairs", "Mâcon", "fr en"),
    peer("karim", "Karim Nakhla", "espairs", "Montrevel-en-Bresse", "fr ar"),
    peer("sylvie", "Sylvie Genévrier", "espairs", "Bourg-en-Bresse", "fr"),
    peer("ibrahima", "Ibrahima Tamarin", "espairs", "Pont-d’Ain", "fr ff"),
    peer("elodie", "Élodie Saule", "espairs", "Bourg-en-Bresse", "fr"),
    peer("bruno", "Bruno Châtaignier", "espairs", "Oyonnax", "fr"),
    peer("mariam", "Mariam Kola", "espairs", "Péronnas", "fr bm"),
    peer("yann", "Yann Aubépine", "espairs", "Mâcon", "fr br"),
    peer("ines", "Inês Medronho", "espairs", "Montrevel-en-Bresse", "fr pt"),
    peer("dominique", "Dominique Lif", "espairs", "Bourg-en-Bresse", "fr"),
    peer("leila", "Leïla Jasmin", "espairs", "Bourg-en-Bresse", "fr ar"),
    peer("pavlo", "Pavlo Yalyna", "espairs", "Lyon", "uk fr"),
    peer("agathe", "Agathe Cornouiller", "espairs", "Châtillon-sur-Chalaronne", "fr"),
    peer("moussa", "Moussa Rônier", "espairs", "Viriat", "fr dyu"),
    peer("odette", "Odette Églantier", "espairs", "Saint-Étienne", "fr"),
    peer("rachid", "Rachid Roumman", "espairs", "Bourg-en-Bresse", "fr ar"),
    peer("lan", "Lan Bambou", "espairs", "Bourg-en-Bresse", "fr vi"),
    peer("gaspard", "Gaspard Aulne", "espairs", "Bourg-en-Bresse", "fr fsl"),
    peer("amadou", "Amadou Fromager", "pat", "Namur", "fr wo"),
    peer("lotte", "Lotte Linde", "pat", "Bruxelles", "fr nl"),
    peer("jamila", "Jamila Arganier", "pat", "Bruxelles", "fr ar"),
    peer("thierry", "Thierry Peuplier", "pat", "Charleroi", "fr"),
    peer("nadia", "Nadia Figuier", "pat", "Liège", "fr ar"),
    peer("koffi", "Koffi Iroko", "pat", "Namur", "fr"),
    peer("veerle", "Veerle Hazelaar", "pat", "Bruxelles", "fr nl"),
    peer("emile", "Émile Houx", "pat", "Namur", "fr"),
    peer("tiago", "Tiago Azinheira", "esperpro", "Nice", "fr pt"),
    peer("lucie", "Lucie Tamaris", "esperpro", "Nice", "fr"),
    peer("hocine", "Hocine Caroubier", "esperpro", "Cannes", "fr ar"),
    peer("samia", "Samia Henné", "esperpro", "Nice", "fr ar"),
    peer("denis", "Denis Cyprès", "esperpro", "Marseille", "fr"),
    peer("awa", "Awa Néré", "esperpro", "Marseille", "fr bm"),
    peer("vira", "Vira Yasen", "esperpro", "Nice", "fr uk"),
];

/// The peers whose day shows something to look at, after those of [`STAFF`] and [`HOSTS`].
pub(super) const PRINTED_PEERS: &[&str] = &["noor", "mathis", "leila", "amadou", "tiago"];
