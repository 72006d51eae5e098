//! Facts, one a line: what the fact is about, the fact, and what can be done with it.

use maud::{Markup, html};
use passerelle_words::{Words, say};

/// Something that can be done with a fact.
#[derive(Clone, Copy, Debug)]
pub struct Action<'a> {
    /// Where it is done.
    pub href: &'a str,
    /// The verb; “Change” when not said.
    pub text: Option<&'a str>,
}

impl<'a> Action<'a> {
    /// “Change”.
    pub const fn change(href: &'a str) -> Self {
        Self { href, text: None }
    }
}

/// One fact.
#[derive(Clone, Debug)]
pub struct Fact<'a> {
    /// What it is about.
    pub key: &'a str,
    /// The fact.
    pub value: Markup,
    /// What can be done with it.
    pub actions: &'a [Action<'a>],
}

impl<'a> Fact<'a> {
    /// A fact that nothing is done with here.
    pub fn new(key: &'a str, value: impl maud::Render) -> Self {
        Self { key, value: html! { (value) }, actions: &[] }
    }
}

/// Facts, one a line.
pub fn summary_list(words: &Words, facts: &[Fact<'_>]) -> Markup {
    let any_action = facts.iter().any(|fact| !fact.actions.is_empty());
    html! {
        dl.govuk-summary-list {
            @for fact in facts {
                div.govuk-summary-list__row."govuk-summary-list__row--no-actions"[any_action && fact.actions.is_empty()] {
                    dt.govuk-summary-list__key { (fact.key) }
                    dd.govuk-summary-list__value { (fact.value) }
                    (fact_actions(words, fact))
                }
            }
        }
    }
}

fn fact_actions(words: &Words, fact: &Fact<'_>) -> Markup {
    let link = |action: &Action<'_>| {
        let text = action.text.map_or_else(|| words.say("ui-change"), str::to_owned);
        let about = say!(words, "ui-change-what", what = fact.key);
        html! { a.govuk-link href=(action.href) { (text) span.govuk-visually-hidden { " " (about) } } }
    };
    match fact.actions {
        [] => Markup::default(),
        [only] => html! { dd.govuk-summary-list__actions { (link(only)) } },
        several => html! {
            dd.govuk-summary-list__actions {
                ul.govuk-summary-list__actions-list {
                    @for action in several { li.govuk-summary-list__actions-list-item { (link(action)) } }
                }
            }
        },
    }
}

/// Facts under a title, in a frame of their own, when a page shows several such lists.
pub fn summary_card(words: &Words, title: &str, facts: &[Fact<'_>]) -> Markup {
    html! {
        div.govuk-summary-card {
            div.govuk-summary-card__title-wrapper { h2.govuk-summary-card__title { (title) } }
            div.govuk-summary-card__content { (summary_list(words, facts)) }
        }
    }
}
