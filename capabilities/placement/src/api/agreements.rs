//! Agreements, for programs of both sides; those who keep the books make and change them.

use axum::extract::{Path, Query};
use passerelle_kernel::{Date, Id, Money};
use passerelle_web::{
    Ctx, Needs, PageError, Routes,
    api::{ApiResult, List, Operation, Problem, Sent, cursor, made, place, shown},
};
use serde::{Deserialize, Serialize};
use utoipa::{
    IntoParams, ToSchema,
    openapi::{
        RefOr,
        schema::{ObjectBuilder, Schema, Type},
    },
};

use super::{AGREEMENTS_READ, AGREEMENTS_WRITE, codes, day, unfit};
use crate::{
    access::{AGREEMENT_MANAGE, AGREEMENT_READ},
    actions::money as actions,
    agreement::{Agreement, Basis, BuyerReferences, Cost, Law, Rhythm, Terms, Vat, VatRate, VatReason},
    mission::Mission,
    outside::Organisation,
    period::Period,
    refusal::Refusal,
    store::agreements::{
        Loaded,
        list::{self, LINES, Line},
        load_agreement,
    },
};

pub(super) fn routes() -> Routes {
    let (read, manage) = (Needs::Right(AGREEMENT_READ), Needs::Right(AGREEMENT_MANAGE));
    let all = Operation::get("/api/v1/agreements", read, "Agreements, the newest first").asks::<Asked>();
    let one = Operation::get("/api/v1/agreements/{agreement}", read, "An agreement");
    let new = Operation::post("/api/v1/agreements", manage, "Makes an agreement with an institution");
    let change = Operation::post("/api/v1/agreements/{agreement}/terms", manage, "Changes the terms of an agreement");
    Routes::default()
        .api(all.with(AGREEMENTS_READ).lists::<AgreementLine>(), index)
        .api(one.with(AGREEMENTS_READ).answers::<AgreementRecord>(), show)
        .api(new.with(AGREEMENTS_WRITE).takes::<NewAgreement>(), make)
        .api(change.with(AGREEMENTS_WRITE).takes::<ChangedAgreement>(), change_terms)
}

#[derive(Deserialize, IntoParams)]
struct Asked {
    #[param(ignore)]
    after: Option<String>,
}

/// An agreement in a list.
#[derive(Serialize, ToSchema)]
struct AgreementLine {
    #[schema(value_type = Uuid)]
    id: Id<Agreement>,
    institution: String,
    is_at_cost: bool,
    /// For an hour, without VAT.
    rate_cents: i64,
    #[schema(schema_with = codes::<Rhythm>)]
    rhythm: Rhythm,
    from: Date,
    until: Option<Date>,
    missions: i64,
}

/// An agreement.
#[derive(Serialize, ToSchema)]
struct AgreementRecord {
    #[schema(value_type = Uuid)]
    id: Id<Agreement>,
    /// How often it was saved; a change sends it back.
    version: i64,
    #[schema(value_type = Uuid)]
    association: Id<Organisation>,
    association_name: String,
    #[schema(value_type = Uuid)]
    institution: Id<Organisation>,
    institution_name: String,
    /// What it was invoiced by stays: basis, VAT, rhythm and first day.
    is_invoiced: bool,
    terms: AgreementTerms,
}

/// An agreement that is to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewAgreement {
    #[schema(value_type = Uuid)]
    institution: Id<Organisation>,
    terms: AgreementTerms,
}

/// An agreement that is to be changed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChangedAgreement {
    /// The version that was read.
    version: i64,
    terms: AgreementTerms,
}

/// What two organisations agree on.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AgreementTerms {
    #[schema(value_type = Vec<Uuid>)]
    missions: Vec<Id<Mission>>,
    /// For an hour, without VAT.
    #[schema(minimum = 1, maximum = 100_000)]
    rate_cents: i64,
    /// For lending without profit; without it, a service at its own rate.
    at_cost: Option<AtCost>,
    #[schema(schema_with = positions)]
    vat: Vat,
    #[schema(schema_with = codes::<Rhythm>)]
    rhythm: Rhythm,
    #[schema(minimum = 0, maximum = 60)]
    payment_days: u16,
    /// The service code of Chorus Pro (BT-10).
    #[serde(default)]
    #[schema(max_length = 100)]
    service_code: String,
    /// The engagement or order (BT-13).
    #[serde(default)]
    #[schema(max_length = 50)]
    engagement: String,
    /// The contract (BT-12).
    #[serde(default)]
    #[schema(max_length = 50)]
    contract: String,
    from: Date,
    until: Option<Date>,
    #[schema(minimum = 0, maximum = 366)]
    notice_days: u16,
}

/// What an hour of the peer costs, and the law that allows to lend it.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AtCost {
    #[schema(minimum = 0, maximum = 100_000)]
    wages_cents: i64,
    #[schema(minimum = 0, maximum = 100_000)]
    contributions_cents: i64,
    #[schema(minimum = 0, maximum = 100_000)]
    expenses_cents: i64,
    #[schema(schema_with = codes::<Law>)]
    law: Law,
}

