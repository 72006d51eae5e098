//! A list with nothing in it yet: it says why, and what to do first.

use maud::{Markup, html};

use crate::footbridge;

/// A list with nothing in it yet. `action` is what to do first, if the reader can do something.
pub fn empty(title: &str, text: &str, action: Option<Markup>) -> Markup {
    html! {
        div.p-empty {
            div.p-empty__drawing { (footbridge()) }
            p.p-empty__title { (title) }
            p.govuk-body { (text) }
            @if let Some(action) = action { (action) }
        }
    }
}
