//! An invoice is prepared: where hours are ready, which days, what it would say and leave out; then it is issued.
//!
//! What is sent back with the form is the sum that the person has seen: when it is another one by then, the page is
//! shown again and nothing is issued.

use std::collections::BTreeSet;

use axum::{extract::Query, response::Response};
use maud::{Markup, html};
use passerelle_kernel::{Date, Id, Money};
use passerelle_ui::{self as ui, Button, DateInput, Field, Look};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use super::{sections, tables};
use crate::{
    Error,
    access::INVOICE_MANAGE,
    actions::money::{Preview, issue_invoice, next_days, preview},
    agreement::Agreement,
    invoice::{Draft, Missing},
    period::Days,
    refusal::Refusal,
    store::agreements::ready::{self, Ready, Uncovered},
};

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(INVOICE_MANAGE);
    Routes::default().get("/invoices/new", manage, prepare).post("/invoices", manage, issue)
}

async fn prepare(ctx: Ctx, Query(asked): Query<Vec<(String, String)>>) -> PageResult {
    let fields = asked.into_iter().fold(Fields::empty(&ctx), |fields, (name, value)| fields.with(&name, value));
    if fields.value("agreement").is_empty() {
        return choose(&ctx).await;
    }
    let agreement = fields.value("agreement").parse().map_err(|_| PageError::NotFound)?;
    show(&ctx, agreement, fields).await
}

async fn choose(ctx: &Ctx) -> PageResult {
    let org = ctx.actor()?.association(INVOICE_MANAGE).ok_or(PageError::Forbidden)?;
    let mut tx = ctx.begin_read().await?;
    let ready = ready::ready(&mut tx, org).await?;
    let uncovered = ready::uncovered(&mut tx, org).await?;
    drop(tx);
    let title = ctx.say("placement-prepare-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (sections(ctx, "/invoices/new"))
        @if ready.is_empty() {
            (ui::empty(&ctx.say("placement-prepare-empty-title"), &ctx.say("placement-prepare-empty-text"), None))
        }
        @for one in &ready { (ready_row(ctx, one)) }
        @if !uncovered.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-prepare-uncovered")) }
            @for one in &uncovered { (uncovered_row(ctx, one)) }
        }
    };
    let seen_by = Some(ctx.say("placement-invoices-seen-by"));
    Ok(page(ctx, Page { title, main, seen_by, ..Page::default() }))
}

fn ready_row(ctx: &Ctx, ready: &Ready) -> Markup {
    let words = ctx.words();
    let (first, last) = (words.day(ready.first), words.day(ready.last));
    let text = say!(words, "placement-prepare-ready", hours = words.hours(ready.minutes), first = first, last = last);
    html! {
        h2.govuk-heading-m {
            a.govuk-link href={ "/invoices/new?agreement=" (ready.agreement) } { (ready.institution) }
        }
        p.govuk-body { (text) }
    }
}

fn uncovered_row(ctx: &Ctx, uncovered: &Uncovered) -> Markup {
    let hours = ctx.words().hours(uncovered.minutes);
    html! {
        p.govuk-body {
            strong { (uncovered.title) } " · " (uncovered.institution) " · " (hours) br;
            a.govuk-link href={ "/agreements/new?mission=" (uncovered.mission) } { (ctx.say("placement-agreement-new-action")) }
        }
    }
}

/// The preview for the days that were asked for, or for those that come next.
async fn show(ctx: &Ctx, agreement: Id<Agreement>, mut fields: Fields) -> PageResult {
    let next = next_days(ctx, agreement).await?;
    let is_asked = ["from-day", "until-day"].iter().any(|name| !fields.value(name).is_empty());
    let mut days = next;
    if is_asked {
        let asked = fields.date("from", "web-error-date").zip(fields.date("until", "web-error-date"));
        match asked.map(|(from, until)| Days::new(from, until)) {
            Some(Ok(asked)) => days = asked,
            Some(Err(refusal)) => fields.refuse_key("until", refusal.key()),
            None => {}
        }
    } else {
        fields = fields.with_date("from", Some(days.first())).with_date("until", Some(days.last()));
    }
    let preview = preview(ctx, agreement, days).await?;
    Ok(preview_page(ctx, &preview, &fields))
}

fn preview_page(ctx: &Ctx, preview: &Preview, fields: &Fields) -> Response {
    let words = ctx.words();
    let institution = preview.of.institution_name.as_str();
    let title = say!(words, "placement-prepare-for", institution = institution);
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (period_form(ctx, preview, fields))
        (arrears(ctx, preview))
        @match &preview.draft {
            Ok(draft) => (what(ctx, preview, draft)),
            Err(refusal) => { (ui::inset(html! { (ctx.say(refusal.key())) })) (left_out(ctx, preview)) }
        }
        @if let Err(missing) = &preview.parties { (incomplete(ctx, preview, missing)) }
        @if let (Ok(draft), Ok(_)) = (&preview.draft, &preview.parties) { (issue_form(ctx, preview, draft)) }
    };
    let back = Some(("/invoices/new".to_owned(), Some(ctx.say("placement-invoices-section-prepare"))));
    let seen_by = Some(ctx.say("placement-invoices-seen-by"));
    page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn period_form(ctx: &Ctx, preview: &Preview, fields: &Fields) -> Markup {
    html! {
        form method="get" action="/invoices/new" novalidate {
            input type="hidden" name="agreement" value=(preview.of.agreement.id);
            (day(ctx, fields, "from", "placement-prepare-from"))
            (day(ctx, fields, "until", "placement-prepare-until"))
            (ui::button(Button {
                text: &ctx.say("placement-prepare-look"),
                look: Look::Secondary,
                ..Button::default()
            }))
        }
    }
}

