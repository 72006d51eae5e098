//! The frame around every page, forms with their key, redirects, and the pages that say what went wrong.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use maud::{Markup, html};
use passerelle_ui::{self as ui, Frame, Item, Person};
use passerelle_words::say;

use crate::{Ctx, Destination, Fields, Needs, PageError, pages::STATUS_READ, wait};

pub(crate) const FORM_KEY: &str = "_once";

/// The page on which everything is found.
pub(crate) const SEARCH: &str = "/search";

/// A page to be put into the frame.
#[derive(Clone, Default)]
pub struct Page {
    /// The title, without the product's name.
    pub title: String,
    /// The way back: the path, and the name of the place (nothing says “Back”).
    pub back: Option<(String, Option<String>)>,
    /// The page.
    pub main: Markup,
    /// Whose data this is and who can see it, as a sentence.
    pub seen_by: Option<String>,
    /// The form was refused: the answer is 422 and the title says so.
    pub refused: bool,
    /// A public page about distress: a button leaves it at once.
    pub can_exit: bool,
}

/// The page in its frame.
pub fn page(ctx: &Ctx, page: Page) -> Response {
    let status = if page.refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (status, Html(document(ctx, page).into_string())).into_response()
}

fn document(ctx: &Ctx, page: Page) -> Markup {
    let words = ctx.words();
    let visible = visible(ctx, ctx.app().destinations());
    let names: Vec<String> = visible.iter().map(|destination| ctx.say(destination.key)).collect();
    let current = visible.iter().filter(|d| is_under(ctx.path(), d.path)).max_by_key(|d| d.path.len()).map(|d| d.path);
    let navigation: Vec<Item<'_>> = visible
        .iter()
        .zip(&names)
        .map(|(d, text)| Item { href: d.path, text, current: current == Some(d.path) })
        .collect();
    let seat = ctx.visitor().map(|actor| match &actor.seat {
        Some(seat) => seat.place.clone(),
        None => ctx.say("web-no-seat"),
    });
    let person =
        ctx.visitor().zip(seat.as_deref()).map(|(actor, seat)| Person { name: &actor.name, seat, href: "/me" });
    let footer = footer(ctx);
    let footer: Vec<(&str, &str)> = footer.iter().map(|(href, text)| (*href, text.as_str())).collect();
    ui::page(
        words,
        &Frame {
            title: &page.title,
            refused: page.refused,
            home: if ctx.visitor().is_some() { "/today" } else { "/" },
            navigation: &navigation,
            person,
            search: search_field(ctx),
            language: ui::language_switch(words, "/language", ctx.path()),
            exit: page.can_exit.then_some("https://www.wikipedia.org/"),
            before: html! { @if let Some((path, name)) = &page.back { (ui::back_link(words, path, name.as_deref())) } },
            flash: ctx.done().map(|key| ui::flash(words, &ctx.say(key), None)).unwrap_or_default(),
            main: page.main,
            seen_by: page.seen_by.as_ref().map(|text| html! { (text) }),
            footer: &footer,
            head: Markup::default(),
        },
    )
}

/// The field of the header, for those who are signed in; the page of the search has a larger one.
fn search_field(ctx: &Ctx) -> Markup {
    let is_needed = ctx.visitor().is_some() && ctx.path() != SEARCH;
    if is_needed { ui::search(ctx.words(), SEARCH) } else { Markup::default() }
}

/// Those of a list of pages that the person may use.
pub(crate) fn visible(ctx: &Ctx, list: &[Destination]) -> Vec<Destination> {
    let Some(actor) = ctx.visitor() else { return Vec::new() };
    let role = actor.seat.as_ref().map(|seat| seat.role);
    list.iter().filter(|d| d.needs.admits(role)).copied().collect()
}

