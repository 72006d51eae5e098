//! The field in the header of every page with which things are found.

use maud::{Markup, html};
use passerelle_words::Words;

use crate::icon;

/// A field that looks for words on the page `action`, which has a larger one of its own.
pub fn search(words: &Words, action: &str) -> Markup {
    html! {
        form.p-search method="get" action=(action) role="search" aria-label=(words.say("ui-search-label")) {
            label.govuk-visually-hidden for="p-search" { (words.say("ui-search-label")) }
            input.p-search__field id="p-search" name="q" type="search" placeholder=(words.say("ui-search"));
            button.p-search__button type="submit" {
                (icon::lens()) span.govuk-visually-hidden { (words.say("ui-search")) }
            }
        }
    }
}
