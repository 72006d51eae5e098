//! How the people of my organisation come in: its own sign-in, set by whoever answers for it, checked before use.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_access::{
    Organisation,
    identity::{self, Provider},
    rule,
};
use passerelle_kernel::Id;
use passerelle_store::{Error as StoreError, Event, Tx};
use passerelle_ui::{self as ui, Button, Fact, Field, Input, Kind, Look, Textarea};
use passerelle_words::say;

use super::oidc;
use crate::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};

rule!(
    /// Sets how the people of an organisation come in.
    pub(in crate::pages) IDENTITY_MANAGE = "identity-manage": Admin Association, Head Institution
);

const PATH: &str = "/sign-in-of-organisation";
const MOST: usize = 300;

pub(super) fn routes() -> Routes {
    let manage = Needs::FreshRight(IDENTITY_MANAGE);
    Routes::default()
        .get(PATH, manage, show)
        .post(PATH, manage, save)
        .post("/sign-in-of-organisation/check", manage, check)
        .post("/sign-in-of-organisation/remove", manage, remove)
}

fn org(ctx: &Ctx) -> Result<Id<Organisation>, PageError> {
    ctx.actor()?.seat.as_ref().map(|seat| seat.org).ok_or(PageError::Forbidden)
}

async fn show(ctx: Ctx) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let known = identity::find(&mut tx, org(&ctx)?).await?;
    let domains = identity::domains(&mut tx, org(&ctx)?).await?;
    drop(tx);
    let fields = match &known {
        Some(provider) => Fields::empty(&ctx)
            .with("issuer", provider.issuer.clone())
            .with("client_id", provider.client_id.clone())
            .with("domains", domains.join("\n")),
        None => Fields::empty(&ctx),
    };
    Ok(view(&ctx, known.as_ref(), &fields))
}

fn view(ctx: &Ctx, known: Option<&Provider>, fields: &Fields) -> Response {
    let title = ctx.say("web-identity-title");
    let seat = ctx.visitor().and_then(|actor| actor.seat.as_ref());
    let place = seat.map_or("", |seat| seat.place.as_str());
    let back = seat.map(|seat| oidc::back_path(seat.org)).unwrap_or_default();
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say!(ctx.words(), "web-identity-text", place = place)) }
        @if let Some(provider) = known { (state(ctx, provider)) }
        h2.govuk-heading-m { (ctx.say("web-identity-facts")) }
        (ui::summary_list(ctx.words(), &[
            Fact::new(&ctx.say("web-identity-back"), format!("{}{back}", ctx.app().settings().base_url)),
            Fact::new(&ctx.say("web-identity-scopes"), "openid email"),
        ]))
        (ctx.form(PATH, questions(ctx, known, fields)))
        @if known.is_some() {
            (ctx.form("/sign-in-of-organisation/remove", html! {
                (ui::button(Button { text: &ctx.say("web-identity-remove"), look: Look::Warning, ..Button::default() }))
            }))
        }
    };
    let back = Some(("/account".to_owned(), Some(ctx.say("web-account-title"))));
    page(ctx, Page { title, main, back, refused: !fields.is_clean(), ..Page::default() })
}

fn state(ctx: &Ctx, provider: &Provider) -> Markup {
    html! {
        @match provider.checked_at {
            Some(at) => p.govuk-body { (say!(ctx.words(), "web-identity-checked", when = ctx.words().instant(at))) },
            None => p.govuk-body { (ctx.say("web-identity-unchecked")) },
        }
        (ctx.form("/sign-in-of-organisation/check", html! {
            (ui::button(Button { text: &ctx.say("web-identity-check"), look: Look::Secondary, ..Button::default() }))
        }))
    }
}

fn questions(ctx: &Ctx, known: Option<&Provider>, fields: &Fields) -> Markup {
    let line = |name: &str, kind: Kind| {
        let (label, hint) = (ctx.say(&format!("web-identity-{name}")), ctx.say(&format!("web-identity-{name}-hint")));
        let key = name.replace('-', "_");
        let (value, error) = (fields.value(&key), fields.error(&key));
        let field = Field { name: &key, label: &label, hint: Some(&hint), value, error, ..Field::default() };
        ui::input(ctx.words(), Input { field, kind, autocomplete: Some("off"), ..Input::default() })
    };
    let has_secret = known.is_some_and(|known| known.client_secret.is_some());
    let secret_hint = ctx.say(if has_secret { "web-identity-secret-kept" } else { "web-identity-secret-hint" });
    let (domains, hint) = (ctx.say("web-identity-domains"), ctx.say("web-identity-domains-hint"));
    let domains = Field {
        name: "domains",
        label: &domains,
        hint: Some(&hint),
        value: fields.value("domains"),
        error: fields.error("domains"),
        ..Field::default()
    };
    html! {
        (line("issuer", Kind::Address))
        (line("client-id", Kind::Text))
        (ui::password_to_choose(ctx.words(), Field {
            name: "client_secret",
            label: &ctx.say("web-identity-secret"),
            hint: Some(&secret_hint),
            optional: true,
            ..Field::default()
        }))
        (ui::textarea(ctx.words(), Textarea { field: domains, rows: Some(3), ..Textarea::default() }))
        (ui::button(Button { text: &ctx.say("web-identity-save"), ..Button::default() }))
    }
}

