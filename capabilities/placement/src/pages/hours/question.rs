//! The form with which an entry goes back to its peer: one question, in the words of who asks.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_access::Rule;
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Field, Textarea};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect};
use passerelle_words::say;

use super::show;
use crate::{
    Error,
    actions::hours as actions,
    hours::Entry,
    period::Month,
    store::hours::{self, lists, lists::Line},
    text,
};

/// The pages on which somebody with an account asks about entries: the referent's, the coordinator's.
pub(crate) struct Asking {
    /// The right that it takes.
    pub rule: &'static Rule,
    /// The list; below it are the months of missions, and under `entries` the questions.
    pub list: &'static str,
}

impl Asking {
    /// The beginning of the address of a question, which ends with the entry's id.
    pub fn entries(&self) -> String {
        format!("{}/entries/", self.list)
    }

    /// The form.
    pub async fn ask(&self, ctx: &Ctx, id: Id<Entry>) -> PageResult {
        self.page(ctx, id, &Fields::empty(ctx)).await
    }

    /// The entry goes back with the question.
    pub async fn send_back(&self, ctx: &Ctx, id: Id<Entry>, mut fields: Fields) -> PageResult {
        if let Some(question) = question_of(&mut fields) {
            match actions::send_back(ctx, id, &question).await {
                Ok(()) => return Ok(redirect(&format!("{}?done=placement-hours-asked-done", self.list))),
                Err(Error::Refused(refusal)) => fields.refuse_key("question", refusal.key()),
                Err(error) => return Err(error.into()),
            }
        }
        self.page(ctx, id, &fields).await
    }

    async fn page(&self, ctx: &Ctx, id: Id<Entry>, fields: &Fields) -> PageResult {
        let mut tx = ctx.begin_read().await?;
        hours::load_entry(&mut tx, ctx.actor()?, id, self.rule).await?;
        let line = lists::one(&mut tx, id).await?.ok_or(PageError::NotFound)?;
        drop(tx);
        let facts = line.entry.facts();
        let place = Place {
            action: format!("{}{}", self.entries(), facts.id),
            back: format!("{}/{}?month={}", self.list, facts.mission, Month::of(facts.work.on)),
            before: Markup::default(),
        };
        Ok(question_page(ctx, &line, place, fields))
    }
}

/// Where the form stands.
pub(crate) struct Place {
    /// The address that it posts to.
    pub action: String,
    /// The way back.
    pub back: String,
    /// What is asked besides, such as a name.
    pub before: Markup,
}

/// The page with the form.
pub(crate) fn question_page(ctx: &Ctx, line: &Line, place: Place, fields: &Fields) -> Response {
    let words = ctx.words();
    let facts = line.entry.facts();
    let title = say!(words, "placement-hours-ask-title", name = line.names.peer.as_str());
    let about = say!(
        words,
        "placement-hours-question-about",
        day = words.date(facts.work.on),
        hours = show::length(words, facts.work.minutes, facts.correction_of.is_some()),
        mission = line.names.mission.as_str()
    );
    let (label, hint) = (ctx.say("placement-hours-ask-label"), ctx.say("placement-hours-ask-hint"));
    let field = Field {
        name: "question",
        label: &label,
        hint: Some(&hint),
        value: fields.value("question"),
        error: fields.error("question"),
        ..Field::default()
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ui::lead(&about))
        (ctx.form(&place.action, html! {
            (place.before)
            (ui::textarea(words, Textarea { field, rows: Some(3), limit: Some(text::SENTENCES as u32) }))
            (ui::button(Button { text: &ctx.say("placement-hours-ask-action"), ..Button::default() }))
        }))
    };
    let back = Some((place.back, None));
    let seen_by = Some(ctx.say("placement-hours-seen-by"));
    page(ctx, Page { title, main, seen_by, back, refused: !fields.is_clean(), ..Page::default() })
}

/// Reads the question.
pub(crate) fn question_of(fields: &mut Fields) -> Option<String> {
    fields.text("question", text::SENTENCES, "placement-hours-ask-missing")
}
