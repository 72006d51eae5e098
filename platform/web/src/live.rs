//! Live updates: a server-sent event says only *that* something changed; the page fetches it again.

use std::{convert::Infallible, time::Duration};

use axum::response::{
    IntoResponse, Response,
    sse::{Event, KeepAlive, Sse},
};
use futures_util::stream;
use passerelle_store::Change;
use tokio::sync::broadcast::{Receiver, error::RecvError};

use crate::{Ctx, PageError};

/// Tells the page of a signed-in person when something of their organisation changed.
pub(crate) async fn changes(ctx: Ctx) -> Result<Response, PageError> {
    let org = ctx.actor()?.seat.as_ref().map(|seat| seat.org.to_string());
    let (receiver, app) = (ctx.db().changes(), ctx.app().clone());
    let events = stream::unfold((receiver, org, app), |(mut receiver, org, app)| async move {
        let heard = tokio::select! {
            heard = wait(&mut receiver, org.as_deref()) => heard,
            // The page connects again, to a node that stays.
            () = app.leaving() => false,
        };
        let event = Event::default().event("passerelle-news").data("1");
        heard.then_some((Ok::<_, Infallible>(event), (receiver, org, app)))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(25))).into_response())
}

/// Waits for a change that concerns `org`; false when there will be none any more.
async fn wait(receiver: &mut Receiver<Change>, org: Option<&str>) -> bool {
    loop {
        match receiver.recv().await {
            Ok(change) if org.is_some_and(|org| change.concerns(org)) => return true,
            Ok(_) => {}
            // Too many at once: some of them may have concerned this page.
            Err(RecvError::Lagged(_)) => return true,
            Err(RecvError::Closed) => return false,
        }
    }
}
