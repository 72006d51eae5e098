//! Live updates: a server-sent event says only *that* something changed; the page fetches it again.

use std::{convert::Infallible, time::Duration};

use axum::response::{
    IntoResponse, Response,
    sse::{Event, KeepAlive, Sse},
};
use futures_util::stream;
use passerelle_store::Change;
use tokio::sync::broadcast::{Receiver, error::RecvError};

use crate::{Ctx, PageError, measure::LivePage};

/// Tells the page of a signed-in person when something of their organisation changed.
pub(crate) async fn changes(ctx: Ctx) -> Result<Response, PageError> {
    let org = ctx.actor()?.seat.as_ref().map(|seat| seat.org.to_string());
    let receiver = ctx.db().changes();
    let events = stream::unfold((receiver, org, LivePage::begin()), |(mut receiver, org, live)| async move {
        wait(&mut receiver, org.as_deref()).await.then_some(())?;
        Some((Ok::<_, Infallible>(Event::default().event("passerelle-news").data("1")), (receiver, org, live)))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(25))).into_response())
}

/// Waits for a change that concerns `org`; false when there will be none any more.
async fn wait(receiver: &mut Receiver<Change>, org: Option<&str>) -> bool {
    loop {
        match receiver.recv().await {
            Ok(change) if org.is_some() && change.orgs.iter().any(|o| o.as_deref() == org) => return true,
            Ok(_) => {}
            // Too many at once: some of them may have concerned this page.
            Err(RecvError::Lagged(_)) => return true,
            Err(RecvError::Closed) => return false,
        }
    }
}
