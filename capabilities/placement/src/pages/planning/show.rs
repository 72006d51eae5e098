//! A plan that is worked out: mission by mission whom it proposes, why, and what differs from today.

use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Column, Look, Narrow, Table, Tone};
use passerelle_web::{Ctx, Fields};
use passerelle_words::say;

use super::{Known, PATH, field_of};
use crate::{
    mission::Mission,
    outside::Person,
    pages::{missions::day, proposals::reason_in_words},
    planning::{Line, Part, Stage, Wanted},
    proposal,
    store::missions::Loaded,
};

pub(super) fn proposal(ctx: &Ctx, known: &Known, fields: &Fields) -> Markup {
    let path = format!("{PATH}/{}", known.planning.id);
    let has_lines = known.lines(Part::Proposed).next().is_some();
    html! {
        @if known.planning.stage == Stage::Stopped { (ui::inset(html! { (ctx.say("placement-plan-was-stopped")) })) }
        @if known.is_old { (ui::warning(ctx.words(), &ctx.say("placement-plan-old"))) }
        p.govuk-body { (ctx.say("placement-plan-how")) }
        (ctx.form(&path, html! {
            @if has_lines { (lines(ctx, known, fields)) }
            (still_open(ctx, known))
            (ruled_out(ctx, known, fields))
            @if has_lines {
                (day(ctx, fields, "until", "placement-proposals-until"))
                (button(ctx, "propose", Look::Primary))
            }
            (button(ctx, "again", Look::Secondary))
        }))
    }
}

fn button(ctx: &Ctx, what: &str, look: Look) -> Markup {
    let text = ctx.say(&format!("placement-plan-{what}"));
    ui::button(Button { text: &text, look, name: Some("do"), value: Some(what), ..Button::default() })
}

