//! People who write through the proxy, each form until it is answered with yes, with the same key.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use passerelle_kernel::{Chance, Date};

use crate::{
    node::{Proxy, Request},
    world::{PEERS, PEOPLE, World, email},
};

/// How many ask for links at the same time.
const ASKERS: usize = 2;

/// What the people know of their writes.
#[derive(Default)]
pub struct Told {
    /// Hours that were answered with yes: peer, day, minutes.
    pub hours: Mutex<Vec<(usize, Date, i64)>>,
    /// Addresses to which a link was promised.
    pub links: Mutex<Vec<String>>,
    /// Answers other than yes, or none, by status (0: none).
    pub failures: Mutex<BTreeMap<u16, usize>>,
    pub count: AtomicUsize,
    /// Hours in the association where nothing else happens.
    pub quiet: AtomicUsize,
}

impl Told {
    /// Takes the failures since the last time.
    pub fn take_failures(&self) -> BTreeMap<u16, usize> {
        std::mem::take(&mut *self.failures.lock().unwrap())
    }

    /// Sends a form again and again until the answer is yes.
    fn insist(&self, proxy: &Proxy, request: &Request<'_>) {
        for attempt in 0.. {
            let status = proxy.send(request).unwrap_or(0);
            if status == 303 {
                self.count.fetch_add(1, Ordering::Relaxed);
                return;
            }
            *self.failures.lock().unwrap().entry(status).or_default() += 1;
            assert!(attempt < 600, "{} is never answered: {status}", request.path);
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// Lets everybody write until told to stop.
pub fn write(world: &World, proxy: &Proxy, told: &Told, stop: &AtomicBool) {
    std::thread::scope(|scope| {
        for peer in 0..PEERS {
            scope.spawn(move || hours(world, proxy, told, stop, peer));
        }
        for asker in 0..ASKERS {
            scope.spawn(move || links(proxy, told, stop, asker));
        }
    });
}

fn key() -> String {
    Chance::System.secret().reveal()[..24].to_owned()
}

/// The numbered hour of a peer, and the form that records it; the minutes tell the hours of a day apart.
pub fn hour(world: &World, peer: usize, number: i64) -> ((usize, Date, i64), String) {
    let on = world.today.saturating_sub(jiff::Span::new().days(1 + number / 20));
    let minutes = 1 + number % 20;
    let (key, mission, day, month, year) = (key(), &world.peers[peer].1, on.day(), on.month(), on.year());
    let body = format!(
        "_once={key}&mission={mission}&day=other&on-day={day}&on-month={month}&on-year={year}&minutes={minutes}\
         &activity=presence"
    );
    ((peer, on, minutes), body)
}

fn hours(world: &World, proxy: &Proxy, told: &Told, stop: &AtomicBool, peer: usize) {
    let cookie = &world.peers[peer].0;
    for number in 0_i64.. {
        if stop.load(Ordering::Acquire) {
            return;
        }
        let (hour, body) = hour(world, peer, number);
        told.insist(proxy, &Request { method: "POST", path: "/hours", cookie, client: "198.51.100.1", body });
        told.hours.lock().unwrap().push(hour);
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn links(proxy: &Proxy, told: &Told, stop: &AtomicBool, asker: usize) {
    for number in (asker..PEOPLE).step_by(ASKERS) {
        if stop.load(Ordering::Acquire) {
            return;
        }
        let (email, client) = (email(number), format!("198.18.{}.{}", number / 250, number % 250));
        let body = format!("_once={}&email={}", key(), email.replace('@', "%40"));
        told.insist(proxy, &Request { method: "POST", path: "/sign-in/link", cookie: "", client: &client, body });
        told.links.lock().unwrap().push(email);
        std::thread::sleep(Duration::from_millis(60));
    }
}
