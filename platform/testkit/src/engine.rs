//! A fresh database for one story.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::PathBuf,
    time::Duration,
};

use passerelle_kernel::{Chance, Clock};
use passerelle_store::{Db, Migrations, seal::Master, whole::copy_sqlite};
use tokio_postgres::{Client, NoTls};

/// The engine that a story runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite in memory.
    Sqlite,
    /// PostgreSQL, in a schema or a database of its own.
    Postgres,
}

const CLUSTER: &str = "PASSERELLE_TEST_POSTGRES";

impl Engine {
    /// A database with nothing in it; nothing when there is no PostgreSQL to run on.
    pub async fn fresh(self, clock: Clock, chance: Chance) -> Option<Db> {
        let url = match self {
            Self::Sqlite => "sqlite::memory:".to_owned(),
            Self::Postgres => fresh_schema(&std::env::var(CLUSTER).ok()?).await,
        };
        Some(opened(&url, clock, chance))
    }

    /// A database with the tables of these crates; nothing when there is no PostgreSQL to run on.
    pub(crate) async fn migrated(self, clock: Clock, chance: Chance, crates: &[&[Migrations]]) -> Option<(Db, Copied)> {
        if self == Self::Postgres {
            let cluster = std::env::var(CLUSTER).ok()?;
            let copied = Copied::make(cluster, crates).await;
            return Some((opened(&copied.url(), clock, chance), copied));
        }
        let db = self.fresh(clock, chance).await?;
        db.load(&model_file(crates).await).await.unwrap();
        Some((db, Copied::default()))
    }
}

fn opened(url: &str, clock: Clock, chance: Chance) -> Db {
    Db::open(url, clock, chance).unwrap().with_master(Master::for_tests())
}

async fn migrate(db: &Db, crates: &[&[Migrations]]) {
    for migrations in crates {
        db.migrate(migrations).await.unwrap();
    }
}

async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

/// A name that no other story has.
fn fresh_name() -> String {
    format!("story_{}", &Chance::System.secret().reveal()[..16])
}

/// Creates a schema; gives the address that works in it.
async fn fresh_schema(cluster: &str) -> String {
    let schema = fresh_name();
    connect(cluster).await.batch_execute(&format!("CREATE SCHEMA {schema}")).await.unwrap();
    let separator = if cluster.contains('?') { '&' } else { '?' };
    format!("{cluster}{separator}options=-csearch_path%3D{schema}")
}

/// A copy of a database of PostgreSQL whose tables the first story of a run has made: migrating it anew for each of a
/// thousand stories took a third of their time; on SQLite a sixth.
#[derive(Clone, Default)]
pub(crate) struct Copied {
    cluster: String,
    name: String,
}

impl Copied {
    async fn make(cluster: String, crates: &[&[Migrations]]) -> Self {
        let client = connect(&cluster).await;
        let model = model(&client, &cluster, crates).await;
        let name = fresh_name();
        client.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {model}")).await.unwrap();
        Self { cluster, name }
    }

    fn url(&self) -> String {
        place(&self.cluster, &self.name)
    }

    /// Removes it; what a story that failed has left, the end of the cluster removes.
    pub(crate) async fn forget(&self) {
        if !self.name.is_empty() {
            let drop = format!("DROP DATABASE {} WITH (FORCE)", self.name);
            connect(&self.cluster).await.batch_execute(&drop).await.unwrap();
        }
    }
}

/// The address of another database of the cluster.
fn place(cluster: &str, database: &str) -> String {
    let (server, rest) = cluster.rsplit_once('/').unwrap();
    format!("{server}/{database}{}", rest.find('?').map_or("", |at| &rest[at..]))
}

/// What the tables of these crates are called by.
fn mark(crates: &[&[Migrations]]) -> u64 {
    let mut hash = DefaultHasher::new();
    crates.iter().copied().flatten().for_each(|migrations| (migrations.name, migrations.files).hash(&mut hash));
    hash.finish()
}

/// A file of SQLite with the tables of these crates. Several stories may make it at once: it appears whole.
async fn model_file(crates: &[&[Migrations]]) -> PathBuf {
    let folder = std::env::temp_dir();
    let file = folder.join(format!("passerelle-model-{:016x}.db", mark(crates)));
    if !file.exists() {
        let draft = folder.join(format!("passerelle-{}", fresh_name()));
        std::fs::create_dir(&draft).unwrap();
        let (made, copy) = (draft.join("made.db"), draft.join("copy.db"));
        let db =
            Db::open_without_waiting(&format!("sqlite:{}", made.display()), Clock::System, Chance::System).unwrap();
        migrate(&db, crates).await;
        copy_sqlite(&made, &copy).unwrap();
        std::fs::rename(&copy, &file).unwrap();
        std::fs::remove_dir_all(&draft).unwrap();
    }
    file
}

/// The name of the database with the tables of these crates; whoever comes first makes it, the others wait.
async fn model(client: &Client, cluster: &str, crates: &[&[Migrations]]) -> String {
    let hash = mark(crates);
    let name = format!("model_{hash:016x}");
    client.execute("SELECT pg_advisory_lock($1)", &[&hash.cast_signed()]).await.unwrap();
    if client.query("SELECT 1 FROM pg_database WHERE datname = $1", &[&name]).await.unwrap().is_empty() {
        let draft = fresh_name();
        client.batch_execute(&format!("CREATE DATABASE {draft}")).await.unwrap();
        let db = opened(&place(cluster, &draft), Clock::System, Chance::System);
        migrate(&db, crates).await;
        drop(db);
        let finish = format!("ALTER DATABASE {draft} RENAME TO {name}");
        // The server takes a moment to see that nobody is connected any more.
        while client.batch_execute(&finish).await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    client.execute("SELECT pg_advisory_unlock($1)", &[&hash.cast_signed()]).await.unwrap();
    name
}
