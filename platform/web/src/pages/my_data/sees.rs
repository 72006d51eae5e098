//! Who can see it and why: what is held about the person who reads, with those who can see it today, computed from the
//! rules, the roles of today and what the person has opened.

use maud::{Markup, html};
use passerelle_ui as ui;

use crate::{Ctx, Page, PageResult, Readable, Readers, page};

pub(super) const PATH: &str = "/account/data/who-sees";
/// More names than this are not told one by one.
const MOST_NAMES: usize = 12;

pub(super) async fn show(ctx: Ctx) -> PageResult {
    let mut held = Vec::new();
    for who_sees in ctx.app().who_sees() {
        held.extend(who_sees(ctx.clone()).await?);
    }
    held.push(Readable { what: ctx.say("web-sees-account"), readers: Vec::new() });
    let title = ctx.say("web-sees-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("web-sees-text")))
        @for one in &held { (part(&ctx, one)) }
        h2.govuk-heading-m { (ctx.say("web-sees-server-title")) }
        p.govuk-body { (ctx.say("web-sees-server-text")) }
    };
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(&ctx, Page { title, main, back: super::back(&ctx), seen_by, ..Page::default() }))
}

/// The readers reason by reason: the same reason is told once.
fn part(ctx: &Ctx, held: &Readable) -> Markup {
    let mut reasons: Vec<(&str, Vec<&Readers>)> = Vec::new();
    for readers in &held.readers {
        match reasons.iter_mut().find(|(why, _)| *why == readers.why) {
            Some((_, all)) => all.push(readers),
            None => reasons.push((&readers.why, vec![readers])),
        }
    }
    html! {
        h2.govuk-heading-m { (held.what) }
        @if reasons.is_empty() { p.govuk-body { (ctx.say("web-sees-nobody")) } }
        @for (why, all) in reasons {
            p.govuk-body { (why) }
            ul.govuk-list.govuk-list--bullet { @for readers in all { li { (line(ctx, readers)) } } }
        }
    }
}

fn line(ctx: &Ctx, readers: &Readers) -> Markup {
    let names = &readers.names;
    html! {
        strong { (readers.who) }
        @if !names.is_empty() && names.len() <= MOST_NAMES { " – " (ctx.words().list(names)) }
    }
}
