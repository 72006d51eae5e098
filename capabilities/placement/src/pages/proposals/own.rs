//! Why a mission is proposed, and what would make it possible, in words for the peer: what the mission compares with their
//! own choices, and what counted for the association.

use maud::{Markup, html};
use passerelle_web::Ctx;
use passerelle_words::say;

use super::why::said;
use crate::{
    matching::{Level, Own, Preference, Verdict, Weights},
    spoken::Spoken,
};

/// What a mission means for the peer who reads.
pub(super) struct ForYou {
    /// What each hard rule compares.
    pub(super) own: Vec<Own>,
    /// What each preference says, while it fits.
    pub(super) verdicts: Vec<Verdict>,
    /// What counts for the association.
    pub(super) weights: Weights,
}

/// The part of a proposal's page.
pub(super) fn part(ctx: &Ctx, you: &ForYou) -> Markup {
    let fits = you.own.iter().all(Own::holds);
    let title = if fits { "placement-offer-for-you" } else { "placement-offer-no-longer" };
    let own = you.own.iter().filter(|own| fits || !own.holds());
    let (against, well): (Vec<&Verdict>, Vec<&Verdict>) =
        preferences(you).into_iter().partition(|verdict| goes_less_well(verdict));
    let line = |verdict: &&Verdict| said(ctx, "placement-for-you-", verdict);
    html! {
        h2.govuk-heading-m { (ctx.say(title)) }
        ul.govuk-list.govuk-list--bullet {
            @for own in own { li { (in_words(ctx, own)) } }
            @if fits { @for verdict in &well { li { (line(verdict)) } } }
        }
        @if fits && !against.is_empty() {
            p.govuk-body { (ctx.say("placement-offer-against")) }
            ul.govuk-list.govuk-list--bullet { @for verdict in &against { li { (line(verdict)) } } }
        }
        @if !fits { p.govuk-body { (ctx.say("placement-offer-no-longer-text")) } }
        @if fits || you.own.iter().any(|own| !own.holds() && own.is_choice()) {
            p.govuk-body { a.govuk-link href="/me/peer" { (ctx.say("placement-offer-terms")) } }
        }
    }
}

/// Whether the peer would read a verdict as something against the mission: fewer hours than wished, two missions at once.
fn goes_less_well(verdict: &Verdict) -> bool {
    let in_part = matches!(verdict.preference, Preference::Hours | Preference::FewMissions);
    verdict.level == Level::Not || (verdict.level == Level::Partly && in_part)
}

/// What the preferences that count say: what goes well first, then those that count most.
fn preferences(you: &ForYou) -> Vec<&Verdict> {
    let counting = you.weights.counting().into_iter();
    let told = counting.filter_map(|preference| you.verdicts.iter().find(|verdict| verdict.preference == preference));
    let mut told: Vec<&Verdict> = told.filter(|verdict| verdict.level != Level::Untold).collect();
    told.sort_by_key(|verdict| verdict.level);
    told
}

/// What one hard rule compares.
pub(super) fn in_words(ctx: &Ctx, own: &Own) -> String {
    let words = ctx.words();
    let list = |languages: &[Spoken]| words.spoken_list(languages.iter().map(Spoken::as_str));
    match own {
        Own::Languages { needed, missing } if missing.is_empty() => {
            say!(words, "placement-own-languages", languages = list(needed))
        }
        Own::Languages { missing, .. } => say!(words, "placement-own-languages-no", languages = list(missing)),
        Own::Hours { total, ceiling: None } => say!(words, "placement-own-hours-open", total = words.hours(*total)),
        Own::Hours { total, ceiling: Some(most) } => {
            let key = if own.holds() { "placement-own-hours" } else { "placement-own-hours-no" };
            say!(words, key, total = words.hours(*total), most = words.hours(*most))
        }
        Own::Days { paused: true, .. } => ctx.say("placement-own-paused"),
        Own::Days { from: Some(day), .. } => say!(words, "placement-own-from", day = words.date(*day)),
        Own::Days { until: Some(day), .. } => say!(words, "placement-own-until", day = words.date(*day)),
        Own::Days { .. } => ctx.say("placement-own-days"),
        Own::Times(None) => ctx.say("placement-own-times"),
        Own::Times(Some(taken)) => {
            let (day, hour) = (words.date(taken.begins.date()), words.time(taken.begins.time()));
            say!(words, "placement-own-times-no", day = day, hour = hour)
        }
        Own::Way(None) => ctx.say("placement-own-way-open"),
        Own::Way(Some((time, most))) => {
            let key = if own.holds() { "placement-own-way" } else { "placement-own-way-no" };
            say!(words, key, time = words.hours(*time), most = words.hours(*most))
        }
    }
}
