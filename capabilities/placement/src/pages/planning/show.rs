//! A plan that is worked out: mission by mission whom it proposes, why, and what differs from today.

use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Field, Look, Select, Tone};
use passerelle_web::{Ctx, Fields};
use passerelle_words::say;

use super::{Known, field_of, path};
use crate::{
    outside::Person,
    pages::{
        missions::day,
        proposals::why::{clauses, lines},
    },
    planning::{Line, Part, Possible, Stage},
    proposal,
};

pub(super) fn proposal(ctx: &Ctx, known: &Known, fields: &Fields) -> Markup {
    let has_lines = known.lines(Part::Proposed).next().is_some();
    html! {
        @if known.planning.stage == Stage::Stopped { (ui::inset(html! { (ctx.say("placement-plan-was-stopped")) })) }
        @if known.is_old { (ui::warning(ctx.words(), &ctx.say("placement-plan-old"))) }
        (sum(ctx, known))
        (ctx.form(&path(known.planning.id), html! {
            @if has_lines {
                h2.govuk-heading-m { (ctx.say("placement-plan-lines")) }
                p.govuk-body { (ctx.say("placement-plan-how")) }
                @for line in known.lines(Part::Proposed) { (card(ctx, known, fields, line)) }
                @if known.lines(Part::Proposed).any(|line| can_be_proposed(known, line)) {
                    (day(ctx, fields, "until", "placement-proposals-until"))
                    (button(ctx, "propose", Look::Primary))
                } @else {
                    p.govuk-body { (ctx.say("placement-plan-nothing-new")) }
                }
            }
            (still_open(ctx, known))
            (ruled_out(ctx, known, fields))
            h2.govuk-heading-m { (ctx.say("placement-plan-next")) }
            p.govuk-body { (ctx.say("placement-plan-next-text")) }
            (button(ctx, "again", Look::Secondary))
        }))
    }
}

fn button(ctx: &Ctx, what: &str, look: Look) -> Markup {
    let text = ctx.say(&format!("placement-plan-{what}"));
    ui::button(Button { text: &text, look, name: Some("do"), value: Some(what), ..Button::default() })
}

/// How many missions the plan finds somebody for, and how many lines are new against today.
fn sum(ctx: &Ctx, known: &Known) -> Markup {
    let words = ctx.words();
    let count = |number: usize| words.number(i64::try_from(number).unwrap_or_default());
    let filled = known.lines(Part::Proposed).filter(|line| known.place(line.mission).is_some()).count();
    let new = known.lines(Part::Proposed).filter(|line| is_new(known, line)).count();
    let all = known.told.missions.len();
    html! {
        p.govuk-body {
            (say!(words, "placement-plan-sum", filled = count(filled), all = count(all))) " "
            (say!(words, "placement-plan-sum-new", new = count(new)))
        }
    }
}

/// Whether nobody has asked this peer for this mission yet.
fn is_new(known: &Known, line: &Line) -> bool {
    let wanted = known.place(line.mission).map(|place| &known.told.ground.missions[place]);
    wanted.is_some_and(|wanted| wanted.answer_of(line.peer).is_none())
}

fn can_be_proposed(known: &Known, line: &Line) -> bool {
    is_new(known, line)
        && known.told.complete.contains(&line.mission)
        && known.told.ground.possible_now(line.mission, line.peer).is_some()
}

/// One line: the mission, whom the plan proposes and why, what is so today, and what becomes of it.
fn card(ctx: &Ctx, known: &Known, fields: &Fields, line: &Line) -> Markup {
    let name = known.name(line.peer).unwrap_or("…");
    let found = known.told.ground.possible_now(line.mission, line.peer);
    let can_be_proposed = can_be_proposed(known, line);
    let tag = if is_new(known, line) { ("new", Tone::Soon) } else { ("same", Tone::Calm) };
    html! {
        div.govuk-summary-card {
            div.govuk-summary-card__title-wrapper {
                h3.govuk-summary-card__title { (known.title(line.mission)) " – " (name) }
                @if known.place(line.mission).is_some() {
                    (ui::tag(&ctx.say(&format!("placement-plan-{}", tag.0)), tag.1))
                }
            }
            div.govuk-summary-card__content {
                (mission(ctx, known, line))
                (why(ctx, known, line, found.as_ref()))
                (today(ctx, known, line))
                (choice(ctx, known, fields, (line, name), can_be_proposed))
            }
        }
    }
}

fn mission(ctx: &Ctx, known: &Known, line: &Line) -> Markup {
    let Some(place) = known.place(line.mission) else { return Markup::default() };
    let loaded = &known.told.missions[place];
    let hours = ctx.words().hours(loaded.mission.hours_week);
    html! {
        p.govuk-body {
            a.govuk-link href={ "/missions/" (line.mission) } { (loaded.place()) } ", "
            (say!(ctx.words(), "placement-plan-hours", hours = hours))
        }
        @if !known.told.complete.contains(&line.mission) {
            p.govuk-body {
                (ctx.say("placement-plan-sheet")) " "
                a.govuk-link href={ "/missions/" (line.mission) "/sheet" } { (ctx.say("placement-mission-next-sheet")) }
            }
        }
    }
}

