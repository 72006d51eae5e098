//! PostgreSQL: a pool of connections with prepared statements, and how long anything is waited for.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime};
use refinery::Target;
use tokio_postgres::{Config, types::ToSql};

use crate::{Error, Migrations, Param, Result, Row, Sql, dialect, seal::Sealed, tx::Each, wire::Wire};

/// What was sent and is not confirmed for so long has met a machine or a wire that is dead.
const UNHEARD: Duration = Duration::from_secs(20);
/// After so long without a word the other side is asked whether it is there.
const SILENCE: Duration = Duration::from_secs(15);

/// How long is waited for what.
#[derive(Clone, Copy)]
pub(crate) struct Waits {
    /// For one of the connections to be free.
    pub(crate) free: Duration,
    /// For a new connection.
    pub(crate) connect: Duration,
    /// After how long the server ends a statement, or a transaction in which nothing happens; nothing: never.
    pub(crate) longest: Option<Duration>,
}

impl Waits {
    /// For the database itself.
    pub(crate) const fn usual(longest: Option<Duration>) -> Self {
        Self { free: Duration::from_secs(5), connect: Duration::from_secs(5), longest }
    }
}

pub(crate) struct Postgres {
    pool: Pool,
    wire: Wire,
    texts: RwLock<HashMap<usize, Arc<str>>>,
}

impl Postgres {
    pub(crate) fn open(url: &str, connections: usize, waits: Waits) -> Result<Self> {
        let mut config: Config = url.parse().map_err(|error: tokio_postgres::Error| Error::Open(error.to_string()))?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(waits.connect);
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(UNHEARD);
        }
        config.keepalives_idle(config.get_keepalives_idle().min(SILENCE));
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let wire = Wire::new(config)?;
        let pool = Pool::builder(Manager::from_config(wire.config.clone(), wire.tls.clone(), recycling))
            .max_size(connections.max(1))
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(waits.free))
            .create_timeout(Some(waits.connect))
            .post_create(limits(waits.longest))
            .build()
            .map_err(|error| Error::Open(error.to_string()))?;
        Ok(Self { pool, wire, texts: RwLock::default() })
    }

    /// Where the connections lead.
    pub(crate) const fn wire(&self) -> &Wire {
        &self.wire
    }

    pub(crate) async fn connection(&self) -> Result<Object> {
        self.pool.get().await.map_err(|error| match error {
            PoolError::Backend(error) | PoolError::PostCreateHook(HookError::Backend(error)) => Error::from(error),
            PoolError::Timeout(deadpool_postgres::TimeoutType::Create) => Error::Lost,
            error => Error::Connection(error.to_string()),
        })
    }

    /// A connection for what may take as long as it likes; it does not go back to the others.
    async fn patient(&self) -> Result<deadpool_postgres::ClientWrapper> {
        let connection = Object::take(self.connection().await?);
        connection.batch_execute(dialect::POSTGRES_PATIENT).await?;
        Ok(connection)
    }

    pub(crate) async fn migrate(&self, migrations: &Migrations, target: Target) -> Result<()> {
        let mut connection = self.patient().await?;
        let client: &mut tokio_postgres::Client = &mut connection;
        // Nodes that start at the same time wait for each other.
        client.batch_execute(dialect::POSTGRES_MIGRATE).await?;
        let migrated = migrations.runner(true, target)?.run_async(client).await;
        client.batch_execute(dialect::POSTGRES_MIGRATED).await?;
        migrated.map_err(crate::migrate::failed).map(drop)
    }

    /// Writes the tables of these fields anew, without what was replaced in them.
    pub(crate) async fn rewrite(&self, fields: &[&'static Sealed]) -> Result<()> {
        let mut tables: Vec<_> = fields.iter().map(|field| field.table).collect();
        tables.sort_unstable();
        tables.dedup();
        let connection = self.patient().await?;
        for table in tables {
            connection.batch_execute(&format!("VACUUM (FULL) {table}")).await?;
        }
        Ok(())
    }

    /// The statement in PostgreSQL's writing; made once per statement, found by its address.
    pub(crate) fn text(&self, sql: &Sql) -> Arc<str> {
        let address = sql.text.as_ptr().addr();
        if let Some(text) = self.texts.read().unwrap_or_else(PoisonError::into_inner).get(&address) {
            return text.clone();
        }
        let text: Arc<str> = dialect::for_postgres(sql.text).into();
        self.texts.write().unwrap_or_else(PoisonError::into_inner).insert(address, text.clone());
        text
    }
}

/// What each new connection is told first: a node that is cut off in the middle of something blocks the others for so
/// long and no longer.
fn limits(longest: Option<Duration>) -> Hook {
    let millis = longest.map_or(0, |longest| longest.as_millis());
    let told = format!("SET statement_timeout = {millis}; SET idle_in_transaction_session_timeout = {millis}");
    Hook::async_fn(move |client, _| {
        let told = told.clone();
        Box::pin(async move { client.batch_execute(&told).await.map_err(HookError::Backend) })
    })
}

pub(crate) async fn query(
    connection: &Object,
    text: &str,
    params: &[Param],
    erased: Option<&str>,
    each: Each<'_>,
) -> Result<()> {
    let statement = connection.prepare_cached(text).await?;
    let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|param| param as _).collect();
    let rows = connection.query(&statement, &params).await?;
    rows.iter().try_for_each(|row| each(&Row::postgres(row, erased)))
}

pub(crate) async fn execute(connection: &Object, text: &str, params: &[Param]) -> Result<u64> {
    let statement = connection.prepare_cached(text).await?;
    let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|param| param as _).collect();
    Ok(connection.execute(&statement, &params).await?)
}
