//! A small association with a peer at work, in a folder of its own, and what a look into the database tells.

use std::{fs, path::PathBuf};

use passerelle::{config::Config, serving};
use passerelle_access::{Account, Membership, Organisation, Role, account, membership, session};
use passerelle_kernel::{Chance, Clock, Date, Id, Language, TimeZone};
use passerelle_store::{Db, Tx, params};

passerelle_store::sql! {
    STATEMENTS;
    ORGANISATION = "INSERT INTO organisation (id, kind, name, name_key, search_key, country, address, language, version)
        VALUES (?1, ?2, ?3, ?3, ?3, 'FR', '', 'fr', 1)";
    TEAM = "INSERT INTO team (id, org_id, name, name_key, version) VALUES (?1, ?2, 'Équipe', 'equipe', 1)";
    MISSION = "INSERT INTO mission (id, org_id, institution_id, team_id, request_id, title, from_on, hours_week, flexible,
            languages, town, state, proposed_at, peer_id, agreed_at, agreed_by, started_on, version, created_at)
        VALUES (?1, ?2, ?3, ?4, ?1, 'Mission', ?5, 840, 0, 'fr', 'Lille', 'running', ?6, ?7, ?6, ?8, ?5, 1, ?6)";
    INTEGRITY = "PRAGMA integrity_check";
}

/// Ids that are the same in every run.
fn id<T: ?Sized>(number: u8) -> Id<T> {
    format!("00000000-0000-7000-8000-0000000000{number:02x}").parse().unwrap()
}

pub struct World {
    pub folder: PathBuf,
    pub url: String,
    pub today: Date,
    pub mission: String,
    /// The `Cookie` of the peer at work.
    pub peer: String,
}

impl World {
    pub async fn build() -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("crash");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let url = format!("sqlite:{}", folder.join("passerelle.sqlite").display());
        let today = Clock::System.today(&TimeZone::UTC);
        let mission = id::<World>(9).to_string();
        let mut world = Self { folder, url, today, mission, peer: String::new() };
        let mut tx = world.open().await.begin_write().await.unwrap();
        let association: Id<Organisation> = id(1);
        for (organisation, kind) in [(association, "association"), (id(2), "institution")] {
            tx.execute(ORGANISATION, params![organisation, kind, kind]).await.unwrap();
        }
        tx.execute(TEAM, params![id::<World>(3), id::<World>(2)]).await.unwrap();
        let coordinator = person(&mut tx, 4, Role::Coordinator, association).await;
        let peer = person(&mut tx, 5, Role::Peer, association).await;
        let (from, now) = (today.saturating_sub(jiff::Span::new().days(300)), tx.now());
        let mission = id::<World>(9);
        let team = id::<World>(3);
        let values = params![mission, association, id::<World>(2), team, from, now, peer.0, coordinator.0];
        tx.execute(MISSION, values).await.unwrap();
        tx.commit().await.unwrap();
        world.peer = peer.1;
        world
    }

    /// Opens the database as the program does.
    pub async fn open(&self) -> Db {
        let config = Config { database_url: self.url.clone(), ..Config::default() };
        serving::open(&config, Clock::System, Chance::System).await.unwrap()
    }

    /// Begins to look into the database, once it is found whole.
    pub async fn look(&self) -> Tx {
        let mut tx = self.open().await.begin_read().await.unwrap();
        let state: String = tx.one(INTEGRITY, &[], |row| row.get(0)).await.unwrap();
        assert_eq!(state, "ok");
        tx
    }
}

/// An account with a role and a session: its id and its cookie.
async fn person(tx: &mut Tx, number: u8, role: Role, org: Id<Organisation>) -> (Id<Account>, String) {
    let id: Id<Account> = id(number);
    let (language, zone) = (Language::Fr, "Europe/Paris".to_owned());
    let account = Account { id, email: None, name: role.as_str().to_owned(), language, zone };
    account::create(tx, &account).await.unwrap();
    let place = "Association".to_owned();
    let from_on = Date::constant(2020, 1, 1);
    let seat = Membership { id: id.cast(), account: id, org, team: None, role, place, from_on, until_on: None };
    membership::create(tx, &seat).await.unwrap();
    let secret = Chance::System.secret();
    let today = tx.now().to_zoned(TimeZone::UTC).date();
    session::begin(tx, id, &secret, today).await.unwrap();
    (id, format!("session={}", secret.reveal()))
}
