//! The peer's own pages: what is noticed, who can see it and from when, and what the peer says to it.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_kernel::{Id, Timestamp};
use passerelle_ui::{self as ui, Button, Field, Look, Textarea};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect};
use passerelle_words::say;

use super::words::{self, Reader};
use crate::{
    Error,
    access::SIGNAL_OWN,
    actions::signals::{Answer, answer_signal, look, say_alone},
    pages::easing,
    store::signals::{
        self as store,
        pictures::{Names, Seen, that_hold},
    },
    text,
    vigilance::{Kind, Signal},
};

pub(super) const PATH: &str = "/me/signals";

/// The signals of the association for which the peer acts, and those of several; with the names of missions.
async fn load(ctx: &Ctx) -> Result<(Vec<Seen>, Names), PageError> {
    look(ctx).await?;
    let actor = ctx.actor()?;
    let here = actor.seat.as_ref().map(|seat| seat.org);
    let mut tx = ctx.begin_read().await?;
    let mut kept = store::of_peers(&mut tx, &[actor.account]).await?;
    kept.retain(|kept| kept.signal.org.is_none() || kept.signal.org == here);
    Ok(that_hold(&mut tx, kept, ctx.today()).await?)
}

pub(super) async fn list(ctx: Ctx) -> PageResult {
    let (seen, names) = load(&ctx).await?;
    let is_alone_said = seen.iter().any(|seen| seen.facts.kind() == Kind::Alone);
    let (aside, open): (Vec<&Seen>, Vec<&Seen>) = seen.iter().partition(|seen| seen.kept.signal.aside_at.is_some());
    let title = ctx.say("placement-signals-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("placement-signals-lead")))
        @if open.is_empty() {
            (ui::empty(&ctx.say("placement-signals-none-title"), &none(&ctx)?, None))
        }
        @for one in &open { (row(&ctx, one, &names)) }
        @if !is_alone_said { (alone_tap(&ctx)) }
        @if !aside.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-signals-aside")) }
            ul.govuk-list { @for one in &aside { li { (link(&ctx, one)) } } }
        }
    };
    let seen_by = Some(ctx.say("placement-signals-seen-by"));
    let back = Some(("/today".to_owned(), None));
    Ok(page(&ctx, Page { title, back, main, seen_by, ..Page::default() }))
}

/// That there is nothing, and for which association: of another one nothing is shown in this role.
fn none(ctx: &Ctx) -> Result<String, PageError> {
    let seat = ctx.actor()?.seat.as_ref().ok_or(PageError::Forbidden)?;
    Ok(say!(ctx.words(), "placement-signals-none-text", org = seat.place.as_str()))
}

fn link(ctx: &Ctx, seen: &Seen) -> Markup {
    html! {
        a.govuk-link href={ (PATH) "/" (seen.kept.signal.id) } { (words::own_title(ctx, seen.facts.kind())) }
    }
}

fn row(ctx: &Ctx, seen: &Seen, names: &Names) -> Markup {
    html! {
        section {
            h2.govuk-heading-m { (link(ctx, seen)) }
            (words::facts(ctx, seen, names, Reader::Peer))
            p.govuk-body { strong { (who(ctx, seen)) } }
        }
        hr."govuk-section-break"."govuk-section-break--m"."govuk-section-break--visible";
    }
}

/// One tap, when nobody is there to talk to.
fn alone_tap(ctx: &Ctx) -> Markup {
    let text = ctx.say("placement-signals-alone-tap");
    html! {
        h2.govuk-heading-m { (ctx.say("placement-signal-kind-alone")) }
        p.govuk-body { (ctx.say("placement-signals-alone-text")) }
        (ctx.form(PATH, ui::button(Button { text: &text, look: Look::Secondary, ..Button::default() })))
    }
}

/// Who can see it, and from when.
fn who(ctx: &Ctx, seen: &Seen) -> String {
    let (signal, org) = (&seen.kept.signal, seen.kept.org.as_str());
    if signal.org.is_none() {
        return ctx.say("placement-signals-who-several");
    }
    if let Some(talked) = signal.talked.as_ref().filter(|_| signal.is_open(ctx.now())) {
        let (name, on) = (seen.kept.talked_by.as_str(), day(ctx, talked.at));
        return say!(ctx.words(), "placement-signals-who-talked", name = name, day = on, org = org);
    }
    match signal.opens_at() {
        None => ctx.say("placement-signals-who-you"),
        Some(opens) if opens <= ctx.now() => say!(ctx.words(), "placement-signals-who-open", org = org),
        Some(opens) => say!(ctx.words(), "placement-signals-who-until", day = day(ctx, opens), org = org),
    }
}

fn day(ctx: &Ctx, at: Timestamp) -> String {
    ctx.words().date(at.to_zoned(ctx.words().zone().clone()).date())
}

pub(super) async fn alone(ctx: Ctx) -> PageResult {
    say_alone(&ctx).await?;
    Ok(redirect("/me/signals?done=placement-signals-alone-done"))
}

pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Signal>>) -> PageResult {
    show_page(&ctx, id, None).await
}

/// The page of one signal; `sent` when something was refused.
async fn show_page(ctx: &Ctx, id: Id<Signal>, sent: Option<&Fields>) -> PageResult {
    store::load(&mut ctx.begin_read().await?, ctx.actor()?, id, SIGNAL_OWN).await?;
    let (seen, names) = load(ctx).await?;
    // Its facts may be gone since the list was shown.
    let Some(seen) = seen.iter().find(|seen| seen.kept.signal.id == id) else {
        return Ok(redirect("/me/signals?done=placement-signals-gone-done"));
    };
    let first = Fields::empty(ctx).with("words", seen.kept.signal.answer.clone().unwrap_or_default());
    Ok(whole(ctx, seen, &names, sent.unwrap_or(&first)))
}

