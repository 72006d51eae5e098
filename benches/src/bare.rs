//! The limit: an axum handler that does nothing but run the statement of our page and send as many bytes.
//!
//! No session, no rights, no language, no layout. One connection a worker with the statement prepared, the same
//! settings as the product's, rows written into markup, filled up to the bytes of our page.

use std::{cell::RefCell, fmt::Write as _, net::SocketAddr, path::PathBuf, sync::Arc};

use anyhow::{Context as _, Result};
use axum::{Router, extract::State, http::StatusCode, response::Html, routing::get};
use rusqlite::{Connection, OpenFlags, config::DbConfig, types::ValueRef};
use tokio::net::TcpListener;

struct Bare {
    database: PathBuf,
    association: String,
    bytes: usize,
    sql: &'static str,
}

thread_local! {
    static CONNECTION: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

pub(crate) async fn serve(listen: SocketAddr, database: PathBuf, association: String, bytes: usize) -> Result<()> {
    let bare = Arc::new(Bare { database, association, bytes, sql: statement()? });
    let health = get(|| async { "ok" });
    let router = Router::new().route("/missions", get(missions)).route("/healthz", health).with_state(bare);
    axum::serve(TcpListener::bind(listen).await?, router).await.context("serving")
}

/// The very statement of our page.
fn statement() -> Result<&'static str> {
    let all = passerelle_placement::capability().statements.iter().copied().flatten();
    let mut found = all
        .filter(|sql| {
            sql.name == "OF_ASSOCIATION"
                && sql.text.contains("FROM mission m")
                && sql.text.contains("ORDER BY m.id DESC LIMIT ?2")
        })
        .map(|sql| sql.text);
    found.next_back().context("the statement of the list of missions")
}

async fn missions(State(bare): State<Arc<Bare>>) -> Result<Html<String>, StatusCode> {
    let page = CONNECTION.with_borrow_mut(|connection| {
        let connection = match connection {
            Some(connection) => connection,
            None => connection.insert(connect(&bare)?),
        };
        page(connection, &bare)
    });
    page.map(Html).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

fn connect(bare: &Bare) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&bare.database, flags)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection
        .execute_batch("PRAGMA cache_size = -16000; PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY;")?;
    Ok(connection)
}

fn page(connection: &Connection, bare: &Bare) -> rusqlite::Result<String> {
    let mut html = String::with_capacity(bare.bytes);
    html.push_str("<!DOCTYPE html><table>");
    let mut statement = connection.prepare_cached(bare.sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(("z", 51, &bare.association))?;
    while let Some(row) = rows.next()? {
        html.push_str("<tr>");
        for column in 0..columns {
            match row.get_ref(column)? {
                ValueRef::Text(text) => {
                    let _ = write!(html, "<td>{}</td>", String::from_utf8_lossy(text));
                }
                ValueRef::Integer(number) => {
                    let _ = write!(html, "<td>{number}</td>");
                }
                _ => html.push_str("<td></td>"),
            }
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    let missing = bare.bytes.saturating_sub(html.len());
    html.extend(std::iter::repeat_n("<!---->", missing / 7));
    html.extend(std::iter::repeat_n(' ', missing % 7));
    Ok(html)
}