/// Why the plan proposes this peer, in facts that hold now; one who is no longer possible is said to be so, and not why.
fn why(ctx: &Ctx, known: &Known, line: &Line, found: Option<&Possible>) -> Markup {
    let Some(found) = found else { return html! { p.govuk-body { (ctx.say("placement-plan-not-now")) } } };
    html! {
        ul.govuk-list.govuk-list--bullet {
            @if known.is_kept(line) { li { (ctx.say("placement-plan-why-kept")) } }
            @for line in lines(ctx, &clauses(ctx, &found.fit, &known.told.ground.weights)) { li { (line) } }
        }
    }
}

/// What is so today, beside what the plan proposes.
fn today(ctx: &Ctx, known: &Known, line: &Line) -> Markup {
    let Some(place) = known.place(line.mission) else {
        return html! { p.govuk-body { (ctx.say("placement-plan-over")) } };
    };
    let asked = asked(ctx, known, place);
    let today = if asked.is_empty() { ctx.say("placement-plan-nobody-asked") } else { ctx.words().list(&asked) };
    html! {
        p.govuk-body {
            (say!(ctx.words(), "placement-plan-today", what = today))
            @if !asked.is_empty() {
                " " a.govuk-link href={ "/missions/" (line.mission) "/proposals" } { (ctx.say("placement-plan-answers")) }
            }
        }
    }
}

/// Who was asked for a mission, and the answers. Nobody is named whom the page of proposals would not name either.
fn asked(ctx: &Ctx, known: &Known, place: usize) -> Vec<String> {
    let wanted = &known.told.ground.missions[place];
    let asked = wanted.asked.iter().filter(|(peer, _)| known.told.ground.names(wanted, *peer));
    let in_words = |(peer, stage): &(Id<Person>, proposal::Stage)| {
        let stage = ctx.say(&format!("placement-proposal-stage-{}", stage.as_str()));
        Some(say!(ctx.words(), "placement-plan-asked", name = known.name(*peer)?, stage = stage))
    };
    asked.filter_map(in_words).collect()
}

/// What becomes of a line.
fn choice(ctx: &Ctx, known: &Known, fields: &Fields, (line, name): (&Line, &str), can_be_proposed: bool) -> Markup {
    let field = field_of(line);
    let label = say!(ctx.words(), "placement-plan-choice-for", mission = known.title(line.mission), name = name);
    let sent = fields.value(&field);
    let value = if sent.is_empty() && known.is_kept(line) { "keep" } else { sent };
    let values = [("", "none"), ("propose", "propose"), ("keep", "keep"), ("not", "not")];
    let values = values.into_iter().filter(|(value, _)| can_be_proposed || *value != "propose");
    let texts: Vec<_> = values.map(|(value, key)| (value, ctx.say(&format!("placement-plan-choice-{key}")))).collect();
    let options: Vec<(&str, &str)> = texts.iter().map(|(value, text)| (*value, text.as_str())).collect();
    let to_pair = format!("{}/pair?mission={}", path(known.planning.id), line.mission);
    html! {
        (ui::select(ctx.words(), Select {
            field: Field { name: &field, label: &label, value, ..Field::default() },
            options: &options,
        }))
        @if known.place(line.mission).is_some() {
            p.govuk-body { a.govuk-link href=(to_pair) { (ctx.say("placement-plan-pair-other")) } }
        }
    }
}

/// The missions for which the plan has nobody.
fn still_open(ctx: &Ctx, known: &Known) -> Markup {
    let missions = known.told.missions.iter().map(|loaded| &loaded.mission).enumerate();
    let open: Vec<_> =
        missions.filter(|(_, mission)| !known.lines(Part::Proposed).any(|line| line.mission == mission.id)).collect();
    html! {
        @if !open.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-plan-open")) }
            p.govuk-body { (ctx.say("placement-plan-open-text")) }
            ul.govuk-list.govuk-list--bullet {
                @for (place, mission) in open {
                    @let to_pair = format!("{}/pair?mission={}", path(known.planning.id), mission.id);
                    @let asked = asked(ctx, known, place);
                    li {
                        a.govuk-link href={ "/missions/" (mission.id) } { (mission.title) } ", "
                        (known.told.missions[place].place())
                        @if !asked.is_empty() {
                            br; (say!(ctx.words(), "placement-plan-today", what = ctx.words().list(&asked)))
                        }
                        br; a.govuk-link href=(to_pair) {
                            (ctx.say("placement-plan-pair-one"))
                            span.govuk-visually-hidden { " (" (mission.title) ")" }
                        }
                    }
                }
            }
        }
    }
}

/// What a person has ruled out, and the way to take that back.
fn ruled_out(ctx: &Ctx, known: &Known, fields: &Fields) -> Markup {
    let lines: Vec<&Line> = known.lines(Part::Not).collect();
    html! {
        @if !lines.is_empty() {
            div.govuk-form-group {
                fieldset.govuk-fieldset {
                    legend.govuk-fieldset__legend.govuk-fieldset__legend--m { (ctx.say("placement-plan-out")) }
                    div.govuk-checkboxes data-module="govuk-checkboxes" {
                        @for line in lines { (out(known, fields, line)) }
                    }
                }
            }
        }
    }
}

fn out(known: &Known, fields: &Fields, line: &Line) -> Markup {
    let name = field_of(line);
    html! {
        div.govuk-checkboxes__item {
            input.govuk-checkboxes__input type="checkbox" id=(name) name=(name) value="again"
                checked[fields.value(&name) == "again"];
            label.govuk-label.govuk-checkboxes__label for=(name) {
                (known.title(line.mission)) " – " (known.name(line.peer).unwrap_or("…"))
            }
        }
    }
}
