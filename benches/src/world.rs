//! A database with one association, its institutions, teams and peers, and as many missions as asked.
//!
//! Rows are made by the database itself in a few statements over the tables of the migrations; the coordinator and
//! their session are made by the functions that the product uses. The file is deleted with the world.

use std::{fs, path::PathBuf, time::Instant};

use anyhow::{Context as _, Result};
use passerelle::{config::Config, keys, serving};
use passerelle_access::{Account, Membership, Organisation, Role, account, membership, session};
use passerelle_kernel::{Chance, Clock, Date, Id, Language, TimeZone};
use passerelle_store::{Db, params};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    ORGANISATIONS = "INSERT INTO organisation (id, kind, name, name_key, search_key, country, town, post_code, address,
            language, takes_requests_at, version)
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
        SELECT printf('00000001-0000-7000-8000-%012x', i), CASE i WHEN 0 THEN 'association' ELSE 'institution' END,
            CASE i WHEN 0 THEN 'Association des mesures' ELSE 'Centre hospitalier ' || i END,
            printf('organisation %07d', i), printf('organisation %07d', i), 'FR', 'Lille', '59000', '1 rue du Pont', 'fr',
            CASE i WHEN 0 THEN 1600000000000 END, 1
        FROM n";
    TEAMS = "INSERT INTO team (id, org_id, name, name_key, town, version)
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)
        SELECT printf('00000002-0000-7000-8000-%012x', i), printf('00000001-0000-7000-8000-%012x', 1 + i % ?2),
            'Équipe mobile ' || i, printf('equipe %07d', i), 'Lille', 1
        FROM n";
    PEERS = "INSERT INTO account (id, name, language, zone, created_at)
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)
        SELECT printf('00000003-0000-7000-8000-%012x', i), 'Camille Lefèvre ' || i, 'fr', 'Europe/Paris', 1600000000000
        FROM n";
    MISSIONS = "INSERT INTO mission (id, org_id, institution_id, team_id, request_id, title, from_on, until_on,
            hours_week, flexible, languages, town, referent_name, referent_email, referent_phone, referent_role, state,
            proposed_at, peer_id, agreed_at, agreed_by, started_on, ended_on, ending, ended_at, ended_by,
            version, created_at)
        WITH RECURSIVE n(i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?2),
        facts AS (
            SELECT i, 1600000000000 + i * 1000 AS ms, i % ?3 AS team, date('2020-01-06', (i % 2200) || ' days') AS first,
                date('2020-01-06', (i % 2200 + 180) || ' days') AS last,
                CASE i % 20 WHEN 0 THEN 'open' WHEN 1 THEN 'agreed' WHEN 2 THEN 'running' WHEN 3 THEN 'running'
                    ELSE 'ended' END AS state,
                printf('00000003-0000-7000-8000-%012x', (i * 7919) % ?5) AS peer
            FROM n)
        SELECT printf('%08x-%04x-7000-8000-%012x', ms >> 16, ms & 65535, i), '00000001-0000-7000-8000-000000000000',
            printf('00000001-0000-7000-8000-%012x', 1 + team % ?4), printf('00000002-0000-7000-8000-%012x', team),
            printf('00000004-0000-7000-8000-%012x', i), 'Accueil et groupes de parole ' || i, first, last,
            60 * (4 + i % 14), i % 2, 'fr', 'Lille', 'Dominique Petit', 'd.petit@example.org', NULL, 'cadre',
            state, ms, CASE state WHEN 'open' THEN NULL ELSE peer END, CASE state WHEN 'open' THEN NULL ELSE ms END,
            CASE state WHEN 'open' THEN NULL ELSE ?6 END, CASE WHEN state IN ('running', 'ended') THEN first END,
            CASE state WHEN 'ended' THEN last END, CASE state WHEN 'ended' THEN 'completed' END,
            CASE state WHEN 'ended' THEN ms END, CASE state WHEN 'ended' THEN ?6 END, 1, ms
        FROM facts";
    FINDABLE = "INSERT INTO search_entry (org_id, kind, id, part, readers, own, words)
        SELECT org_id, 'mission', id, '', 'missionassociation' || replace(org_id, '-', ''), lower(title),
            lower(title) || ' camille lefevre equipe mobile centre hospitalier'
        FROM mission WHERE created_at >= 1600000000000 + ?1 * 1000 AND created_at < 1600000000000 + ?2 * 1000";
}

