//! Leaving a page at once, for pages about distress that somebody else should not see over a shoulder.

use maud::{Markup, html};
use passerelle_words::Words;

/// The button that leaves for `href` at once, by click or by pressing Shift three times.
pub fn exit_page(words: &Words, href: &str) -> Markup {
    html! {
        div.govuk-exit-this-page data-module="govuk-exit-this-page"
            "data-i18n.activated"=(words.say("ui-exit-activated"))
            "data-i18n.timed-out"=(words.say("ui-exit-timed-out"))
            "data-i18n.press-two-more-times"=(words.say("ui-exit-press-two"))
            "data-i18n.press-one-more-time"=(words.say("ui-exit-press-one")) {
            a.govuk-button.govuk-button--warning.govuk-exit-this-page__button.govuk-js-exit-this-page-button
                href=(href) role="button" draggable="false" data-module="govuk-button" rel="nofollow noreferrer" {
                (words.say("ui-exit"))
            }
        }
    }
}
