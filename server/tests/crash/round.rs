//! One round: clients send numbered writes until the program is killed under them.

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

/// Sends one write; an error when no answer came.
pub type Write<'a> = dyn Fn(&mut Client, usize) -> std::io::Result<u16> + Sync + 'a;

/// Sends these writes until all are answered, or until the program is killed.
pub fn send(server: &Server, cookie: &str, writes: &[usize], write: &Write<'_>, acknowledged: &AtomicUsize) -> Sent {
    let next = AtomicUsize::new(0);
    let sent = Mutex::new(Sent::default());
    std::thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                let Ok(mut client) = Client::open(server.address, cookie) else { return };
                while let Some(&number) = writes.get(next.fetch_add(1, Ordering::Relaxed)) {
                    match write(&mut client, number) {
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
pub fn send_and_kill(world: &World, round: u64, cookie: &str, writes: &[usize], write: &Write<'_>) -> Sent {
    let server = Server::start(world);
    let acknowledged = AtomicUsize::new(0);
    let moment = 5 + usize::try_from(Chance::seeded(round).below(writes.len() as u64 - 20)).unwrap();
    let jitter = Duration::from_micros(Chance::System.below(4_000));
    std::thread::scope(|scope| {
        let sending = scope.spawn(|| send(&server, cookie, writes, write, &acknowledged));
        while acknowledged.load(Ordering::Relaxed) < moment && !sending.is_finished() {
            std::thread::sleep(Duration::from_micros(50));
        }
        std::thread::sleep(jitter);
        server.kill();
        sending.join().unwrap()
    })
}
