//! Where the bytes of a database lie, and how often a text is in them.

use std::{fs, path::PathBuf};

use passerelle_kernel::Chance;

/// Where the bytes lie.
pub(in crate::house) enum Place {
    File(PathBuf),
    Schema(String, String),
}

impl Place {
    pub(in crate::house) async fn new(on_postgres: bool) -> Option<(Self, String)> {
        let name = format!("planted_{}", &Chance::System.secret().reveal()[..16]);
        if !on_postgres {
            let folder = std::env::temp_dir().join(&name);
            fs::create_dir_all(&folder).unwrap();
            let file = folder.join("passerelle.sqlite");
            let url = format!("sqlite:{}", file.display());
            return Some((Self::File(file), url));
        }
        let cluster = std::env::var("PASSERELLE_TEST_POSTGRES").ok()?;
        client(&cluster).await.batch_execute(&format!("CREATE SCHEMA {name}")).await.unwrap();
        let url = format!("{cluster}?options=-csearch_path%3D{name}");
        Some((Self::Schema(cluster, name), url))
    }

    /// Every byte of the database; on PostgreSQL every row of every table as text, bytes as hexadecimal.
    pub(in crate::house) async fn bytes(&self) -> Vec<u8> {
        match self {
            Self::File(file) => ["", "-wal"]
                .iter()
                .flat_map(|end| fs::read(format!("{}{end}", file.display())).unwrap_or_default())
                .collect(),
            Self::Schema(cluster, schema) => {
                let client = client(cluster).await;
                let tables = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = $1";
                let mut bytes = Vec::new();
                for table in client.query(tables, &[schema]).await.unwrap() {
                    let rows = format!("SELECT t::text FROM \"{schema}\".\"{}\" t", table.get::<_, String>(0));
                    for row in client.query(&rows, &[]).await.unwrap() {
                        bytes.extend(row.get::<_, String>(0).into_bytes());
                    }
                }
                bytes
            }
        }
    }
}

impl Place {
    /// Takes the file away; a schema goes with its cluster.
    pub(in crate::house) fn remove(&self) {
        if let Self::File(file) = self {
            fs::remove_dir_all(file.parent().unwrap()).unwrap();
        }
    }
}

async fn client(cluster: &str) -> tokio_postgres::Client {
    let (client, connection) = tokio_postgres::connect(cluster, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

/// How often a text is in these bytes, as it is or in hexadecimal.
pub(in crate::house) fn count(bytes: &[u8], text: &str) -> usize {
    let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    let found = |needle: &[u8]| bytes.windows(needle.len()).filter(|part| *part == needle).count();
    found(text.as_bytes()) + found(hex.as_bytes())
}
