//! The organisations of the demonstration: real, public facts (name, kind, town, country), told in public
//! documents of the field, whose number is the source. What they do in the demonstration is invented.

use passerelle_directory::OrganisationKind::{
    self, Association, Authority, Federation, Institution, Programme, School,
};

/// An organisation by its public facts.
pub(super) struct Known {
    /// How the demonstration calls it; also the host of its invented addresses.
    pub(super) key: &'static str,
    /// Its name.
    pub(super) name: &'static str,
    /// What it is.
    pub(super) kind: OrganisationKind,
    /// Its town.
    pub(super) town: &'static str,
    /// Its country, as two letters.
    pub(super) country: &'static str,
}

const fn known(
    key: &'static str,
    name: &'static str,
    kind: OrganisationKind,
    town: &'static str,
    country: &'static str,
) -> Known {
    Known { key, name, kind, town, country }
}

/// The associations that work with the server of the demonstration.
pub(super) const FOUNDED: &[Known] = &[
    // Source: document 000.
    known("espairs", "Espairs Pair Aidance Santé Mentale Rhône", Association, "Lyon", "FR"),
    known("pat", "Peer and Team Support (PAT)", Association, "Namur", "BE"),
    // Source: document 003.
    known("esperpro", "ESPER Pro", Association, "Marseille", "FR"),
];

/// Everybody else in the directory; the sites of the registry come on top ([`super::registry`]).
pub(super) const OTHERS: &[Known] = &[
    // Source: document 000.
    known("saintmartin", "Centre Neuro Psychiatrique Saint-Martin", Institution, "Namur", "BE"),
    known("epsmlille", "Établissement Public de Santé Mentale Lille-Métropole", Institution, "Lille", "FR"),
    known("arad", "Universitatea Aurel Vlaicu din Arad", School, "Arad", "RO"),
    known("henam", "Haute École de la Province de Namur", School, "Namur", "BE"),
    known(
        "primerapersona",
        "Grupo de Investigación en Salud Mental en Primera Persona",
        Association,
        "Barcelona",
        "ES",
    ),
    known("ciusss", "CIUSSS de l'Est-de-l'Île-de-Montréal", Institution, "Montréal", "CA"),
    known("inn", "Inland Norway University of Applied Sciences", School, "Lillehammer", "NO"),
    known("ulm", "Universität Ulm", School, "Ulm", "DE"),
    known("fapaf", "FAPAF", Federation, "Namur", "BE"),
    known("tuto3", "Projet TuTo3", Federation, "Namur", "BE"),
    known("mind", "Mind", Association, "London", "GB"),
    known("nsun", "National Survivor User Network (NSUN)", Association, "London", "GB"),
    known("nmhc", "National Mental Health Commission", Authority, "Sydney", "AU"),
    known("tepou", "Te Pou", Association, "Auckland", "NZ"),
    known("mindandbody", "Mind and Body Consultants", Association, "Auckland", "NZ"),
    known("samhsa", "SAMHSA", Authority, "Rockville", "US"),
    known("nami", "NAMI", Association, "Arlington, VA", "US"),
    // Source: document 003.
    known("ccoms", "Licence CCOMS, option médiation paire", Programme, "Lille", "FR"),
    known("udl", "Université de Lyon", Programme, "Lyon", "FR"),
    known("utours", "Université de Tours", Programme, "Tours", "FR"),
    known("uparis", "Université de Paris", Programme, "Paris", "FR"),
    known("ubordeaux", "Université de Bordeaux", Programme, "Bordeaux", "FR"),
    known("amu", "Aix-Marseille Université", Programme, "Marseille", "FR"),
    known("cofor", "CoFoR", Programme, "Marseille", "FR"),
    // Source: document 004.
    known("hetis", "HETIS", School, "Nice", "FR"),
    known("nomade", "Réseau Nomade", Federation, "Bruxelles", "BE"),
    known("dune", "Dune", Institution, "Bruxelles", "BE"),
    known("nidos", "Nidos", Institution, "Utrecht", "NL"),
    known("fondationdenice", "Fondation de Nice", Institution, "Nice", "FR"),
    known("lilot", "L'Ilot", Institution, "Bruxelles", "BE"),
    known("smes", "Smes", Association, "Bruxelles", "BE"),
    known("sppis", "SPP Intégration sociale", Authority, "Bruxelles", "BE"),
    known("caami", "CAAMI", Institution, "Bruxelles", "BE"),
    known("forum", "Forum Bruxelles contre les inégalités", Association, "Bruxelles", "BE"),
    known("pfbsm", "Plateforme Bruxelloise pour la Santé Mentale", Federation, "Bruxelles", "BE"),
    known("umons", "Université de Mons", Programme, "Mons", "BE"),
    known("rennes2", "Université Rennes 2", Programme, "Rennes", "FR"),
    known("unimes", "Université de Nîmes", School, "Nîmes", "FR"),
];

