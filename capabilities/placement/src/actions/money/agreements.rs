//! Agreements are made and changed. What was invoiced by stays: basis, VAT, rhythm and first day are fixed from the
//! first invoice on.

use std::collections::BTreeSet;

use passerelle_access::{Actor, Scope};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::Ctx;
use serde_json::json;

use super::{actor, record};
use crate::{
    Error, access,
    agreement::{Agreement, Basis, BuyerReferences, Rhythm, Vat},
    mission::Mission,
    outside::Organisation,
    period::Period,
    refusal::Refusal,
    store::agreements::{self as store, load_agreement},
};

/// What two organisations agree on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The missions that it covers.
    pub missions: BTreeSet<Id<Mission>>,
    /// What is invoiced for an hour.
    pub basis: Basis,
    /// The position on VAT.
    pub vat: Vat,
    /// How often an invoice is made.
    pub rhythm: Rhythm,
    /// Days to pay.
    pub payment_days: u16,
    /// What the buyer wants to read.
    pub buyer: BuyerReferences,
    /// The days on which it counts.
    pub period: Period,
    /// Days of notice to end it.
    pub notice_days: u16,
}

impl Terms {
    /// The terms of an agreement.
    pub fn of(agreement: &Agreement) -> Self {
        Self {
            missions: agreement.missions.clone(),
            basis: agreement.basis,
            vat: agreement.vat,
            rhythm: agreement.rhythm,
            payment_days: agreement.payment_days,
            buyer: agreement.buyer.clone(),
            period: agreement.period,
            notice_days: agreement.notice_days,
        }
    }

    fn between(self, id: Id<Agreement>, org: Id<Organisation>, institution: Id<Organisation>) -> Agreement {
        let Self { missions, basis, vat, rhythm, payment_days, buyer, period, notice_days } = self;
        Agreement { id, org, institution, missions, basis, vat, rhythm, payment_days, buyer, period, notice_days }
    }
}

/// Makes an agreement between the actor's association and an institution.
///
/// # Errors
/// Forbidden without the right; refused when a term is, or a mission is not one of theirs.
pub async fn create_agreement(ctx: &Ctx, institution: Id<Organisation>, terms: &Terms) -> Result<Id<Agreement>, Error> {
    let actor = actor(ctx)?;
    let org = own_association(actor)?;
    let agreement = terms.clone().between(ctx.new_id(), org, institution).checked().map_err(Error::Refused)?;
    let mut tx = ctx.begin_write().await?;
    check_missions(&mut tx, &agreement).await?;
    store::insert(&mut tx, &agreement).await?;
    let detail = json!({ "rate": agreement.basis.rate(), "vat": agreement.vat });
    record(&mut tx, actor, "agreement-made", agreement.id.to_string(), (org, institution), &detail).await?;
    tx.commit().await?;
    Ok(agreement.id)
}

/// Changes an agreement that was read at `version`.
///
/// # Errors
/// Not found, forbidden, or refused: a term, a mission of others, somebody changed it meanwhile.
pub async fn change_agreement(ctx: &Ctx, id: Id<Agreement>, version: i64, terms: &Terms) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let known = load_agreement(&mut tx, actor, id, access::AGREEMENT_MANAGE).await?;
    let mut terms = terms.clone();
    if known.is_invoiced {
        let Agreement { basis, vat, rhythm, period, .. } = known.agreement;
        let period = Period::new(period.from, terms.period.until).map_err(Error::Refused)?;
        terms = Terms { basis, vat, rhythm, period, ..terms };
    }
    let (org, institution) = (known.agreement.org, known.agreement.institution);
    let agreement = terms.between(id, org, institution).checked().map_err(Error::Refused)?;
    check_missions(&mut tx, &agreement).await?;
    if !store::save(&mut tx, &agreement, version).await? {
        return Err(Error::Refused(Refusal::AgreementChanged));
    }
    let detail = json!({ "rate": agreement.basis.rate(), "vat": agreement.vat });
    record(&mut tx, actor, "agreement-changed", id.to_string(), (org, institution), &detail).await?;
    Ok(tx.commit().await?)
}

/// The association whose agreements the actor may write.
fn own_association(actor: &Actor) -> Result<Id<Organisation>, Error> {
    match actor.scope(access::AGREEMENT_MANAGE) {
        Some(Scope::Association(org)) => Ok(org),
        _ => Err(Error::Forbidden),
    }
}

/// Every mission is one of this association with this institution.
async fn check_missions(tx: &mut Tx, agreement: &Agreement) -> Result<(), Error> {
    let theirs = store::candidates(tx, agreement.org, agreement.institution).await?;
    let theirs: BTreeSet<_> = theirs.into_iter().map(|mission| mission.id).collect();
    if agreement.missions.is_subset(&theirs) { Ok(()) } else { Err(Error::Refused(Refusal::MissionOfOthers)) }
}
