//! How the associations describe themselves, whom they can be reached by, and what some people show of themselves.
//!
//! The facts are those that the public documents of the field tell (numbers as in [`super::network`]) and what nearly all
//! associations of the field have in common (document 000: no aim of profit, an assembly and a board, mostly public
//! money). Addresses lead nowhere; telephone numbers are those that the French regulator keeps for fiction.

use anyhow::{Context as _, Result};
use passerelle_access::Role;
use passerelle_directory::{
    actions::{choose_visibility, confirm_entry, describe, publish},
    description::{Description, Part, Readers, Written},
    entry::EntryKind,
    published::Contact,
    visibility::{Audience, PersonFact, Visibility},
};
use passerelle_kernel::Id;

use super::world::{During as _, World, staff};

/// What an association says of itself: its key, the parts with their readers, and whether it has looked at it lately.
struct Told {
    of: &'static str,
    parts: &'static [(Part, Readers, &'static str)],
    lately: bool,
}

const PROFIT: &str = "Association sans but lucratif";
const GOVERNANCE: &str = "Une assemblée générale et un conseil. Les personnes qui ont vécu ce dont on parle décident.";

use Part::{Activities, Focus, Funding, Governance, LegalStatus, Membership, Obstacles, Staff, StartYear, Strategies};
use Readers::{Network, Ours, Public};

const TOLD: &[Told] = &[
    Told {
        of: "espairs",
        lately: true,
        parts: &[
            (LegalStatus, Public, "Association loi 1901"),
            (Focus, Public, "Santé mentale, et ce qui la touche : addictions, vie à la rue, exil."),
            (
                Membership,
                Public,
                "Des paires-aidantes et des pairs-aidants, et d’autres personnes qui les soutiennent.",
            ),
            (Staff, Network, "9"),
            (Funding, Network, "Une subvention publique, et les missions facturées aux établissements."),
            (Governance, Public, GOVERNANCE),
            (
                Activities,
                Public,
                "Une plateforme : l’association emploie des paires-aidantes et des pairs-aidants et les met à \
                 disposition d’équipes de soin et d’accompagnement.\n\nElle participe au groupe de travail national sur \
                 la professionnalisation.",
            ),
            (
                Strategies,
                Network,
                "Grandir avec les équipes qui recommencent : une mission réussie en amène une autre.",
            ),
            (Obstacles, Ours, "Les subventions sont annuelles. Nous cherchons des accords de trois ans."),
        ],
    },
    Told {
        of: "pat",
        lately: true,
        parts: &[
            (LegalStatus, Public, "ASBL"),
            (Focus, Public, "Santé mentale et soutien des équipes."),
            (Membership, Public, "L’adhésion est gratuite."),
            (Staff, Network, "4"),
            (Governance, Public, GOVERNANCE),
            (
                Activities,
                Public,
                "Former et soutenir les pairs-aidants et les équipes qui les accueillent. PAT a apporté la méthode \
                 d’intervision et fait partie des fondateurs de la FAPAF.",
            ),
            (Obstacles, Network, "Les personnes sont souvent seules dans leur institution. L’intervision y répond."),
        ],
    },
    Told {
        of: "esperpro",
        lately: true,
        parts: &[
            (StartYear, Public, "2019"),
            (LegalStatus, Public, "Association loi 1901"),
            (Focus, Public, "Santé mentale et rétablissement."),
            (Staff, Network, "10"),
            (Funding, Network, "Un financement public depuis 2019, étendu à la région en 2022."),
            (Governance, Public, GOVERNANCE),
            (Activities, Public, "Une plateforme régionale de pair-aidance professionnelle."),
        ],
    },
    Told {
        of: "fapaf",
        lately: true,
        parts: &[
            (LegalStatus, Public, "Fédération d’associations"),
            (
                Activities,
                Public,
                "Réunir les associations francophones de pairs-aidants autour d’une charte de valeurs communes.",
            ),
            (Membership, Public, "Des associations."),
        ],
    },
    Told {
        of: "smes",
        lately: false,
        parts: &[
            (LegalStatus, Public, "ASBL"),
            (Focus, Public, "Santé mentale et exclusion sociale."),
            (Activities, Public, "Depuis 2020, le projet PAT accompagne les équipes qui recrutent des pairs-aidants."),
            (
                Strategies,
                Network,
                "Préparer l’équipe avant d’engager : immersion, sensibilisation, recrutement, suivi.",
            ),
        ],
    },
    Told {
        of: "forum",
        lately: false,
        parts: &[
            (Focus, Public, "Pauvreté et inégalités."),
            (Activities, Public, "Porter une parole commune. Le Forum anime un réseau de personnes expertes du vécu."),
            (Governance, Public, GOVERNANCE),
        ],
    },
    Told {
        of: "primerapersona",
        lately: false,
        parts: &[
            (LegalStatus, Public, PROFIT),
            (Focus, Public, "Recherche en santé mentale, par les personnes concernées."),
            (Activities, Public, "Un groupe de recherche à la première personne."),
        ],
    },
    Told { of: "mind", lately: false, parts: &[(LegalStatus, Public, PROFIT), (Focus, Public, "Santé mentale.")] },
    Told {
        of: "nsun",
        lately: false,
        parts: &[
            (LegalStatus, Public, PROFIT),
            (Focus, Public, "Le réseau des personnes qui ont vécu la psychiatrie."),
        ],
    },
    Told {
        of: "tepou",
        lately: false,
        parts: &[(LegalStatus, Public, PROFIT), (Focus, Public, "Santé mentale et addictions.")],
    },
    Told { of: "mindandbody", lately: false, parts: &[(Activities, Public, "Pair-aidance et formation.")] },
    Told { of: "nami", lately: false, parts: &[(LegalStatus, Public, PROFIT), (Focus, Public, "Santé mentale.")] },
];

