//! Finding missions and requests by words: the same records as the reader's lists show.

use passerelle_store::{Tx, search::Search};
use passerelle_web::{
    Ctx, PageError,
    search::{Findable, Found, Index},
};

use crate::{
    access::{MISSION_READ, REQUEST_READ},
    store::search as store,
};

/// The kinds that are found here.
pub(crate) const FINDABLE: &[Findable] = &[
    Findable {
        title: "placement-missions-title",
        order: 20,
        find: |ctx, tx, search| Box::pin(missions(ctx, tx, search)),
    },
    Findable {
        title: "placement-requests-title",
        order: 30,
        find: |ctx, tx, search| Box::pin(requests(ctx, tx, search)),
    },
];

/// What makes the index anew.
pub(crate) const INDEXES: &[Index] =
    &[|tx, after| Box::pin(store::index_missions(tx, after)), |tx, after| Box::pin(store::index_requests(tx, after))];

async fn missions(ctx: &Ctx, tx: &mut Tx, search: &Search) -> Result<Vec<Found>, PageError> {
    let Some(scope) = ctx.actor()?.scope(MISSION_READ) else { return Ok(Vec::new()) };
    let found = store::find_missions(tx, search, scope).await?;
    let as_found = |(id, title, names): (_, String, [Option<String>; 3])| {
        let detail = names.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Found { title, href: format!("/missions/{id}"), detail }
    };
    Ok(found.into_iter().map(as_found).collect())
}

async fn requests(ctx: &Ctx, tx: &mut Tx, search: &Search) -> Result<Vec<Found>, PageError> {
    let Some(scope) = ctx.actor()?.scope(REQUEST_READ) else { return Ok(Vec::new()) };
    let found = store::find_requests(tx, search, scope).await?;
    let as_found = |(id, title, institution, stage): (_, String, String, crate::request::Stage)| {
        let stage = ctx.say(&format!("placement-request-stage-{}", stage.as_str()));
        Found { title, href: format!("/requests/{id}"), detail: format!("{institution} · {stage}") }
    };
    Ok(found.into_iter().map(as_found).collect())
}
