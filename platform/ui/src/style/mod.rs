//! The living style page: every component in its states, with words such as pages use.
//!
//! It is served at `/style` in both languages; accessibility and markup tests look at it.

mod drawings;
mod facts;
mod forms;
mod today;

use maud::{Markup, html};
use passerelle_words::Words;

use crate::{Frame, Item, Person, back_link, flash, language_switch, lead, page as framed, search};

/// The style page, a whole document.
pub fn page(words: &Words) -> Markup {
    let places = ["ui-style-today", "ui-style-missions", "ui-style-teams", "ui-style-groups", "ui-style-learning"];
    let places = places.map(|key| words.say(key));
    let navigation: Vec<_> =
        places.iter().enumerate().map(|(index, text)| Item { href: "#main", text, current: index == 0 }).collect();
    let (help, privacy) = (words.say("ui-style-help"), words.say("ui-style-privacy"));
    framed(
        words,
        &Frame {
            title: &words.say("ui-style-title"),
            home: "#main",
            navigation: &navigation,
            person: Some(Person { name: "Coralie", seat: "Espairs", href: "#main" }),
            search: search(words, "#main"),
            language: language_switch(words, "/language", "/style"),
            before: back_link(words, "#main", None),
            flash: flash(words, &words.say("ui-style-flash"), Some(undo(words))),
            main: main(words),
            seen_by: Some(html! { p { (words.say("ui-style-seen-by")) } }),
            footer: &[("#main", &help), ("#main", &privacy)],
            ..Frame::default()
        },
    )
}

fn undo(words: &Words) -> Markup {
    html! { p.govuk-body { a.govuk-link href="#main" { (words.say("ui-style-undo")) } } }
}

fn main(words: &Words) -> Markup {
    html! {
        h1.govuk-heading-l { (words.say("ui-style-hello")) }
        (lead(&words.say("ui-style-lead")))
        (today::parts(words))
        (drawings::parts(words))
        (facts::parts(words))
        (forms::parts(words))
    }
}

/// A part of the page under its title.
fn part(title: &str, content: Markup) -> Markup {
    html! { section.p-section { h2.govuk-heading-m { (title) } (content) } }
}
