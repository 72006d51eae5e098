//! The organisations of the demonstration: real, public facts (name, kind, town, country), told in seven public
//! documents of the field. `source` is the number of the document. What they do in the demonstration is invented.

use passerelle_directory::OrganisationKind::{self, Association, Authority, Federation, Institution, Programme, School};

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
    /// The number of the document that names it.
    pub(super) source: &'static str,
}

const fn known(
    key: &'static str,
    name: &'static str,
    kind: OrganisationKind,
    town: &'static str,
    country: &'static str,
    source: &'static str,
) -> Known {
    Known { key, name, kind, town, country, source }
}

/// The associations that work with the server of the demonstration.
pub(super) const FOUNDED: &[Known] = &[
    known("espairs", "Espairs Pair Aidance Santé Mentale Rhône", Association, "Lyon", "FR", "000"),
    known("pat", "Peer and Team Support (PAT)", Association, "Namur", "BE", "000"),
    known("esperpro", "ESPER Pro", Association, "Marseille", "FR", "003"),
];

/// Everybody else in the directory; the sites of the registry come on top ([`super::registry`]).
pub(super) const OTHERS: &[Known] = &[
    known("saintmartin", "Centre Neuro Psychiatrique Saint-Martin", Institution, "Namur", "BE", "000"),
    known("epsmlille", "Établissement Public de Santé Mentale Lille-Métropole", Institution, "Lille", "FR", "000"),
    known("arad", "Universitatea Aurel Vlaicu din Arad", School, "Arad", "RO", "000"),
    known("henam", "Haute École de la Province de Namur", School, "Namur", "BE", "000"),
    known(
        "primerapersona",
        "Grupo de Investigación en Salud Mental en Primera Persona",
        Association,
        "Barcelona",
        "ES",
        "000",
    ),
    known("ciusss", "CIUSSS de l'Est-de-l'Île-de-Montréal", Institution, "Montréal", "CA", "000"),
    known("inn", "Inland Norway University of Applied Sciences", School, "Lillehammer", "NO", "000"),
    known("ulm", "Universität Ulm", School, "Ulm", "DE", "000"),
    known("fapaf", "FAPAF", Federation, "Namur", "BE", "000"),
    known("mind", "Mind", Association, "London", "GB", "000"),
    known("nsun", "National Survivor User Network (NSUN)", Association, "London", "GB", "000"),
    known("nmhc", "National Mental Health Commission", Authority, "Sydney", "AU", "000"),
    known("tepou", "Te Pou", Association, "Auckland", "NZ", "000"),
    known("mindandbody", "Mind and Body Consultants", Association, "Auckland", "NZ", "000"),
    known("samhsa", "SAMHSA", Authority, "Rockville", "US", "000"),
    known("nami", "NAMI", Association, "Arlington", "US", "000"),
    known("ccoms", "Licence CCOMS, option médiation paire", Programme, "Lille", "FR", "003"),
    known("udl", "Université de Lyon", Programme, "Lyon", "FR", "003"),
    known("utours", "Université de Tours", Programme, "Tours", "FR", "003"),
    known("uparis", "Université de Paris", Programme, "Paris", "FR", "003"),
    known("ubordeaux", "Université de Bordeaux", Programme, "Bordeaux", "FR", "003"),
    known("amu", "Aix-Marseille Université", Programme, "Marseille", "FR", "003"),
    known("cofor", "CoFoR", Programme, "Marseille", "FR", "003"),
    known("hetis", "HETIS", School, "Nice", "FR", "004"),
    known("nomade", "Réseau Nomade", Federation, "Bruxelles", "BE", "004"),
    known("dune", "Dune", Institution, "Bruxelles", "BE", "004"),
    known("nidos", "Nidos", Institution, "Utrecht", "NL", "004"),
    known("fondationdenice", "Fondation de Nice", Institution, "Nice", "FR", "004"),
    known("lilot", "L'Ilot", Institution, "Bruxelles", "BE", "004"),
    known("smes", "Smes", Association, "Bruxelles", "BE", "004"),
    known("sppis", "SPP Intégration sociale", Authority, "Bruxelles", "BE", "004"),
    known("caami", "CAAMI", Institution, "Bruxelles", "BE", "004"),
    known("forum", "Forum Bruxelles contre les inégalités", Association, "Bruxelles", "BE", "004"),
    known("pfbsm", "Plateforme Bruxelloise pour la Santé Mentale", Federation, "Bruxelles", "BE", "004"),
    known("umons", "Université de Mons", Programme, "Mons", "BE", "004"),
    known("rennes2", "Université Rennes 2", Programme, "Rennes", "FR", "004"),
    known("unimes", "Université de Nîmes", School, "Nîmes", "FR", "004"),
];

/// A network and the founders that the documents name.
pub(super) const NETWORKS: &[(&str, &[&str])] = &[("fapaf", &["pat"])];

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

const fn place(
    key: &'static str,
    of: &'static str,
    by: &'static str,
    name: &'static str,
    town: &'static str,
) -> Place {
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
