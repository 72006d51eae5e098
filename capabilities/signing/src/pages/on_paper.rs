//! Somebody has signed by hand: the day, the name under it, and the scan, which is kept sealed.

use axum::{
    extract::{DefaultBodyLimit, Path},
    handler::Handler as _,
};
use maud::html;
use passerelle_kernel::Id;
use passerelle_store::Error as StoreError;
use passerelle_ui::{self as ui, Button, DateInput, Field, FileUpload, Input, Width};
use passerelle_web::{Ctx, Failure, Fields, Page, PageResult, Reason as _, Routes, page, redirect};
use passerelle_words::say;

use super::{
    MANAGE,
    manage::load,
    papers::seen_by,
    upload::{self, Upload},
};
use crate::{
    Error,
    actions::{self, OnPaper},
    paper::Paper,
    refusal::Refusal,
    scan::LARGEST,
    signer::Signer,
    store::papers::Loaded,
};

const NAME: usize = 200;
const TRIES: usize = 4;
/// Room for the other answers beside the file.
const ROOM: usize = 64 << 10;

pub(super) fn routes() -> Routes {
    let record = record.layer(DefaultBodyLimit::max(LARGEST + ROOM));
    Routes::default().get("/papers/{paper}/signers/{place}/on-paper", MANAGE, ask).post(
        "/papers/{paper}/signers/{place}/on-paper",
        MANAGE,
        record,
    )
}

async fn ask(ctx: Ctx, Path((id, place)): Path<(Id<Paper>, usize)>) -> PageResult {
    let (loaded, signer, _) = load(&ctx, id, place).await?;
    let fields = Fields::empty(&ctx).with("name", &signer.name);
    Ok(draw(&ctx, &loaded, &signer, place, &fields))
}

fn draw(ctx: &Ctx, loaded: &Loaded, signer: &Signer, place: usize, fields: &Fields) -> axum::response::Response {
    let (words, id) = (ctx.words(), loaded.paper.id);
    let title = say!(words, "signing-on-paper-title", name = signer.name.as_str());
    let label = |part: &str| ctx.say(&format!("signing-on-paper-{part}"));
    let [name, day, day_hint, file, file_hint] = ["name", "day", "day-hint", "file", "file-hint"].map(label);
    let field = |name, label, hint| Field {
        name,
        label,
        hint,
        value: fields.value(name),
        error: fields.error(name),
        ..Field::default()
    };
    let date = DateInput {
        field: field("on", &day, Some(&day_hint)),
        day: fields.value("on-day"),
        month: fields.value("on-month"),
        year: fields.value("on-year"),
        birthday: false,
    };
    let upload = FileUpload {
        field: field("file", &file, Some(&file_hint)),
        accept: Some(".pdf,.jpg,.jpeg,.png"),
        multiple: false,
    };
    let input = Input { field: field("name", &name, None), width: Width::Characters(30), ..Input::default() };
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (loaded.paper.title) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (label("text")) }
        p.govuk-body { a.govuk-link href={ "/papers/" (id) "/paper.pdf" } { (ctx.say("signing-read-pdf")) } }
        form method="post" action={ "/papers/" (id) "/signers/" (place) "/on-paper" } enctype="multipart/form-data" novalidate {
            (ui::input(words, input))
            (ui::date_input(words, date))
            (ui::file_upload(words, upload))
            (ui::button(Button { text: &label("action"), ..Button::default() }))
        }
    };
    let back = Some((format!("/papers/{id}"), Some(loaded.paper.title.clone())));
    page(ctx, Page { title, back, main, seen_by: seen_by(ctx), refused: !fields.is_clean(), ..Page::default() })
}

async fn record(ctx: Ctx, Path((id, place)): Path<(Id<Paper>, usize)>, form: Upload) -> PageResult {
    let (loaded, signer, at) = load(&ctx, id, place).await?;
    let (mut fields, file) = upload::read(&ctx, form, LARGEST).await;
    let name = fields.text("name", NAME, "signing-form-name-missing");
    let on = fields.date("on", "signing-on-paper-day-missing");
    match &file {
        None => fields.refuse_key("file", "signing-on-paper-file-large"),
        Some(bytes) if bytes.is_empty() => fields.refuse_key("file", "signing-on-paper-file-missing"),
        Some(_) => {}
    }
    let (Some(name), Some(on), Some(scan), true) = (name, on, file, fields.is_clean()) else {
        return Ok(draw(&ctx, &loaded, &signer, place, &fields));
    };
    match sign(&ctx, id, OnPaper { place: at, name, on, scan }).await {
        Ok(()) => Ok(redirect(&format!("/papers/{id}?done=signing-on-paper-done"))),
        Err(Failure::Refused(refusal)) => {
            let place_of = match refusal {
                Refusal::ScanUnreadable => "file",
                Refusal::DayAhead | Refusal::DayBefore => "on",
                _ => "",
            };
            fields.refuse_key(place_of, refusal.key());
            Ok(draw(&ctx, &loaded, &signer, place, &fields))
        }
        Err(failure) => Err(failure.into()),
    }
}

/// A form with a file is not run again by itself when another writer comes first.
async fn sign(ctx: &Ctx, id: Id<Paper>, sheet: OnPaper) -> Result<(), Error> {
    for _ in 0..TRIES {
        match actions::sign_on_paper(ctx, id, sheet.clone()).await {
            Err(Failure::Store(StoreError::Conflict)) => {}
            done => return done,
        }
    }
    actions::sign_on_paper(ctx, id, sheet).await
}