fn whole(ctx: &Ctx, seen: &Seen, names: &Names, fields: &Fields) -> Response {
    let signal = &seen.kept.signal;
    let title = words::own_title(ctx, signal.kind);
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (words::facts(ctx, seen, names, Reader::Peer))
        (ui::inset(html! { (who(ctx, seen)) }))
        @if signal.aside_at.is_some() { (taken_up(ctx, signal)) } @else {
            @if signal.kind.is_too_much() { (lighter(ctx, signal.kind)) }
            @if signal.org.is_some() { (answers(ctx, seen, fields)) }
            (fine(ctx, signal))
        }
    };
    let seen_by = Some(ctx.say("placement-signals-seen-by"));
    let back = Some((PATH.to_owned(), Some(ctx.say("placement-signals-title"))));
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

/// Less this month, in one tap, where times can still be left out; for longer, fewer hours by the peer's own ceiling, or
/// other times.
fn lighter(ctx: &Ctx, kind: Kind) -> Markup {
    let (text, href, way) = if kind.is_about_times() {
        ("placement-signals-other-times", "/week", "placement-rota-own-see")
    } else {
        ("placement-easing-next", "/me/peer", "placement-easing-next-way")
    };
    html! {
        h2.govuk-heading-m { (ctx.say("placement-signals-lighter")) }
        @if crate::easing::days(ctx.today()).is_some() {
            p.govuk-body { (ctx.say("placement-signals-lighter-text")) }
            (easing::tap(ctx))
        }
        p.govuk-body {
            (ctx.say(text)) " "
            a.govuk-link href=(href) { (ctx.say(way)) }
        }
    }
}

fn answers(ctx: &Ctx, seen: &Seen, fields: &Fields) -> Markup {
    let is_open = seen.kept.signal.is_open(ctx.now());
    let (label, hint) = (ctx.say("placement-signals-words"), ctx.say("placement-signals-words-hint"));
    let field = Field {
        name: "words",
        label: &label,
        hint: Some(&hint),
        value: fields.value("words"),
        error: fields.error("words"),
        heading: ui::Heading::Medium,
        optional: true,
    };
    let button = |act: &'static str, key: &str| {
        let text = ctx.say(key);
        ui::button(Button {
            text: &text,
            look: Look::Secondary,
            name: Some("act"),
            value: Some(act),
            ..Button::default()
        })
    };
    ctx.form(
        &format!("{PATH}/{}", seen.kept.signal.id),
        html! {
            (ui::textarea(ctx.words(), Textarea { field, rows: Some(4), limit: Some(text::SENTENCES as u32) }))
            (ui::actions(html! {
                @if is_open { (button("words", "placement-signals-keep-open")) }
                @else { (button("now", "placement-signals-now")) (button("words", "placement-signals-keep")) }
            }))
        },
    )
}

fn fine(ctx: &Ctx, signal: &Signal) -> Markup {
    let what = if signal.kind == Kind::Alone { "over" } else { "fine" };
    html! {
        h2.govuk-heading-m { (ctx.say(&format!("placement-signals-{what}-title"))) }
        p.govuk-body { (ctx.say(&format!("placement-signals-{what}-text"))) }
        (one_button(ctx, signal, "fine", &format!("placement-signals-{what}-action")))
    }
}

fn taken_up(ctx: &Ctx, signal: &Signal) -> Markup {
    html! {
        p.govuk-body { (ctx.say("placement-signals-back-text")) }
        (one_button(ctx, signal, "back", "placement-signals-back-action"))
    }
}

fn one_button(ctx: &Ctx, signal: &Signal, act: &str, key: &str) -> Markup {
    let text = ctx.say(key);
    ctx.form(&format!("{PATH}/{}", signal.id), html! {
        (ui::button(Button { text: &text, look: Look::Secondary, name: Some("act"), value: Some(act), ..Button::default() }))
    })
}

pub(super) async fn answer(ctx: Ctx, Path(id): Path<Id<Signal>>, mut fields: Fields) -> PageResult {
    // Whose it is comes before what the form says.
    store::load(&mut ctx.begin_read().await?, ctx.actor()?, id, SIGNAL_OWN).await?;
    if let Some((answer, done)) = read(&mut fields) {
        match answer_signal(&ctx, id, answer).await {
            Ok(()) => return Ok(redirect(&format!("{PATH}?done=placement-signals-{done}-done"))),
            Err(Error::Refused(refusal)) => fields.refuse_key("words", refusal.key()),
            Err(error) => return Err(error.into()),
        }
    }
    show_page(&ctx, id, Some(&fields)).await
}

/// What the form says, and the end of the key of what is then done.
fn read(fields: &mut Fields) -> Option<(Answer, &'static str)> {
    let act = fields.choice(
        "act",
        |act| ["now", "words", "fine", "back"].into_iter().find(|one| *one == act),
        "placement-signals-act-missing",
    )?;
    Some(match act {
        "fine" => (Answer::Fine, "fine"),
        "back" => (Answer::Back, "back"),
        "now" => {
            let words = fields.text_if_given("words", text::SENTENCES)?;
            (Answer::Now((!words.is_empty()).then_some(words)), "now")
        }
        _ => (Answer::Words(fields.text("words", text::SENTENCES, "placement-signals-words-missing")?), "words"),
    })
}
