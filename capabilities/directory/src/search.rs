//! Finding people, organisations and teams by words: each reader finds what their pages show, and nothing else.

use passerelle_access::Facts;
use passerelle_store::{Tx, search::Search};
use passerelle_web::{
    Ctx, PageError,
    search::{Findable, Found, Index},
};

use crate::{
    access,
    store::search::{self as store, Shown},
};

/// The kinds that are found here.
pub(crate) const FINDABLE: &[Findable] = &[
    Findable { title: "directory-nav-people", order: 10, find: |ctx, tx, search| Box::pin(people(ctx, tx, search)) },
    Findable { title: "directory-teams-title", order: 40, find: |ctx, tx, search| Box::pin(teams(ctx, tx, search)) },
    Findable {
        title: "directory-nav-organisations",
        order: 50,
        find: |ctx, tx, search| Box::pin(organisations(ctx, tx, search)),
    },
];

/// What makes the index anew; teams go by the names of their organisations.
pub(crate) const INDEXES: &[Index] = &[
    |tx, after| Box::pin(store::index_organisations(tx, after)),
    |tx, after| Box::pin(store::index_teams(tx, after)),
    |tx, after| Box::pin(store::index_people(tx, after)),
];

/// The coordination finds those whose record it keeps; everybody in an association finds who shows themselves to them.
async fn people(ctx: &Ctx, tx: &mut Tx, search: &Search) -> Result<Vec<Found>, PageError> {
    let actor = ctx.actor()?;
    let Some(seat) = actor.seat.as_ref().filter(|_| actor.holds(access::COLLEAGUES_READ)) else {
        return Ok(Vec::new());
    };
    if !actor.holds(access::PEOPLE_READ) {
        let shown = store::find_shown(tx, search, seat.org, ctx.today()).await?;
        return Ok(shown.into_iter().map(as_shown).collect());
    }
    let kept = store::find_kept(tx, search, seat.org).await?;
    let kept = kept.into_iter().map(|(id, title, email)| Found {
        title,
        href: format!("/people/{id}"),
        detail: email.unwrap_or_default(),
    });
    let others = store::find_in_network(tx, search, seat.org, ctx.today()).await?;
    Ok(kept.chain(others.into_iter().map(as_shown)).collect())
}

/// Somebody who shows themselves stands on the page of their association's people, from their name on.
fn as_shown(shown: Shown) -> Found {
    let after = form_urlencoded::byte_serialize(shown.key.as_bytes()).collect::<String>();
    let href = format!("/organisations/{}/people?after={after}&id=", shown.org);
    Found { title: shown.name, href, detail: shown.org_name }
}

async fn organisations(ctx: &Ctx, tx: &mut Tx, search: &Search) -> Result<Vec<Found>, PageError> {
    if !ctx.actor()?.may(access::ORGANISATIONS_READ, &Facts::default()) {
        return Ok(Vec::new());
    }
    let found = store::find_organisations(tx, search).await?;
    let as_found = |(id, kind, title, town): (_, crate::OrganisationKind, String, Option<String>)| {
        let kind = ctx.say(&format!("directory-kind-{}", kind.as_str()));
        let detail = [Some(kind), town].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Found { title, href: format!("/organisations/{id}"), detail }
    };
    Ok(found.into_iter().map(as_found).collect())
}

async fn teams(ctx: &Ctx, tx: &mut Tx, search: &Search) -> Result<Vec<Found>, PageError> {
    if !ctx.actor()?.may(access::ORGANISATIONS_READ, &Facts::default()) {
        return Ok(Vec::new());
    }
    let found = store::find_teams(tx, search).await?;
    let as_found = |(id, title, organisation, town): (_, _, String, Option<String>)| {
        let detail = [Some(organisation), town].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Found { title, href: format!("/teams/{id}"), detail }
    };
    Ok(found.into_iter().map(as_found).collect())
}
