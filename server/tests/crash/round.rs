//! One round: people send numbered writes until the program is killed under them; it starts again; forms without an
//! answer and some that had one are sent once more, then the rest; it is killed after the last answer.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use passerelle_kernel::Chance;

use crate::{client::Client, server::Server, world::World};

/// How many people write at the same time.
const CLIENTS: usize = 4;
/// How many forms that were answered are sent again after the restart.
const AGAIN: usize = 4;

/// What is written, and how one sees it afterwards.
pub trait Writing: Sync {
    /// How many writes a round has.
    fn writes(&self) -> usize;
    /// Who writes.
    fn cookie(&self) -> &str;
    /// Sends one write; an error when no answer came.
    fn write(&self, client: &mut Client, number: usize) -> std::io::Result<u16>;
    /// Compares what the clients know with what is there; gives how many of the unknown were written.
    async fn compare(&self, sent: &Sent) -> usize;
}

/// What became of the writes of a round, as far as the clients know.
#[derive(Default)]
pub struct Sent {
    /// Answered with 303.
    pub acknowledged: Vec<usize>,
    /// Sent, and no answer came.
    pub unknown: Vec<usize>,
    /// Never sent.
    pub unsent: Vec<usize>,
}

impl Sent {
    /// Compares with how often each write is there; gives how many of the unknown were written.
    pub fn compare(&self, times: impl Fn(usize) -> usize) -> usize {
        for number in &self.acknowledged {
            assert_eq!(times(*number), 1, "write {number} was acknowledged");
        }
        for number in &self.unsent {
            assert_eq!(times(*number), 0, "write {number} was never sent");
        }
        assert!(self.unknown.iter().all(|number| times(*number) <= 1), "a write is there twice");
        self.unknown.iter().filter(|number| times(**number) == 1).count()
    }
}

/// A whole round; tells what happened.
pub async fn round(world: &World, seed: u64, writing: &impl Writing) -> String {
    let all: Vec<usize> = (0..writing.writes()).collect();
    let sent = send_and_kill(world, seed, &all, writing);
    let kept = writing.compare(&sent).await;

    let server = Server::start(world);
    let again: Vec<usize> = sent.unknown.iter().chain(sent.acknowledged.iter().take(AGAIN)).copied().collect();
    let count = AtomicUsize::new(0);
    for writes in [&again, &sent.unsent] {
        assert_eq!(send(&server, writes, writing, &count).acknowledged.len(), writes.len());
    }
    server.kill();
    writing.compare(&Sent { acknowledged: all, ..Sent::default() }).await;
    let linked = world.trail().await;
    let (answers, unknown, writes) = (sent.acknowledged.len(), sent.unknown.len(), writing.writes());
    let again = again.len();
    format!(
        "killed after {answers} of {writes} answers; {kept} of {unknown} unanswered were kept; {again} sent again; \
         {linked} events linked"
    )
}

/// Sends these writes until all are answered, or until the program is killed.
fn send(server: &Server, writes: &[usize], writing: &impl Writing, acknowledged: &AtomicUsize) -> Sent {
    let next = AtomicUsize::new(0);
    let sent = Mutex::new(Sent::default());
    std::thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                let Ok(mut client) = Client::open(server.address, writing.cookie()) else { return };
                while let Some(&number) = writes.get(next.fetch_add(1, Ordering::Relaxed)) {
                    match writing.write(&mut client, number) {
                        Ok(303) => {
                            sent.lock().unwrap().acknowledged.push(number);
                            acknowledged.fetch_add(1, Ordering::Relaxed);
                        }
                        Ok(status) => panic!("write {number} was answered with {status}"),
                        Err(_) => return sent.lock().unwrap().unknown.push(number),
                    }
                }
            });
        }
    });
    let mut sent = sent.into_inner().unwrap();
    let all = [sent.acknowledged.as_slice(), &sent.unknown].concat();
    sent.unsent = writes.iter().copied().filter(|number| !all.contains(number)).collect();
    sent
}

/// Sends the writes and kills the program at a moment that nobody foresees, between the first and the last answer.
fn send_and_kill(world: &World, seed: u64, writes: &[usize], writing: &impl Writing) -> Sent {
    let server = Server::start(world);
    let acknowledged = AtomicUsize::new(0);
    let last = u64::try_from(writes.len()).unwrap().saturating_sub(15);
    let moment = 5 + usize::try_from(Chance::seeded(seed).below(last)).unwrap();
    let jitter = Duration::from_micros(Chance::System.below(4_000));
    std::thread::scope(|scope| {
        let sending = scope.spawn(|| send(&server, writes, writing, &acknowledged));
        while acknowledged.load(Ordering::Relaxed) < moment && !sending.is_finished() {
            std::thread::sleep(Duration::from_micros(50));
        }
        std::thread::sleep(jitter);
        server.kill();
        sending.join().unwrap()
    })
}
