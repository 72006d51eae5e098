//! One invoice: where it stands, what it counts, what was left out, what was paid; and the way to cancel it.

use axum::extract::Path;
use maud::{Markup, html};
use passerelle_einvoice::ubl::{self, Missing};
use passerelle_kernel::{Id, Money};
use passerelle_ui::{self as ui, Button, Column, Fact, Look, Narrow, Table};
use passerelle_web::{Ctx, Needs, Page, PageResult, Routes, page, redirect};
use passerelle_words::say;

use super::{sent, stage_tag, tables};
use crate::{
    access::{INVOICE_MANAGE, INVOICE_READ},
    actions::money,
    invoice::{Dispatch, Invoice, Kind, Stage},
    store::invoices::{Loaded, dispatches, load_invoice},
};

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(INVOICE_MANAGE);
    Routes::default()
        .get("/invoices/{invoice}", Needs::Right(INVOICE_READ), show)
        .get("/invoices/{invoice}/credit", manage, ask_credit)
        .post("/invoices/{invoice}/credit", manage, credit)
}

async fn show(ctx: Ctx, Path(id): Path<Id<Invoice>>) -> PageResult {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let loaded = load_invoice(&mut tx, actor, id, INVOICE_READ).await?;
    let dispatches = dispatches::of_invoice(&mut tx, id).await?;
    drop(tx);
    let issued = loaded.invoice.issued();
    let may_act = actor.may(INVOICE_MANAGE, &loaded.facts());
    let title = title(&ctx, &loaded);
    let names = &loaded.paper.names;
    let main = html! {
        h1.govuk-heading-l { (ui::whole(&title)) }
        p.govuk-body { (stage_tag(&ctx, loaded.invoice.stage(ctx.today()))) }
        (given_back(&ctx, &loaded))
        (buttons(&ctx, &loaded, may_act, !dispatches.is_empty()))
        (facts(&ctx, &loaded, &dispatches))
        (tables::lines(&ctx, &issued.content, names, &tables::vat_label(&ctx, issued.vat)))
        (tables::annex(&ctx, &issued.content, names))
        (tables::left_out(&ctx, &issued.content.left_out, names))
        @if issued.kind == Kind::Invoice { (payments(&ctx, &loaded)) }
        @if may_act && loaded.invoice.credited_by().is_none() && issued.kind == Kind::Invoice {
            p.govuk-body { a.govuk-link href={ "/invoices/" (id) "/credit" } { (ctx.say("placement-credit-link")) } }
        }
    };
    let back = Some(("/invoices".to_owned(), Some(ctx.say("placement-invoices-section"))));
    let seen_by = Some(ctx.say("placement-invoices-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

/// A sentence that says where the invoice stands.
fn title(ctx: &Ctx, loaded: &Loaded) -> String {
    let (words, invoice) = (ctx.words(), &loaded.invoice);
    let issued = invoice.issued();
    let number = issued.number.as_str();
    let (balance, due) = (words.money(invoice.balance()), words.day(issued.due_on));
    let credit = loaded.credit_number.as_deref().unwrap_or_default();
    let of = match &issued.kind {
        Kind::CreditNote { number, .. } => number.as_str(),
        Kind::Invoice => "",
    };
    match invoice.stage(ctx.today()) {
        Stage::Issued => say!(words, "placement-invoice-title-issued", number = number, balance = balance, due = due),
        Stage::PartlyPaid => {
            say!(words, "placement-invoice-title-partly-paid", number = number, balance = balance, due = due)
        }
        Stage::Paid => say!(words, "placement-invoice-title-paid", number = number),
        Stage::Late => say!(words, "placement-invoice-title-late", number = number, balance = balance, due = due),
        Stage::Credited => say!(words, "placement-invoice-title-credited", number = number, credit = credit),
        Stage::CreditNote => say!(words, "placement-invoice-title-credit-note", number = number, of = of),
    }
}

fn given_back(ctx: &Ctx, loaded: &Loaded) -> Markup {
    let sum = loaded.invoice.to_give_back();
    if sum == Money::ZERO {
        return Markup::default();
    }
    ui::inset(html! { (say!(ctx.words(), "placement-invoice-give-back", sum = ctx.words().money(sum))) })
}

fn buttons(ctx: &Ctx, loaded: &Loaded, may_act: bool, is_sent: bool) -> Markup {
    let id = loaded.invoice.issued().id;
    let is_open = may_act && loaded.invoice.balance() > Money::ZERO;
    let look = if is_open { Look::Secondary } else { Look::Primary };
    ui::actions(html! {
        @if is_open {
            (ui::link_button(&ctx.say("placement-payment-link"), &format!("/invoices/{id}/payments"), Look::Primary))
        }
        (ui::link_button(&ctx.say("placement-invoice-pdf"), &format!("/invoices/{id}/document"), look))
        @if may_act {
            @let key = if is_sent { "placement-invoice-sending-again" } else { "placement-invoice-sending-link" };
            a.govuk-link href={ "/invoices/" (id) "/sending" } { (ctx.say(key)) }
        }
        a.govuk-link href={ "/invoices/" (id) "/factur-x.xml" } { (ctx.say("placement-invoice-xml")) }
        (peppol(ctx, loaded))
    })
}

/// The form for Peppol, or what its network would refuse.
fn peppol(ctx: &Ctx, loaded: &Loaded) -> Markup {
    let missing = ubl::missing(&loaded.paper.electronic);
    if missing.is_empty() {
        let path = format!("/invoices/{}/peppol.xml", loaded.invoice.issued().id);
        return html! { a.govuk-link href=(path) { (ctx.say("placement-invoice-peppol")) } };
    }
    let named = missing.iter().map(|what| {
        ctx.say(match what {
            Missing::Reference => "placement-invoice-peppol-reference",
            Missing::BuyerEndpoint => "placement-invoice-peppol-buyer",
            Missing::SellerEndpoint => "placement-invoice-peppol-seller",
        })
    });
    let named = ctx.words().list(&named.collect::<Vec<_>>());
    html! { span.govuk-hint { (say!(ctx.words(), "placement-invoice-peppol-missing", what = named)) } }
}

fn facts(ctx: &Ctx, loaded: &Loaded, dispatches: &[Dispatch]) -> Markup {
    let (words, issued) = (ctx.words(), loaded.invoice.issued());
    let period = issued.content.period;
    let days = say!(words, "placement-paper-days", first = words.day(period.first()), last = words.day(period.last()));
    let mut rows: Vec<(&str, Markup)> = vec![
        ("placement-invoice-seller", html! { (loaded.paper.electronic.seller.name) }),
        ("placement-invoice-buyer", html! { (loaded.paper.electronic.buyer.name) }),
        ("placement-invoice-date", html! { (words.date(issued.issued_on)) }),
        ("placement-paper-period", html! { (days) }),
        ("placement-invoice-sent", sent::told(ctx, dispatches)),
    ];
    if issued.kind == Kind::Invoice {
        rows.push(("placement-invoice-due-on", html! { (words.date(issued.due_on)) }));
    }
    if let Kind::CreditNote { of, number } = &issued.kind {
        let link = html! { a.govuk-link href={ "/invoices/" (of) } { (number) } };
        rows.push(("placement-invoice-credit-of", link));
    }
    if let Some(note) = loaded.invoice.credited_by() {
        let number = loaded.credit_number.as_deref().unwrap_or_default();
        rows.push(("placement-invoice-credited-by", html! { a.govuk-link href={ "/invoices/" (note) } { (number) } }));
    }
    let references = [
        ("placement-paper-service-code", &issued.buyer.service_code),
        ("placement-paper-engagement", &issued.buyer.engagement),
        ("placement-paper-contract", &issued.buyer.contract),
    ];
    rows.extend(references.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (key, html! { (text) })));
    let agreement = html! {
        a.govuk-link href={ "/agreements/" (issued.agreement) } { (ctx.say("placement-invoice-agreement-see")) }
    };
    rows.push(("placement-invoice-agreement", agreement));
    let keys: Vec<String> = rows.iter().map(|(key, _)| ctx.say(key)).collect();
    let facts: Vec<Fact<'_>> = keys.iter().zip(&rows).map(|(key, (_, value))| Fact::new(key, value)).collect();
    ui::summary_list(words, &facts)
}

fn payments(ctx: &Ctx, loaded: &Loaded) -> Markup {
    let words = ctx.words();
    let paid = loaded.invoice.payments();
    if paid.is_empty() {
        return html! {
            h2.govuk-heading-m { (ctx.say("placement-payments-title")) }
            p.govuk-body { (ctx.say("placement-payments-none")) }
        };
    }
    let titles = ["date", "reference", "amount"].map(|part| ctx.say(&format!("placement-payment-{part}")));
    let columns = [Column::words(&titles[0]), Column::words(&titles[1]), Column::numbers(&titles[2])];
    let row = |payment: &crate::invoice::Payment| {
        let reference = if payment.reference.is_empty() { "–" } else { payment.reference.as_str() };
        vec![html! { (words.day(payment.on)) }, html! { (reference) }, html! { (words.money(payment.amount)) }]
    };
    let rows: Vec<Vec<Markup>> = paid.iter().map(row).collect();
    ui::table(&Table {
        id: "payments",
        caption: &ctx.say("placement-payments-title"),
        caption_hidden: false,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}

async fn ask_credit(ctx: Ctx, Path(id): Path<Id<Invoice>>) -> PageResult {
    let loaded = load_invoice(&mut ctx.begin_read().await?, ctx.actor()?, id, INVOICE_MANAGE).await?;
    let (words, invoice) = (ctx.words(), &loaded.invoice);
    let number = invoice.issued().number.as_str();
    let title = say!(words, "placement-credit-title", number = number);
    let sum = words.money(invoice.issued().content.gross());
    let main = html! {
        h1.govuk-heading-l { (ui::whole(&title)) }
        p.govuk-body { (say!(words, "placement-credit-text", sum = sum)) }
        @if invoice.paid() > Money::ZERO {
            p.govuk-body { (say!(words, "placement-credit-paid", sum = words.money(invoice.paid()))) }
        }
        (ui::warning(words, &ctx.say("placement-credit-for-good")))
        (ctx.form(&format!("/invoices/{id}/credit"), html! {
            (ui::actions(html! {
                (ui::button(Button { text: &ctx.say("placement-credit-action"), look: Look::Warning, ..Button::default() }))
                a.govuk-link href={ "/invoices/" (id) } { (ctx.say("placement-credit-keep")) }
            }))
        }))
    };
    let back = Some((format!("/invoices/{id}"), Some(number.to_owned())));
    let seen_by = Some(ctx.say("placement-invoices-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

async fn credit(ctx: Ctx, Path(id): Path<Id<Invoice>>) -> PageResult {
    let note = money::credit(&ctx, id).await?;
    Ok(redirect(&format!("/invoices/{note}?done=placement-credit-done")))
}
