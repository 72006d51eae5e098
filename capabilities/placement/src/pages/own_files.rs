//! The files that a peer takes away with a copy of their data: the sheet of each mission on paper, and the calendar.

use std::{future::Future, pin::Pin};

use passerelle_access::Account;
use passerelle_kernel::Id;
use passerelle_web::{Ctx, OwnFile, PageError};

use super::sheets::paper;
use crate::{
    actions::missions::calendar,
    mission::Stage,
    store::{self, missions::Loaded},
};

/// Makes them, in the words of whoever takes them away.
pub(crate) fn make(
    ctx: Ctx,
    person: Id<Account>,
) -> Pin<Box<dyn Future<Output = Result<Vec<OwnFile>, PageError>> + Send>> {
    Box::pin(async move { files(&ctx, person).await })
}

async fn files(ctx: &Ctx, person: Id<Account>) -> Result<Vec<OwnFile>, PageError> {
    let mut tx = ctx.begin_read().await?;
    let missions = store::missions::missions_of_peer(&mut tx, person, Stage::ALL).await?;
    if missions.is_empty() {
        return Ok(Vec::new());
    }
    let mut sheets = Vec::with_capacity(missions.len());
    for loaded in missions {
        let sheet = store::sheets::find(&mut tx, loaded.mission.id).await?;
        let table = store::slots::timetable(&mut tx, &loaded.mission).await?;
        sheets.push((loaded, sheet, table));
    }
    let calendar = calendar::of_peer(&mut tx, ctx, person).await?;
    drop(tx);
    let mut files =
        vec![OwnFile { name: format!("{}.ics", ctx.say("placement-own-calendar")), bytes: calendar.into() }];
    for (number, (loaded, sheet, table)) in (1..).zip(sheets) {
        let name = file_name(ctx, number, &loaded);
        files.push(OwnFile { name, bytes: paper::pdf(ctx, &loaded, &sheet, &table).await? });
    }
    Ok(files)
}

/// “mission-1-2026-09-07.pdf”: a title may hold anything.
fn file_name(ctx: &Ctx, number: usize, loaded: &Loaded) -> String {
    format!("{}-{number}-{}.pdf", ctx.say("placement-own-mission"), loaded.mission.period.from)
}
