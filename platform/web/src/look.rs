//! Who looked: what a page has shown of whom is written down before the page leaves, once a day for each reader, person
//! and purpose. Nobody looks at themselves.

use std::{
    collections::{BTreeSet, HashSet},
    sync::{Mutex, PoisonError},
};

use passerelle_access::Actor;
use passerelle_kernel::Date;
use passerelle_store::{
    Result,
    look::{self, Look, Viewer},
};

use crate::Ctx;

/// More looks of one day than this node remembers as written; a look that it has forgotten is found written already.
const REMEMBERED: usize = 20_000;

/// The looks of a day that are written already.
#[derive(Default)]
pub(crate) struct Written(Mutex<(Date, HashSet<ByWhom>)>);

/// A look, and who has looked.
type ByWhom = (Option<Viewer>, Look);

impl Written {
    /// Those that are not written yet on this day.
    fn missing(&self, day: Date, by: Option<&Viewer>, mut looks: BTreeSet<Look>) -> BTreeSet<Look> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.0 != day || known.1.len() > REMEMBERED {
            *known = (day, HashSet::new());
        }
        looks.retain(|look| !known.1.contains(&(by.cloned(), look.clone())));
        looks
    }

    fn add(&self, day: Date, by: Option<&Viewer>, looks: BTreeSet<Look>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.0 == day {
            known.1.extend(looks.into_iter().map(|look| (by.cloned(), look)));
        }
    }
}

fn viewer(actor: &Actor) -> Viewer {
    let seat = actor.seat.as_ref();
    Viewer {
        account: actor.account.to_string(),
        role: seat.map(|seat| seat.role.as_str()),
        org: seat.map(|seat| seat.org.to_string()),
    }
}

/// Writes down whose data the page of this context shows.
pub(crate) async fn write_down(ctx: &Ctx) -> Result<()> {
    let by = ctx.visitor().map(viewer);
    let mut looks = ctx.looks().take();
    looks.retain(|look| by.as_ref().is_none_or(|by| by.account != look.person));
    if looks.is_empty() {
        return Ok(());
    }
    let day = ctx.db().clock().today(&ctx.app().settings().zone);
    let missing = ctx.app().looks().missing(day, by.as_ref(), looks);
    if missing.is_empty() {
        return Ok(());
    }
    let mut tx = ctx.db().begin_brief().await?;
    look::write(&mut tx, by.as_ref(), day, &missing).await?;
    tx.commit().await?;
    ctx.app().looks().add(day, by.as_ref(), missing);
    Ok(())
}
