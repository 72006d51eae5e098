//! Missions that one thing of the peer keeps away, a choice or another mission: what they are and which one it is.
//! Neither team nor institution stands here, since nothing is proposed yet; nothing is shown to somebody who wants no proposals, nor of a place where the
//! peer does not want to work.

use maud::{Markup, html};
use passerelle_web::Ctx;
use passerelle_words::say;

use super::own::in_words;
use crate::{
    matching::Own,
    pages::{missions::period, sheets::languages},
    store::near::Near,
};

/// A mission and what keeps it away.
pub(super) type Kept = (Near, Own);

/// The part of the page of what is proposed; nothing when there is no such mission.
pub(super) fn part(ctx: &Ctx, near: &[Kept]) -> Markup {
    if near.is_empty() {
        return Markup::default();
    }
    html! {
        h2.govuk-heading-m { (ctx.say("placement-near-title")) }
        p.govuk-body { (ctx.say("placement-near-text")) }
        @for (mission, own) in near {
            h3.govuk-heading-s { (heading(ctx, mission)) }
            p.govuk-body { (period(ctx, mission.need.period)) ". " (languages(ctx, &mission.need.languages)) "." }
            p.govuk-body { (in_words(ctx, own)) }
        }
        @if near.iter().any(|(_, own)| own.is_choice()) {
            p.govuk-body { a.govuk-link href="/me/peer" { (ctx.say("placement-offer-terms")) } }
        }
    }
}

fn heading(ctx: &Ctx, mission: &Near) -> String {
    let hours = ctx.words().hours(mission.need.hours_week);
    say!(ctx.words(), "placement-near-mission", town = mission.town.as_str(), hours = hours)
}
