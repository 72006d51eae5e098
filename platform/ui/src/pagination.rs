//! Going through a long list by its ends: newer and older, without page numbers.

use maud::{Markup, html};
use passerelle_words::Words;

/// Links to the newer and the older part of a list; nothing when the list has only one part.
pub fn pagination(words: &Words, newer: Option<&str>, older: Option<&str>) -> Markup {
    if newer.is_none() && older.is_none() {
        return Markup::default();
    }
    html! {
        nav.govuk-pagination aria-label=(words.say("ui-pagination")) {
            @if let Some(href) = newer {
                div.govuk-pagination__prev {
                    a.govuk-link.govuk-pagination__link href=(href) rel="prev" {
                        (arrow("prev", "M9.5 2 4 7.5 9.5 13M4.5 7.5H15"))
                        span.govuk-pagination__link-title { (words.say("ui-newer")) }
                    }
                }
            }
            @if let Some(href) = older {
                div.govuk-pagination__next {
                    a.govuk-link.govuk-pagination__link href=(href) rel="next" {
                        span.govuk-pagination__link-title { (words.say("ui-older")) }
                        (arrow("next", "M6.5 2 12 7.5 6.5 13M11.5 7.5H1"))
                    }
                }
            }
        }
    }
}

fn arrow(side: &str, path: &str) -> Markup {
    html! {
        svg class={ "govuk-pagination__icon govuk-pagination__icon--" (side) " p-arrow" } width="16" height="15"
            viewBox="0 0 16 15" aria-hidden="true" focusable="false" { path d=(path) {} }
    }
}
