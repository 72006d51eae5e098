//! What was said about a request, as both sides read it.

use maud::{Markup, html};
use passerelle_web::Ctx;
use passerelle_words::say;

use crate::{
    request::{Request, Side},
    store::remarks::Said,
};

/// The names of the two sides.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Sides<'a> {
    /// The association.
    pub(in crate::pages) org: &'a str,
    /// The person who asks.
    pub(in crate::pages) asker: &'a str,
}

impl<'a> Sides<'a> {
    /// The sides of a request to this association.
    pub(in crate::pages) fn of(request: &'a Request, org: &'a str) -> Self {
        Self { org, asker: &request.answers.contact.name }
    }
}

/// What was said, the first remark first; nothing when nobody has spoken.
pub(in crate::pages) fn discussion(ctx: &Ctx, sides: Sides<'_>, said: &[Said]) -> Markup {
    html! {
        @if !said.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-discussion-title")) }
        }
        @for remark in said {
            article.govuk-inset-text {
                p.govuk-body-s { strong { (speaker(ctx, sides, remark)) } " · " (ctx.words().instant(remark.at)) }
                (paragraphs(&remark.text))
            }
        }
    }
}

fn speaker(ctx: &Ctx, sides: Sides<'_>, remark: &Said) -> String {
    match (remark.side, &remark.by) {
        (Side::Asker, _) => sides.asker.to_owned(),
        (Side::Association, None) => sides.org.to_owned(),
        (Side::Association, Some(name)) => {
            say!(ctx.words(), "placement-discussion-speaker", name = name.as_str(), org = sides.org)
        }
    }
}

/// Text that somebody wrote, with its line breaks.
pub(in crate::pages) fn paragraphs(text: &str) -> Markup {
    html! { @for line in text.lines().filter(|line| !line.trim().is_empty()) { p.govuk-body { (line) } } }
}
