//! The session of a request.

use passerelle_access::{
    Actor,
    session::{self, Session},
};
use passerelle_kernel::Date;
use passerelle_store::Result;

use crate::App;

/// Whose session this is, if it has not lain unused for too long; notes the day, once a day.
pub(super) async fn open(app: &App, secret: &str) -> Result<Option<(Actor, Session)>> {
    let now = app.db().clock().now();
    let today = now.to_zoned(app.settings().zone.clone()).date();
    let found = session::open(&mut app.db().begin_read().await?, secret, now, today).await?;
    let found = found.filter(|(_, session)| !app.settings().sign_in.idle.is_over(session, today));
    if let Some((_, session)) = &found
        && session.seen_on != Some(today)
    {
        // A lost race is no harm: the other request has noted the same day.
        let noted = note_day(app, &session.id, today).await;
        noted.unwrap_or_else(|error| tracing::debug!(%error, "the day of a session"));
    }
    Ok(found)
}

async fn note_day(app: &App, session: &str, today: Date) -> Result<()> {
    let mut tx = app.db().begin_brief().await?;
    session::see(&mut tx, session, today).await?;
    tx.commit().await
}
