//! That an invoice was sent: the page that asks when, how and to whom, and the words in which it is told.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Choice, Choices, DateInput, Field, Input};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use crate::{
    Error,
    access::INVOICE_MANAGE,
    actions::money::record_dispatch,
    invoice::{Dispatch, Invoice, Way},
    refusal::Refusal,
    store::invoices::{Loaded, load_invoice},
    text,
};

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(INVOICE_MANAGE);
    Routes::default().get("/invoices/{invoice}/sending", manage, ask).post(
        "/invoices/{invoice}/sending",
        manage,
        record,
    )
}

/// “On … by … to …”, once for each time it was sent; or that nobody has written it down.
pub(super) fn told(ctx: &Ctx, dispatches: &[Dispatch]) -> Markup {
    let sentence = |sent: &Dispatch| {
        let (key, day) = (format!("placement-invoice-sent-{}", sent.way.as_str()), ctx.words().date(sent.on));
        say!(ctx.words(), &key, day = day, to = sent.to.as_str())
    };
    html! {
        @if dispatches.is_empty() { (ctx.say("placement-invoice-sent-not")) }
        @for (place, sent) in dispatches.iter().enumerate() {
            @if place > 0 { br; }
            (sentence(sent))
        }
    }
}

async fn load(ctx: &Ctx, id: Id<Invoice>) -> Result<Loaded, PageError> {
    Ok(load_invoice(&mut ctx.begin_read().await?, ctx.actor()?, id, INVOICE_MANAGE).await?)
}

async fn ask(ctx: Ctx, Path(id): Path<Id<Invoice>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let address = loaded.paper.electronic.buyer.contact.as_ref().and_then(|contact| contact.email.clone());
    let way = if address.is_some() { Way::Email.as_str() } else { "" };
    let fields = Fields::empty(&ctx).with_date("on", Some(ctx.today())).with("way", way);
    Ok(form(&ctx, &loaded, &fields.with("to", address.unwrap_or_default())))
}

fn form(ctx: &Ctx, loaded: &Loaded, fields: &Fields) -> Response {
    let issued = loaded.invoice.issued();
    let title = say!(ctx.words(), "placement-invoice-sending-title", number = issued.number.as_str());
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (ui::whole(&title)) }
        p.govuk-body { (loaded.paper.electronic.buyer.name) }
        (ctx.form(&format!("/invoices/{}/sending", issued.id), html! {
            (day(ctx, fields))
            (ways(ctx, fields))
            (to(ctx, fields))
            (ui::button(Button { text: &ctx.say("placement-invoice-sending-action"), ..Button::default() }))
        }))
    };
    let back = Some((format!("/invoices/{}", issued.id), Some(issued.number.to_string())));
    let seen_by = Some(ctx.say("placement-invoices-seen-by"));
    page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn day(ctx: &Ctx, fields: &Fields) -> Markup {
    let label = ctx.say("placement-invoice-sending-on");
    let field = Field { name: "on", label: &label, error: fields.error("on"), ..Field::default() };
    let (day, month, year) = (fields.value("on-day"), fields.value("on-month"), fields.value("on-year"));
    ui::date_input(ctx.words(), DateInput { field, day, month, year, birthday: false })
}

fn ways(ctx: &Ctx, fields: &Fields) -> Markup {
    let labels: Vec<String> =
        Way::ALL.iter().map(|way| ctx.say(&format!("placement-invoice-way-{}", way.as_str()))).collect();
    let items: Vec<Choice<'_>> = Way::ALL
        .iter()
        .zip(&labels)
        .map(|(way, label)| Choice { value: way.as_str(), label, ..Choice::default() })
        .collect();
    let label = ctx.say("placement-invoice-sending-way");
    let (value, error) = (fields.value("way"), fields.error("way"));
    let field = Field { name: "way", label: &label, value, error, ..Field::default() };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

fn to(ctx: &Ctx, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("placement-invoice-sending-to"), ctx.say("placement-invoice-sending-to-hint"));
    let (value, error) = (fields.value("to"), fields.error("to"));
    let field = Field { name: "to", label: &label, hint: Some(&hint), value, error, ..Field::default() };
    ui::input(ctx.words(), Input { field, ..Input::default() })
}

async fn record(ctx: Ctx, Path(id): Path<Id<Invoice>>, mut fields: Fields) -> PageResult {
    let on = fields.date("on", "placement-invoice-sending-on-missing");
    let way = fields.choice("way", Way::parse, "placement-invoice-sending-way-missing");
    let to = fields.text("to", text::LINE, "placement-invoice-sending-to-missing");
    if let (Some(on), Some(way), Some(to)) = (on, way, to) {
        match record_dispatch(&ctx, id, on, way, &to).await {
            Ok(()) => return Ok(redirect(&format!("/invoices/{id}?done=placement-invoice-sent-done"))),
            Err(Error::Refused(refusal @ (Refusal::DateInTheFuture | Refusal::SentBeforeIssued))) => {
                fields.refuse_key("on", refusal.key());
            }
            Err(Error::Refused(refusal)) => fields.refuse_key("to", refusal.key()),
            Err(error) => return Err(error.into()),
        }
    }
    let loaded = load(&ctx, id).await?;
    Ok(form(&ctx, &loaded, &fields))
}
