//! Agreements in the database. [`load_agreement`] is the only way in which a person gets one.

pub(crate) mod list;
pub(crate) mod ready;

use std::collections::BTreeSet;

use passerelle_access::{Actor, Decision, Facts, Rule};
use passerelle_kernel::{Id, Money};
use passerelle_store::{Error as StoreError, Param, Result, Row, Tx, params};

use crate::{
    Error, access,
    agreement::{Agreement, Basis, BuyerReferences, Cost, Law, Rhythm, Vat},
    mission::Mission,
    outside::Organisation,
    period::Period,
};

/// An agreement with what is known around it.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    /// The agreement.
    pub(crate) agreement: Agreement,
    /// How often it was saved; a form that changes it sends it back.
    pub(crate) version: i64,
    /// The name of the institution.
    pub(crate) institution_name: String,
    /// The name of the association.
    pub(crate) org_name: String,
    /// Whether an invoice was made under it: what was invoiced by stays as it is.
    pub(crate) is_invoiced: bool,
}

impl Loaded {
    /// Whom the agreement concerns, for the rules.
    pub(crate) fn facts(&self) -> Facts {
        let (association, institution) = (Some(self.agreement.org), Some(self.agreement.institution));
        Facts { association, institution, ..Facts::default() }
    }
}

/// A mission that an agreement covers, or may cover.
#[derive(Clone, Debug)]
pub(crate) struct Covered {
    /// The mission.
    pub(crate) id: Id<Mission>,
    /// Its title.
    pub(crate) title: String,
    /// Its team.
    pub(crate) team: String,
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    FIND = "SELECT g.id, g.org_id, g.institution_id, g.basis, g.rate, g.wages, g.contributions, g.expenses, g.law,
            g.vat, g.rhythm, g.payment_days, g.service_code, g.engagement, g.contract, g.from_on, g.until_on,
            g.notice_days, g.version, coalesce(i.name, ''), coalesce(o.name, ''),
            CASE WHEN EXISTS (SELECT 1 FROM invoice v WHERE v.agreement_id = g.id) THEN 1 ELSE 0 END
        FROM agreement g LEFT JOIN organisation i ON i.id = g.institution_id
        LEFT JOIN organisation o ON o.id = g.org_id WHERE g.id = ?1";
    INSERT = "INSERT INTO agreement (id, org_id, institution_id, basis, rate, wages, contributions, expenses, law, vat,
            rhythm, payment_days, service_code, engagement, contract, from_on, until_on, notice_days, version, created_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, 1, ?19)";
    UPDATE = "UPDATE agreement SET basis = ?4, rate = ?5, wages = ?6, contributions = ?7, expenses = ?8, law = ?9,
            vat = ?10, rhythm = ?11, payment_days = ?12, service_code = ?13, engagement = ?14, contract = ?15,
            from_on = ?16, until_on = ?17, notice_days = ?18, version = version + 1
        WHERE id = ?1 AND org_id = ?2 AND institution_id = ?3 AND version = ?19";
    MISSIONS = "SELECT m.id, m.title, coalesce(t.name, '') FROM agreement_mission c
        JOIN mission m ON m.id = c.mission_id LEFT JOIN team t ON t.id = m.team_id
        WHERE c.agreement_id = ?1 ORDER BY m.title, m.id";
    CANDIDATES = "SELECT m.id, m.title, coalesce(t.name, '') FROM mission m LEFT JOIN team t ON t.id = m.team_id
        WHERE m.org_id = ?1 AND m.institution_id = ?2 ORDER BY m.id DESC LIMIT 200";
    COVER = "INSERT INTO agreement_mission (agreement_id, mission_id, org_id) VALUES (?1, ?2, ?3)
        ON CONFLICT (agreement_id, mission_id) DO NOTHING";
    UNCOVER = "DELETE FROM agreement_mission WHERE agreement_id = ?1";
}

/// The agreement with this id, for other records that lead to it; people use [`load_agreement`].
pub(crate) async fn find(tx: &mut Tx, id: Id<Agreement>) -> Result<Option<Loaded>> {
    let Some(mut loaded) = tx.find(FIND, params![id], read).await? else { return Ok(None) };
    loaded.agreement.missions = missions(tx, id).await?.into_iter().map(|mission| mission.id).collect();
    Ok(Some(loaded))
}

