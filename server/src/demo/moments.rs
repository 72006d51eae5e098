//! What happens once: requests beyond the charter, questions about hours, corrections, a different week.

use anyhow::{Context as _, Result};
use passerelle_kernel::Minutes;
use passerelle_placement::{
    actions::{beyond, hours, missions},
    beyond::{Asker, Kind},
    period::{Month, later},
    slot::{Exception, Moment as Instead},
};

use super::{
    acts::{Course, Scene, something},
    plans::{Fate, Plan},
    world::During as _,
};

/// Something that happens once on a mission.
#[derive(Clone, Copy, Debug)]
pub(super) enum Moment {
    /// The peer passes on a request beyond the charter; the coordinator answers in these words, if at all.
    Beyond(Kind, Asker, Option<&'static str>),
    /// The peer passes one on and takes it back.
    TakenBack(Kind, Asker),
    /// The coordinator gives the last entry back with a question.
    SentBack(&'static str),
    /// The peer corrects the first approved hours to so many minutes.
    Corrected(i64),
    /// The referent confirms what there is so far.
    ConfirmedSoFar,
    /// The next time does not take place, and there is another one the day before.
    OtherWeek,
    /// The peer proposes another day for the next time of the first slot.
    Swap,
    /// The last day changes to the one so many days from today.
    LastDay(i32),
}

/// The moments of a mission and their days.
pub(super) fn of(plan: &Plan) -> Vec<(i32, Moment)> {
    use Moment::{Beyond, ConfirmedSoFar, Corrected, LastDay, OtherWeek, SentBack, Swap, TakenBack};
    let runs = matches!(plan.fate, Fate::Runs(_));
    let mut moments = match plan.peer {
        _ if !runs => Vec::new(),
        "noor" => vec![
            (
                -64,
                Beyond(
                    Kind::Interpreting,
                    Asker::Doctor,
                    Some(
                        "Merci d’avoir transmis. L’équipe passe par l’interprétariat, comme c’est écrit dans la charte : nous venons de le lui rappeler.",
                    ),
                ),
            ),
            (-2, OtherWeek),
            (-1, Swap),
            (-1, Beyond(Kind::AloneAtHome, Asker::Nurse, None)),
        ],
        "mathis" => vec![(-1, ConfirmedSoFar)],
        "aicha" => vec![
            (
                -80,
                Beyond(
                    Kind::MoreHours,
                    Asker::Head,
                    Some(
                        "Les heures restent celles de la convention. Si l’équipe en souhaite plus, nous en parlons ensemble d’abord.",
                    ),
                ),
            ),
            (-1, SentBack("Bonjour Aïcha, est-ce que ce temps comprend le trajet ?")),
        ],
        "camille" => vec![(-60, Corrected(180))],
        "amadou" => vec![(
            -118,
            Beyond(
                Kind::Reporting,
                Asker::Doctor,
                Some("Ce que les personnes confient reste entre elles et vous. J’ai appelé l’équipe : c’est entendu."),
            ),
        )],
        "jamila" => vec![(-50, TakenBack(Kind::Other, Asker::SocialWorker))],
        "tiago" => vec![(-2, Beyond(Kind::OfficeWork, Asker::Office, None))],
        _ => Vec::new(),
    };
    if let Fate::Runs(Some(until)) = plan.fate {
        moments.push((-40, LastDay(until)));
    }
    moments
}

/// Lets it happen.
pub(super) async fn play(scene: &Scene<'_>, course: &mut Course, moment: Moment) -> Result<()> {
    let mission = course.mission()?;
    match moment {
        Moment::Beyond(kind, asker, answer) => {
            let told = beyond::report_beyond(&scene.peer()?, mission, kind, Some(asker)).await.during("to pass on")?;
            let Some(answer) = answer else { return Ok(()) };
            beyond::answer_beyond(&scene.coordinator()?, told, answer).await.map(drop).during("to answer the team")
        }
        Moment::TakenBack(kind, asker) => {
            let told = beyond::report_beyond(&scene.peer()?, mission, kind, Some(asker)).await.during("to pass on")?;
            beyond::withdraw_beyond(&scene.peer()?, told).await.during("to take back")
        }
        Moment::SentBack(question) => {
            let last = course.last.context("nothing was recorded")?;
            hours::send_back(&scene.coordinator()?, last, question).await.during("to send back")
        }
        Moment::Corrected(minutes) => {
            let first = course.first.context("nothing was recorded")?;
            hours::correct(&scene.peer()?, first, Minutes(minutes)).await.map(drop).during("to correct")
        }
        Moment::ConfirmedSoFar => {
            let month = Month::of(scene.world.date(-1));
            for month in [month.shifted(-1), month] {
                something(hours::confirm(&scene.referent()?, mission, month).await)?;
            }
            Ok(())
        }
        Moment::Swap => swap(scene, course).await,
        Moment::OtherWeek => other_week(scene, course).await,
        Moment::LastDay(days) => scene.prolong(course, scene.world.date(days)).await,
    }
}

/// The next time of the last slot does not take place; the day before there is another one.
async fn other_week(scene: &Scene<'_>, course: &Course) -> Result<()> {
    let (ctx, mission) = (scene.coordinator()?, course.mission()?);
    let slot = course.slots.last().context("no times yet")?;
    let ahead = (2..9).map(|days| scene.world.date(days));
    let on = ahead.into_iter().find(|on| on.weekday() == slot.weekday).context("a week without that day")?;
    let cancelled = Exception::Cancelled { slot: slot.id, on };
    missions::except(&ctx, mission, cancelled).await.during("to cancel a time")?;
    let extra = Instead { on: later(on, -1), start: jiff::civil::time(10, 0, 0, 0), minutes: Minutes(120) };
    missions::except(&ctx, mission, Exception::Extra(extra)).await.during("to add a time once")
}

/// The peer would rather come a day later than planned, the week after next.
async fn swap(scene: &Scene<'_>, course: &Course) -> Result<()> {
    let slot = course.slots.first().context("no times yet")?;
    let mut ahead = (9..16).map(|days| scene.world.date(days));
    let on = ahead.find(|on| on.weekday() == slot.weekday).context("a week without that day")?;
    let to = Instead { on: later(on, 1), start: slot.start, minutes: slot.minutes };
    let asked = missions::ask_swap(&scene.peer()?, course.mission()?, (slot.id, on), to).await;
    asked.map(drop).during("to propose another moment")
}
