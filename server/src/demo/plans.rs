//! What happens in the year of the demonstration: its missions and the requests that led to none (yet).
//!
//! Days are counted from the day on which the demonstration is made: `-210` is 210 days ago.

use passerelle_placement::{
    mission::Ending,
    request::{Hope, Public},
};

/// How far a mission has come.
#[derive(Clone, Copy)]
pub(super) enum Fate {
    /// The peer is at work; the last day is in so many days, if it is not the one that was asked for.
    Runs(Option<i32>),
    /// It ended so on this day.
    Ended(Ending, i32),
    /// A peer is agreed, the first day is ahead.
    Agreed,
    /// The peer has said yes, the coordinator has not agreed yet.
    Yes,
    /// Peers have been asked and have not answered.
    Proposed,
    /// Its sheet is being written.
    Open,
}

/// A time of the week: day from Monday (1), hour, minutes of work.
pub(super) type Time = (i8, i8, i64);

/// A mission of the demonstration.
pub(super) struct Plan {
    /// The team.
    pub(super) team: &'static str,
    /// A few words that name it.
    pub(super) title: &'static str,
    /// The peer who does it or would.
    pub(super) peer: &'static str,
    /// Who else was asked.
    pub(super) others: &'static [&'static str],
    /// The first day.
    pub(super) starts: i32,
    /// For how many months; nothing without an end.
    pub(super) months: Option<u8>,
    /// When, each week.
    pub(super) times: &'static [Time],
    /// How far it has come.
    pub(super) fate: Fate,
    /// Whom the team accompanies.
    pub(super) public: Public,
    /// What the team hopes for.
    pub(super) hope: Hope,
}

/// Team, title, peer.
type Who = (&'static str, &'static str, &'static str);
/// First day and months.
type When = (i32, Option<u8>);

const fn plan(who: Who, when: When, times: &'static [Time], fate: Fate, why: (Public, Hope)) -> Plan {
    let ((team, title, peer), (starts, months), (public, hope)) = (who, when, why);
    Plan { team, title, peer, others: &[], starts, months, times, fate, public, hope }
}

const fn asked(plan: Plan, others: &'static [&'static str]) -> Plan {
    Plan { others, ..plan }
}

const TUESDAY: &[Time] = &[(2, 9, 210)];
const WEDNESDAY: &[Time] = &[(3, 14, 180)];
const FRIDAY: &[Time] = &[(5, 9, 240)];
const MONDAY_THURSDAY: &[Time] = &[(1, 14, 180), (4, 9, 210)];
const TUESDAY_THURSDAY: &[Time] = &[(2, 9, 210), (4, 13, 210)];
const EVENING_MORNING: &[Time] = &[(1, 18, 240), (2, 8, 120)];
const WEDNESDAY_FRIDAY: &[Time] = &[(3, 9, 240), (5, 13, 180)];

use Ending::{Completed, DirectHire, Stopped};
use Fate::{Agreed, Ended, Open, Proposed, Runs, Yes};
use Hope::{Adherence, Links, Reaching, SpeedUp, Stuck};
use Public::{Addiction, Exile, Families, Homeless, Jobseekers, MentalHealth, Youth};

