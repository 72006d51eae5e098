//! How a peer wants to work: hours, days, travel, languages. Each association that proposes missions respects them.

mod likes;
mod places;

use axum::response::Response;
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Input, Width};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};

use super::missions::day;
use crate::{
    Error, access,
    actions::missions::{Terms, set_terms},
    matching::Mode,
    refusal::Refusal,
    spoken::Spoken,
    store,
};

pub(super) fn routes() -> Routes {
    let peer = Needs::Right(access::PREFERENCES);
    Routes::default().get("/me/peer", peer, ask).post("/me/peer", peer, keep).get(places::PATH, peer, places::ask).post(
        places::PATH,
        peer,
        places::answer,
    )
}

async fn ask(ctx: Ctx) -> PageResult {
    let actor = ctx.actor()?;
    let (peer, seat) = (actor.account, actor.seat.as_ref().ok_or(PageError::Forbidden)?);
    let mut tx = ctx.begin_read().await?;
    let mut terms = store::preferences::terms(&mut tx, peer).await?;
    // Until the peer has chosen, matching goes by the languages that the directory knows: they are shown as such.
    if terms.languages.is_empty()
        && let Some(person) = passerelle_directory::find_person(&mut tx, seat.org, peer).await?
    {
        terms.languages = person.languages.iter().filter_map(|code| Spoken::read(code.as_str()).ok()).collect();
    }
    drop(tx);
    Ok(form(&ctx, &fill(&ctx, &terms)))
}

fn fill(ctx: &Ctx, terms: &Terms) -> Fields {
    let ceiling = terms.ceiling.map(hours).unwrap_or_default();
    let (mode, most) = match terms.travel {
        Some((mode, most)) => (mode.as_str(), most.0.to_string()),
        None => ("", String::new()),
    };
    let fields = Fields::empty(ctx)
        .with("ceiling", ceiling)
        .with_date("from", terms.from)
        .with_date("until", terms.until)
        .with("paused", if terms.paused { "yes" } else { "" })
        .with("mode", mode)
        .with("most", most)
        .with("wished", terms.wished.map(hours).unwrap_or_default())
        .with("version", terms.version.to_string());
    let fields = likes::fill(fields, &terms.likes);
    terms.languages.iter().fold(fields, |fields, code| fields.with("language", code.as_str()))
}

/// Hours as a form shows them: `7` or `7:30`.
fn hours(time: passerelle_kernel::Minutes) -> String {
    match time.clock() {
        (hours, 0) => hours.to_string(),
        (hours, minutes) => format!("{hours}:{minutes:02}"),
    }
}

