//! Whether a file is a paper of ours, unchanged: for anybody who holds it. Nothing that is sent here is kept.

use axum::{extract::DefaultBodyLimit, handler::Handler as _, response::Response};
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Field, FileUpload, Tone};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page};
use passerelle_words::say;

use super::{
    count,
    upload::{self, Upload},
};
use crate::{
    paper::Stage,
    printed::sha256,
    store::{
        files,
        papers::{self, Loaded},
    },
};

/// The most bytes of a file that is checked.
const LARGEST: usize = 10 << 20;
const ROOM: usize = 64 << 10;

pub(super) fn routes() -> Routes {
    let check = check.layer(DefaultBodyLimit::max(LARGEST + ROOM));
    Routes::default().get("/check-paper", Needs::Public, ask).post("/check-paper", Needs::Public, check)
}

async fn ask(ctx: Ctx) -> PageResult {
    let fields = Fields::empty(&ctx);
    Ok(draw(&ctx, &fields, Markup::default()))
}

fn draw(ctx: &Ctx, fields: &Fields, answer: Markup) -> Response {
    let title = ctx.say("signing-check-title");
    let (label, hint) = (ctx.say("signing-check-file"), ctx.say("signing-check-file-hint"));
    let field =
        Field { name: "file", label: &label, hint: Some(&hint), error: fields.error("file"), ..Field::default() };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (answer)
        p.govuk-body { (ctx.say("signing-check-text")) }
        form method="post" action="/check-paper" enctype="multipart/form-data" novalidate {
            (ui::file_upload(ctx.words(), FileUpload { field, accept: Some(".pdf"), multiple: false }))
            (ui::button(Button { text: &ctx.say("signing-check-action"), ..Button::default() }))
        }
    };
    page(ctx, Page { title, main, refused: !fields.is_clean(), ..Page::default() })
}

async fn check(ctx: Ctx, form: Upload) -> PageResult {
    let client = ctx.client().map(|client| client.to_string()).unwrap_or_default();
    if !ctx.allows(format!("check-paper {client}")).await? {
        return Err(PageError::TooMany);
    }
    let (mut fields, file) = upload::read(&ctx, form, LARGEST).await;
    match file {
        None => fields.refuse_key("file", "signing-check-file-large"),
        Some(bytes) if bytes.is_empty() => fields.refuse_key("file", "signing-check-file-missing"),
        Some(bytes) => {
            let hash = sha256(&bytes);
            drop(bytes);
            let mut tx = ctx.begin_read().await?;
            let known = match files::paper_of(&mut tx, &hash).await? {
                Some(paper) => papers::find(&mut tx, paper).await?,
                None => None,
            };
            return Ok(draw(&ctx, &fields, answer(&ctx, known.as_ref(), &hash)));
        }
    }
    Ok(draw(&ctx, &fields, Markup::default()))
}

/// No more than the file itself says: its title, how many have signed, where it stands.
fn answer(ctx: &Ctx, known: Option<&Loaded>, hash: &str) -> Markup {
    let words = ctx.words();
    let Some(loaded) = known else {
        return html! {
            (ui::inset(html! {
                p.govuk-body { (ui::tag(&ctx.say("signing-check-no"), Tone::Wrong)) }
                p.govuk-body { strong { (ctx.say("signing-check-unknown")) } }
                p.govuk-body-s { (ctx.say("signing-check-unknown-text")) }
            }))
        };
    };
    let paper = &loaded.paper;
    let day = |at: passerelle_kernel::Timestamp| words.date(at.to_zoned(words.zone().clone()).date());
    let (signed, all) = (count(paper.signatures()), count(paper.signers.len()));
    let state = match (paper.stage(), paper.signed_at) {
        (Stage::Open, _) => ctx.say("signing-check-open"),
        (Stage::Signed, Some(at)) => say!(words, "signing-check-signed", day = day(at)),
        (Stage::Signed, None) => String::new(),
        (Stage::Declined, _) => ctx.say("signing-check-declined"),
        (Stage::Withdrawn, _) => ctx.say("signing-check-withdrawn"),
        (Stage::Replaced, _) => ctx.say("signing-check-replaced"),
    };
    let tone = match paper.stage() {
        Stage::Signed => Tone::Good,
        Stage::Open => Tone::Calm,
        _ => Tone::Soon,
    };
    let offered = day(paper.offered.0);
    html! {
        (ui::inset(html! {
            p.govuk-body { (ui::tag(&ctx.say("signing-check-yes"), tone)) }
            p.govuk-body {
                strong {
                    (say!(words, "signing-check-known", title = paper.title.as_str(), org = loaded.org_name.as_str(), day = offered))
                }
            }
            p.govuk-body { (say!(words, "signing-check-count", signed = signed, all = all)) " " (state) }
            p.govuk-body-s { (ctx.say("signing-paper-hash")) br; code { (hash) } }
        }))
    }
}
