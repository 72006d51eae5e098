//! What the reader must notice above the page: what has just been done, or something to know.

use maud::{Markup, html};
use passerelle_words::Words;

/// What has just been done; it takes the focus. `more` may offer to undo it.
pub fn flash(words: &Words, text: &str, more: Option<Markup>) -> Markup {
    banner("govuk-notification-banner govuk-notification-banner--success", "alert", &words.say("ui-done"), text, more)
}

/// Something to know that does not come from this page's task.
pub fn important(words: &Words, text: &str, more: Option<Markup>) -> Markup {
    banner("govuk-notification-banner", "region", &words.say("ui-important"), text, more)
}

fn banner(class: &str, role: &str, title: &str, text: &str, more: Option<Markup>) -> Markup {
    html! {
        div class=(class) role=(role) aria-labelledby="govuk-notification-banner-title"
            data-module="govuk-notification-banner" {
            div.govuk-notification-banner__header {
                h2.govuk-notification-banner__title id="govuk-notification-banner-title" { (title) }
            }
            div.govuk-notification-banner__content {
                p.govuk-notification-banner__heading { (text) }
                @if let Some(more) = more { (more) }
            }
        }
    }
}

/// A line that tells how things stand, inside a page (“Connection lost. We are trying again.”); read out when it changes.
pub fn notice(id: &str, text: &str) -> Markup {
    html! { p.p-notice id=(id) role="status" { (text) } }
}
