//! The pages of papers: for the association, for signers with an account, by a link, and for anybody who holds a file.

mod check;
mod code;
mod free;
mod link;
mod manage;
mod on_paper;
mod own;
mod paper;
mod papers;
mod reading;
mod upload;

pub use papers::papers_list;
pub use reading::paper_text;

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use passerelle_ui::Tone;
use passerelle_web::{Ctx, Needs, Routes, redirect};

use crate::{access::PAPER_MANAGE, paper::Stage, store::files::File};

const MANAGE: Needs = Needs::Right(PAPER_MANAGE);

pub(crate) fn routes() -> Routes {
    let routes = papers::routes().and(free::routes()).and(paper::routes()).and(manage::routes());
    routes.and(on_paper::routes()).and(own::routes()).and(link::routes()).and(code::routes()).and(check::routes())
}

/// A file as a download: it is never shown inside a page of ours. While it is not there, the page says how things stand.
fn download(name: &str, file: Option<File>, page: &str) -> Response {
    let Some(file) = file else { return redirect(page) };
    let disposition = format!("attachment; filename=\"{name}.{}\"", file.media.extension());
    let headers = [(header::CONTENT_TYPE, file.media.as_str().to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, file.bytes).into_response()
}

/// Where a paper stands, in a word.
fn stage_tag(ctx: &Ctx, stage: Stage) -> maud::Markup {
    let tone = match stage {
        Stage::Open => Tone::Calm,
        Stage::Signed => Tone::Good,
        Stage::Declined => Tone::Wrong,
        Stage::Withdrawn | Stage::Replaced => Tone::Neutral,
    };
    passerelle_ui::tag(&ctx.say(&format!("signing-stage-{}", stage.as_str())), tone)
}

/// A count for words.
fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
