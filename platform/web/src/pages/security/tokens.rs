//! My tokens: make one for a program, see what each lets it do and when it was used, end one. The secret is shown once.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_access::{
    Ability,
    session::Factors,
    token::{self, Draft, LONGEST_DAYS, MOST, Token},
};
use passerelle_kernel::Date;
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Choice, Choices, DateInput, Field, Input, Look, Width};
use passerelle_words::say;

use super::{
    change::{self, Change},
    day,
};
use crate::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};

pub(super) const PATH: &str = "/me/tokens";

const LONGEST_NAME: usize = 60;
/// The last day that is offered, in days from today.
const OFFERED_DAYS: i32 = 90;

pub(super) fn routes() -> Routes {
    Routes::default().get(PATH, Needs::Fresh, show).post(PATH, Needs::Fresh, make).post(
        "/me/tokens/end",
        Needs::Fresh,
        end,
    )
}

/// What is of use to the person in the role in which they act.
fn offered(ctx: &Ctx) -> Vec<&'static Ability> {
    let role = ctx.visitor().and_then(|actor| actor.seat.as_ref()).map(|seat| seat.role);
    ctx.app().abilities().iter().copied().filter(|ability| ability.is_of_use_to(role)).collect()
}

fn later(from: Date, days: i32) -> Date {
    from.saturating_add(jiff::Span::new().days(days))
}

async fn show(ctx: Ctx) -> PageResult {
    let fields = Fields::empty(&ctx).with_date("until", Some(later(ctx.today(), OFFERED_DAYS)));
    view(&ctx, &mut ctx.begin_read().await?, &fields).await
}

async fn view(ctx: &Ctx, tx: &mut Tx, fields: &Fields) -> PageResult {
    let tokens = token::of_account(tx, ctx.actor()?.account, ctx.today()).await?;
    let (title, offered) = (ctx.say("web-tokens-title"), offered(ctx));
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-tokens-text")) }
        @if !tokens.is_empty() {
            ul.govuk-list.p-devices { @for one in &tokens { li.p-device { (row(ctx, one)) } } }
        }
        h2.govuk-heading-m { (ctx.say("web-tokens-add-title")) }
        @if offered.is_empty() {
            p.govuk-body { (ctx.say("web-tokens-no-role")) }
        } @else {
            (ctx.form(PATH, questions(ctx, fields, &offered)))
        }
    };
    let back = Some(("/account".to_owned(), Some(ctx.say("web-account-title"))));
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() }))
}

