//! The sheet on paper, for those who would rather read and sign on paper: the same words as the page.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use passerelle_documents::{Layout, PdfFacts, Row, Section, Sheet as Document, typesetter};
use passerelle_kernel::Id;
use passerelle_web::{Ctx, PageError, PageResult};
use passerelle_words::say;

use super::{languages, point_title};
use crate::{
    access,
    mission::Mission,
    pages::{missions::period, schedule::slot_in_words},
    sheet::{Answer, Point, Sheet},
    slot::Timetable,
    store::{self, missions::Loaded},
};

pub(super) async fn download(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let loaded = store::missions::load_mission(&mut tx, actor, id, access::MISSION_READ).await?;
    let sheet = store::sheets::find(&mut tx, id).await?;
    let table = store::slots::timetable(&mut tx, &loaded.mission).await?;
    drop(tx);
    Ok(answer(pdf(&ctx, &loaded, &sheet, &table).await?))
}

/// The sheet as a PDF.
pub(in crate::pages) async fn pdf(
    ctx: &Ctx,
    loaded: &Loaded,
    sheet: &Sheet,
    table: &Timetable,
) -> Result<Vec<u8>, PageError> {
    let document = document(ctx, loaded, sheet, table);
    let facts = PdfFacts { title: document.title.clone(), author: loaded.org_name.clone(), created_at: ctx.now() };
    let language = ctx.words().language();
    let typeset = move || {
        typesetter()?.render(Layout::Sheet(&document), language, &[], &facts).map_err(|error| error.to_string())
    };
    let pdf = tokio::task::spawn_blocking(typeset).await.map_err(|error| PageError::Internal(error.to_string()))?;
    pdf.map_err(PageError::Internal)
}

fn answer(pdf: Vec<u8>) -> Response {
    let headers =
        [(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, "inline; filename=\"mission.pdf\"")];
    (headers, pdf).into_response()
}

fn document(ctx: &Ctx, loaded: &Loaded, sheet: &Sheet, table: &Timetable) -> Document {
    let words = ctx.words();
    let version = i64::from(sheet.version);
    let mut sections = vec![facts(ctx, loaded)];
    if !table.slots.is_empty() {
        sections.push(slots(ctx, table));
    }
    sections.extend(Point::ALL.iter().filter_map(|point| {
        let paragraphs = match sheet.answers.get(point)? {
            Answer::Settled { words, .. } => words.lines().map(str::to_owned).collect(),
            Answer::Open { by, .. } => vec![say!(words, "placement-sheet-open-until", day = words.date(*by))],
        };
        Some(Section { title: point_title(ctx, *point), paragraphs, ..Section::default() })
    }));
    sections.push(Section {
        title: ctx.say("placement-sheet-signed"),
        blanks: ["peer", "team", "org"].map(|who| ctx.say(&format!("placement-sheet-sign-{who}"))).to_vec(),
        ..Section::default()
    });
    Document {
        title: loaded.mission.title.clone(),
        subtitle: Some(say!(words, "placement-sheet-edition", version = version, day = words.date(ctx.today()))),
        sections,
        footer: loaded.org_name.clone(),
        page_word: ctx.say("placement-sheet-page"),
    }
}

fn facts(ctx: &Ctx, loaded: &Loaded) -> Section {
    let mission = &loaded.mission;
    let row = |name: &str, value: String| Row { label: ctx.say(&format!("placement-mission-{name}")), value };
    let referent = mission.referent.as_ref().map(|contact| contact.name.clone());
    let rows = [
        Some(row("place", loaded.place())),
        loaded.peer_name.clone().map(|name| row("peer", name)),
        Some(row("days", period(ctx, mission.period))),
        Some(row("hours", ctx.words().hours(mission.hours_week))),
        Some(row("languages", languages(ctx, &mission.languages))),
        Some(row("town", mission.town.clone())),
        referent.map(|name| row("referent", name)),
        Some(row("org", loaded.org_name.clone())),
    ];
    Section {
        title: ctx.say("placement-mission-about"),
        rows: rows.into_iter().flatten().filter(|row| !row.value.is_empty()).collect(),
        ..Section::default()
    }
}

fn slots(ctx: &Ctx, table: &Timetable) -> Section {
    Section {
        title: ctx.say("placement-schedule-title"),
        points: table.slots.iter().map(|slot| slot_in_words(ctx, slot)).collect(),
        ..Section::default()
    }
}
