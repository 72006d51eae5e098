//! A small association with a peer at work and approved hours to invoice, in a folder of its own.
//!
//! Organisations, team and agreement are made by the actions of the product, people and sessions by the functions of
//! access. Missions that run and hours that are approved have a long way behind them: here they are written as that
//! way leaves them.

use std::{fs, path::PathBuf};

use passerelle::{capabilities, config::Config, keys, serving};
use passerelle_access::{Account, Membership, Organisation, Role, Team, account, membership, session};
use passerelle_directory::{
    OrganisationFacts, OrganisationKind,
    actions::{create_organisation, create_team},
};
use passerelle_kernel::{Chance, Clock, Date, Id, Language, Money, TimeZone};
use passerelle_placement::{
    actions::money::{Terms, create_agreement},
    agreement::{Basis, BuyerReferences, Rhythm, Vat, VatReason},
    mission::Mission,
    period::Period,
};
use passerelle_store::{
    Db, Tx, params,
    trail::{link, verify},
};
use passerelle_web::{App, Ctx};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    MISSION = "INSERT INTO mission (id, org_id, institution_id, team_id, request_id, title, from_on, hours_week, flexible,
            languages, town, state, proposed_at, peer_id, agreed_at, agreed_by, started_on, version, created_at)
        VALUES (?1, ?2, ?3, ?4, ?1, 'Mission', ?5, 840, 0, 'fr', 'Lille', 'running', ?6, ?7, ?6, ?8, ?5, 1, ?6)";
    APPROVED = "INSERT INTO hours_entry (id, org_id, institution_id, team_id, mission_id, peer_id, worked_on, minutes,
            activity, recorded_at, state, confirmed_means, confirmed_name, confirmed_at, approved_by, approved_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 60, 'presence', ?8, 'approved', 'link', 'Dr Petit', ?8, ?9, ?8)";
    INTEGRITY = "PRAGMA integrity_check";
}

/// How many days before today have an approved hour.
pub const APPROVED_DAYS: usize = 320;

pub struct World {
    pub folder: PathBuf,
    pub url: String,
    pub today: Date,
    /// The mission on which hours are recorded.
    pub mission: String,
    /// The agreement for the approved hours, at 40 € an hour.
    pub agreement: String,
    /// The `Cookie` of the peer at work.
    pub peer: String,
    /// The `Cookie` of the treasurer.
    pub treasurer: String,
}

/// Who and where, while the world is built.
struct Ground {
    association: Id<Organisation>,
    institution: Id<Organisation>,
    team: Id<Team>,
    coordinator: Id<Account>,
    peer: Id<Account>,
}

impl World {
    pub async fn build() -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("crash-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let url = format!("sqlite:{}", folder.join("passerelle.sqlite").display());
        let today = Clock::System.today(&TimeZone::UTC);
        let empty = String::new;
        let mut world =
            Self { folder, url, today, mission: empty(), agreement: empty(), peer: empty(), treasurer: empty() };
        keys::find_or_make(&world.config()).unwrap();
        let db = world.open().await;
        let app = App::new(db.clone(), world.config().settings().unwrap(), &capabilities::all());
        let admin = person(&db, Role::Admin, Id::nil()).await;
        let ctx = act(&app, &admin.1).await;
        let association = create_organisation(&ctx, &place(OrganisationKind::Association)).await.unwrap();
        let institution = create_organisation(&ctx, &place(OrganisationKind::Institution)).await.unwrap();
        let team = create_team(&ctx, institution, "Équipe mobile", "").await.unwrap();
        let coordinator = person(&db, Role::Coordinator, association).await;
        let peer = person(&db, Role::Peer, association).await;
        let treasurer = person(&db, Role::Treasurer, association).await;
        let ground = Ground { association, institution, team, coordinator: coordinator.0, peer: peer.0 };
        world.mission = ground.mission(&db, today).await.to_string();
        let invoiced = ground.mission(&db, today).await;
        ground.approved(&db, invoiced, today).await;
        let ctx = act(&app, &coordinator.1).await;
        world.agreement = create_agreement(&ctx, institution, &terms(invoiced)).await.unwrap().to_string();
        world.peer = format!("session={}", peer.1);
        world.treasurer = format!("session={}", treasurer.1);
        world
    }

    fn config(&self) -> Config {
        Config { database_url: self.url.clone(), ..Config::default() }
    }

    /// Opens the database as the program does.
    pub async fn open(&self) -> Db {
        serving::open(&self.config(), Clock::System, Chance::System).await.unwrap()
    }

