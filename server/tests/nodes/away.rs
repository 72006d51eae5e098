//! The primary is away for twenty seconds: every page says so, what was typed is kept, and all goes on afterwards.

use std::{
    sync::atomic::Ordering,
    time::{Duration, Instant},
};

use crate::{
    cluster::Cluster,
    node::{Answer, Proxy, Request, get},
    world::{PEERS, World},
    writers::{Told, hour},
};

const AWAY: Duration = Duration::from_secs(20);
/// How long it may take until all goes on; a request that is asked before may wait for its own bound first.
const BACK: Duration = Duration::from_secs(60);

fn says_so(answer: &Answer) {
    assert_eq!(answer.status, 503, "{}", answer.text);
    assert_eq!(answer.header("retry-after"), Some("10"), "{}", answer.text);
    assert!(answer.text.contains("Le service ne répond pas pour le moment"), "{}", answer.text);
}

pub fn for_twenty_seconds(world: &World, proxy: &Proxy, cluster: &Cluster, told: &Told) {
    let gone = Instant::now();
    cluster.primary.stop();
    std::thread::sleep(Duration::from_secs(1));
    let ((peer, on, minutes), body) = hour(world, PEERS, 900);
    let cookie = world.peers[PEERS].0.as_str();
    let form = Request { method: "POST", path: "/hours", cookie, client: "198.51.100.3", body };
    let asked = Instant::now();
    let refused = proxy.ask(&form).unwrap();
    let after = asked.elapsed();
    says_so(&refused);
    for kept in [format!("name=\"minutes\" value=\"{minutes}\""), "name=\"_once\"".into(), "action=\"/hours\"".into()] {
        assert!(refused.text.contains(&kept), "{kept} is lost: {}", refused.text);
    }
    let page = proxy.ask(&get("/today", cookie)).unwrap();
    says_so(&page);
    assert!(page.text.contains("href=\"/today\""), "there is no way back: {}", page.text);
    let public = proxy.ask(&get("/network", "")).unwrap();
    println!("the database is away: a form is answered after {after:.1?}, a public page with {}", public.status);
    std::thread::sleep(AWAY.saturating_sub(gone.elapsed()));
    cluster.primary.start_again();
    let back = Instant::now();
    loop {
        let answer = proxy.send(&form);
        if answer.as_ref().is_ok_and(|status| *status == 303) {
            break;
        }
        println!("{:.1?} after it is back: {answer:?}", back.elapsed());
        assert!(back.elapsed() < BACK, "it does not go on: {answer:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
    told.hours.lock().unwrap().push((peer, on, minutes));
    told.count.fetch_add(1, Ordering::Relaxed);
    println!(
        "the database was away for {:.1?}; the form is taken {:.1?} after it is back",
        gone.elapsed(),
        back.elapsed()
    );
}