fn form(ctx: &Ctx, fields: &Fields) -> Response {
    let words = ctx.words();
    let title = ctx.say("placement-terms-title");
    let say = |name: &str| ctx.say(&format!("placement-terms-{name}"));
    let (ceiling, ceiling_hint) = (say("ceiling"), say("ceiling-hint"));
    let (paused, paused_hint) = (say("paused"), say("paused-hint"));
    let field = |name, label, hint| Field {
        name,
        label,
        hint: Some(hint),
        error: fields.error(name),
        value: fields.value(name),
        optional: true,
        ..Field::default()
    };
    let hours =
        Input { field: field("ceiling", &ceiling, &ceiling_hint), width: Width::Characters(5), ..Input::default() };
    let questions = html! {
        input type="hidden" name="version" value=(fields.value("version"));
        (ui::input(words, hours))
        (ui::checkbox(words, Field { optional: false, ..field("paused", &paused, &paused_hint) }))
        (day(ctx, fields, "from", "placement-terms-from"))
        (day(ctx, fields, "until", "placement-terms-until"))
        (travel(ctx, fields))
        (languages(ctx, fields))
        (likes::questions(ctx, fields))
        (ui::button(Button { text: &ctx.say("placement-save"), ..Button::default() }))
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say("text")) }
        ul.govuk-list {
            li { a.govuk-link href=(places::PATH) { (ctx.say("placement-not-there-title")) } }
            li { a.govuk-link href="/calendar" { (ctx.say("placement-calendar-title")) } }
            li { a.govuk-link href="/proposals" { (ctx.say("placement-offers-title")) } }
        }
        (ctx.form("/me/peer", questions))
    };
    let back = Some(("/me".to_owned(), None));
    let seen_by = Some(say("seen-by"));
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn travel(ctx: &Ctx, fields: &Fields) -> Markup {
    let labels: Vec<String> =
        Mode::ALL.iter().map(|mode| ctx.say(&format!("placement-mode-{}", mode.as_str()))).collect();
    let none = ctx.say("placement-mode-none");
    let mut items: Vec<Choice<'_>> = Mode::ALL
        .iter()
        .zip(&labels)
        .map(|(mode, label)| Choice { value: mode.as_str(), label, ..Choice::default() })
        .collect();
    items.push(Choice { value: "", label: &none, apart: true, ..Choice::default() });
    let (label, most, hint) = ("mode", "most", "most-hint");
    let [label, most, hint] = [label, most, hint].map(|name| ctx.say(&format!("placement-terms-{name}")));
    let field = |name, label, hint| Field {
        name,
        label,
        hint,
        error: fields.error(name),
        value: fields.value(name),
        ..Field::default()
    };
    html! {
        (ui::radios(ctx.words(), Choices { field: field("mode", &label, None), items: &items, ..Choices::default() }))
        (ui::input(ctx.words(), Input {
            field: Field { optional: true, ..field("most", &most, Some(hint.as_str())) },
            kind: ui::Kind::Number,
            width: Width::Characters(3),
            ..Input::default()
        }))
    }
}

fn languages(ctx: &Ctx, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("placement-terms-languages"), ctx.say("placement-terms-languages-hint"));
    let field = Field { name: "language", label: &label, hint: Some(&hint), ..Field::default() };
    let chosen: Vec<&str> = fields.values("language").collect();
    ui::spoken(ctx.words(), field, &chosen)
}

fn read(fields: &mut Fields) -> Option<Terms> {
    let mut perhaps = |name: &str| {
        if fields.value(name).trim().is_empty() { Some(None) } else { fields.minutes(name).map(Some) }
    };
    let (ceiling, wished) = (perhaps("ceiling"), perhaps("wished"));
    let (from, until) = (fields.date_if_given("from"), fields.date_if_given("until"));
    let mode = Mode::parse(fields.value("mode"));
    let travel = match mode {
        None => Some(None),
        Some(mode) => fields.number("most", 1, 240).map(|most| Some((mode, passerelle_kernel::Minutes(most)))),
    };
    Some(Terms {
        ceiling: ceiling?,
        from: from?,
        until: until?,
        paused: fields.has("paused", "yes"),
        travel: travel?,
        languages: fields.choices("language", |code| Spoken::read(code).ok()).into_iter().collect(),
        wished: wished?,
        likes: likes::read(fields),
        version: fields.value("version").parse().unwrap_or_default(),
    })
}

async fn keep(ctx: Ctx, mut fields: Fields) -> PageResult {
    if let Some(terms) = read(&mut fields) {
        match set_terms(&ctx, &terms).await {
            Ok(()) => return Ok(redirect("/me/peer?done=placement-terms-done")),
            Err(Error::Refused(refusal)) => {
                let field = match refusal {
                    Refusal::HoursAWeekOutOfRange => "ceiling",
                    Refusal::DatesTurnedRound => "until",
                    Refusal::MinutesOutOfRange => "most",
                    Refusal::MoreThanCeiling => "wished",
                    _ => "",
                };
                let key = if field == "ceiling" { "placement-terms-ceiling-range" } else { refusal.key() };
                fields.refuse_key(field, key);
            }
            Err(other) => return Err(other.into()),
        }
    }
    Ok(form(&ctx, &fields))
}
