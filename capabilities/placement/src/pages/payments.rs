//! A payment is entered as it stands on the statement of account.

use axum::{extract::Path, response::Response};
use maud::html;
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, DateInput, Field, Input, Kind, Width};
use passerelle_web::{Ctx, Fields, Needs, Page, PageResult, Routes, page, redirect};
use passerelle_words::say;

use crate::{
    Error,
    access::INVOICE_MANAGE,
    actions::money::record_payment,
    invoice::Invoice,
    refusal::Refusal,
    store::invoices::{Loaded, load_invoice},
    text,
};

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(INVOICE_MANAGE);
    Routes::default().get("/invoices/{invoice}/payments", manage, ask).post(
        "/invoices/{invoice}/payments",
        manage,
        record,
    )
}

async fn load(ctx: &Ctx, id: Id<Invoice>) -> Result<Loaded, passerelle_web::PageError> {
    Ok(load_invoice(&mut ctx.begin_read().await?, ctx.actor()?, id, INVOICE_MANAGE).await?)
}

async fn ask(ctx: Ctx, Path(id): Path<Id<Invoice>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let fields = Fields::empty(&ctx)
        .with_date("on", Some(ctx.today()))
        .with("amount", loaded.invoice.balance().decimal().replace('.', &ctx.say("placement-paper-decimal-mark")));
    Ok(form(&ctx, &loaded, &fields))
}

fn form(ctx: &Ctx, loaded: &Loaded, fields: &Fields) -> Response {
    let words = ctx.words();
    let issued = loaded.invoice.issued();
    let title = say!(words, "placement-payment-title", number = issued.number.as_str());
    let balance = words.money(loaded.invoice.balance());
    let questions = html! {
        (day(ctx, fields))
        (line(ctx, fields, "amount", "placement-payment-amount", Some(&say!(words, "placement-payment-balance", balance = balance))))
        (line(ctx, fields, "reference", "placement-payment-reference", Some(&ctx.say("placement-payment-reference-hint"))))
        (ui::button(Button { text: &ctx.say("placement-payment-action"), ..Button::default() }))
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (ui::whole(&title)) }
        p.govuk-body { (loaded.paper.electronic.buyer.name) }
        (ctx.form(&format!("/invoices/{}/payments", issued.id), questions))
    };
    let back = Some((format!("/invoices/{}", issued.id), Some(issued.number.to_string())));
    let seen_by = Some(ctx.say("placement-invoices-seen-by"));
    page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn day(ctx: &Ctx, fields: &Fields) -> maud::Markup {
    let (label, hint) = (ctx.say("placement-payment-date"), ctx.say("placement-payment-date-hint"));
    let field = Field { name: "on", label: &label, hint: Some(&hint), error: fields.error("on"), ..Field::default() };
    let (day, month, year) = (fields.value("on-day"), fields.value("on-month"), fields.value("on-year"));
    ui::date_input(ctx.words(), DateInput { field, day, month, year, birthday: false })
}

fn line(ctx: &Ctx, fields: &Fields, name: &str, key: &str, hint: Option<&str>) -> maud::Markup {
    let label = ctx.say(key);
    let (value, error) = (fields.value(name), fields.error(name));
    let is_amount = name == "amount";
    let field = Field { name, label: &label, hint, value, error, optional: !is_amount, ..Field::default() };
    let (kind, width) = if is_amount { (Kind::Decimal, Width::Characters(10)) } else { (Kind::Text, Width::Full) };
    ui::input(ctx.words(), Input { field, kind, width, suffix: is_amount.then_some("€"), ..Input::default() })
}

async fn record(ctx: Ctx, Path(id): Path<Id<Invoice>>, mut fields: Fields) -> PageResult {
    let on = fields.date("on", "placement-payment-date-missing");
    let amount = fields.money("amount", "placement-payment-amount-missing");
    let reference = fields.text_if_given("reference", text::LINE);
    if let (Some(on), Some(amount), Some(reference)) = (on, amount, reference) {
        match record_payment(&ctx, id, on, amount, &reference).await {
            Ok(()) => return Ok(redirect(&format!("/invoices/{id}?done=placement-payment-done"))),
            Err(Error::Refused(refusal)) => refuse(&ctx, id, &mut fields, refusal).await?,
            Err(error) => return Err(error.into()),
        }
    }
    let loaded = load(&ctx, id).await?;
    Ok(form(&ctx, &loaded, &fields))
}

/// Says at its field why a payment was refused; beyond the balance, the balance is named.
async fn refuse(
    ctx: &Ctx,
    id: Id<Invoice>,
    fields: &mut Fields,
    refusal: Refusal,
) -> Result<(), passerelle_web::PageError> {
    match refusal {
        Refusal::MoreThanDue => {
            let balance = ctx.words().money(load(ctx, id).await?.invoice.balance());
            fields.refuse("amount", say!(ctx.words(), "placement-payment-too-much", balance = balance));
        }
        Refusal::DateInTheFuture => fields.refuse_key("on", refusal.key()),
        other => fields.refuse_key("amount", other.key()),
    }
    Ok(())
}