/// What somebody has opened: to whom, and what.
type Opened = (&'static str, &'static [(Audience, &'static [PersonFact])]);

use Audience::{Colleagues, Coordinators, Teams};
use PersonFact::{Email, Languages, Name, Phone, Town};

const OPENED: &[Opened] = &[
    (
        "noor",
        &[
            (Coordinators, &[Phone]),
            (Teams, &[Phone, Languages]),
            (Colleagues, &[Name, PersonFact::Role, Phone]),
            (Audience::Network, &[Name, Languages]),
        ],
    ),
    ("mathis", &[(Colleagues, &[Name, Town])]),
    ("leila", &[(Teams, &[Email]), (Colleagues, &[Name, Email])]),
    ("camille", &[(Coordinators, &[Phone])]),
    ("aicha", &[(Teams, &[Email, Languages])]),
    ("elodie", &[(Teams, &[Phone]), (Colleagues, &[Name, Phone])]),
    ("ibrahima", &[(Teams, &[Languages])]),
    ("luis", &[(Teams, &[Email])]),
    ("rachid", &[(Teams, &[Phone, Languages]), (Coordinators, &[Phone])]),
    ("tiago", &[(Teams, &[Email, Phone])]),
    ("amadou", &[(Teams, &[Email, Languages]), (Audience::Network, &[Name, PersonFact::Role, Languages])]),
    (
        "coralie",
        &[(Colleagues, &[Name, PersonFact::Role, Email]), (Audience::Network, &[Name, PersonFact::Role, Email])],
    ),
    ("odile", &[(Audience::Network, &[Name, PersonFact::Role, Email])]),
];

/// Telephone numbers of fiction.
const PHONES: &[(&str, &str)] = &[
    ("noor", "06 39 98 00 01"),
    ("camille", "06 39 98 00 02"),
    ("leila", "06 39 98 00 03"),
    ("elodie", "06 39 98 00 05"),
    ("rachid", "06 39 98 00 06"),
    ("tiago", "06 39 98 00 07"),
    ("coralie", "04 65 71 00 04"),
];

/// The telephone number of a person, if they have told one.
pub(super) fn phone(key: &str) -> Option<String> {
    PHONES.iter().find(|(known, _)| *known == key).map(|(_, phone)| (*phone).to_owned())
}

/// The first words: everybody describes themselves, says how to be reached, and opens what they want to open.
pub(super) async fn first(world: &World) -> Result<()> {
    for told in TOLD {
        let (ctx, org) = (world.ctx(staff(told.of, Role::Admin))?, world.organisation(told.of)?);
        let parts = told.parts.iter().map(|(part, readers, text)| {
            let text = (*text).to_owned();
            (*part, Written { text, readers: *readers })
        });
        describe(&ctx, org, 0, &Description(parts.collect())).await.during(told.of)?;
        let email = Some(format!("contact@{}.example", told.of));
        let contact = contact(org, "Nous écrire", email, Public);
        publish(&ctx, &contact).await.during(told.of)?;
    }
    for (key, opened) in OPENED {
        let opened = opened.iter().flat_map(|(audience, facts)| facts.iter().map(|fact| (*audience, *fact)));
        let ctx = world.ctx(key)?;
        let keeper = ctx.visitor().and_then(|actor| actor.seat.as_ref()).context("somebody without a role")?.org;
        choose_visibility(&ctx, keeper, &Visibility::of(opened)).await.during(key)?;
    }
    let team = Contact {
        team: Some(world.team("liaison")?),
        ..contact(
            world.organisation("fleyriat")?,
            "Joindre l’équipe",
            Some("liaison@fleyriat.example".to_owned()),
            Ours,
        )
    };
    publish(&world.ctx("samir")?, &Contact { readers: Public, ..team }).await.during("samir")?;
    Ok(())
}

fn contact(
    org: passerelle_directory::OrganisationId,
    purpose: &str,
    email: Option<String>,
    readers: Readers,
) -> Contact {
    let purpose = purpose.to_owned();
    Contact { id: Id::nil(), org, team: None, purpose, name: None, email, phone: None, readers, version: 0 }
}

/// What is written at the end: some have looked at their description again, one has changed it.
pub(super) async fn lately(world: &World) -> Result<()> {
    for told in TOLD.iter().filter(|told| told.lately) {
        let (ctx, org) = (world.ctx(staff(told.of, Role::Admin))?, world.organisation(told.of)?);
        confirm_entry(&ctx, org, EntryKind::Description, &org.to_string()).await.during(told.of)?;
        confirm_entry(&ctx, org, EntryKind::Organisation, &org.to_string()).await.during(told.of)?;
    }
    let (ctx, org) = (world.ctx("coralie")?, world.organisation("espairs")?);
    let told = TOLD.first().map_or(0, |told| told.parts.len());
    let members = Written {
        text: "Des paires-aidantes et des pairs-aidants, leurs proches, et d’autres personnes qui les soutiennent. \
               L’adhésion est gratuite."
            .to_owned(),
        readers: Public,
    };
    let staff = Written { text: "11".to_owned(), readers: Network };
    let written = Description([(Membership, members), (Staff, staff)].into_iter().collect());
    describe(&ctx, org, i64::try_from(told)?, &written).await.during("espairs")
}
