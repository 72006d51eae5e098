//! Who may be asked, so that it can be read in a glance: what holds for everybody is said once, people of whom the same
//! is to be asked stand together, and beside each name only what differs. Words only; nobody is ranked.

use std::collections::BTreeMap;

use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Look};
use passerelle_web::{Ctx, Fields};
use passerelle_words::say;

use super::Known;
use crate::{
    matching::{Fit, Reason, Rule},
    pages::missions::day,
    proposal::Stage,
    spoken::Spoken,
};

/// Somebody who may be asked.
struct Person<'a> {
    id: String,
    name: &'a str,
    /// What differs.
    hint: String,
}

/// People of whom the same is to be asked.
struct Group<'a> {
    title: String,
    people: Vec<Person<'a>>,
}

pub(super) fn form(ctx: &Ctx, known: &Known, fields: &Fields) -> Markup {
    let common = common(&known.fits);
    let groups = groups(ctx, &known.fits, &common);
    let items: Vec<Choice<'_>> = groups.iter().flat_map(|group| choices(group, fields)).collect();
    let (label, hint) = (ctx.say("placement-proposals-choose"), ctx.say("placement-proposals-choose-hint"));
    let field =
        Field { name: "peer", label: &label, hint: Some(&hint), error: fields.error("peer"), ..Field::default() };
    let has_yes = known.asked.iter().any(|(proposal, _)| proposal.stage() == Stage::Yes);
    let look = if has_yes { Look::Secondary } else { Look::Primary };
    html! {
        @if !common.is_empty() {
            p.govuk-body { (ctx.say("placement-fit-all")) }
            ul.govuk-list.govuk-list--bullet { @for reason in &common { li { (of_all(ctx, reason)) } } }
        }
        (ui::checkboxes(ctx.words(), Choices { field, items: &items, ..Choices::default() }))
        (day(ctx, fields, "until", "placement-proposals-until"))
        (ui::button(Button { text: &ctx.say("placement-proposals-propose"), look, ..Button::default() }))
    }
}

fn choices<'a>(group: &'a Group<'_>, fields: &Fields) -> Vec<Choice<'a>> {
    let people = group.people.iter().enumerate();
    let choice = |(place, person): (usize, &'a Person<'_>)| Choice {
        value: &person.id,
        label: person.name,
        hint: (!person.hint.is_empty()).then_some(person.hint.as_str()),
        checked: fields.has("peer", &person.id),
        group: (place == 0).then_some(group.title.as_str()),
        ..Choice::default()
    };
    people.map(choice).collect()
}

/// The reasons that hold for everybody in the same words, when there are several people; what is to be asked is told by
/// the groups.
fn common(fits: &[(Fit, String)]) -> Vec<Reason> {
    let [(first, _), others @ ..] = fits else { return Vec::new() };
    let holds = |reason: &&Reason| {
        !matches!(reason, Reason::ToAsk(_)) && others.iter().all(|(fit, _)| fit.reasons().contains(reason))
    };
    if others.is_empty() { Vec::new() } else { first.reasons().iter().filter(holds).cloned().collect() }
}

/// Those of whom nothing is to be asked first; within a group, in the order of the list: fewest hours first.
fn groups<'a>(ctx: &Ctx, fits: &'a [(Fit, String)], common: &[Reason]) -> Vec<Group<'a>> {
    let mut groups: BTreeMap<(usize, Vec<Rule>), Vec<Person<'a>>> = BTreeMap::new();
    for (fit, name) in fits {
        let to_ask: Vec<Rule> = fit.reasons().iter().filter_map(rule_to_ask).collect();
        let own = fit.reasons().iter().filter(|reason| !common.contains(reason) && rule_to_ask(reason).is_none());
        let hint = own.map(|reason| of_one(ctx, reason)).collect::<Vec<_>>().join(" ");
        let person = Person { id: fit.peer().to_string(), name, hint };
        groups.entry((to_ask.len(), to_ask)).or_default().push(person);
    }
    groups.into_iter().map(|((_, to_ask), people)| Group { title: title(ctx, &to_ask, people.len()), people }).collect()
}

const fn rule_to_ask(reason: &Reason) -> Option<Rule> {
    if let Reason::ToAsk(rule) = reason { Some(*rule) } else { None }
}

/// What is still to be asked of these people.
fn title(ctx: &Ctx, to_ask: &[Rule], people: usize) -> String {
    let words = ctx.words();
    if to_ask.is_empty() {
        return say!(words, "placement-fit-known", count = people);
    }
    let what: Vec<String> =
        to_ask.iter().map(|rule| ctx.say(&format!("placement-fit-ask-{}", rule.as_str()))).collect();
    say!(words, "placement-fit-ask", what = words.list(&what), count = people)
}

/// Why one person may be asked.
pub(in crate::pages) fn of_one(ctx: &Ctx, reason: &Reason) -> String {
    let words = ctx.words();
    match reason {
        Reason::Speaks(languages) => {
            let languages = words.spoken_list(languages.iter().map(Spoken::as_str));
            say!(words, "placement-fit-speaks", languages = languages)
        }
        Reason::HoursAWeek(total) => say!(words, "placement-fit-hours", hours = words.hours(*total)),
        Reason::FreeFrom(day) => say!(words, "placement-fit-free", day = words.day(*day)),
        Reason::Travels(time) => say!(words, "placement-fit-travels", time = words.hours(*time)),
        Reason::ToAsk(rule) => {
            say!(words, "placement-fit-to-ask", what = ctx.say(&format!("placement-fit-ask-{}", rule.as_str())))
        }
    }
}

/// The same of everybody.
fn of_all(ctx: &Ctx, reason: &Reason) -> String {
    let words = ctx.words();
    match reason {
        Reason::FreeFrom(day) => say!(words, "placement-fit-all-free", day = words.day(*day)),
        Reason::HoursAWeek(total) => say!(words, "placement-fit-all-hours", hours = words.hours(*total)),
        Reason::Travels(time) => say!(words, "placement-fit-all-travels", time = words.hours(*time)),
        Reason::Speaks(_) | Reason::ToAsk(_) => of_one(ctx, reason),
    }
}
