//! Where one is and where one can go: breadcrumbs, the way back, the parts of a section.

use maud::{Markup, html};
use passerelle_words::Words;

/// A place one can go to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Item<'a> {
    /// Its address.
    pub href: &'a str,
    /// Its name.
    pub text: &'a str,
    /// Whether the reader is there now.
    pub current: bool,
}

/// The way back to the page before; “Back” when no text is given.
pub fn back_link(words: &Words, href: &str, text: Option<&str>) -> Markup {
    html! {
        a.govuk-back-link href=(href) { @if let Some(text) = text { (text) } @else { (words.say("ui-back")) } }
    }
}

/// The places above this one, the outermost first: address and name.
pub fn breadcrumbs(words: &Words, places: &[(&str, &str)]) -> Markup {
    html! {
        nav.govuk-breadcrumbs aria-label=(words.say("ui-breadcrumbs")) {
            ol.govuk-breadcrumbs__list {
                @for (href, text) in places {
                    li.govuk-breadcrumbs__list-item { a.govuk-breadcrumbs__link href=(href) { (text) } }
                }
            }
        }
    }
}

/// The parts of a section, side by side; each is a page of its own.
pub fn section_navigation(label: &str, items: &[Item<'_>]) -> Markup {
    html! {
        nav.p-section-nav aria-label=(label) {
            ul.p-section-nav__list {
                @for item in items {
                    li {
                        a.p-section-nav__link href=(item.href) aria-current=[item.current.then_some("page")] { (item.text) }
                    }
                }
            }
        }
    }
}