/// What was typed; every reason why not is noted at its question.
fn read(fields: &mut Fields, org: Id<Organisation>) -> Option<(Provider, Vec<String>)> {
    let issuer = fields.text("issuer", MOST, "web-identity-issuer-missing");
    if issuer.as_ref().is_some_and(|issuer| !issuer.starts_with("https://") && !issuer.starts_with("http://localhost"))
    {
        fields.refuse_key("issuer", "web-identity-issuer-missing");
    }
    let client_id = fields.text("client_id", MOST, "web-identity-client-id-missing");
    let typed: Vec<String> = fields.value("domains").split_whitespace().map(str::to_owned).collect();
    let domains: Option<Vec<String>> = typed.iter().map(|domain| identity::normal_domain(domain)).collect();
    let Some(mut domains) = domains.filter(|domains| !domains.is_empty()) else {
        fields.refuse_key("domains", "web-identity-domains-missing");
        return None;
    };
    domains.sort();
    domains.dedup();
    let client_secret = Some(fields.value("client_secret").trim().to_owned()).filter(|secret| !secret.is_empty());
    let provider = Provider { org, issuer: issuer?, client_id: client_id?, client_secret, checked_at: None };
    fields.is_clean().then_some((provider, domains))
}

async fn save(ctx: Ctx, mut fields: Fields) -> PageResult {
    let org = org(&ctx)?;
    let mut tx = ctx.begin_write().await?;
    let known = identity::find(&mut tx, org).await?;
    let Some((mut provider, domains)) = read(&mut fields, org) else { return Ok(view(&ctx, known.as_ref(), &fields)) };
    // The secret is never shown again: an empty field keeps it, unless it would go to another provider.
    let kept =
        known.as_ref().filter(|known| known.issuer == provider.issuer).and_then(|known| known.client_secret.clone());
    provider.client_secret = provider.client_secret.or(kept);
    match identity::save(&mut tx, &provider, &domains).await {
        Ok(()) => {}
        Err(StoreError::Unique) => {
            fields.refuse_key("domains", "web-identity-domains-taken");
            return Ok(view(&ctx, known.as_ref(), &fields));
        }
        Err(error) => return Err(error.into()),
    }
    record(&ctx, &mut tx, "identity-provider-changed").await?;
    tx.commit().await?;
    Ok(redirect("/sign-in-of-organisation?done=web-identity-saved-done"))
}

async fn check(ctx: Ctx) -> PageResult {
    let org = org(&ctx)?;
    let known = identity::find(&mut ctx.begin_read().await?, org).await?.ok_or(PageError::NotFound)?;
    if let Err(trouble) = oidc::discover(&ctx, &known.issuer).await {
        tracing::warn!(%org, %trouble, "the sign-in of an organisation");
        let mut fields =
            Fields::empty(&ctx).with("issuer", known.issuer.clone()).with("client_id", known.client_id.clone());
        fields.refuse_key("issuer", "web-identity-silent");
        let domains = identity::domains(&mut ctx.begin_read().await?, org).await?;
        return Ok(view(&ctx, Some(&known), &fields.with("domains", domains.join("\n"))));
    }
    let mut tx = ctx.begin_write().await?;
    identity::checked(&mut tx, org).await?;
    tx.commit().await?;
    Ok(redirect("/sign-in-of-organisation?done=web-identity-checked-done"))
}

async fn remove(ctx: Ctx) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    identity::remove(&mut tx, org(&ctx)?).await?;
    record(&ctx, &mut tx, "identity-provider-removed").await?;
    tx.commit().await?;
    Ok(redirect("/sign-in-of-organisation?done=web-identity-removed-done"))
}

async fn record(ctx: &Ctx, tx: &mut Tx, kind: &'static str) -> Result<(), PageError> {
    let (org, actor) = (org(ctx)?.to_string(), Some(ctx.actor()?.account.to_string()));
    let (subject, detail) = (org.clone(), &serde_json::Value::Null);
    let about = ctx.actor()?.about(IDENTITY_MANAGE, None);
    Ok(tx.record_about(Event { kind, org: Some(org), partner: None, subject, actor, detail }, about).await?)
}
