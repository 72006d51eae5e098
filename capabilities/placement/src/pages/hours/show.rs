//! What the pages about hours share: the month of an address, states in words, the table of entries.

use std::collections::HashMap;

use axum::extract::{FromRequestParts, Query};
use axum::http::{StatusCode, request::Parts};
use maud::{Markup, html};
use passerelle_kernel::Minutes;
use passerelle_ui::{self as ui, Column, Narrow, Table, Tone};
use passerelle_web::Ctx;
use passerelle_words::{Words, capital, say};

use crate::{
    hours::{Stage, State},
    period::Month,
    stamp::Stamp,
    store::hours::lists::Line,
};

/// `?month=2026-11&after=…`: which month, and from where on in a long list.
pub(crate) struct MonthQuery(HashMap<String, String>);

impl MonthQuery {
    /// The month of the address, else the present one.
    pub(crate) fn month(&self, ctx: &Ctx) -> Month {
        self.0.get("month").and_then(|text| Month::parse(text)).unwrap_or_else(|| Month::of(ctx.today()))
    }

    /// The place in the list, as two values.
    pub(crate) fn after(&self) -> (&str, &str) {
        let get = |name: &str| self.0.get(name).map_or("", String::as_str);
        (get("after"), get("id"))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for MonthQuery {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, StatusCode> {
        let query = Query::from_request_parts(parts, state).await;
        Ok(Self(query.map(|Query(map)| map).unwrap_or_default()))
    }
}

/// The month that a form names, else the present one: the record is looked for before the month is judged.
pub(crate) fn month_of(ctx: &Ctx, text: &str) -> Month {
    Month::parse(text).unwrap_or_else(|| Month::of(ctx.today()))
}

/// “novembre 2026”.
pub(crate) fn month_name(words: &Words, month: Month) -> String {
    words.month(month.days().first())
}

/// Where an entry stands, in words.
pub(crate) fn stage(words: &Words, stage: Stage) -> Markup {
    let tone = match stage {
        Stage::Recorded => Tone::Neutral,
        Stage::Confirmed => Tone::Calm,
        Stage::Approved => Tone::Good,
        Stage::Returned => Tone::Soon,
    };
    ui::tag(&words.say(&format!("placement-hours-stage-{}", stage.as_str())), tone)
}

/// Working time with its sign when it is a correction.
pub(crate) fn length(words: &Words, minutes: Minutes, is_correction: bool) -> String {
    if is_correction && minutes.0 > 0 { format!("+{}", words.hours(minutes)) } else { words.hours(minutes) }
}

/// What the table of entries adds to each row.
#[derive(Clone, Copy)]
pub(crate) struct Rows<'a> {
    /// The id of the table.
    pub id: &'a str,
    /// What it shows.
    pub caption: &'a str,
    /// Whether the mission is a column: when there are several.
    pub missions: bool,
    /// Whether the state is a column: when it is not the same for all.
    pub stages: bool,
    /// Where the last column leads: the beginning of an address that ends with the entry's id, and the link's text.
    pub link: Option<(&'a str, &'a str)>,
}

/// Entries as a table: day, length, what for, state.
pub(crate) fn entries(words: &Words, lines: &[&Line], rows: Rows<'_>) -> Markup {
    let say = |key: &str| words.say(key);
    let titles = ["day", "mission", "length", "activity", "stage", "link"]
        .map(|column| say(&format!("placement-hours-column-{column}")));
    let [day, mission, length_title, activity, stage_title, link] = &titles;
    let mut columns = vec![Column::words(day)];
    if rows.missions {
        columns.push(Column::words(mission));
    }
    columns.extend([Column::numbers(length_title), Column::words(activity)]);
    if rows.stages {
        columns.push(Column::words(stage_title));
    }
    if rows.link.is_some() {
        columns.push(Column::links(link));
    }
    let body: Vec<Vec<Markup>> = lines.iter().map(|line| row(words, line, rows)).collect();
    ui::table(&Table {
        id: rows.id,
        caption: rows.caption,
        caption_hidden: false,
        columns: &columns,
        rows: &body,
        narrow: Narrow::Stack,
    })
}

/// What waits for the reader, each entry with the way to ask about it; `key` is followed by `waiting`.
pub(crate) fn waiting(ctx: &Ctx, key: &str, lines: &[&Line], questions: &str) -> Markup {
    let words = ctx.words();
    let caption = say!(words, &format!("{key}waiting"), hours = words.hours(sum(lines)));
    let text = ctx.say("placement-hours-ask-link");
    let link = Some((questions, text.as_str()));
    entries(words, lines, Rows { id: "waiting", caption: &caption, missions: false, stages: false, link })
}

/// What does not wait for the reader, folded; `key` is followed by `others` and `others-caption`.
pub(crate) fn others(ctx: &Ctx, key: &str, lines: &[&Line]) -> Markup {
    if lines.is_empty() {
        return Markup::default();
    }
    let words = ctx.words();
    let summary = say!(words, &format!("{key}others"), hours = words.hours(sum(lines)));
    let caption = ctx.say(&format!("{key}others-caption"));
    let rows = Rows { id: "others", caption: &caption, missions: false, stages: true, link: None };
    ui::details(&summary, entries(words, lines, rows))
}

fn row(words: &Words, line: &Line, rows: Rows<'_>) -> Vec<Markup> {
    let facts = line.entry.facts();
    let is_correction = facts.correction_of.is_some();
    let date = words.date(facts.work.on);
    let mut cells = vec![html! {
        (capital(&date))
        @if is_correction { br; (ui::muted(&words.say("placement-hours-correction"))) }
    }];
    if rows.missions {
        cells.push(html! { (line.names.mission) });
    }
    cells.push(html! { (length(words, facts.work.minutes, is_correction)) });
    cells.push(html! { (activity(words, facts.work.activity)) });
    if rows.stages {
        cells.push(stage(words, line.entry.stage()));
    }
    if let Some((path, text)) = rows.link {
        cells.push(html! {
            a.govuk-link href={ (path) (facts.id) } { (text) span.govuk-visually-hidden { " " (date) } }
        });
    }
    cells
}

/// What the time was for, in words.
pub(crate) fn activity(words: &Words, activity: crate::hours::Activity) -> String {
    words.say(&format!("placement-hours-activity-{}", activity.as_str()))
}

/// Who did what (`confirmed`, `approved`, `returned`) and when; `name` is that of the account.
pub(crate) fn signed(words: &Words, kind: &str, stamp: &Stamp, name: Option<&str>) -> String {
    let who = stamp.by.name().or(name).map_or_else(|| words.say("placement-hours-somebody"), str::to_owned);
    let means = words.say(&format!("placement-hours-means-{}", stamp.by.means().as_str()));
    let key = format!("placement-hours-signed-{kind}");
    say!(words, &key, name = who, means = means, when = words.instant(stamp.at))
}

/// The question with which an entry came back.
pub(crate) fn question(line: &Line) -> Option<&str> {
    match line.entry.state() {
        State::Returned { question, .. } => Some(question),
        _ => None,
    }
}

/// The sum of some entries.
pub(crate) fn sum(lines: &[&Line]) -> Minutes {
    lines.iter().map(|line| line.entry.facts().work.minutes).sum()
}

/// Links to the month before and, unless it is to come, the month after.
pub(crate) fn months(ctx: &Ctx, path: &str, month: Month) -> Markup {
    let words = ctx.words();
    let (before, after) = (month.shifted(-1), month.shifted(1));
    let is_past = after.days().first() <= ctx.today();
    html! {
        p.govuk-body {
            a.govuk-link href={ (path) "?month=" (before) } { (capital(&month_name(words, before))) }
            @if is_past { " · " a.govuk-link href={ (path) "?month=" (after) } { (capital(&month_name(words, after))) } }
        }
    }
}