    /// Begins to look into the database, once it is found whole.
    pub async fn look(&self) -> Tx {
        let mut tx = self.open().await.begin_read().await.unwrap();
        let state: String = tx.one(INTEGRITY, &[], |row| row.get(0)).await.unwrap();
        assert_eq!(state, "ok");
        tx
    }

    /// Follows the trail from end to end, once all that waited is linked; gives how many events it has.
    pub async fn trail(&self) -> i64 {
        let db = self.open().await;
        link(&db).await.unwrap();
        let whole = verify(&mut db.begin_read().await.unwrap(), None, None).await.unwrap().unwrap();
        assert_eq!(whole.waiting, 0);
        whole.head.number
    }

    /// The date so many days ago.
    pub fn ago(&self, days: usize) -> Date {
        self.today.saturating_sub(jiff::Span::new().days(i64::try_from(days).unwrap()))
    }
}

impl Drop for World {
    fn drop(&mut self) {
        // What a failed run leaves behind is worth a look.
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

impl Ground {
    /// A mission of the peer that has run for a year.
    async fn mission(&self, db: &Db, today: Date) -> Id<Mission> {
        let mut tx = db.begin_write().await.unwrap();
        let (id, now): (Id<Mission>, _) = (tx.new_id(), tx.now());
        let from = today.saturating_sub(jiff::Span::new().days(360));
        let (institution, team) = (self.institution, self.team);
        let values = params![id, self.association, institution, team, from, now, self.peer, self.coordinator];
        tx.execute(MISSION, values).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// An approved hour on each of the last days.
    async fn approved(&self, db: &Db, mission: Id<Mission>, today: Date) {
        let mut tx = db.begin_write().await.unwrap();
        let days = std::iter::successors(today.yesterday().ok(), |day| day.yesterday().ok());
        for on in days.take(APPROVED_DAYS) {
            let (id, now): (Id<Mission>, _) = (tx.new_id(), tx.now());
            let (institution, team) = (self.institution, self.team);
            let by = self.coordinator;
            let values = params![id, self.association, institution, team, mission, self.peer, on, now, by];
            tx.execute(APPROVED, values).await.unwrap();
        }
        tx.commit().await.unwrap();
    }
}

fn place(kind: OrganisationKind) -> OrganisationFacts {
    let association = kind == OrganisationKind::Association;
    OrganisationFacts {
        kind,
        name: if association { "Association" } else { "Institution" }.into(),
        town: "Lille".into(),
        post_code: "59000".into(),
        address: "1 rue du Pont".into(),
        siret: if association { "73282932000074" } else { "10000000900017" }.into(),
        iban: if association { "FR76 3000 6000 0112 3456 7890 189" } else { "" }.into(),
        ..OrganisationFacts::default()
    }
}

fn terms(mission: Id<Mission>) -> Terms {
    Terms {
        missions: [mission].into(),
        basis: Basis::service(Money::euros(40)).unwrap(),
        vat: Vat::Exempt(VatReason::FrNonProfit),
        rhythm: Rhythm::Monthly,
        payment_days: 30,
        buyer: BuyerReferences::default(),
        period: Period::new(Date::constant(2020, 1, 1), None).unwrap(),
        notice_days: 30,
    }
}

/// An account with a role and a session: its id and the secret of the session.
async fn person(db: &Db, role: Role, org: Id<Organisation>) -> (Id<Account>, String) {
    let mut tx = db.begin_write().await.unwrap();
    let (language, zone) = (Language::Fr, "Europe/Paris".to_owned());
    let account = Account { id: tx.new_id(), email: None, name: role.as_str().to_owned(), language, zone };
    account::create(&mut tx, &account).await.unwrap();
    let (place, from_on) = ("Association".to_owned(), Date::constant(2020, 1, 1));
    let seat =
        Membership { id: tx.new_id(), account: account.id, org, team: None, role, place, from_on, until_on: None };
    membership::create(&mut tx, &seat, seat.org).await.unwrap();
    let secret = Chance::System.secret();
    let today = tx.now().to_zoned(TimeZone::UTC).date();
    session::begin(&mut tx, account.id, &secret, today, &session::Manner::default()).await.unwrap();
    tx.commit().await.unwrap();
    (account.id, secret.reveal().to_owned())
}

/// A context in which the person of this session acts.
async fn act(app: &App, secret: &str) -> Ctx {
    let mut tx = app.db().begin_read().await.unwrap();
    let now = tx.now();
    let actor = session::actor(&mut tx, secret, now, now.to_zoned(TimeZone::UTC).date()).await.unwrap();
    Ctx::new(app.clone(), actor, Language::Fr)
}
