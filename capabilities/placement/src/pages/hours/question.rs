//! The form with which an entry goes back to its peer: one question, in the words of who asks.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Field, Textarea};
use passerelle_web::{Ctx, Fields, Page, page};
use passerelle_words::say;

use super::show;
use crate::{store::hours::lists::Line, text};

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
    page(ctx, Page { title, main, back, refused: !fields.is_clean(), ..Page::default() })
}

/// Reads the question.
pub(crate) fn question_of(fields: &mut Fields) -> Option<String> {
    fields.text("question", text::SENTENCES, "placement-hours-ask-missing")
}
