//! What some peers have told of how they want to work, and where two of them do not want to.

use anyhow::Result;
use passerelle_kernel::Minutes;
use passerelle_placement::{
    actions::missions::{AvoidedPlace, Terms, set_not_there, set_terms, weigh},
    matching::{Mode, Nature, Preference, Weight, Weights},
    request::{Hope, Public, Setting},
};

use super::world::{During as _, World};

/// Peer, most hours a week, how they travel and for how many minutes, and whether they want no proposals for now.
type Wish = (&'static str, Option<i64>, Option<(Mode, i64)>, bool);

const fn wish(peer: &'static str, hours: i64, mode: Mode, minutes: i64) -> Wish {
    (peer, Some(hours), Some((mode, minutes)), false)
}

use Mode::{Bicycle, Car, Foot, Transit};

/// Most have told everything, some only a part; the others are still to be asked.
const TOLD: &[Wish] = &[
    ("noor", Some(18), None, false),
    ("oksana", Some(12), None, false),
    ("odette", Some(6), None, false),
    ("pavlo", Some(12), None, true),
    ("karim", None, Some((Car, 60)), false),
    wish("mathis", 14, Bicycle, 45),
    wish("aicha", 12, Car, 75),
    wish("luis", 9, Transit, 60),
    wish("fatou", 12, Transit, 90),
    wish("camille", 12, Car, 90),
    wish("jo", 9, Car, 90),
    wish("sylvie", 8, Car, 60),
    wish("ibrahima", 14, Car, 60),
    wish("elodie", 10, Bicycle, 40),
    wish("bruno", 10, Car, 90),
    wish("mariam", 8, Bicycle, 40),
    wish("ines", 12, Car, 60),
    wish("leila", 10, Transit, 45),
    wish("agathe", 7, Car, 75),
    wish("moussa", 7, Bicycle, 45),
    wish("rachid", 14, Transit, 60),
    wish("lan", 10, Bicycle, 40),
    wish("gaspard", 9, Bicycle, 30),
    wish("amadou", 12, Foot, 60),
    wish("lotte", 14, Transit, 60),
    wish("jamila", 9, Transit, 45),
    ("koffi", Some(8), None, false),
    wish("veerle", 12, Transit, 45),
    wish("tiago", 16, Transit, 60),
    wish("lucie", 14, Foot, 45),
    wish("hocine", 10, Car, 75),
    wish("samia", 10, Transit, 60),
    wish("vira", 12, Foot, 60),
];

/// Peer, hours a week that they hope for, whom they like to work with, what they like to bring, and where.
type Like = (&'static str, Option<i64>, &'static [Public], &'static [Hope], &'static [Setting]);

use Hope::{Adherence, Links, Reaching, SpeedUp, Stuck};
use Public::{Addiction, Exile, Families, Homeless, Jobseekers, MentalHealth, Youth};
use Setting::{Hospital, Housing, Mobile, Outpatient, Social};

/// Some have told what they like; one of them only how many hours.
const LIKED: &[Like] = &[
    ("noor", Some(14), &[Exile, MentalHealth], &[Links, Reaching], &[Mobile, Outpatient]),
    ("oksana", Some(7), &[Exile, Families], &[Links], &[]),
    ("odette", None, &[MentalHealth], &[Stuck, Adherence], &[Hospital]),
    ("mathis", Some(7), &[MentalHealth, Youth], &[Adherence], &[Hospital, Outpatient]),
    ("aicha", Some(10), &[Exile, Homeless], &[Links, SpeedUp], &[Social, Housing]),
    ("luis", Some(7), &[], &[], &[]),
    ("fatou", Some(7), &[Homeless, Exile], &[Reaching, Links], &[Mobile]),
    ("ines", Some(10), &[Addiction, MentalHealth], &[Adherence, Stuck], &[Outpatient]),
    ("moussa", Some(7), &[Exile], &[Links], &[Social]),
    ("leila", None, &[Jobseekers, Youth], &[SpeedUp], &[Social]),
];

/// Everybody tells what they want to tell.
pub(super) async fn tell(world: &World) -> Result<()> {
    for (peer, hours, travel, paused) in TOLD {
        let liked = LIKED.iter().find(|(of, ..)| of == peer);
        let terms = Terms {
            wished: liked.and_then(|(_, hours, ..)| hours.map(Minutes::hours)),
            likes: liked.map(nature).unwrap_or_default(),
            ceiling: hours.map(Minutes::hours),
            travel: travel.map(|(mode, minutes)| (mode, Minutes(minutes))),
            paused: *paused,
            ..Terms::default()
        };
        set_terms(&world.ctx(peer)?, &terms).await.during(peer)?;
    }
    // One association has chosen; the others keep to what is usual.
    let chosen =
        Weights::default().with(Preference::Continuity, Weight::Much).with(Preference::ShortWay, Weight::Normal);
    weigh(&world.ctx("coralie")?, &chosen, 0).await.during("to weigh")?;
    let institution = AvoidedPlace::Institution(world.organisation("cpa")?);
    set_not_there(&world.ctx("camille")?, institution, true).await.during("camille")?;
    let team = AvoidedPlace::Team(world.team("urgences")?);
    set_not_there(&world.ctx("noor")?, team, true).await.during("noor")
}

fn nature((_, _, publics, hopes, settings): &Like) -> Nature {
    Nature {
        publics: publics.iter().copied().collect(),
        hopes: hopes.iter().copied().collect(),
        settings: settings.iter().copied().collect(),
    }
}