/// The missions.
#[rustfmt::skip]
pub(super) const PLANS: &[Plan] = &[
    // They run.
    plan(("liaison", "Préparer la sortie de l’hôpital", "noor"), (-210, Some(12)), TUESDAY_THURSDAY, Runs(None), (MentalHealth, Adherence)),
    plan(("rehab", "Un groupe de parole chaque semaine", "mathis"), (-300, None), MONDAY_THURSDAY, Runs(None), (MentalHealth, Stuck)),
    plan(("mobile", "Aller vers les personnes isolées", "aicha"), (-150, Some(12)), WEDNESDAY_FRIDAY, Runs(None), (MentalHealth, Reaching)),
    plan(("jour", "Accueil et cafétéria de l’hôpital de jour", "camille"), (-250, Some(12)), FRIDAY, Runs(None), (MentalHealth, Links)),
    plan(("familles", "Un temps pour les familles", "luis"), (-120, Some(9)), WEDNESDAY, Runs(None), (Families, Links)),
    plan(("asile", "Comprendre les soins d’ici", "oksana"), (-180, Some(9)), TUESDAY, Runs(None), (Exile, Links)),
    plan(("urgences", "Une présence à l’accueil", "sylvie"), (-90, Some(6)), FRIDAY, Runs(None), (MentalHealth, SpeedUp)),
    plan(("mobile", "Accompagner aux rendez-vous", "ibrahima"), (-60, Some(12)), TUESDAY, Runs(None), (Homeless, Adherence)),
    plan(("liaison", "Préparer le retour chez soi", "elodie"), (-325, Some(12)), WEDNESDAY, Runs(Some(12)), (MentalHealth, Adherence)),
    plan(("ouverte", "Médiation dans l’unité ouverte", "amadou"), (-280, None), MONDAY_THURSDAY, Runs(None), (MentalHealth, Stuck)),
    plan(("comptoir", "Au comptoir avec l’équipe", "lotte"), (-200, Some(12)), WEDNESDAY_FRIDAY, Runs(None), (Addiction, Reaching)),
    plan(("circe", "Les matinées de Circé", "jamila"), (-140, Some(12)), FRIDAY, Runs(None), (Homeless, Links)),
    plan(("guichet", "Rendre le guichet plus clair", "thierry"), (-100, Some(9)), TUESDAY, Runs(Some(20)), (Jobseekers, Links)),
    plan(("ulam", "Habiter après la rue", "tiago"), (-260, Some(12)), MONDAY_THURSDAY, Runs(None), (Homeless, Stuck)),
    plan(("act", "Des binômes qui tournent", "lucie"), (-130, Some(9)), WEDNESDAY, Runs(None), (Addiction, Links)),
    plan(("act", "Visites à deux", "hocine"), (-40, Some(6)), TUESDAY, Runs(None), (Addiction, Adherence)),
    // They have ended.
    plan(("rehab", "Un atelier d’écriture", "noor"), (-345, Some(3)), FRIDAY, Ended(Completed, -255), (MentalHealth, Stuck)),
    plan(("liaison", "Un premier essai avec l’équipe", "karim"), (-335, Some(12)), TUESDAY_THURSDAY, Ended(DirectHire, -160), (MentalHealth, Adherence)),
    plan(("mobile", "Sorties du vendredi", "bruno"), (-300, Some(12)), FRIDAY, Ended(Stopped, -250), (MentalHealth, Reaching)),
    plan(("jour", "Le jardin de l’hôpital de jour", "jo"), (-320, Some(6)), WEDNESDAY, Ended(Completed, -139), (MentalHealth, Stuck)),
    plan(("familles", "Raconter aux plus jeunes", "mariam"), (-280, Some(3)), TUESDAY, Ended(Completed, -189), (Youth, Links)),
    plan(("urgences", "Attendre ensemble", "yann"), (-140, Some(4)), WEDNESDAY, Ended(Completed, -20), (MentalHealth, SpeedUp)),
    plan(("ouverte", "Accueil des personnes nouvelles", "koffi"), (-330, Some(12)), TUESDAY_THURSDAY, Ended(DirectHire, -150), (MentalHealth, Adherence)),
    plan(("circe", "Démarches à plusieurs", "nadia"), (-300, Some(6)), WEDNESDAY, Ended(Stopped, -230), (Homeless, SpeedUp)),
    plan(("ulam", "Premiers jours dans le logement", "samia"), (-340, Some(6)), FRIDAY, Ended(Completed, -160), (Homeless, Adherence)),
    // They have no peer at work yet.
    asked(plan(("jour", "Bienvenue à l’hôpital de jour", "noor"), (24, Some(6)), FRIDAY, Proposed, (MentalHealth, Adherence)), &["fatou"]),
    asked(plan(("rehab", "Chercher un emploi à son rythme", "leila"), (18, Some(6)), WEDNESDAY, Yes, (Jobseekers, Stuck)), &["dominique", "agathe"]),
    plan(("urgences", "Le soir à l’accueil", "rachid"), (10, Some(6)), MONDAY_THURSDAY, Agreed, (MentalHealth, SpeedUp)),
    plan(("mobile", "Une permanence au foyer", "gaspard"), (30, Some(12)), TUESDAY, Open, (Homeless, Reaching)),
    asked(plan(("comptoir", "Réduire les risques, entre pairs", "veerle"), (21, Some(6)), TUESDAY, Proposed, (Addiction, Reaching)), &["emile"]),
    plan(("ulam", "Voisinages", "vira"), (14, Some(9)), WEDNESDAY, Yes, (Homeless, Links)),
    // A second team beside the first, with a late evening and an early morning: something to look after.
    plan(("urgences", "Les soirs d’affluence", "mathis"), (-5, Some(6)), EVENING_MORNING, Runs(None), (MentalHealth, Links)),
];