/// The positions on VAT, for the description.
fn positions() -> RefOr<Schema> {
    let rates = VatRate::ALL.iter().map(|rate| rate.as_str());
    let reasons = VatReason::ALL.iter().map(|reason| reason.as_str());
    let positions = rates.chain(reasons).chain(Vat::ALONE.iter().map(|vat| vat.as_str()));
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(positions)).into()
}

/// More than any hour costs.
const MOST_CENTS: i64 = 100_000;

impl AgreementTerms {
    fn of(agreement: &Agreement) -> Self {
        let Terms { missions, basis, vat, rhythm, payment_days, buyer, period, notice_days } = Terms::of(agreement);
        let at_cost = match basis {
            Basis::ServiceRate(_) => None,
            Basis::AtCost { cost, law, .. } => Some(AtCost {
                wages_cents: cost.wages.0,
                contributions_cents: cost.contributions.0,
                expenses_cents: cost.expenses.0,
                law,
            }),
        };
        let BuyerReferences { service_code, engagement, contract } = buyer;
        Self {
            missions: missions.into_iter().collect(),
            rate_cents: basis.rate().0,
            at_cost,
            vat,
            rhythm,
            payment_days,
            service_code,
            engagement,
            contract,
            from: period.from,
            until: period.until,
            notice_days,
        }
    }

    fn read(self) -> Result<Terms, Problem> {
        let rate = Money(self.rate_cents);
        let basis = match self.at_cost {
            None => Basis::service(rate),
            Some(cost) => cost.basis(rate)?,
        };
        let basis = basis.map_err(|refusal| unfit("terms.rate_cents", &refusal))?;
        let from = day("terms.from", self.from)?;
        let until = self.until.map(|until| day("terms.until", until)).transpose()?;
        let period = Period::new(from, until).map_err(|refusal| unfit("terms.until", &refusal))?;
        Ok(Terms {
            missions: self.missions.into_iter().collect(),
            basis,
            vat: self.vat,
            rhythm: self.rhythm,
            payment_days: self.payment_days,
            buyer: BuyerReferences {
                service_code: self.service_code,
                engagement: self.engagement,
                contract: self.contract,
            },
            period,
            notice_days: self.notice_days,
        })
    }
}

impl AtCost {
    fn basis(self, rate: Money) -> Result<Result<Basis, Refusal>, Problem> {
        let parts = [
            ("terms.at_cost.wages_cents", self.wages_cents),
            ("terms.at_cost.contributions_cents", self.contributions_cents),
            ("terms.at_cost.expenses_cents", self.expenses_cents),
        ];
        if let Some((at, _)) = parts.iter().find(|(_, cents)| !(0..=MOST_CENTS).contains(cents)) {
            return Err(unfit(at, &Refusal::AmountOutOfRange));
        }
        let [wages, contributions, expenses] = parts.map(|(_, cents)| Money(cents));
        Ok(Basis::at_cost(rate, Cost { wages, contributions, expenses }, self.law))
    }
}

async fn index(ctx: Ctx, Query(asked): Query<Asked>) -> ApiResult {
    let scope = ctx.actor()?.scope(AGREEMENT_READ).ok_or(PageError::Forbidden)?;
    let seen = place::<Id<Agreement>>(asked.after.as_deref())?;
    let lines = list::list(&mut ctx.begin_read().await?, scope, seen).await?;
    shown(List::of(
        lines,
        LINES,
        |last: &Line| cursor(&last.id),
        |line| AgreementLine {
            id: line.id,
            institution: line.institution,
            is_at_cost: line.is_at_cost,
            rate_cents: line.rate.0,
            rhythm: line.rhythm,
            from: line.from,
            until: line.until,
            missions: line.missions,
        },
    ))
}

async fn show(ctx: Ctx, Path(id): Path<Id<Agreement>>) -> ApiResult {
    let loaded = load_agreement(&mut ctx.begin_read().await?, ctx.actor()?, id, AGREEMENT_READ).await?;
    let terms = AgreementTerms::of(&loaded.agreement);
    let Loaded { agreement, version, institution_name, org_name, is_invoiced } = loaded;
    shown(AgreementRecord {
        id: agreement.id,
        version,
        association: agreement.org,
        association_name: org_name,
        institution: agreement.institution,
        institution_name,
        is_invoiced,
        terms,
    })
}

fn path(id: Id<Agreement>) -> String {
    format!("/api/v1/agreements/{id}")
}

async fn make(ctx: Ctx, sent: Sent) -> ApiResult {
    let NewAgreement { institution, terms } = sent.read()?;
    let id = actions::create_agreement(&ctx, institution, &terms.read()?).await?;
    made(id, path(id))
}

async fn change_terms(ctx: Ctx, Path(id): Path<Id<Agreement>>, sent: Sent) -> ApiResult {
    load_agreement(&mut ctx.begin_read().await?, ctx.actor()?, id, AGREEMENT_MANAGE).await?;
    let ChangedAgreement { version, terms } = sent.read()?;
    actions::change_agreement(&ctx, id, version, &terms.read()?).await?;
    made(id, path(id))
}
