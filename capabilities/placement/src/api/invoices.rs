//! Invoices and credit notes, for programs of both sides.

use axum::extract::{Path, Query};
use passerelle_kernel::{Date, Id, Money};
use passerelle_web::{
    Ctx, Needs, PageError, Routes,
    api::{ApiResult, List, Operation, Sent, cursor, made, place, plain, shown},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{INVOICES_READ, INVOICES_WRITE, codes, day};
use crate::{
    access::{INVOICE_MANAGE, INVOICE_READ},
    actions::money::record_payment,
    agreement::Agreement,
    invoice::{Invoice, Kind, Stage},
    mission::Mission,
    outside::Organisation,
    store::invoices::{
        Loaded,
        list::{self, LINES, Line, Part},
        load_invoice,
    },
};

pub(super) fn routes() -> Routes {
    let needs = Needs::Right(INVOICE_READ);
    let all = Operation::get("/api/v1/invoices", needs, "Invoices and credit notes, the newest first");
    let one = Operation::get("/api/v1/invoices/{invoice}", needs, "An invoice or a credit note");
    let manage = Needs::Right(INVOICE_MANAGE);
    let pay = Operation::post("/api/v1/invoices/{invoice}/payments", manage, "Records money that came in");
    Routes::default()
        .api(all.with(INVOICES_READ).asks::<Asked>().lists::<InvoiceLine>(), list)
        .api(one.with(INVOICES_READ).answers::<InvoiceRecord>(), show)
        .api(pay.with(INVOICES_WRITE).takes::<InvoicePayment>(), record)
}

#[derive(Deserialize, IntoParams)]
struct Asked {
    /// Only what is to be paid, the one due longest ago first.
    #[param(nullable = false)]
    unpaid: Option<bool>,
    #[param(ignore)]
    after: Option<String>,
}

/// An invoice in a list.
#[derive(Serialize, ToSchema)]
struct InvoiceLine {
    #[schema(value_type = Uuid)]
    id: Id<Invoice>,
    number: String,
    association: String,
    institution: String,
    issued_on: Date,
    due_on: Date,
    gross_cents: i64,
    paid_cents: i64,
    #[schema(schema_with = codes::<Stage>)]
    stage: Stage,
}

/// An invoice or a credit note. Amounts of a credit note are positive.
#[derive(Serialize, ToSchema)]
struct InvoiceRecord {
    #[schema(value_type = Uuid)]
    id: Id<Invoice>,
    number: String,
    #[schema(schema_with = codes::<Stage>)]
    stage: Stage,
    /// The invoice that this credit note cancels.
    #[schema(value_type = Option<Uuid>)]
    credit_of: Option<Id<Invoice>>,
    /// The credit note that cancels this invoice.
    #[schema(value_type = Option<Uuid>)]
    credited_by: Option<Id<Invoice>>,
    #[schema(value_type = Uuid)]
    association: Id<Organisation>,
    #[schema(value_type = Uuid)]
    institution: Id<Organisation>,
    #[schema(value_type = Uuid)]
    agreement: Id<Agreement>,
    issued_on: Date,
    due_on: Date,
    /// The first day of the hours.
    from: Date,
    /// The last day of the hours.
    until: Date,
    lines: Vec<InvoicePart>,
    net_cents: i64,
    vat_cents: i64,
    gross_cents: i64,
    paid_cents: i64,
    balance_cents: i64,
    payments: Vec<InvoicePayment>,
}

/// The time of one mission on an invoice.
#[derive(Serialize, ToSchema)]
struct InvoicePart {
    #[schema(value_type = Uuid)]
    mission: Id<Mission>,
    minutes: i64,
    /// For an hour, without VAT.
    rate_cents: i64,
    /// Without VAT.
    amount_cents: i64,
}

/// Money that came in, of a part or of the rest.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct InvoicePayment {
    on: Date,
    #[schema(minimum = 1, maximum = 100_000_000_000_i64)]
    amount_cents: i64,
    /// What the payer wrote.
    #[serde(default)]
    #[schema(max_length = 120)]
    reference: String,
}

impl InvoiceRecord {
    fn of(loaded: &Loaded, today: Date) -> Self {
        let invoice = &loaded.invoice;
        let issued = invoice.issued();
        let content = &issued.content;
        let lines = content.lines.iter().map(|line| InvoicePart {
            mission: line.mission,
            minutes: line.minutes.0,
            rate_cents: line.rate.0,
            amount_cents: line.amount.0,
        });
        let payments = invoice.payments().iter().map(|payment| InvoicePayment {
            on: payment.on,
            amount_cents: payment.amount.0,
            reference: payment.reference.clone(),
        });
        Self {
            id: issued.id,
            number: issued.number.as_str().to_owned(),
            stage: invoice.stage(today),
            credit_of: if let Kind::CreditNote { of, .. } = &issued.kind { Some(*of) } else { None },
            credited_by: invoice.credited_by(),
            association: issued.org,
            institution: issued.institution,
            agreement: issued.agreement,
            issued_on: issued.issued_on,
            due_on: issued.due_on,
            from: content.period.first(),
            until: content.period.last(),
            lines: lines.collect(),
            net_cents: content.net.0,
            vat_cents: content.vat.0,
            gross_cents: content.gross().0,
            paid_cents: invoice.paid().0,
            balance_cents: invoice.balance().0,
            payments: payments.collect(),
        }
    }
}

async fn list(ctx: Ctx, Query(asked): Query<Asked>) -> ApiResult {
    let scope = ctx.actor()?.scope(INVOICE_READ).ok_or(PageError::Forbidden)?;
    let seen = place::<(Date, String, Id<Invoice>)>(asked.after.as_deref())?;
    let seen = seen.map(|(on, number, id)| (on, plain(&number), id));
    let is_unpaid = asked.unpaid == Some(true);
    let part = if is_unpaid { Part::Unpaid(seen) } else { Part::All(seen) };
    let lines = list::list(&mut ctx.begin_read().await?, scope, &part, LINES + 1).await?;
    let next = |last: &Line| {
        let on = if is_unpaid { last.standing.due_on } else { last.issued_on };
        cursor(&(on, &last.number, last.id))
    };
    let today = ctx.today();
    shown(List::of(lines, LINES, next, |line| InvoiceLine {
        id: line.id,
        number: line.number,
        association: line.org,
        institution: line.institution,
        issued_on: line.issued_on,
        due_on: line.standing.due_on,
        gross_cents: line.standing.gross.0,
        paid_cents: line.standing.paid.0,
        stage: line.standing.stage(today),
    }))
}

async fn show(ctx: Ctx, Path(id): Path<Id<Invoice>>) -> ApiResult {
    let loaded = load_invoice(&mut ctx.begin_read().await?, ctx.actor()?, id, INVOICE_READ).await?;
    shown(InvoiceRecord::of(&loaded, ctx.today()))
}

async fn record(ctx: Ctx, Path(id): Path<Id<Invoice>>, sent: Sent) -> ApiResult {
    load_invoice(&mut ctx.begin_read().await?, ctx.actor()?, id, INVOICE_MANAGE).await?;
    let InvoicePayment { on, amount_cents, reference } = sent.read()?;
    record_payment(&ctx, id, day("on", on)?, Money(amount_cents), &reference).await?;
    made(id, format!("/api/v1/invoices/{id}"))
}
