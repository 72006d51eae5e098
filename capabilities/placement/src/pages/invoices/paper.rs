//! The papers of an invoice: the PDF with its electronic twin inside, the twin alone, and its form for Peppol.
//!
//! Typesetting happens on a thread that is made for waiting, after the reading is over.

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use passerelle_einvoice::{
    cii,
    ubl::{self, Profile},
};
use passerelle_kernel::Id;
use passerelle_web::{Ctx, Needs, PageError, PageResult, Routes};

use crate::{
    Error,
    access::INVOICE_READ,
    invoice::{Invoice, Kind, render},
    store::invoices::{Loaded, load_invoice},
};

pub(super) fn routes() -> Routes {
    let read = Needs::Right(INVOICE_READ);
    Routes::default()
        .get("/invoices/{invoice}/document", read, document)
        .get("/invoices/{invoice}/factur-x.xml", read, twin)
        .get("/invoices/{invoice}/peppol.xml", read, peppol)
}

async fn load(ctx: &Ctx, id: Id<Invoice>) -> Result<Loaded, PageError> {
    let mut tx = ctx.begin_read().await?;
    Ok(load_invoice(&mut tx, ctx.actor()?, id, INVOICE_READ).await?)
}

async fn document(ctx: Ctx, Path(id): Path<Id<Invoice>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let words = ctx.app().words(loaded.paper.language);
    let name = name(&loaded, "pdf");
    let pdf = tokio::task::spawn_blocking(move || {
        render(&loaded.invoice, &loaded.paper, loaded.issued_at, &words).map_err(Error::Internal)
    });
    let pdf = pdf.await.map_err(|failed| PageError::Internal(failed.to_string()))??;
    file(pdf, "application/pdf", &name)
}

async fn twin(ctx: Ctx, Path(id): Path<Id<Invoice>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let name = name(&loaded, "xml");
    file(cii::write(&loaded.paper.electronic).into_bytes(), "application/xml", &name)
}

/// Only what the network would accept: the page of the invoice says what is missing.
async fn peppol(ctx: Ctx, Path(id): Path<Id<Invoice>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    if !ubl::missing(&loaded.paper.electronic).is_empty() {
        return Err(PageError::Refused("placement-invoice-peppol-refused"));
    }
    let name = name(&loaded, "ubl.xml");
    file(ubl::write(&loaded.paper.electronic, Profile::Peppol).into_bytes(), "application/xml", &name)
}

/// `facture-2026-0001.pdf`: a name in the language of the paper would change with the reader's mailbox only.
fn name(loaded: &Loaded, ending: &str) -> String {
    let issued = loaded.invoice.issued();
    let kind = if issued.kind == Kind::Invoice { "facture" } else { "avoir" };
    format!("{kind}-{}.{ending}", issued.number.as_str().replace('/', "-"))
}

fn file(bytes: Vec<u8>, kind: &'static str, name: &str) -> Result<Response, PageError> {
    let saved_as = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .map_err(|_| PageError::Internal("a file name that is none".into()))?;
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, saved_as)];
    Ok((headers, bytes).into_response())
}
