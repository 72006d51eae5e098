//! Who may be asked: those whom the mission suits best first, and beside each name what every rule says. What is the same
//! for everybody is said once. Words only: nobody has a rank or a mark.

use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Look};
use passerelle_web::{Ctx, Fields};
use passerelle_words::say;

use super::{
    Known,
    why::{Clause, clauses, counting, lines},
};
use crate::{
    pages::{missions::day, weights::PATH},
    proposal::Stage,
};

/// Somebody who may be asked.
struct Person<'a> {
    id: String,
    name: &'a str,
    /// What differs.
    lines: Vec<String>,
}

pub(super) fn form(ctx: &Ctx, known: &Known, fields: &Fields) -> Markup {
    let told: Vec<Vec<Clause>> = known.fits.iter().map(|(fit, _)| clauses(ctx, fit, &known.weights)).collect();
    let common = common(&told);
    let people: Vec<Person<'_>> = known
        .fits
        .iter()
        .zip(&told)
        .map(|((fit, name), told)| {
            let own: Vec<Clause> = told.iter().filter(|clause| !common.contains(clause)).cloned().collect();
            Person { id: fit.peer().to_string(), name, lines: lines(ctx, &own) }
        })
        .collect();
    let items: Vec<Choice<'_>> = people.iter().map(|person| choice(person, fields)).collect();
    let (label, hint) = (ctx.say("placement-proposals-choose"), ctx.say("placement-proposals-choose-hint"));
    let field =
        Field { name: "peer", label: &label, hint: Some(&hint), error: fields.error("peer"), ..Field::default() };
    let has_yes = known.asked.iter().any(|(proposal, _)| proposal.stage() == Stage::Yes);
    let look = if has_yes { Look::Secondary } else { Look::Primary };
    html! {
        p.govuk-body {
            (order(ctx, known)) " "
            a.govuk-link href=(PATH) { (ctx.say("placement-proposals-order-change")) }
        }
        @if !common.is_empty() {
            p.govuk-body { (ctx.say("placement-proposals-common")) }
            ul.govuk-list.govuk-list--bullet { @for line in lines(ctx, &common) { li { (line) } } }
        }
        (ui::checkboxes(ctx.words(), Choices { field, items: &items, ..Choices::default() }))
        (day(ctx, fields, "until", "placement-proposals-until"))
        (ui::button(Button { text: &ctx.say("placement-proposals-propose"), look, ..Button::default() }))
    }
}

/// What the order follows.
fn order(ctx: &Ctx, known: &Known) -> String {
    if known.weights.counting().is_empty() {
        return ctx.say("placement-proposals-order-none");
    }
    say!(ctx.words(), "placement-proposals-order", what = counting(ctx, &known.weights))
}

fn choice<'a>(person: &'a Person<'_>, fields: &Fields) -> Choice<'a> {
    Choice {
        value: &person.id,
        label: person.name,
        lines: &person.lines,
        checked: fields.has("peer", &person.id),
        ..Choice::default()
    }
}

/// What is the same for everybody, when there are several people.
fn common(told: &[Vec<Clause>]) -> Vec<Clause> {
    match told {
        [first, others @ ..] if !others.is_empty() => {
            first.iter().filter(|clause| others.iter().all(|other| other.contains(clause))).cloned().collect()
        }
        _ => Vec::new(),
    }
}
