//! The access walk: every route × every kind of actor, on records within and beyond reach, against `docs/access.md`.

use std::collections::BTreeMap;

use passerelle_access::{Facts, Membership, Reach, Role};
use passerelle_testkit::{Answer, Person};
use passerelle_web::Method;

use super::{
    matrix::{self, Cell, Line},
    world::{self, World},
};

/// What an answer means for access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// The page was shown, or the action looked at (done, or refused by a rule of the trade).
    Admitted,
    /// Asked to sign in.
    SignIn,
    /// 403.
    Forbidden,
    /// 404.
    Hidden,
}

/// Whether whoever asked is nobody to the server.
pub(super) fn asks_to_sign_in(answer: &Answer) -> bool {
    outcome(answer) == Outcome::SignIn
}

fn outcome(answer: &Answer) -> Outcome {
    let asked = answer.header("location").is_some_and(|to| to == "/sign-in" || to.starts_with("/sign-in?"));
    match answer.status().as_u16() {
        401 => Outcome::SignIn,
        303 if asked => Outcome::SignIn,
        403 => Outcome::Forbidden,
        404 => Outcome::Hidden,
        _ => Outcome::Admitted,
    }
}

/// The record of a path, if it has one that somebody owns.
pub(super) fn noun(path: &str) -> Option<&str> {
    let names = path.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default());
    names.into_iter().find(|name| world::NOUNS.contains(name))
}

/// The path with everything filled in.
fn fill(path: &str, noun: Option<&str>, id: &str) -> String {
    let mut filled = path.to_owned();
    if let Some(noun) = noun {
        filled = filled.replace(&format!("{{{noun}}}"), id);
    }
    for (name, value) in world::FILLERS {
        filled = filled.replace(&format!("{{{name}}}"), value);
    }
    assert!(!filled.contains('{'), "no sample for a parameter of {path}");
    filled
}

fn within(reach: Reach, seat: &Membership, facts: &Facts) -> bool {
    match reach {
        Reach::Association => facts.association == Some(seat.org),
        Reach::Institution => facts.institution == Some(seat.org),
        Reach::Team => facts.team.is_some() && facts.team == seat.team,
        Reach::Own => facts.association == Some(seat.org) && facts.person == Some(seat.account),
        Reach::Everywhere => true,
    }
}

fn expected(line: &Line, role: Role, seat: &Membership, facts: Option<&Facts>) -> Outcome {
    let index = Role::ALL.iter().position(|r| *r == role).unwrap();
    match (line.roles[index], facts) {
        (Cell::Yes, _) | (Cell::Within(_), None) => Outcome::Admitted,
        (Cell::No, _) if line.path.contains('{') => Outcome::Hidden,
        (Cell::No, _) => Outcome::Forbidden,
        (Cell::Within(reach), Some(facts)) if within(reach, seat, facts) => Outcome::Admitted,
        (Cell::Within(_), Some(_)) if noun(&line.path).is_some_and(|noun| world::PUBLIC_NOUNS.contains(&noun)) => {
            Outcome::Forbidden
        }
        (Cell::Within(_), Some(_)) => Outcome::Hidden,
    }
}

/// An empty form names no record: 404 is then the answer to the form and not to the person, who would get 403.
fn is_as_wanted(line: &Line, wanted: Outcome, got: Outcome) -> bool {
    let names_nothing = line.method == Method::Post && !line.path.contains('{');
    got == wanted || (names_nothing && wanted == Outcome::Admitted && got == Outcome::Hidden)
}

pub(super) async fn visit(person: &Person, line: &Line, path: &str) -> Answer {
    let answer = match line.method {
        Method::Get => person.get(path).await,
        Method::Post if path.starts_with("/api/") => person.send(path, "{}").await,
        Method::Post => person.post(path, &[]).await,
    };
    assert!(answer.status().as_u16() < 500, "{:?} {path}: {}", line.method, answer.status());
    answer
}

/// Some records within reach and some beyond, of the noun of the path; none for a path without a record.
pub(super) fn samples<'a>(
    world: &'a World,
    line: &Line,
    role: Role,
    seat: &Membership,
) -> Vec<(String, Option<&'a Facts>)> {
    let Some(noun) = noun(&line.path) else { return vec![(fill(&line.path, None, ""), None)] };
    let index = Role::ALL.iter().position(|r| *r == role).unwrap();
    let reach = if let Cell::Within(reach) = line.roles[index] { reach } else { Reach::Own };
    let records = &world.records[noun];
    let (inside, outside): (Vec<_>, Vec<_>) = records.iter().partition(|(_, facts)| within(reach, seat, facts));
    let some = |records: Vec<&'a (String, Facts)>| records.into_iter().take(2).collect::<Vec<_>>();
    // What may change something comes last.
    let chosen = some(outside).into_iter().chain(some(inside));
    chosen.map(|(id, facts)| (fill(&line.path, Some(noun), id), Some(facts))).collect()
}

async fn walk() {
    let world = world::build().await;
    let app = &world.app;
    let mut lines = matrix::told();
    // Pages first, actions after: an action may end what a page shows, and the way out ends the walk.
    lines.sort_by_key(|line| (line.method, line.path == "/sign-out"));
    let mut visits: BTreeMap<&str, usize> = BTreeMap::new();
    let mut inside: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in &lines {
        if line.public {
            continue;
        }
        let any = noun(&line.path).and_then(|noun| world.records[noun].first());
        let path = fill(&line.path, noun(&line.path), any.map_or("", |(id, _)| id));
        let mut check = |who: &'static str, path: &str, wanted: Outcome, answer: &Answer| {
            *visits.entry(who).or_default() += 1;
            let got = outcome(answer);
            if !is_as_wanted(line, wanted, got) {
                wrong.push(format!("{:?} {path} by {who}: {got:?}, the page says {wanted:?}", line.method));
            }
        };
        check("anybody", &path, Outcome::SignIn, &visit(&app.anybody(), line, &path).await);
        let refused = if line.path.contains('{') { Outcome::Hidden } else { Outcome::Forbidden };
        let wanted = if line.stranger { Outcome::Admitted } else { refused };
        check("stranger", &path, wanted, &visit(&world.stranger, line, &path).await);
        for (role, seat, person) in &world.people {
            for (path, facts) in samples(&world, line, *role, seat) {
                let wanted = expected(line, *role, seat, facts);
                if wanted == Outcome::Admitted && facts.is_some() {
                    *inside.entry(format!("{:?} {}", line.method, line.path)).or_default() += 1;
                }
                check(role.as_str(), &path, wanted, &visit(person, line, &path).await);
            }
        }
    }
    let total: usize = visits.values().sum();
    println!("{} routes, {} kinds of actor, {total} visits, {} differences", lines.len(), visits.len(), wrong.len());
    println!("{visits:?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(visits.len(), 2 + Role::ALL.len());
    // A walk that never meets a record within reach would see nothing but closed doors.
    let blind: Vec<_> = lines
        .iter()
        .filter(|line| noun(&line.path).is_some() && line.roles.iter().any(|cell| matches!(cell, Cell::Within(_))))
        .map(|line| format!("{:?} {}", line.method, line.path))
        .filter(|route| !inside.contains_key(route))
        .collect();
    assert!(blind.is_empty(), "no record within anybody's reach for {blind:#?}");
}

#[test]
fn every_route_answers_every_kind_of_actor_as_the_page_says() {
    // Why a page failed stands in the log only.
    let log = tracing_subscriber::fmt().with_max_level(tracing::Level::ERROR).with_test_writer();
    let _ = log.try_init();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(walk());
}