/// A network and the founders that the documents name.
pub(super) const NETWORKS: &[(&str, &[&str])] =
    &[("fapaf", &["pat"]), ("tuto3", &["espairs", "pat", "primerapersona"])];

/// A team of an institution. Those of Fondation de Nice and Circé are real; the others are invented.
pub(super) struct Place {
    /// How the demonstration calls it.
    pub(super) key: &'static str,
    /// The institution.
    pub(super) of: &'static str,
    /// The association that enters it.
    pub(super) by: &'static str,
    /// Its name.
    pub(super) name: &'static str,
    /// Its town.
    pub(super) town: &'static str,
}

const fn place(key: &'static str, of: &'static str, by: &'static str, name: &'static str, town: &'static str) -> Place {
    Place { key, of, by, name, town }
}

/// The teams that ask for peers.
pub(super) const TEAMS: &[Place] = &[
    place("liaison", "fleyriat", "espairs", "Équipe de liaison", "Viriat"),
    place("urgences", "fleyriat", "espairs", "Accueil des urgences", "Viriat"),
    place("rehab", "cpa", "espairs", "Réhabilitation psychosociale", "Bourg-en-Bresse"),
    place("mobile", "cpa", "espairs", "Équipe mobile", "Bourg-en-Bresse"),
    place("jour", "chatillon", "espairs", "Hôpital de jour", "Châtillon-sur-Chalaronne"),
    place("familles", "lapasserelle", "espairs", "Accueil des familles", "Bourg-en-Bresse"),
    place("asile", "fondationdenice", "espairs", "DA Asile", "Nice"),
    place("ulam", "fondationdenice", "esperpro", "ULAM", "Nice"),
    place("act", "fondationdenice", "esperpro", "ACT", "Nice"),
    place("ouverte", "saintmartin", "pat", "Unité ouverte", "Namur"),
    place("comptoir", "dune", "pat", "Comptoir d'accueil", "Bruxelles"),
    place("circe", "lilot", "pat", "Circé", "Bruxelles"),
    place("guichet", "caami", "pat", "Guichet", "Bruxelles"),
];

/// What an invoice needs of an institution: post code and number. The numbers, made of zeros, are invented, and so is
/// the street of those that no registry tells us ([`STREET`]).
pub(super) struct Payer {
    /// The institution.
    pub(super) key: &'static str,
    /// Its post code, where the registry does not tell it.
    pub(super) post_code: &'static str,
    /// SIREN in France, enterprise number in Belgium.
    pub(super) number: &'static str,
}

const fn payer(key: &'static str, post_code: &'static str, number: &'static str) -> Payer {
    Payer { key, post_code, number }
}

/// A street that does not exist.
pub(super) const STREET: &str = "1 rue de l'Exemple";

/// The institutions that pay invoices; CH de Fleyriat has its number from the registry.
pub(super) const PAYERS: &[Payer] = &[
    payer("cpa", "", "000000034"),
    payer("chatillon", "", "000000042"),
    payer("lapasserelle", "", "000000059"),
    payer("fondationdenice", "06000", "000000067"),
    payer("saintmartin", "5000", "0000000295"),
    payer("dune", "1000", "0000000394"),
    payer("lilot", "1000", "0000000493"),
    payer("caami", "1000", "0000000592"),
];