/// The lines that the program proposes, in the order of the missions.
fn lines(ctx: &Ctx, known: &Known, fields: &Fields) -> Markup {
    let heads =
        ["mission", "peer", "why", "today", "choice"].map(|name| ctx.say(&format!("placement-plan-column-{name}")));
    let columns: Vec<Column<'_>> = heads.iter().map(|title| Column::words(title)).collect();
    let row = |line: &Line| {
        let name = known.name(line.peer).unwrap_or("…");
        vec![
            mission(ctx, known, line.mission),
            html! { (name) },
            why(ctx, known, line),
            today(ctx, known, line),
            choice(ctx, line, &format!("{} – {name}", known.title(line.mission)), fields, known),
        ]
    };
    let rows: Vec<Vec<Markup>> = known.lines(Part::Proposed).map(row).collect();
    let caption = ctx.say("placement-plan-lines");
    ui::table(&Table {
        id: "lines",
        caption: &caption,
        caption_hidden: false,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}

fn loaded(known: &Known, mission: Id<Mission>) -> Option<(&Loaded, &Wanted)> {
    let place = known.missions.iter().position(|loaded| loaded.mission.id == mission)?;
    Some((&known.missions[place], &known.ground.missions[place]))
}

fn mission(ctx: &Ctx, known: &Known, id: Id<Mission>) -> Markup {
    html! {
        a.govuk-link href={ "/missions/" (id) } { (known.title(id)) }
        @if let Some((loaded, _)) = loaded(known, id) {
            br; (loaded.place())
            br; (say!(ctx.words(), "placement-plan-hours", hours = ctx.words().hours(loaded.mission.hours_week)))
        }
    }
}

/// Why the plan proposes this peer, in facts that hold now; one who is no longer possible is said to be so, and not why.
fn why(ctx: &Ctx, known: &Known, line: &Line) -> Markup {
    let Some(found) = known.ground.possible_now(line.mission, line.peer) else {
        return html! { (ctx.say("placement-plan-not-now")) };
    };
    let (mission, peer) = found.places;
    let (wanted, peer) = (&known.ground.missions[mission], &known.ground.peers[peer]);
    let knows = peer.teams.contains(&wanted.team);
    let is_first = peer.candidate.engaged.iter().all(|other| other.org != wanted.need.org);
    let kept = known.lines(Part::Kept).any(|kept| kept.mission == line.mission && kept.peer == line.peer);
    html! {
        ul.govuk-list {
            @if kept { li { (ctx.say("placement-plan-why-kept")) } }
            @if knows { li { (ctx.say("placement-plan-why-knows")) } }
            @if is_first { li { (ctx.say("placement-plan-why-first")) } }
            @for reason in found.fit.reasons() { li { (reason_in_words(ctx, reason)) } }
        }
    }
}

/// What is so today (nobody is named whom the page of proposals would not name either), and whether the plan would change it.
fn today(ctx: &Ctx, known: &Known, line: &Line) -> Markup {
    let Some((_, wanted)) = loaded(known, line.mission) else {
        return html! { (ctx.say("placement-plan-over")) };
    };
    let asked: Vec<String> = wanted
        .asked
        .iter()
        .filter(|(peer, _)| known.ground.names(wanted, *peer))
        .filter_map(|(peer, stage)| asked(ctx, known, *peer, *stage))
        .collect();
    let is_new = wanted.answer_of(line.peer).is_none();
    html! {
        @if is_new { (ui::tag(&ctx.say("placement-plan-new"), Tone::Soon)) } @else { (ui::tag(&ctx.say("placement-plan-same"), Tone::Calm)) }
        br;
        @if asked.is_empty() { (ctx.say("placement-plan-nobody-asked")) } @else { (ctx.words().list(&asked)) }
    }
}

/// Who was asked, and the answer.
fn asked(ctx: &Ctx, known: &Known, peer: Id<Person>, stage: proposal::Stage) -> Option<String> {
    let name = known.name(peer)?;
    let stage = ctx.say(&format!("placement-proposal-stage-{}", stage.as_str()));
    Some(say!(ctx.words(), "placement-plan-asked", name = name, stage = stage))
}

fn choice(ctx: &Ctx, line: &Line, about: &str, fields: &Fields, known: &Known) -> Markup {
    let name = field_of(line);
    let kept = known.lines(Part::Kept).any(|kept| kept.mission == line.mission && kept.peer == line.peer);
    let sent = fields.value(&name);
    let now = if sent.is_empty() && kept { "keep" } else { sent };
    let options = ["", "propose", "keep", "not"];
    html! {
        label.govuk-visually-hidden for=(name) { (say!(ctx.words(), "placement-plan-choice-for", line = about)) }
        select.govuk-select id=(name) name=(name) {
            @for option in options {
                @let key = if option.is_empty() { "none" } else { option };
                option value=(option) selected[option == now] { (ctx.say(&format!("placement-plan-choice-{key}"))) }
            }
        }
    }
}

/// The missions for which the plan has nobody.
fn still_open(ctx: &Ctx, known: &Known) -> Markup {
    let has_line = |loaded: &&Loaded| !known.lines(Part::Proposed).any(|line| line.mission == loaded.mission.id);
    let open: Vec<&Loaded> = known.missions.iter().filter(has_line).collect();
    html! {
        @if !open.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-plan-open")) }
            p.govuk-body { (ctx.say("placement-plan-open-text")) }
            ul.govuk-list.govuk-list--bullet {
                @for loaded in open {
                    li { a.govuk-link href={ "/missions/" (loaded.mission.id) } { (loaded.mission.title) } ", " (loaded.place()) }
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
            fieldset.govuk-fieldset {
                legend.govuk-fieldset__legend.govuk-fieldset__legend--m { (ctx.say("placement-plan-out")) }
                div.govuk-checkboxes data-module="govuk-checkboxes" {
                    @for line in lines {
                        @let name = field_of(line);
                        div.govuk-checkboxes__item {
                            input.govuk-checkboxes__input type="checkbox" id=(name) name=(name) value="again"
                                checked[fields.value(&name) == "again"];
                            label.govuk-label.govuk-checkboxes__label for=(name) {
                                (say!(ctx.words(), "placement-plan-out-line", mission = known.title(line.mission), name = known.name(line.peer).unwrap_or("…")))
                            }
                        }
                    }
                }
            }
        }
    }
}