/// How far a request without a mission has come.
#[derive(Clone, Copy)]
pub(super) enum Turn {
    /// Half written, never sent.
    Draft,
    /// Sent; nobody has answered.
    Sent,
    /// The association has asked; the team has not answered.
    Asked(&'static str),
    /// The association has asked, the team has answered.
    Answered(&'static str, &'static str),
    /// Taken on; the sheet comes next.
    Accepted,
    /// The association has said no, for this reason.
    Declined(&'static str),
    /// The team no longer asks.
    Withdrawn,
}

/// A request without a mission.
pub(super) struct Wish {
    /// The association that is asked.
    pub(super) of: &'static str,
    /// The institution and the team, as the team writes them.
    pub(super) from: (&'static str, &'static str),
    /// The team of the directory, once it is recognised.
    pub(super) team: &'static str,
    /// Who writes.
    pub(super) writer: (&'static str, &'static str),
    /// The day on which it is begun.
    pub(super) day: i32,
    /// Hours a week.
    pub(super) hours: i64,
    /// How far it has come.
    pub(super) turn: Turn,
}

/// The requests without a mission.
#[rustfmt::skip]
pub(super) const WISHES: &[Wish] = &[
    wish("espairs", ("CH de Fleyriat", "Unité de jour des Platanes", ""), ("Renée Platane", "renee@fleyriat.example"), (-3, 6), Turn::Sent),
    wish("espairs", ("Centre psychothérapique de l’Ain", "Réhabilitation psychosociale", "rehab"), ("Nadège Néflier", "nadege@cpa.example"), (-9, 4),
        Turn::Asked("Merci pour votre demande. Qui serait la personne référente dans l’équipe, et à quel moment pouvons-nous venir vous rencontrer ?")),
    wish("espairs", ("Fondation de Nice", "DA Asile", "asile"), ("Irina Vyshnia", "irina@fondationdenice.example"), (-12, 8),
        Turn::Answered("Les entretiens se font-ils toujours à deux, avec quelqu’un de l’équipe ?", "Oui, toujours à deux. Et nous avons une salle calme pour préparer.")),
    wish("espairs", ("CH de Fleyriat", "Équipe de liaison", "liaison"), ("Samir Prunier", "samir@fleyriat.example"), (-6, 4), Turn::Accepted),
    wish("espairs", ("Foyer des Saules", "Équipe de nuit", ""), ("Alix Saule", "alix@foyerdessaules.example"), (-75, 20),
        Turn::Declined("Nous ne proposons pas de travail de nuit : personne ne le souhaite aujourd’hui dans l’équipe. Nous pouvons venir en parler avec vous, et chercher ensemble des heures en journée.")),
    wish("espairs", ("Centre psychothérapique de l’Ain", "Équipe mobile", "mobile"), ("Victor Merisier", "victor@cpa.example"), (-110, 6), Turn::Withdrawn),
    wish("espairs", ("", "Accueil de jour du Parc", ""), ("Lou Hêtre", "lou@accueilduparc.example"), (-4, 5), Turn::Draft),
    wish("pat", ("CAAMI", "Guichet", "guichet"), ("Johan Vlier", "johan@caami.example"), (-2, 4), Turn::Sent),
    wish("pat", ("Dune", "Comptoir d’accueil", "comptoir"), ("Fiona Mûrier", "fiona@dune.example"), (-60, 10),
        Turn::Declined("Cette semaine-là, aucune personne de l’équipe n’a assez d’heures libres. Écrivez-nous dès que vous voulez reprendre : nous répondrons en premier.")),
    wish("esperpro", ("Fondation de Nice", "ACT", "act"), ("Mehdi Citronnier", "mehdi@fondationdenice.example"), (-5, 6),
        Turn::Asked("Combien de temps l’équipe peut-elle donner à l’accueil, les deux premières semaines ?")),
];

const fn wish(
    of: &'static str,
    from: (&'static str, &'static str, &'static str),
    writer: (&'static str, &'static str),
    when: (i32, i64),
    turn: Turn,
) -> Wish {
    let ((institution, name, team), (day, hours)) = (from, when);
    Wish { of, from: (institution, name), team, writer, day, hours, turn }
}

/// What the sheets of the demonstration say, in the order of the points of a sheet.
pub(super) const SHEET: [&str; 8] = [
    "Non. Ce qui doit être écrit dans le dossier, c’est l’équipe qui l’écrit, après en avoir parlé avec la personne.",
    "Non, toujours à deux.",
    "L’équipe en parle d’abord. La personne dit oui ou non, et peut changer d’avis à tout moment.",
    "Ce que la personne accepte de partager, et ce qu’il faut pour sa sécurité. Rien d’autre.",
    "La réunion du lundi, et la réunion de synthèse une fois par mois.",
    "Une supervision par mois, et un groupe d’intervision, sur le temps de travail.",
    "Donner des médicaments, traduire à la place d’un interprète, rendre compte de quelqu’un.",
    "Dans l’équipe : la personne référente. À l’association : la coordination, tous les jours de 9 h à 18 h.",
];
