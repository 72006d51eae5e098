//! A choice from a long list that everybody knows (countries, months). Up to ten choices, prefer radios.

use maud::{Markup, html};
use passerelle_words::Words;

use crate::Field;

/// A choice from a list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Select<'a> {
    /// The question; `value` is the chosen option.
    pub field: Field<'a>,
    /// Value and text of each option.
    pub options: &'a [(&'a str, &'a str)],
}

/// A choice from a list.
pub fn select(words: &Words, select: Select<'_>) -> Markup {
    let field = select.field;
    field.group(
        words,
        html! {
            select class=(field.class("govuk-select")) id=(field.name) name=(field.name)
                aria-describedby=[field.described_by()] {
                @for (value, text) in select.options {
                    option value=(value) selected[*value == field.value] { (text) }
                }
            }
        },
    )
}
