//! The register of processing, for those who answer for data protection in an association.

use maud::{Markup, html};
use passerelle_ui::{self as ui, Fact};
use passerelle_web::{Ctx, Needs, Page, Routes, page};
use passerelle_words::say;

use super::parts;
use crate::{
    access::REGISTER_READ,
    register::{PROTECTION, Processing, passing, processings},
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/processing", Needs::Right(REGISTER_READ), show)
}

async fn show(ctx: Ctx) -> axum::response::Response {
    let (words, app) = (ctx.words(), ctx.app());
    let retention = app.settings().retention;
    let all = processings(words, app.held(), &retention);
    let place = ctx.visitor().and_then(|actor| actor.seat.as_ref()).map(|seat| seat.place.clone()).unwrap_or_default();
    let title = ctx.say("privacy-register-title");
    let main = html! {
        h1.govuk-heading-xl { (title) }
        (ui::lead(&say!(words, "privacy-register-lead", place = place)))
        p.govuk-body { (ctx.say("privacy-register-shared")) }
        (parts::contents(words, all.iter().map(|one| (one.anchor, one.name.clone()))))
        @for one in &all {
            section id=(one.anchor) {
                h2.govuk-heading-l { (one.name) }
                (processing(&ctx, one))
            }
        }
        h2.govuk-heading-l { (ctx.say("privacy-register-passing")) }
        ul.govuk-list.govuk-list--bullet {
            @for (what, term) in passing(words, app.passing(), &retention) {
                li { (say!(words, "privacy-register-passing-line", what = what, term = term)) }
            }
        }
        h2.govuk-heading-l { (ctx.say("privacy-register-measures-title")) }
        ul.govuk-list.govuk-list--bullet {
            @for part in PROTECTION {
                li { (ctx.say(&format!("privacy-register-all-{part}"))) }
            }
        }
    };
    let seen_by = Some(ctx.say("privacy-register-seen-by"));
    page(&ctx, Page { title, main, seen_by, ..Page::default() })
}

fn processing(ctx: &Ctx, one: &Processing) -> Markup {
    let written = |lines: Vec<String>| match lines.as_slice() {
        [line] => html! { (line) },
        lines => html! { ul.govuk-list { @for line in lines { li { (line) } } } },
    };
    let facts: Vec<(String, Markup)> = one
        .parts()
        .into_iter()
        .map(|(part, lines)| (ctx.say(&format!("privacy-register-{part}")), written(lines)))
        .collect();
    let facts: Vec<Fact<'_>> = facts.iter().map(|(key, value)| Fact::new(key, value.clone())).collect();
    ui::summary_list(ctx.words(), &facts)
}
