//! The rows of the list of missions: written into the page as the database gives them, since the list is long and opened
//! often.

use std::collections::BTreeMap;

use maud::{Markup, Render};
use passerelle_kernel::{Date, Id, Minutes};
use passerelle_ui::{self as ui, Column, Narrow, Table, Text};
use passerelle_web::Ctx;
use passerelle_words::Words;

use super::{facts::Spans, stage_tag};
use crate::{
    mission::{Mission, Stage},
    store::missions::{LINES, Line},
};

/// A cell, written straight into the page.
enum Cell<'a> {
    Link(Id<Mission>, &'a str),
    Place(&'a str, &'a str),
    Text(&'a str),
    Days(&'a Spans<'a>, Date, Option<Date>),
    Tag(&'a Markup),
}

impl Render for Cell<'_> {
    fn render_to(&self, page: &mut String) {
        match self {
            Self::Link(id, title) => {
                page.push_str("<a class=\"govuk-link\" href=\"/missions/");
                page.push_str(id.encode(&mut [0; 36]));
                page.push_str("\">");
                Text(title).render_to(page);
                page.push_str("</a>");
            }
            Self::Place(team, institution) => {
                Text(team).render_to(page);
                if !institution.is_empty() {
                    page.push_str(", ");
                    Text(institution).render_to(page);
                }
            }
            Self::Text(text) => Text(text).render_to(page),
            Self::Days(spans, from, until) => spans.put(page, *from, *until),
            Self::Tag(tag) => tag.render_to(page),
        }
    }
}

/// The rows of the list, written as they are read; a peer knows who does their missions.
pub(super) struct Rows<'a> {
    names_peer: bool,
    tags: Vec<(Stage, Markup)>,
    heads: Vec<String>,
    spans: Spans<'a>,
    words: &'a Words,
    /// What is said of so many hours, once for each length.
    hours: BTreeMap<Minutes, String>,
    nobody: String,
    rows: ui::Rows,
    count: usize,
}

impl<'a> Rows<'a> {
    pub(super) fn new(ctx: &'a Ctx, names_peer: bool) -> Self {
        let heads = ["mission", "place", "peer", "days", "hours", "state"];
        let heads = heads.iter().filter(|name| names_peer || **name != "peer");
        let heads: Vec<String> = heads.map(|name| ctx.say(&format!("placement-missions-column-{name}"))).collect();
        Self {
            names_peer,
            tags: Stage::ALL.iter().map(|stage| (*stage, stage_tag(ctx, *stage))).collect(),
            spans: Spans::of(ctx.words()),
            words: ctx.words(),
            hours: BTreeMap::new(),
            nobody: ctx.say("placement-mission-peer-none"),
            rows: ui::Rows::new(&columns(&heads), LINES),
            heads,
            count: 0,
        }
    }

    /// Writes the row of a mission, if the page has room for it; gives its id.
    pub(super) fn put(&mut self, line: &Line<'_>) -> Id<Mission> {
        if self.count < LINES {
            self.count += 1;
            let words = self.words;
            let hours = self.hours.entry(line.hours_week).or_insert_with(|| words.hours(line.hours_week));
            let tag = self.tags.iter().find(|(known, _)| *known == line.stage).map(|(_, tag)| tag);
            let peer = Cell::Text(line.peer.unwrap_or(&self.nobody));
            let before = [Cell::Link(line.id, line.title), Cell::Place(line.team, line.institution)];
            let after = [
                Cell::Days(&self.spans, line.from, line.until),
                Cell::Text(hours.as_str()),
                tag.map_or(Cell::Text(""), Cell::Tag),
            ];
            self.rows.add(before.into_iter().chain(self.names_peer.then_some(peer)).chain(after));
        }
        line.id
    }

    pub(super) fn table(&self, ctx: &Ctx) -> Markup {
        let table = Table::<Markup> {
            id: "missions",
            caption: &ctx.say("placement-missions-title"),
            caption_hidden: true,
            columns: &columns(&self.heads),
            rows: &[],
            narrow: Narrow::Stack,
        };
        ui::written_table(&table, &self.rows)
    }
}

fn columns(heads: &[String]) -> Vec<Column<'_>> {
    heads.iter().map(|title| Column::words(title)).collect()
}
