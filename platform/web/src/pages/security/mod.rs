//! How I sign in: what protects the account, on which devices it is open, and the proof that is asked again.

mod authenticator;
pub(super) mod change;
mod codes;
mod confirm;
pub(super) mod email;
pub(super) mod passkey;
mod passkeys;
mod password;
pub(super) mod proof;
mod protect;
mod qr;
mod sessions;
mod tokens;
mod webhooks;

use maud::{Markup, html};
use passerelle_access::{account, authenticator as app, email_change, passkey as keys, recovery, token, webhook};
use passerelle_kernel::Timestamp;
use passerelle_ui::{self as ui, Action, Fact};
use passerelle_words::{Words, say};

use super::institution::IDENTITY_MANAGE;
use crate::{Ctx, Needs, Page, PageResult, Routes, page, webhook::WEBHOOK_MANAGE};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/account", Needs::SignedIn, show)
        .and(sessions::routes())
        .and(confirm::routes())
        .and(email::routes())
        .and(password::routes())
        .and(authenticator::routes())
        .and(codes::routes())
        .and(passkeys::routes())
        .and(protect::routes())
        .and(tokens::routes())
        .and(webhooks::routes())
}

async fn show(ctx: Ctx) -> PageResult {
    let me = ctx.actor()?.account;
    let words = ctx.words();
    let mut tx = ctx.begin_read().await?;
    let email = account::find(&mut tx, me).await?.and_then(|account| account.email).unwrap_or_default();
    let new_email = email_change::waiting(&mut tx, me).await?.map(|change| change.new);
    let password =
        account::password_of(&mut tx, me).await?.map_or("web-account-password-no", |_| "web-account-password-yes");
    let since = app::since(&mut tx, me).await?;
    let codes = recovery::left(&mut tx, me).await?;
    let passkeys = keys::of_account(&mut tx, me).await?.len();
    let devices = sessions::open(&ctx, &mut tx).await?.len();
    let known_tokens = token::of_account(&mut tx, me, ctx.today()).await?.len();
    let known_webhooks = webhook::of_account(&mut tx, me, ctx.today()).await?.len();
    drop(tx);
    let app = since
        .map_or_else(|| ctx.say("web-account-app-no"), |at| say!(words, "web-account-since", day = day(words, at)));
    let verb = |is_there: bool| if is_there { CHANGE } else { ADD };
    let (verb_of_keys, verb_of_app, verb_of_password) =
        (verb(passkeys > 0), verb(since.is_some()), verb(password == "web-account-password-yes"));
    let is_protected = since.is_some() || passkeys > 0;
    let passkeys = say!(words, "web-account-passkeys-count", count = passkeys);
    let email = match new_email {
        Some(new) => say!(words, "web-account-email-waiting", email = email, new = new),
        None => email,
    };
    let mut lines = vec![
        Line { key: "web-sign-in-email", value: email, href: email::PATH, verb: CHANGE },
        Line {
            key: "web-sign-in-password",
            value: ctx.say(password),
            href: "/account/password",
            verb: verb_of_password,
        },
        Line { key: "web-account-passkeys", value: passkeys, href: "/account/passkeys", verb: verb_of_keys },
        Line { key: "web-account-app", value: app, href: "/account/authenticator", verb: verb_of_app },
    ];
    if is_protected {
        let value = say!(words, "web-account-codes-left", count = codes);
        lines.push(Line { key: "web-account-codes", value, href: codes::PATH, verb: CHANGE });
    }
    let value = say!(words, "web-account-devices-open", count = devices);
    lines.push(Line { key: "web-account-devices", value, href: "/account/sessions", verb: "web-account-see" });
    let value = say!(words, "web-tokens-count", count = known_tokens);
    lines.push(Line {
        key: "web-tokens-title",
        value,
        href: tokens::PATH,
        verb: if known_tokens > 0 { "web-account-see" } else { ADD },
    });
    if ctx.visitor().is_some_and(|actor| actor.holds(WEBHOOK_MANAGE)) {
        let value = say!(words, "web-webhooks-count", count = known_webhooks);
        let verb = if known_webhooks > 0 { "web-account-see" } else { ADD };
        lines.push(Line { key: "web-webhooks-title", value, href: webhooks::PATH, verb });
    }
    let is_short_of_codes = is_protected && codes <= recovery::FEW;
    let title = ctx.say("web-account-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if is_short_of_codes {
            (ui::inset(html! {
                p.govuk-body { (say!(words, "web-account-codes-few", count = codes)) }
                p.govuk-body { a.govuk-link href=(codes::PATH) { (ctx.say("web-codes-make")) } }
            }))
        }
        (summary(&ctx, &lines))
        @if ctx.visitor().is_some_and(|actor| actor.holds(IDENTITY_MANAGE)) {
            p.govuk-body { a.govuk-link href="/sign-in-of-organisation" { (ctx.say("web-identity-title")) } }
        }
        h2.govuk-heading-m { (ctx.say("web-my-data-title")) }
        p.govuk-body { a.govuk-link href="/account/data" { (ctx.say("web-my-data-link")) } }
    };
    let back = Some(("/me".to_owned(), None));
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

/// What a line offers to do: the keys of its verb.
const CHANGE: &str = "ui-change";
const ADD: &str = "web-account-add";

/// A line of the page: the key of what it is about, how it stands, where it is changed and how that is called.
struct Line {
    key: &'static str,
    value: String,
    href: &'static str,
    verb: &'static str,
}

fn summary(ctx: &Ctx, lines: &[Line]) -> Markup {
    let keys: Vec<String> = lines.iter().map(|line| ctx.say(line.key)).collect();
    let verbs: Vec<String> = lines.iter().map(|line| ctx.say(line.verb)).collect();
    let actions: Vec<[Action<'_>; 1]> =
        lines.iter().zip(&verbs).map(|(line, verb)| [Action { href: line.href, text: Some(verb) }]).collect();
    let facts: Vec<Fact<'_>> = lines
        .iter()
        .zip(&keys)
        .zip(&actions)
        .map(|((line, key), actions)| Fact { key, value: html! { (line.value) }, actions })
        .collect();
    ui::summary_list(ctx.words(), &facts)
}

/// The day of an instant, where the reader lives.
fn day(words: &Words, at: Timestamp) -> String {
    words.date(at.to_zoned(words.zone().clone()).date())
}
