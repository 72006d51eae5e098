//! A page asks the database as often for thirty rows as for three: no query for each row.

use std::ops::Range;

use passerelle_access::Role;
use passerelle_directory::{PersonFacts, actions::create_person};
use passerelle_kernel::{Id, Language, Minutes, Money};
use passerelle_placement::{
    actions::{
        beyond::report_beyond,
        hours::{record, send_back},
        missions::{PointAnswer, open_mission, settle_point},
        requests::{accept, ask, enter_for_team, match_team},
    },
    agreement::Basis,
    beyond::Kind,
    hours::{Activity, Work},
    mission::Mission,
    request::Request,
    sheet::Point,
};
use passerelle_store::params;
use passerelle_testkit::{Person, TestApp, story};

use super::{money::ground as money, requests::ground::answers};
use money::{Ground, capabilities};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for the crates that bring statements")]
    STATEMENTS;
    PROPOSED = "INSERT INTO mission (id, org_id, institution_id, team_id, request_id, title, from_on, hours_week, flexible,
            languages, town, state, proposed_at, version, created_at)
        VALUES (?1, ?2, ?3, ?4, ?1, ?5, '2026-10-01', 420, 0, 'fr', 'Marseille', 'proposed', ?6, 1, ?6)";
    PROPOSAL = "INSERT INTO proposal (id, org_id, mission_id, peer_id, asked_by, asked_at, answer_by, state, sheet_version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, '2026-09-20', ?7, ?8)";
}

/// The people whose pages are counted.
struct Readers {
    admin: Person,
    referent: Person,
    other_peer: Person,
}

