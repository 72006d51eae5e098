//! My passkeys: add one for this device, see when each was used, remove one.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_access::{
    account,
    passkey::{self as keys, Passkey},
    recovery,
    session::Factors,
};
use passerelle_store::{Error as StoreError, Tx};
use passerelle_ui::{self as ui, Button, Field, Input, Look, Width};
use passerelle_words::say;

use super::{
    change::{self, Change},
    confirm, day,
    passkey::{self, Ask},
};
use crate::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, device, page, redirect};

const KIND: &str = "passkey-new";
const LONGEST_NAME: usize = 60;

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/account/passkeys", Needs::Fresh, show)
        .post("/account/passkeys/options", Needs::Fresh, begin)
        .post("/account/passkeys", Needs::Fresh, add)
        .post("/account/passkeys/remove", Needs::Fresh, remove)
}

async fn show(ctx: Ctx) -> PageResult {
    let fields = Fields::empty(&ctx).with("name", device::name(ctx.words(), &ctx.device()));
    view(&ctx, &mut ctx.begin_read().await?, &fields).await
}

async fn view(ctx: &Ctx, tx: &mut Tx, fields: &Fields) -> Result<Response, PageError> {
    let me = ctx.actor()?.account;
    let (known, codes) = (keys::of_account(tx, me).await?, recovery::left(tx, me).await?);
    let title = ctx.say("web-passkeys-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-passkeys-text")) }
        @if !known.is_empty() {
            ul.govuk-list.p-devices { @for key in &known { li.p-device { (row(ctx, key)) } } }
        }
        @if !known.is_empty() && codes == 0 {
            (ui::inset(html! {
                p.govuk-body { (ctx.say("web-passkeys-no-codes")) }
                p.govuk-body { a.govuk-link href="/account/recovery-codes" { (ctx.say("web-codes-make")) } }
            }))
        }
        h2.govuk-heading-m { (ctx.say("web-passkeys-add-title")) }
        p.govuk-body data-passkey-without { (ctx.say("web-passkeys-without")) }
        (adding(ctx, fields))
    };
    let back = Some(("/account".to_owned(), Some(ctx.say("web-account-title"))));
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() }))
}

fn adding(ctx: &Ctx, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("web-passkeys-name"), ctx.say("web-passkeys-name-hint"));
    let field = Field {
        name: "name",
        label: &label,
        hint: Some(&hint),
        value: fields.value("name"),
        error: fields.error("name"),
        ..Field::default()
    };
    let name = ui::input(ctx.words(), Input { field, width: Width::Characters(20), ..Input::default() });
    let button = Button { text: &ctx.say("web-passkeys-add"), ..Button::default() };
    passkey::form(ctx, Ask::Create, ("/account/passkeys", "/account/passkeys/options"), button, name)
}

fn row(ctx: &Ctx, key: &Passkey) -> Markup {
    let words = ctx.words();
    html! {
        h2.govuk-heading-s { (key.name) }
        p.govuk-body {
            (say!(words, "web-passkeys-since", day = day(words, key.created_at)))
            br;
            @match key.used_on {
                Some(on) => (say!(words, "web-passkeys-used", day = words.date(on))),
                None => (ctx.say("web-passkeys-unused")),
            }
        }
        (ctx.form("/account/passkeys/remove", html! {
            input type="hidden" name="passkey" value=(key.id);
            (ui::button(Button {
                text: &ctx.say("web-passkeys-remove"),
                look: Look::Secondary,
                about: Some(&key.name),
                ..Button::default()
            }))
        }))
    }
}

async fn begin(ctx: Ctx) -> PageResult {
    let site = passkey::site(&ctx).ok_or(PageError::NotFound)?;
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_write().await?;
    let person = account::find(&mut tx, me).await?.ok_or(PageError::NotFound)?;
    let begun = site.begin_adding(&mut tx, &person).await?;
    let begun = begun.ok_or_else(|| PageError::Internal("a passkey cannot be begun".into()))?;
    passkey::begin(&ctx, tx, KIND, Some(me), begun).await
}

async fn add(ctx: Ctx, mut fields: Fields) -> PageResult {
    let site = passkey::site(&ctx).ok_or(PageError::NotFound)?;
    let me = ctx.actor()?.account;
    let name = fields.text("name", LONGEST_NAME, "web-passkeys-name-missing");
    let mut tx = ctx.begin_write().await?;
    let begun = passkey::take(&ctx, &mut tx, KIND).await?.filter(|begun| begun.account == Some(me));
    let Some(name) = name else { return view(&ctx, &mut tx, &fields).await };
    let added = match begun {
        Some(begun) => site.add(&mut tx, me, &name, &begun.state, fields.value("credential")).await,
        None => Ok(false),
    };
    match added {
        Ok(true) => {}
        Ok(false) | Err(StoreError::Unique) => {
            fields.refuse_key("", "web-passkey-refused");
            // What was written is left behind; the list is read anew.
            drop(tx);
            return view(&ctx, &mut ctx.begin_read().await?, &fields).await;
        }
        Err(error) => return Err(error.into()),
    }
    change::tell(&ctx, &mut tx, me, Change::PasskeyAdded).await?;
    // The device has checked its holder, who had proved before who they are.
    confirm::renew(&ctx, tx, Factors::Two, "/account/passkeys?done=web-passkeys-added-done").await
}

async fn remove(ctx: Ctx, fields: Fields) -> PageResult {
    let me = ctx.actor()?.account;
    let id = fields.value("passkey").parse().map_err(|_| PageError::NotFound)?;
    let mut tx = ctx.begin_write().await?;
    if !keys::remove(&mut tx, me, id).await? {
        return Err(PageError::NotFound);
    }
    recovery::remove_unless_of_use(&mut tx, me).await?;
    change::tell(&ctx, &mut tx, me, Change::PasskeyRemoved).await?;
    tx.commit().await?;
    Ok(redirect("/account/passkeys?done=web-passkeys-removed-done"))
}