/// The agreement with this id, if this person has this right on it.
pub(crate) async fn load_agreement(
    tx: &mut Tx,
    actor: &Actor,
    id: Id<Agreement>,
    rule: &'static Rule,
) -> std::result::Result<Loaded, Error> {
    let loaded = find(tx, id).await?.ok_or(Error::NotFound)?;
    match actor.decide(tx, access::AGREEMENT_READ, rule, &loaded.facts()) {
        Decision::Yes => Ok(loaded),
        Decision::Forbidden => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// The missions that an agreement covers, by title.
pub(crate) async fn missions(tx: &mut Tx, id: Id<Agreement>) -> Result<Vec<Covered>> {
    tx.query(MISSIONS, params![id], covered).await
}

/// The missions of an association with an institution, the newest first (200 at the most).
pub(crate) async fn candidates(
    tx: &mut Tx,
    org: Id<Organisation>,
    institution: Id<Organisation>,
) -> Result<Vec<Covered>> {
    tx.query(CANDIDATES, params![org, institution], covered).await
}

fn covered(row: &Row<'_>) -> Result<Covered> {
    Ok(Covered { id: row.get(0)?, title: row.get(1)?, team: row.get(2)? })
}

/// Writes a new agreement.
pub(crate) async fn insert(tx: &mut Tx, agreement: &Agreement) -> Result<()> {
    let mut values = values(agreement);
    values.push(tx.now().into());
    tx.execute(INSERT, &values).await?;
    cover(tx, agreement).await
}

/// Writes a changed agreement; false when somebody else has changed it since this `version`.
pub(crate) async fn save(tx: &mut Tx, agreement: &Agreement, version: i64) -> Result<bool> {
    let mut values = values(agreement);
    values.push(version.into());
    if tx.execute(UPDATE, &values).await? != 1 {
        return Ok(false);
    }
    tx.execute(UNCOVER, params![agreement.id]).await?;
    cover(tx, agreement).await?;
    Ok(true)
}

async fn cover(tx: &mut Tx, agreement: &Agreement) -> Result<()> {
    for mission in &agreement.missions {
        tx.execute(COVER, params![agreement.id, *mission, agreement.org]).await?;
    }
    Ok(())
}

fn values(agreement: &Agreement) -> Vec<Param> {
    let g = agreement;
    let (basis, cost, law) = match g.basis {
        Basis::AtCost { cost, law, .. } => ("at-cost", Some(cost), Some(law)),
        Basis::ServiceRate(_) => ("service", None, None),
    };
    params![
        g.id,
        g.org,
        g.institution,
        basis,
        g.basis.rate(),
        cost.map(|cost| cost.wages),
        cost.map(|cost| cost.contributions),
        cost.map(|cost| cost.expenses),
        law.map(Law::as_str),
        g.vat.as_str(),
        g.rhythm.as_str(),
        i64::from(g.payment_days),
        &g.buyer.service_code,
        &g.buyer.engagement,
        &g.buyer.contract,
        g.period.from,
        g.period.until,
        i64::from(g.notice_days),
    ]
    .to_vec()
}

fn read(row: &Row<'_>) -> Result<Loaded> {
    let days = |column: usize| -> Result<u16> {
        let days: i64 = row.get(column)?;
        u16::try_from(days).map_err(|_| StoreError::Column { column, problem: "no number of days" })
    };
    let agreement = Agreement {
        id: row.get(0)?,
        org: row.get(1)?,
        institution: row.get(2)?,
        missions: BTreeSet::new(),
        basis: basis(row)?,
        vat: row.code(9, Vat::parse)?,
        rhythm: row.code(10, Rhythm::parse)?,
        payment_days: days(11)?,
        buyer: BuyerReferences { service_code: row.get(12)?, engagement: row.get(13)?, contract: row.get(14)? },
        period: Period { from: row.get(15)?, until: row.get(16)? },
        notice_days: days(17)?,
    };
    Ok(Loaded {
        agreement,
        version: row.get(18)?,
        institution_name: row.get(19)?,
        org_name: row.get(20)?,
        is_invoiced: row.get(21)?,
    })
}

fn basis(row: &Row<'_>) -> Result<Basis> {
    let rate: Money = row.get(4)?;
    Ok(match row.get::<String>(3)?.as_str() {
        "at-cost" => {
            let cost = Cost { wages: row.get(5)?, contributions: row.get(6)?, expenses: row.get(7)? };
            Basis::AtCost { rate, cost, law: row.code(8, Law::parse)? }
        }
        "service" => Basis::ServiceRate(rate),
        _ => return Err(StoreError::Column { column: 3, problem: "an unknown basis" }),
    })
}
