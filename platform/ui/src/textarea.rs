//! Several lines of text, with a count of what is left when there is a limit.

use maud::{Markup, html};
use passerelle_words::{Words, say};

use crate::Field;

/// Several lines of text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Textarea<'a> {
    /// The question.
    pub field: Field<'a>,
    /// How many lines are in view; 5 when not said.
    pub rows: Option<u8>,
    /// How many characters are accepted. More can be typed: the count says how many are too many, nothing is cut.
    pub limit: Option<u32>,
}

/// Several lines of text.
pub fn textarea(words: &Words, textarea: Textarea<'_>) -> Markup {
    match textarea.limit {
        Some(limit) => counted(words, textarea, limit),
        None => textarea.field.group(words, control(textarea, "", textarea.field.described_by())),
    }
}

fn control(textarea: Textarea<'_>, extra: &str, described_by: Option<String>) -> Markup {
    let field = textarea.field;
    html! {
        textarea class=(field.class("govuk-textarea") + extra) id=(field.name) name=(field.name)
            rows=(textarea.rows.unwrap_or(5)) aria-describedby=[described_by] {
            // A browser drops the first line break of a textarea.
            @if field.value.starts_with('\n') { "\n" }
            (field.value)
        }
    }
}

fn counted(words: &Words, textarea: Textarea<'_>, limit: u32) -> Markup {
    let field = textarea.field;
    let info = format!("{}-info", field.name);
    let described_by = field.described_by().map_or_else(|| info.clone(), |ids| format!("{info} {ids}"));
    let few = |key: &str| say!(words, key, count = "%{count}");
    html! {
        div class={ (field.class("govuk-form-group")) " govuk-character-count" } data-module="govuk-character-count"
            data-maxlength=(limit)
            "data-i18n.characters-under-limit.one"=(words.say("ui-count-left-one"))
            "data-i18n.characters-under-limit.other"=(few("ui-count-left"))
            "data-i18n.characters-at-limit"=(words.say("ui-count-none-left"))
            "data-i18n.characters-over-limit.one"=(words.say("ui-count-over-one"))
            "data-i18n.characters-over-limit.other"=(few("ui-count-over")) {
            (field.label(words)) (field.help(words))
            (control(textarea, " govuk-js-character-count", Some(described_by)))
            div.govuk-hint.govuk-character-count__message id=(info) {
                (say!(words, "ui-count-limit", count = words.number(i64::from(limit))))
            }
        }
    }
}
