//! PostgreSQL: a pool of connections with prepared statements.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime};
use tokio_postgres::{Config, NoTls, types::ToSql};

use crate::{Error, Migrations, Param, Result, Row, Sql, dialect, tx::Each};

pub(crate) struct Postgres {
    pool: Pool,
    config: Config,
    texts: RwLock<HashMap<usize, Arc<str>>>,
}

impl Postgres {
    pub(crate) fn open(url: &str, connections: usize) -> Result<Self> {
        let config: Config = url.parse().map_err(|error: tokio_postgres::Error| Error::Open(error.to_string()))?;
        let manager =
            Manager::from_config(config.clone(), NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let pool = Pool::builder(manager)
            .max_size(connections.max(1))
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(Duration::from_secs(10)))
            .create_timeout(Some(Duration::from_secs(10)))
            .build()
            .map_err(|error| Error::Open(error.to_string()))?;
        Ok(Self { pool, config, texts: RwLock::default() })
    }

    /// Where the connections lead.
    pub(crate) const fn config(&self) -> &Config {
        &self.config
    }

    pub(crate) async fn connection(&self) -> Result<Object> {
        self.pool.get().await.map_err(|error| match error {
            PoolError::Backend(error) => Error::from(error),
            error => Error::Connection(error.to_string()),
        })
    }

    pub(crate) async fn migrate(&self, migrations: &Migrations) -> Result<()> {
        let mut connection = self.connection().await?;
        let client: &mut tokio_postgres::Client = &mut connection;
        // Nodes that start at the same time wait for each other.
        client.batch_execute(dialect::POSTGRES_MIGRATE).await?;
        let migrated = migrations.runner(true)?.run_async(client).await;
        client.batch_execute(dialect::POSTGRES_MIGRATED).await?;
        migrated.map_err(crate::migrate::failed).map(drop)
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

pub(crate) async fn query(connection: &Object, text: &str, params: &[Param], each: Each<'_>) -> Result<()> {
    let statement = connection.prepare_cached(text).await?;
    let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|param| param as _).collect();
    let rows = connection.query(&statement, &params).await?;
    rows.iter().try_for_each(|row| each(&Row::Postgres(row)))
}

pub(crate) async fn execute(connection: &Object, text: &str, params: &[Param]) -> Result<u64> {
    let statement = connection.prepare_cached(text).await?;
    let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|param| param as _).collect();
    Ok(connection.execute(&statement, &params).await?)
}
