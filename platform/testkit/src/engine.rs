//! A fresh database for one story.

use passerelle_kernel::{Chance, Clock};
use passerelle_store::{Db, seal::Master};

/// The engine that a story runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite in memory.
    Sqlite,
    /// PostgreSQL, in a schema of its own.
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
        Some(Db::open(&url, clock, chance).unwrap().with_master(Master::for_tests()))
    }
}

/// Creates a schema with a name that no other story has; gives the address that works in it.
async fn fresh_schema(cluster: &str) -> String {
    let secret = Chance::System.secret();
    let schema = format!("story_{}", &secret.reveal()[..16]);
    let (client, connection) = tokio_postgres::connect(cluster, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    client.batch_execute(&format!("CREATE SCHEMA {schema}")).await.unwrap();
    let separator = if cluster.contains('?') { '&' } else { '?' };
    format!("{cluster}{separator}options=-csearch_path%3D{schema}")
}