fn questions(ctx: &Ctx, fields: &Fields, offered: &[&'static Ability]) -> Markup {
    let words = ctx.words();
    let say = |key: &str| ctx.say(key);
    let (name, name_hint) = (say("web-tokens-name"), say("web-tokens-name-hint"));
    let (error, value) = (fields.error("name"), fields.value("name"));
    let name = Field { name: "name", label: &name, hint: Some(&name_hint), value, error, ..Field::default() };
    let labels: Vec<String> = offered.iter().map(|ability| say(ability.key)).collect();
    let items: Vec<Choice<'_>> = offered
        .iter()
        .zip(&labels)
        .map(|(ability, label)| Choice {
            value: ability.name,
            label,
            checked: fields.has("abilities", ability.name),
            ..Choice::default()
        })
        .collect();
    let (may, may_hint) = (say("web-tokens-abilities"), say("web-tokens-abilities-hint"));
    let error = fields.error("abilities");
    let may = Field { name: "abilities", label: &may, hint: Some(&may_hint), error, ..Field::default() };
    let (until, until_hint) = (say("web-tokens-until"), say("web-tokens-until-hint"));
    let error = fields.error("until");
    let until = Field { name: "until", label: &until, hint: Some(&until_hint), error, ..Field::default() };
    let [day, month, year] = ["until-day", "until-month", "until-year"].map(|part| fields.value(part));
    html! {
        (ui::input(words, Input { field: name, width: Width::Characters(20), ..Input::default() }))
        (ui::checkboxes(words, Choices { field: may, items: &items, ..Choices::default() }))
        (ui::date_input(words, DateInput { field: until, day, month, year, birthday: false }))
        (ui::button(Button { text: &ctx.say("web-tokens-add"), ..Button::default() }))
    }
}

fn row(ctx: &Ctx, token: &Token) -> Markup {
    let words = ctx.words();
    let until = words.date(token.until_on);
    let is_over = token.until_on < ctx.today();
    let known = ctx.app().abilities().iter().filter(|ability| token.lets(ability));
    let role = token.seat.as_ref().map(|seat| {
        let role = ctx.say(&format!("web-role-{}", seat.role.as_str()));
        say!(words, "web-me-seat", role = role, place = seat.place.as_str())
    });
    html! {
        h2.govuk-heading-s { (token.name) @if is_over { " " (ui::tag(&ctx.say("web-tokens-over"), ui::Tone::Neutral)) } }
        ul.govuk-list.govuk-list--bullet { @for ability in known { li { (ctx.say(ability.key)) } } }
        p.govuk-body {
            @match &role {
                Some(role) => (say!(words, "web-tokens-role", role = role.as_str())),
                None => (ctx.say("web-tokens-role-ended")),
            }
            br; (say!(words, "web-tokens-since", day = day(words, token.created_at), until = until))
            br;
            @match token.used_on {
                Some(on) => (say!(words, "web-passkeys-used", day = words.date(on))),
                None => (ctx.say("web-passkeys-unused")),
            }
        }
        (ctx.form("/me/tokens/end", html! {
            input type="hidden" name="token" value=(token.id);
            (ui::button(Button {
                text: &ctx.say("web-tokens-end"),
                look: Look::Secondary,
                about: Some(&token.name),
                ..Button::default()
            }))
        }))
    }
}

/// The last day, within a year from today.
fn last_day(ctx: &Ctx, fields: &mut Fields) -> Option<Date> {
    let until: Date = fields.date("until", "web-tokens-until-missing")?;
    let today = ctx.today();
    if until < today || until > later(today, LONGEST_DAYS) {
        fields.refuse_key("until", "web-tokens-until-wrong");
        return None;
    }
    Some(until)
}

async fn make(ctx: Ctx, mut fields: Fields) -> PageResult {
    let actor = ctx.actor()?;
    let name = fields.text("name", LONGEST_NAME, "web-tokens-name-missing");
    let offered = offered(&ctx);
    let abilities = fields.choices("abilities", |name| offered.iter().copied().find(|one| one.name == name));
    if abilities.is_empty() {
        fields.refuse_key("abilities", "web-tokens-abilities-missing");
    }
    let until_on = last_day(&ctx, &mut fields);
    let mut tx = ctx.begin_write().await?;
    let known = token::of_account(&mut tx, actor.account, ctx.today()).await?;
    if known.iter().filter(|one| one.until_on >= ctx.today()).count() >= MOST {
        fields.refuse("", say!(ctx.words(), "web-tokens-too-many", most = MOST));
    }
    let (Some(name), Some(until_on), true) = (name, until_on, fields.is_clean()) else {
        return view(&ctx, &mut tx, &fields).await;
    };
    let factors = if ctx.has_two_factors() { Factors::Two } else { Factors::One };
    let draft = Draft { name: &name, abilities: &abilities, factors, until_on };
    let secret = token::create(&mut tx, actor, ctx.db().chance(), &draft).await?;
    change::tell(&ctx, &mut tx, actor.account, Change::TokenMade).await?;
    tx.commit().await?;
    Ok(once(&ctx, &name, &secret))
}

/// The secret, this once.
fn once(ctx: &Ctx, name: &str, secret: &str) -> Response {
    let title = say!(ctx.words(), "web-tokens-made-title", name = name);
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::warning(ctx.words(), &ctx.say("web-tokens-once")))
        p.p-secret translate="no" { (secret) }
        p.govuk-body { (ctx.say("web-tokens-use")) }
        p.p-secret translate="no" { "Authorization: Bearer " (token::PREFIX) "…" }
        (ui::link_button(&ctx.say("web-tokens-kept"), PATH, Look::Primary))
    };
    let seen_by = Some(ctx.say("web-me-seen-by"));
    page(ctx, Page { title, main, seen_by, ..Page::default() })
}

async fn end(ctx: Ctx, fields: Fields) -> PageResult {
    let me = ctx.actor()?.account;
    let id = fields.value("token").parse().map_err(|_| PageError::NotFound)?;
    let mut tx = ctx.begin_write().await?;
    if !token::end(&mut tx, me, id).await? {
        return Err(PageError::NotFound);
    }
    change::tell(&ctx, &mut tx, me, Change::TokenEnded).await?;
    tx.commit().await?;
    Ok(redirect("/me/tokens?done=web-tokens-ended-done"))
}
