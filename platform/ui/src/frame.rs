//! The frame of every page: who and where the reader is, the ways out, the page, and who can see it.

use maud::{DOCTYPE, Markup, html};
use passerelle_kernel::Language;
use passerelle_words::{Words, say};

use crate::{Item, Room, assets, brand, exit_page, icon};

/// The person who is signed in and the seat from which they act.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Their name as they write it.
    pub name: &'a str,
    /// The organisation (or role in it) for which they act now.
    pub seat: &'a str,
    /// Where they change seat, see their account and sign out.
    pub href: &'a str,
}

/// A link of the footer: address and text.
pub type Link<'a> = (&'a str, &'a str);

/// A page and what stands around it.
#[derive(Clone, Default)]
pub struct Frame<'a> {
    /// The title of the page, without the product's name.
    pub title: &'a str,
    /// Whether a refused form is shown, so that the title says so first.
    pub refused: bool,
    /// Where the name of the product leads.
    pub home: &'a str,
    /// The main places, with the current one marked; none on pages without an account.
    pub navigation: &'a [Item<'a>],
    /// The person who is signed in.
    pub person: Option<Person<'a>>,
    /// The field with which things are found, usually [`search`](crate::search).
    pub search: Markup,
    /// The switch to the other language, usually [`language_switch`].
    pub language: Markup,
    /// Where to leave at once, on public pages about distress.
    pub exit: Option<&'a str>,
    /// The way back or the breadcrumbs.
    pub before: Markup,
    /// What has just been done ([`flash`](crate::flash)) or has to be known.
    pub flash: Markup,
    /// The page.
    pub main: Markup,
    /// Whose data this is and who can see it, as a sentence.
    pub seen_by: Option<Markup>,
    /// The links of the footer.
    pub footer: &'a [Link<'a>],
    /// More for the head of the document (feeds, `robots`).
    pub head: Markup,
}

/// The bytes that stand around a page, about.
const AROUND: usize = 8192;

/// A whole document.
pub fn page(words: &Words, frame: &Frame<'_>) -> Markup {
    html! {
        (Room(frame.main.0.len() + AROUND))
        (DOCTYPE)
        html.govuk-template lang=(words.language().tag()) {
            (head(words, frame))
            body.govuk-template__body {
                a.govuk-skip-link href="#main" data-module="govuk-skip-link" { (words.say("ui-skip")) }
                (header(words, frame))
                div.govuk-width-container {
                    @if let Some(href) = frame.exit { (exit_page(words, href)) }
                    // Everything on a page stands in a part that screen readers can jump to.
                    @if !frame.before.0.is_empty() { nav aria-label=(words.say("ui-way-back")) { (frame.before) } }
                    main.govuk-main-wrapper id="main" tabindex="-1" { (frame.flash) (frame.main) }
                }
                (footer(words, frame))
            }
        }
    }
}

/// htmx: no styles of its own, one extension, nothing but our own origin. Swaps also show refused forms (422).
const HTMX: &str = "includeIndicatorCSS:false, extensions:sse, mode:same-origin";

fn head(words: &Words, frame: &Frame<'_>) -> Markup {
    let title = say!(words, "ui-title", page = frame.title);
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
            title { @if frame.refused { (words.say("ui-error")) " " } (title) }
            meta name="color-scheme" content="light dark";
            meta name="theme-color" content="#1f5f5b" media="(prefers-color-scheme: light)";
            meta name="theme-color" content="#163f3c" media="(prefers-color-scheme: dark)";
            meta name="htmx-config" content=(HTMX);
            link rel="preload" href=(assets::path("text-latin.woff2")) as="font" type="font/woff2" crossorigin;
            link rel="stylesheet" href=(assets::path("app.css"));
            link rel="icon" href=(brand::icon_path()) type="image/svg+xml";
            script type="module" src=(assets::path("app.js")) {}
            (frame.head)
        }
    }
}

fn header(words: &Words, frame: &Frame<'_>) -> Markup {
    html! {
        header {
            div.govuk-generic-header {
                div.govuk-generic-header__container.govuk-width-container.p-header {
                    div.govuk-generic-header__logo {
                        a.govuk-generic-header__homepage-link.p-brand href=(if frame.home.is_empty() { "/" } else { frame.home }) {
                            (brand::footbridge()) span { (words.say("ui-brand")) }
                        }
                    }
                    (frame.search)
                    (frame.language)
                }
            }
            @if !frame.navigation.is_empty() || frame.person.is_some() { (places(words, frame)) }
        }
    }
}

fn places(words: &Words, frame: &Frame<'_>) -> Markup {
    html! {
        div.govuk-service-navigation data-module="govuk-service-navigation" {
            div.govuk-width-container.p-places {
                div.govuk-service-navigation__container {
                    nav.govuk-service-navigation__wrapper aria-label=(words.say("ui-menu")) {
                        button.govuk-service-navigation__toggle.govuk-js-service-navigation-toggle type="button"
                            aria-controls="navigation" hidden aria-hidden="true" { (words.say("ui-menu")) }
                        ul.govuk-service-navigation__list id="navigation" {
                            @for item in frame.navigation { (place(*item)) }
                        }
                    }
                }
                @if let Some(person) = frame.person { (seat(words, person)) }
            }
        }
    }
}

fn place(item: Item<'_>) -> Markup {
    html! {
        li.govuk-service-navigation__item.govuk-service-navigation__item--active[item.current] {
            a.govuk-service-navigation__link href=(item.href) aria-current=[item.current.then_some("page")] {
                @if item.current { strong.govuk-service-navigation__active-fallback { (item.text) } }
                @else { (item.text) }
            }
        }
    }
}

fn seat(words: &Words, person: Person<'_>) -> Markup {
    html! {
        a.p-person href=(person.href) {
            span.govuk-visually-hidden { (words.say("ui-account")) " " }
            span.p-person__name { (person.name) }
            span.p-person__seat { (person.seat) }
        }
    }
}

fn footer(words: &Words, frame: &Frame<'_>) -> Markup {
    html! {
        footer.p-footer {
            div.govuk-width-container {
                @if let Some(seen_by) = &frame.seen_by {
                    div.p-seen-by {
                        (icon::eye())
                        div { h2.p-seen-by__title { (words.say("ui-seen-by")) } div.p-seen-by__text { (seen_by) } }
                    }
                }
                @if !frame.footer.is_empty() {
                    ul.p-footer__links {
                        @for (href, text) in frame.footer { li { a.govuk-link href=(href) { (text) } } }
                    }
                }
            }
        }
    }
}

/// The other languages, as a form that posts `language` and the page to come back to.
pub fn language_switch(words: &Words, action: &str, back: &str) -> Markup {
    html! {
        form.p-language method="post" action=(action) {
            input type="hidden" name="back" value=(back);
            @for language in Language::ALL.into_iter().filter(|language| *language != words.language()) {
                button.p-language__button type="submit" name="language" value=(language.tag()) lang=(language.tag()) {
                    (language.endonym())
                }
            }
        }
    }
}
