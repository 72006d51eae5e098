//! The demonstration network: real organisations by their public facts, people who do not exist, a year of life.
//!
//! Everything is built through the public actions, by people who have the right, at the moment at which it happens: the
//! clock and chance are held. The same day, zone and scale give the same network. A file is built beside and put in its
//! place when it is whole: what fails or is interrupted leaves nothing.

mod acts;
mod asking;
mod cast;
mod contracts;
mod descriptions;
mod founding;
mod moments;
mod money;
mod network;
mod papers;
mod plans;
mod preferences;
mod registry;
mod signals;
mod world;
mod year;

use std::path::Path;

use anyhow::{Context as _, Result};
use passerelle_kernel::{Chance, Clock, Date};
use passerelle_store::{Db, seal::Master, trail};
use passerelle_web::{Settings, SmsRoute, run_due_jobs};

use self::{
    acts::{Course, Scene},
    money::Ledger,
    papers::Folder,
    plans::{PLANS, WISHES},
    world::World,
    year::Act,
};
use crate::{capabilities, serving};

/// The password of every person of the demonstration.
pub const PASSWORD: &str = "trois ponts sur la Meuse";

/// How many days before its day the demonstration begins.
const DAYS: i32 = 392;

/// A person of the demonstration as the program tells of them.
#[derive(Clone, Debug)]
pub struct Told {
    /// What they do.
    pub role: &'static str,
    /// Where, as people say it.
    pub place: String,
    /// The address with which they sign in.
    pub email: String,
}

/// The people whose day shows something to look at: those of each association, who welcomes peers, some peers.
pub fn people() -> Vec<Told> {
    let printed = cast::PEERS.iter().filter(|peer| cast::PRINTED_PEERS.contains(&peer.key));
    let federation = cast::RUNNERS.iter().filter(|one| one.at == "fapaf");
    let everybody = cast::STAFF.iter().chain(federation).chain(printed).chain(cast::HOSTS);
    everybody.map(told).collect()
}

fn told(somebody: &cast::Somebody) -> Told {
    let team = network::TEAMS.iter().find(|team| team.key == somebody.at);
    let of = team.map_or(somebody.at, |team| team.of);
    let name = place_name(of);
    let place = team.map_or(name.clone(), |team| format!("{name}, {}", team.name));
    Told { role: somebody.role.as_str(), place, email: founding::address(somebody.key, of) }
}

/// The name of an organisation, as people read it.
fn place_name(key: &str) -> String {
    let known = network::FOUNDED.iter().chain(network::OTHERS).find(|known| known.key == key);
    known.map_or_else(|| registry::name(key), |known| known.name.to_owned())
}

/// Builds the network of `today` as the file `data`; `tell` hears how much is done, of how much.
///
/// # Errors
/// When the file cannot be written, or an action is refused: then there is no file.
pub async fn build(
    data: &Path,
    master: Master,
    settings: &Settings,
    today: Date,
    scale: u32,
    tell: impl FnMut(usize, usize),
) -> Result<()> {
    let beside = data.with_extension("building");
    forget(&beside)?;
    let clock = Clock::held(jiff::Timestamp::UNIX_EPOCH);
    let url = format!("sqlite:{}", beside.display());
    let db = Db::open_without_waiting(&url, clock.clone(), Chance::seeded(7))?.with_master(master);
    serving::migrate(&db, &capabilities::all()).await?;
    // Letters and short messages of that year stay in the outbox, whatever gateway there is.
    let settings = Settings { sms: SmsRoute::Outbox, ..settings.clone() };
    let mut world = World::new(db.clone(), settings, clock, today, scale);
    world.go_to(world.instant(world.date(-DAYS), 9, 0)?);
    founding::everything(&mut world).await.context("the first day")?;
    live(&world, tell).await?;
    drop(world);
    trail::link(&db).await?;
    db.settle().await?;
    drop(db);
    std::fs::rename(&beside, data).context("the network cannot be put in its place")?;
    forget(&beside)
}

/// Lets the year happen.
async fn live(world: &World, mut tell: impl FnMut(usize, usize)) -> Result<()> {
    let acts = year::acts(world)?;
    let mut courses: Vec<Course> = Vec::new();
    courses.resize_with(PLANS.len() * world.scale as usize, Course::default);
    let mut wishes: Vec<Course> = WISHES.iter().map(|_| Course::default()).collect();
    let (mut ledger, mut folder) = (Ledger::default(), Folder::default());
    let mut today = world.date(-DAYS);
    for (done, (at, act)) in acts.iter().enumerate() {
        let on = at.to_zoned(world.app().settings().zone.clone()).date();
        if on != today {
            if today < world.date(signals::FIRST_LOOK) && world.date(signals::FIRST_LOOK) <= on {
                signals::look(world).await?;
            }
            run_due_jobs(world.app()).await?;
            tell(done, acts.len());
            today = on;
        }
        world.go_to(*at);
        match *act {
            Act::Mission(index, copy, step) => {
                let course = courses.get_mut((copy as usize - 1) * PLANS.len() + index).context("no such mission")?;
                Scene::new(world, index, copy)?.play(course, step).await?;
            }
            Act::Wish(index, moment) => {
                let course = wishes.get_mut(index).context("no such request")?;
                asking::wish(world, index, moment, course).await?;
            }
            Act::Money(bill) => ledger.play(world, &courses, bill).await?,
            Act::Paper(turn) => folder.play(world, &courses, turn).await?,
        }
    }
    contracts::lately(world).await?;
    signals::lately(world).await?;
    run_due_jobs(world.app()).await?;
    descriptions::lately(world).await
}

/// Removes a file of the database with what lies beside it.
///
/// # Errors
/// When it cannot be removed.
pub fn forget(file: &Path) -> Result<()> {
    for end in ["", "-wal", "-shm"] {
        let path = format!("{}{end}", file.display());
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("cannot remove {path}"));
            }
            _ => {}
        }
    }
    Ok(())
}