/// One more of everything that a list shows.
async fn grow(app: &TestApp, g: &Ground, readers: &Readers, range: Range<usize>) {
    let (coordinator, peer) = (app.ctx(&g.coordinator).await, app.ctx(&g.peer).await);
    for n in range {
        let mission = g.mission(app, &format!("Mission {n:02}")).await;
        g.recorded(app, mission, "2026-09-02", 15).await;
        g.confirmed(app, mission, "2026-08-04", 60).await;
        g.approved(app, mission, "2026-07-06", 60).await;
        let work = Work { on: app.today(), minutes: Minutes(15), activity: Activity::Presence };
        let entry = record(&peer, mission, work).await.unwrap();
        send_back(&app.ctx(&readers.referent).await, entry, "Le matin ?").await.unwrap();
        report_beyond(&peer, mission, Kind::ClinicalTask, None).await.unwrap();
        let agreement = g.agreement(app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        g.issue(agreement, "2026-07-01", "2026-07-31", 4_000).await.assert_redirected();
        asked(app, g, n).await;
        accept(&coordinator, asked(app, g, n).await, None).await.unwrap();
        ask(&coordinator, asked(app, g, n).await, "Qui accueille ?").await.unwrap();
        proposed(app, g, &g.peer, "waiting").await;
        proposed(app, g, &readers.other_peer, "yes").await;
        let facts = PersonFacts { name: format!("Personne {n:02}"), ..PersonFacts::default() };
        let admin = app.ctx(&readers.admin).await;
        create_person(&admin, &facts, Role::Peer, g.association, None).await.unwrap();
    }
}

async fn asked(app: &TestApp, g: &Ground, n: usize) -> Id<Request> {
    let coordinator = app.ctx(&g.coordinator).await;
    let request = enter_for_team(&coordinator, answers(&format!("Équipe {n:02}")), Language::Fr).await.unwrap();
    match_team(&coordinator, request, g.team).await.unwrap();
    request
}

async fn proposed(app: &TestApp, g: &Ground, peer: &Person, state: &str) {
    let (mission, proposal): (Id<Mission>, Id<Mission>) = (app.new_id(), app.new_id());
    let mut tx = app.write().await;
    let (now, by) = (tx.now(), g.coordinator.id());
    tx.execute(PROPOSED, params![mission, g.association, g.institution, g.team, "À pourvoir", now]).await.unwrap();
    let version = (state == "yes").then_some(8);
    tx.execute(PROPOSAL, params![proposal, g.association, mission, peer.id(), by, now, state, version]).await.unwrap();
    tx.commit().await.unwrap();
}

/// A mission whose sheet is complete, to be proposed.
async fn open(app: &TestApp, g: &Ground) -> Id<Mission> {
    let ctx = app.ctx(&g.coordinator).await;
    let request = asked(app, g, 99).await;
    accept(&ctx, request, None).await.unwrap();
    let mission = open_mission(&ctx, request, "À proposer").await.unwrap();
    for (version, point) in (0..).zip(Point::ALL) {
        settle_point(&ctx, mission, version, *point, PointAnswer::Words("Dit ensemble".into())).await.unwrap();
    }
    mission
}

/// The statements that each page runs for each reader.
async fn counted(app: &TestApp, g: &Ground, readers: &Readers, to_propose: Id<Mission>) -> Vec<(String, u64)> {
    let proposing = format!("/missions/{to_propose}/proposals");
    let plan = g.coordinator.post("/planning", &[]).await.location().to_owned();
    app.run_schedules().await;
    let pages: [(&str, &Person, &[&str]); 6] = [
        (
            "coordinator",
            &g.coordinator,
            &[
                "/today",
                "/requests",
                "/requests?shelf=asker",
                "/requests?shelf=decided",
                "/missions",
                "/week",
                "/week?view=month",
                "/hours",
                "/approvals",
                "/invoices",
                "/invoices?show=unpaid",
                "/agreements",
                "/beyond",
                "/people",
                "/organisations",
                "/search?q=mission",
                "/people.csv",
                "/memberships.csv",
                "/organisations.csv",
                "/teams.csv",
                "/requests.csv",
                "/missions.csv",
                "/hours.csv",
                "/invoices.csv",
                &proposing,
                "/planning",
                &plan,
            ],
        ),
        ("treasurer", &g.treasurer, &["/today", "/invoices", "/invoices/new", "/agreements", "/hours?month=2026-08"]),
        ("admin", &readers.admin, &["/today", "/people", "/missions", "/hours", "/invoices"]),
        ("head", &g.head, &["/today", "/requests", "/missions", "/week", "/invoices", "/agreements"]),
        ("referent", &readers.referent, &["/today", "/requests", "/missions", "/week", "/hours", "/hours/confirm"]),
        ("peer", &g.peer, &["/today", "/missions", "/week", "/hours", "/proposals", "/beyond"]),
    ];
    let mut counts = Vec::new();
    for (role, person, paths) in pages {
        for path in paths {
            // The first visit of the day also writes down who was looked at.
            person.get(path).await.assert_ok();
            let before = app.db().statements_run();
            person.get(path).await.assert_ok();
            let path = if *path == plan { "/planning/…" } else { path };
            counts.push((format!("{path} ({role})"), app.db().statements_run() - before));
        }
    }
    counts
}

story!(capabilities;
    async fn a_page_asks_as_often_for_thirty_rows_as_for_three(app) {
        let g = money::ground(&app).await;
        let readers = Readers {
            admin: app.person("Adèle", Role::Admin, g.association, None).await,
            referent: app.person("Ana", Role::Referent, g.institution, Some(g.team)).await,
            other_peer: app.person("Paul", Role::Peer, g.association, None).await,
        };
        let to_propose = open(&app, &g).await;
        grow(&app, &g, &readers, 0..3).await;
        let of_three = counted(&app, &g, &readers, to_propose).await;
        grow(&app, &g, &readers, 3..30).await;
        let of_thirty = counted(&app, &g, &readers, to_propose).await;
        assert_eq!(of_three, of_thirty);
        let most = of_thirty.iter().map(|(_, count)| *count).max().unwrap();
        assert!((2..=30).contains(&most), "a page asks {most} times: {of_thirty:?}");
        // What was counted is what a list of thirty shows.
        let page = g.coordinator.get("/invoices").await.text();
        assert!(page.contains("2026-0001") && page.contains("2026-0030"), "{page}");
    }
);