fn day(ctx: &Ctx, fields: &Fields, name: &str, key: &str) -> Markup {
    let label = ctx.say(key);
    let [day, month, year] = ["day", "month", "year"].map(|part| fields.value(&format!("{name}-{part}")).to_owned());
    let field = Field { name, label: &label, error: fields.error(name), ..Field::default() };
    ui::date_input(ctx.words(), DateInput { field, day: &day, month: &month, year: &year, birthday: false })
}

/// Hours from before the first day that are on no invoice, with the way to take them in.
fn arrears(ctx: &Ctx, preview: &Preview) -> Markup {
    if preview.wider == preview.days {
        return Markup::default();
    }
    let (from, until) = (preview.wider.first(), preview.wider.last());
    let part = |name: &str, date: Date| {
        format!("&{name}-day={}&{name}-month={}&{name}-year={}", date.day(), date.month(), date.year())
    };
    let href =
        format!("/invoices/new?agreement={}{}{}", preview.of.agreement.id, part("from", from), part("until", until));
    let text = say!(ctx.words(), "placement-prepare-arrears", first = ctx.words().date(from));
    ui::inset(html! { p { (text) } a.govuk-link href=(href) { (ctx.say("placement-prepare-arrears-action")) } })
}

fn what(ctx: &Ctx, preview: &Preview, draft: &Draft) -> Markup {
    html! {
        (tables::lines(ctx, draft, &preview.names, &tables::vat_label(ctx, preview.of.agreement.vat)))
        (tables::annex(ctx, draft, &preview.names))
        (left_out(ctx, preview))
    }
}

fn left_out(ctx: &Ctx, preview: &Preview) -> Markup {
    tables::left_out(ctx, &preview.left_out, &preview.names)
}

/// What is missing about the association or the institution, with the way to fill it in.
fn incomplete(ctx: &Ctx, preview: &Preview, missing: &BTreeSet<Missing>) -> Markup {
    let may = ctx.visitor().is_some_and(|actor| actor.holds(passerelle_directory::access::ORGANISATION_ADDRESS));
    let agreement = &preview.of.agreement;
    let href = |fact: &Missing| {
        let id = if fact.is_of_seller() { agreement.org } else { agreement.institution };
        if may { format!("/organisations/{id}/edit") } else { format!("/organisations/{id}") }
    };
    html! {
        h2.govuk-heading-m { (ctx.say("placement-prepare-missing")) }
        ul.govuk-list.govuk-list--bullet {
            @for fact in missing {
                li { a.govuk-link href=(href(fact)) { (ctx.say(&format!("placement-invoice-missing-{}", fact.as_str()))) } }
            }
        }
    }
}

fn issue_form(ctx: &Ctx, preview: &Preview, draft: &Draft) -> Markup {
    let words = ctx.words();
    let text = say!(words, "placement-prepare-issue", sum = words.money(draft.gross()));
    html! {
        (ui::warning(words, &ctx.say("placement-prepare-for-good")))
        (ctx.form("/invoices", html! {
            input type="hidden" name="agreement" value=(preview.of.agreement.id);
            input type="hidden" name="first" value=(preview.days.first());
            input type="hidden" name="last" value=(preview.days.last());
            input type="hidden" name="sum" value=(draft.gross().0);
            (ui::button(Button { text: &text, ..Button::default() }))
        }))
    }
}

async fn issue(ctx: Ctx, fields: Fields) -> PageResult {
    let agreement: Id<Agreement> = fields.value("agreement").parse().map_err(|_| PageError::NotFound)?;
    let day = |name| fields.value(name).parse::<Date>().map_err(|_| PageError::NotFound);
    let days = Days::new(day("first")?, day("last")?).map_err(|refusal| PageError::Refused(refusal.key()))?;
    let sum = fields.value("sum").parse().map(Money).map_err(|_| PageError::NotFound)?;
    match issue_invoice(&ctx, agreement, days, Some(sum)).await {
        Ok(id) => Ok(redirect(&format!("/invoices/{id}?done=placement-invoice-issued-done"))),
        Err(Error::Refused(refusal)) => again(&ctx, agreement, days, refusal).await,
        Err(error) => Err(error.into()),
    }
}

async fn again(ctx: &Ctx, agreement: Id<Agreement>, days: Days, refusal: Refusal) -> PageResult {
    let mut fields = Fields::empty(ctx).with_date("from", Some(days.first())).with_date("until", Some(days.last()));
    fields.refuse_key("from", refusal.key());
    let preview = preview(ctx, agreement, days).await?;
    Ok(preview_page(ctx, &preview, &fields))
}