/// How many missions one transaction writes.
const STEP: u64 = 100_000;

pub(crate) struct World {
    pub(crate) missions: u64,
    pub(crate) database: PathBuf,
    /// The `Cookie` header of the coordinator.
    pub(crate) cookie: String,
}

impl World {
    pub(crate) async fn new(missions: u64) -> Result<Self> {
        let begun = Instant::now();
        let folder = std::env::temp_dir().join("passerelle-benches");
        fs::create_dir_all(&folder)?;
        let database = folder.join(format!("{missions}-{}.sqlite", std::process::id()));
        let mut world = Self { missions, database, cookie: String::new() };
        let config = Config { database_url: world.url(), ..Config::default() };
        keys::find_or_make(&config)?;
        let db = serving::open(&config, Clock::System, Chance::System).await?;
        world.cookie = people(&db).await?;
        fill(&db, missions).await?;
        drop(db);
        let connection = rusqlite::Connection::open(&world.database)?;
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        let megabytes = fs::metadata(&world.database)?.len() / 1_000_000;
        println!("a database with {missions} missions: {megabytes} MB, made in {:.1} s", begun.elapsed().as_secs_f64());
        Ok(world)
    }

    pub(crate) fn url(&self) -> String {
        format!("sqlite:{}", self.database.display())
    }

    /// The id of the mission that has `older` missions behind it in the list.
    pub(crate) fn mission(&self, older: u64) -> String {
        let millis = 1_600_000_000_000 + older * 1000;
        format!("{:08x}-{:04x}-7000-8000-{older:012x}", millis >> 16, millis & 65_535)
    }
}

impl Drop for World {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{end}", self.database.display()));
        }
    }
}

pub(crate) fn association() -> Result<Id<Organisation>> {
    "00000001-0000-7000-8000-000000000000".parse().context("the id of the association")
}

fn coordinator() -> Result<Id<Account>> {
    "00000005-0000-7000-8000-000000000000".parse().context("the id of the coordinator")
}

async fn people(db: &Db) -> Result<String> {
    let zone = "Europe/Paris".to_owned();
    let email = Some("coordination@example.org".to_owned());
    let account = Account { id: coordinator()?, email, name: "Anaïs Moreau".to_owned(), language: Language::Fr, zone };
    let secret = db.chance().secret();
    let mut tx = db.begin_write().await?;
    let seat = Membership {
        id: tx.new_id(),
        account: account.id,
        org: association()?,
        team: None,
        role: Role::Coordinator,
        place: "Association des mesures".to_owned(),
        from_on: Date::constant(2020, 1, 1),
        until_on: None,
    };
    account::create(&mut tx, &account).await?;
    membership::create(&mut tx, &seat, seat.org).await?;
    session::begin(&mut tx, account.id, &secret, db.clock().today(&TimeZone::UTC), &session::Manner::default()).await?;
    tx.commit().await?;
    Ok(format!("session={}", secret.reveal()))
}

async fn fill(db: &Db, missions: u64) -> Result<()> {
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let (teams, peers) = (number(missions / 50), number(missions / 20));
    let institutions = teams.div_euclid(4).max(1);
    let mut tx = db.begin_write().await?;
    tx.execute(ORGANISATIONS, params![institutions]).await?;
    tx.execute(TEAMS, params![teams, institutions]).await?;
    tx.execute(PEERS, params![peers]).await?;
    tx.commit().await?;
    for first in (0..missions).step_by(usize::try_from(STEP)?) {
        let end = missions.min(first + STEP);
        let mut tx = db.begin_write().await?;
        let by = coordinator()?;
        tx.execute(MISSIONS, params![number(first), number(end), teams, institutions, peers, by]).await?;
        tx.execute(FINDABLE, params![number(first), number(end)]).await?;
        tx.commit().await?;
    }
    Ok(())
}
