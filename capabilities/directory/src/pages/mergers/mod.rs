//! Two records that are about the same: proposed, compared, chosen by somebody, undone from the same page. What the pages
//! of people, organisations and teams have in common; the words of each noun end in its code.

mod compared;
mod organisations;
mod people;
mod teams;

use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_store::reference::Subject;
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Input, Kind, Look};
use passerelle_web::{Ctx, Failure, Fields, PageError, Routes};
use passerelle_words::say;

pub(super) use self::compared::moved;
use super::refuse;
use crate::{Error, Merger, store::mergers::Gone};

pub(super) fn routes() -> Routes {
    Routes::default().and(people::routes()).and(organisations::routes()).and(teams::routes())
}

/// Whether two records became one; else the form says why not. Nothing was tried when no record was chosen.
fn are_one(fields: &mut Fields, noun: Subject, tried: Option<Result<Id<Merger>, Error>>) -> Result<bool, PageError> {
    match tried {
        Some(Ok(_)) => return Ok(true),
        Some(Err(Failure::Refused(refusal))) => refuse(fields, vec![refusal]),
        Some(Err(failure)) => return Err(failure.into()),
        None => fields.refuse_key("double", &format!("directory-merger-missing-{}", noun.as_str())),
    }
    Ok(false)
}

/// The page on which a record is merged.
#[derive(Clone, Copy)]
struct Desk<'a> {
    ctx: &'a Ctx,
    noun: Subject,
    /// Its address.
    path: &'a str,
    fields: &'a Fields,
}

/// Another record that may be about the same.
struct Found {
    id: String,
    name: String,
    /// What tells it apart.
    hint: String,
}

impl Desk<'_> {
    /// Words of which each noun has its own.
    fn say(&self, part: &str) -> String {
        self.ctx.say(&format!("directory-merger-{part}-{}", self.noun.as_str()))
    }

    /// Another name is looked for without changing anything.
    fn search(&self) -> Markup {
        let (label, hint) = (self.ctx.say("directory-merger-search"), self.ctx.say("directory-merger-search-hint"));
        let value = self.fields.value("q");
        let field = Field { name: "q", label: &label, hint: Some(&hint), value, ..Field::default() };
        let text = &self.ctx.say("directory-merger-search-action");
        html! {
            form method="get" action=(self.path) novalidate {
                (ui::input(self.ctx.words(), Input { field, kind: Kind::Text, ..Input::default() }))
                (ui::button(Button { text, look: Look::Secondary, ..Button::default() }))
            }
        }
    }

    /// The question which record is about the same; nothing but a sentence when there is none.
    fn question(&self, found: &[Found]) -> Option<Markup> {
        if found.is_empty() {
            return None;
        }
        let items: Vec<Choice<'_>> = found
            .iter()
            .map(|one| Choice { value: &one.id, label: &one.name, hint: Some(&one.hint), ..Choice::default() })
            .collect();
        let (label, hint) = (self.say("which"), self.say("which-hint"));
        let (value, error) = (self.fields.value("double"), self.fields.error("double"));
        let field = Field { name: "double", label: &label, hint: Some(&hint), value, error, ..Field::default() };
        Some(ui::radios(self.ctx.words(), Choices { field, items: &items, ..Choices::default() }))
    }

    /// The records found, of which one is looked at beside this one before anything is done.
    fn choice_to_compare(&self, found: &[Found]) -> Markup {
        let Some(question) = self.question(found) else { return self.nothing() };
        let text = &self.ctx.say("directory-merger-compare-action");
        html! {
            form method="get" action=(self.path) novalidate {
                // What was looked for stays.
                input type="hidden" name="q" value=(self.fields.value("q"));
                (question)
                (ui::button(Button { text, ..Button::default() }))
            }
        }
    }

    fn nothing(&self) -> Markup {
        html! { p.govuk-body { (self.say("none")) } }
    }

    /// The records that have stepped back, each with the way back.
    fn undoable(&self, made: &[(Merger, Gone)]) -> Markup {
        let (ctx, words) = (self.ctx, self.ctx.words());
        if made.is_empty() {
            return Markup::default();
        }
        let told = |merger: &Merger, gone: &Gone| {
            let (name, day, rows) = (gone.name.as_str(), words.instant(merger.at), merger.carried.count());
            say!(words, "directory-merger-one", name = name, day = day, rows = rows, by = gone.by.as_str())
        };
        html! {
            h2.govuk-heading-m { (ctx.say("directory-merger-made")) }
            p.govuk-body { (ctx.say("directory-merger-undo-text")) }
            @for (merger, gone) in made {
                p.govuk-body { (told(merger, gone)) }
                (ctx.form(&format!("{}/undoing", self.path), html! {
                    input type="hidden" name="merger" value=(merger.id);
                    (ui::button(Button { text: &ctx.say("directory-merger-undo"), look: Look::Secondary, ..Button::default() }))
                }))
            }
        }
    }
}
