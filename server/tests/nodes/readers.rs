//! People who read through the proxy what may be a little old, and a tower whose town tells how old what they see is.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use passerelle_store::params;
use tokio::runtime::Handle;

use crate::{
    Stopping,
    node::{OLDEST, Proxy, get},
    world::{TOWER, World},
};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    TELL = "UPDATE organisation SET town = ?2 WHERE id = ?1";
}

/// What stands before the number in the town of the tower.
const HOUR: &str = "Heure-";
/// The next hour: they are numbered through all phases.
static NEXT: AtomicUsize = AtomicUsize::new(0);
/// When each hour was acknowledged.
type Hours = Mutex<BTreeMap<usize, Instant>>;

/// What the readers saw.
#[derive(Default)]
struct Seen {
    answered: usize,
    failed: BTreeMap<u16, usize>,
    longest: Duration,
    oldest: Duration,
}

/// Does something while people read; gives how many reads were made where. None may fail, or show what is too old.
pub fn while_reading(
    world: &World,
    proxy: &Proxy,
    runtime: &Handle,
    name: &str,
    act: impl FnOnce(),
) -> BTreeMap<String, u64> {
    let (seen, hours, stop) = (Mutex::new(Seen::default()), Hours::default(), AtomicBool::new(false));
    let before = proxy.reads();
    std::thread::scope(|scope| {
        let _stopped = Stopping(&stop);
        scope.spawn(|| runtime.block_on(strike(world, &hours, &stop)));
        for path in ["/", "/network", &world.calendar] {
            let (seen, stop) = (&seen, &stop);
            scope.spawn(move || {
                while !stop.load(Ordering::Acquire) {
                    read(proxy, path, "", seen);
                }
            });
        }
        scope.spawn(|| {
            while !stop.load(Ordering::Acquire) {
                look_at_tower(world, proxy, &hours, &seen);
            }
        });
        act();
    });
    let mut made = proxy.reads();
    made.iter_mut().for_each(|(from, count)| *count = count.saturating_sub(before.get(from).copied().unwrap_or(0)));
    made.retain(|_, count| *count > 0);
    let Seen { answered, failed, longest, oldest } = seen.into_inner().unwrap();
    println!(
        "{name}: {answered} reads, {failed:?} failed, longest {longest:.1?}, oldest {oldest:.1?}; made on {made:?}"
    );
    assert!(answered > 0 && failed.is_empty(), "{name}: reads failed");
    assert!(oldest <= Duration::from_secs(OLDEST), "{name}: somebody saw what was {oldest:.1?} old");
    made
}

fn read(proxy: &Proxy, path: &str, cookie: &str, seen: &Mutex<Seen>) -> Option<String> {
    let begun = Instant::now();
    let answer = proxy.ask(&get(path, cookie));
    let took = begun.elapsed();
    let mut seen = seen.lock().unwrap();
    seen.longest = seen.longest.max(took);
    match answer {
        Ok(answer) if answer.status == 200 => {
            seen.answered += 1;
            Some(answer.text)
        }
        other => {
            *seen.failed.entry(other.map_or(0, |answer| answer.status)).or_default() += 1;
            None
        }
    }
}

/// Strikes the hour again and again, and remembers when each was acknowledged.
async fn strike(world: &World, hours: &Hours, stop: &AtomicBool) {
    while !stop.load(Ordering::Acquire) {
        let number = NEXT.load(Ordering::Acquire);
        let mut tx = world.db.begin_brief().await.unwrap();
        tx.execute(TELL, params![&world.tower, format!("{HOUR}{number}.")]).await.unwrap();
        tx.commit().await.unwrap();
        hours.lock().unwrap().insert(number, Instant::now());
        NEXT.store(number + 1, Ordering::Release);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// How long ago the hour after the one that is shown was acknowledged.
fn look_at_tower(world: &World, proxy: &Proxy, hours: &Hours, seen: &Mutex<Seen>) {
    let (begun, path) = (Instant::now(), format!("/organisations?q={TOWER}"));
    let Some(page) = read(proxy, &path, &world.watcher, seen) else { return };
    // Before its first hour the tower has none.
    let Some(shown) = page.split(HOUR).nth(1).and_then(|rest| rest.split('.').next()?.parse::<usize>().ok()) else {
        return;
    };
    let hours = hours.lock().unwrap();
    let age = hours.get(&(shown + 1)).map_or(Duration::ZERO, |next| begun.saturating_duration_since(*next));
    let mut seen = seen.lock().unwrap();
    seen.oldest = seen.oldest.max(age);
}
