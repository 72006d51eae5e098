//! A busy association whose peers have a mission each, a quiet one, and people who ask for a link to sign in.

use passerelle::{capabilities, config::Config, keys, serving};
use passerelle_access::{Account, Membership, Organisation, Role, account, membership, session};
use passerelle_directory::{
    OrganisationFacts, OrganisationKind,
    actions::{create_organisation, create_team},
};
use passerelle_kernel::{Chance, Clock, Date, Id, Language, TimeZone};
use passerelle_placement::{actions::missions::renew_calendar, mission::Mission};
use passerelle_store::{Db, params};
use passerelle_web::{App, Ctx};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    MISSION = "INSERT INTO mission (id, org_id, institution_id, team_id, request_id, title, from_on, hours_week, flexible,
            languages, town, state, proposed_at, peer_id, agreed_at, agreed_by, started_on, version, created_at)
        VALUES (?1, ?2, ?3, ?4, ?1, 'Mission', ?5, 840, 0, 'fr', 'Lille', 'running', ?6, ?7, ?6, ?7, ?5, 1, ?6)";
}

pub const PEERS: usize = 6;
pub const TOWER: &str = "Beffroi";
/// How many people may ask for a link.
pub const PEOPLE: usize = 900;

pub struct World {
    pub db: Db,
    pub today: Date,
    /// The `Cookie` and the mission of each peer; the last works where nothing else happens.
    pub peers: Vec<(String, String)>,
    /// The `Cookie` of somebody who coordinates there.
    pub watcher: String,
    /// The calendar feed of the first peer.
    pub calendar: String,
    /// The institution whose town tells the time (see `readers`).
    pub tower: String,
}

impl World {
    /// In this database, with the master key in this file.
    pub async fn build(url: &str, key: &str) -> Self {
        let config = Config { database_url: url.into(), master_key_file: key.into(), ..Config::default() };
        keys::find_or_make(&config).unwrap();
        let db = serving::open(&config, Clock::System, Chance::System).await.unwrap();
        let app = App::new(db.clone(), config.settings().unwrap(), &capabilities::all());
        let today = Clock::System.today(&TimeZone::UTC);
        let (_, admin) = person(&db, Role::Admin, Id::nil(), None).await;
        let ctx = act(&app, &admin).await;
        let busy = create_organisation(&ctx, &place(OrganisationKind::Association, "Les Passeurs")).await.unwrap();
        let quiet = create_organisation(&ctx, &place(OrganisationKind::Association, "La Rive")).await.unwrap();
        let institution = create_organisation(&ctx, &place(OrganisationKind::Institution, "Hôpital")).await.unwrap();
        let team = create_team(&ctx, institution, "Équipe mobile", "").await.unwrap();
        let tower = create_organisation(&ctx, &place(OrganisationKind::Institution, TOWER)).await.unwrap();
        let (_, watcher) = person(&db, Role::Coordinator, quiet, None).await;
        let mut peers = Vec::new();
        for number in 0..=PEERS {
            let association = if number == PEERS { quiet } else { busy };
            let (peer, secret) = person(&db, Role::Peer, association, None).await;
            let mut tx = db.begin_write().await.unwrap();
            let (mission, now): (Id<Mission>, _) = (tx.new_id(), tx.now());
            let from = today.saturating_sub(jiff::Span::new().days(360));
            let values = params![mission, association, institution, team, from, now, peer];
            tx.execute(MISSION, values).await.unwrap();
            tx.commit().await.unwrap();
            peers.push((format!("session={secret}"), mission.to_string()));
        }
        for number in 0..PEOPLE {
            person(&db, Role::Peer, busy, Some(email(number))).await;
        }
        let first = peers[0].0.strip_prefix("session=").unwrap();
        let secret = renew_calendar(&act(&app, first).await).await.unwrap();
        let calendar = format!("/calendar/{}", secret.reveal());
        Self { db, today, peers, watcher: format!("session={watcher}"), calendar, tower: tower.to_string() }
    }
}

pub fn email(number: usize) -> String {
    format!("p{number}@example.org")
}

fn place(kind: OrganisationKind, name: &str) -> OrganisationFacts {
    OrganisationFacts { kind, name: name.into(), town: "Lille".into(), ..OrganisationFacts::default() }
}

/// An account with a role and a session: its id and the secret of the session.
async fn person(db: &Db, role: Role, org: Id<Organisation>, email: Option<String>) -> (Id<Account>, String) {
    let mut tx = db.begin_write().await.unwrap();
    let (language, zone) = (Language::Fr, "Europe/Paris".to_owned());
    let account = Account { id: tx.new_id(), email, name: role.as_str().to_owned(), language, zone };
    account::create(&mut tx, &account).await.unwrap();
    let (place, from_on) = ("Association".to_owned(), Date::constant(2020, 1, 1));
    let (id, account) = (tx.new_id(), account.id);
    let seat = Membership { id, account, org, team: None, role, place, from_on, until_on: None };
    membership::create(&mut tx, &seat, seat.org).await.unwrap();
    let secret = Chance::System.secret();
    let today = tx.now().to_zoned(TimeZone::UTC).date();
    session::begin(&mut tx, account, &secret, today, &session::Manner::default()).await.unwrap();
    tx.commit().await.unwrap();
    (account, secret.reveal().to_owned())
}

/// A context in which the person of this session acts.
async fn act(app: &App, secret: &str) -> Ctx {
    let mut tx = app.db().begin_read().await.unwrap();
    let now = tx.now();
    let actor = session::actor(&mut tx, secret, now, now.to_zoned(TimeZone::UTC).date()).await.unwrap();
    Ctx::new(app.clone(), actor, Language::Fr)
}