fn is_under(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn footer(ctx: &Ctx) -> Vec<(&'static str, String)> {
    let mut links = vec![("/", ctx.say("web-footer-home"))];
    if ctx.visitor().is_none() {
        links.push(("/sign-in", ctx.say("web-footer-sign-in")));
    }
    let role = ctx.visitor().and_then(|actor| actor.seat.as_ref()).map(|seat| seat.role);
    if Needs::Right(STATUS_READ).admits(role) {
        links.push(("/status", ctx.say("web-status-title")));
    }
    if ctx.app().settings().is_demo {
        links.push(("/outbox", ctx.say("web-footer-outbox")));
        links.push(("/style", ctx.say("web-footer-style")));
    }
    links
}

impl Ctx {
    /// A form that posts to `action` and acts once, however often it is sent.
    pub fn form(&self, action: &str, content: Markup) -> Markup {
        html! {
            form method="post" action=(action) novalidate {
                input type="hidden" name=(FORM_KEY) value=(self.secret().reveal());
                (content)
            }
        }
    }

    /// The error summary of a refused form; nothing when all is well.
    pub fn problems(&self, fields: &Fields) -> Markup {
        let problems: Vec<_> = fields
            .errors()
            .iter()
            .map(|(name, text)| ui::Problem { field: (!name.is_empty()).then_some(name), text })
            .collect();
        ui::error_summary(self.words(), &problems)
    }
}

/// Sends the person to a path of ours (303).
pub fn redirect(path: &str) -> Response {
    match HeaderValue::from_str(path) {
        Ok(path) => (StatusCode::SEE_OTHER, [(header::LOCATION, path)]).into_response(),
        Err(_) => PageError::Internal("a path that is none".into()).into_response(),
    }
}

/// The sign-in page that leads back to `path` afterwards.
pub(crate) fn sign_in_path(path: &str) -> String {
    if path == "/" || path == "/today" {
        return "/sign-in".to_owned();
    }
    leading_back("/sign-in", path)
}

/// The page `page`, which leads back to `path` afterwards.
pub(crate) fn leading_back(page: &str, path: &str) -> String {
    let to: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
    format!("{page}?to={to}")
}

/// A path of our own that somebody handed us, or nothing: never another site.
pub(crate) fn own_path(path: &str) -> Option<&str> {
    let plain =
        path.starts_with('/') && !path.starts_with("//") && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    plain.then_some(path)
}

/// The page that says what went wrong, what is kept, and what to do.
pub(crate) fn problem_page(ctx: &Ctx, problem: &PageError) -> Response {
    let words = ctx.words();
    let kind = match problem {
        PageError::SignIn | PageError::Confirm | PageError::SecondFactor => "sign-in",
        PageError::NotFound => "not-found",
        PageError::Forbidden => "forbidden",
        PageError::Refused(_) => "refused",
        PageError::TooLarge => "too-large",
        PageError::TooSlow => "too-slow",
        PageError::Repeated | PageError::Conflict => "conflict",
        PageError::TooMany | PageError::Away | PageError::Unsure => {
            return wait::page_of(ctx, problem, ctx.path(), &[]);
        }
        PageError::Internal(_) => "internal",
    };
    let title = words.say(&format!("web-problem-{kind}-title"));
    let text = match problem {
        PageError::Refused(key) => words.say(key),
        PageError::Internal(reference) => say!(words, "web-problem-internal-text", reference = reference.as_str()),
        _ => words.say(&format!("web-problem-{kind}-text")),
    };
    let way_out = if ctx.visitor().is_some() { ("/today", "web-problem-today") } else { ("/", "web-problem-home") };
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (text) }
        p.govuk-body {
            @if *problem == PageError::SignIn { a.govuk-link href="/sign-in" { (ctx.say("web-footer-sign-in")) } }
            @else { a.govuk-link href=(way_out.0) { (ctx.say(way_out.1)) } }
        }
    };
    let mut response = page(ctx, Page { title, main, ..Page::default() });
    *response.status_mut() = problem.status();
    response
}
