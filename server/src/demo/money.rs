//! What institutions owe: agreements, monthly invoices, payments in time, late and in part, one credit note.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use passerelle_directory::Role::Treasurer;
use passerelle_kernel::{Id, Money, Timestamp};
use passerelle_placement::{
    Error,
    actions::money::{self, Terms},
    agreement::{Agreement, Basis, BuyerReferences, Cost, Law, Rhythm, Vat, VatReason},
    invoice::{Invoice, Way},
    mission::Mission,
    period::{Days, Month, Period, later},
    refusal::Refusal,
};
use passerelle_web::Ctx;

use super::{
    acts::Course,
    network::TEAMS,
    plans::PLANS,
    world::{During as _, World, staff},
    year::Act,
};

/// How an institution pays.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pays {
    InTime,
    /// One invoice has been waiting for too long.
    Late,
    /// Half of the newest invoice; an older one was credited and made again.
    InPart,
}

/// An agreement between an association and an institution.
struct Deal {
    by: &'static str,
    with: &'static str,
    /// Cents for an hour.
    rate: i64,
    law: Option<Law>,
    vat: VatReason,
    rhythm: Rhythm,
    pays: Pays,
}

const FR: (Option<Law>, VatReason) = (Some(Law::FrWithoutProfit), VatReason::FrNonProfit);
const BE: (Option<Law>, VatReason) = (None, VatReason::BeSocial);

const fn deal(
    by: &'static str,
    with: &'static str,
    rate: i64,
    (law, vat): (Option<Law>, VatReason),
    pays: Pays,
) -> Deal {
    Deal { by, with, rate, law, vat, rhythm: Rhythm::Monthly, pays }
}

const DEALS: &[Deal] = &[
    deal("espairs", "fleyriat", 3_200, FR, Pays::Late),
    deal("espairs", "cpa", 3_200, FR, Pays::InPart),
    deal("espairs", "chatillon", 3_200, FR, Pays::InTime),
    deal("espairs", "lapasserelle", 3_200, FR, Pays::InTime),
    deal("espairs", "fondationdenice", 3_200, FR, Pays::InTime),
    deal("pat", "saintmartin", 3_800, BE, Pays::InTime),
    deal("pat", "dune", 3_800, BE, Pays::Late),
    Deal { rhythm: Rhythm::Quarterly, ..deal("pat", "lilot", 3_800, BE, Pays::InTime) },
    deal("pat", "caami", 3_800, BE, Pays::InTime),
    deal("esperpro", "fondationdenice", 3_450, FR, Pays::InTime),
];

/// Something that is done about money, for the agreement of this index.
#[derive(Clone, Copy, Debug)]
pub(super) enum Bill {
    /// The agreement is made.
    Sign(usize),
    /// The missions that run are put under the agreement.
    Cover(usize),
    /// The invoice of these days is issued.
    Issue(usize, Days),
    /// It is cancelled with a credit note.
    Credit(usize, Days),
    /// It is paid, or half of it.
    Pay(usize, Days, bool),
}

/// An agreement, its version, and the missions that it covers.
type Agreed = (Id<Agreement>, i64, BTreeSet<Id<Mission>>);

/// What was agreed and issued so far.
#[derive(Default)]
pub(super) struct Ledger {
    agreements: BTreeMap<usize, Agreed>,
    invoices: BTreeMap<(usize, Days), Id<Invoice>>,
}

/// The acts of every agreement.
pub(super) fn acts(world: &World) -> Result<Vec<(Timestamp, Act)>> {
    let mut bills = Vec::new();
    for (index, deal) in DEALS.iter().enumerate() {
        let Some(first) = first_day(deal) else { continue };
        bills.push((world.date(first - 10), 9, Bill::Sign(index)));
        bills.push((world.date(-1), 12, Bill::Cover(index)));
        let mut month = Month::of(world.date(first));
        while month.days().last() < world.today {
            bills.extend(of_month(world, index, deal, month));
            month = month.shifted(1);
        }
    }
    let acts = bills.into_iter().map(|(on, hour, bill)| Ok((world.instant(on, hour, 55)?, Act::Money(bill))));
    acts.collect()
}

/// The first day of work under an agreement.
fn first_day(deal: &Deal) -> Option<i32> {
    let ours = |plan: &&super::plans::Plan| {
        TEAMS.iter().any(|team| team.key == plan.team && team.by == deal.by && team.of == deal.with)
    };
    PLANS.iter().filter(ours).map(|plan| plan.starts).min()
}

/// The invoice for a month, on the 10th of the month after, and what becomes of it.
fn of_month(world: &World, index: usize, deal: &Deal, month: Month) -> Vec<(passerelle_kernel::Date, i8, Bill)> {
    let days = match deal.rhythm {
        Rhythm::Monthly => month.days(),
        _ if month.days().first().month() % 3 != 0 => return Vec::new(),
        _ => match Days::new(month.shifted(-2).days().first(), month.days().last()) {
            Ok(days) => days,
            Err(_) => return Vec::new(),
        },
    };
    let issued = later(month.days().last(), 10);
    let age = world.today.since(issued).map_or(0, |span| span.get_days());
    let mut bills = vec![(issued, 11, Bill::Cover(index)), (issued, 12, Bill::Issue(index, days))];
    match deal.pays {
        Pays::Late if (40..=70).contains(&age) => {}
        Pays::InPart if (1..=31).contains(&age) => bills.push((issued, 15, Bill::Pay(index, days, false))),
        Pays::InPart if (200..=230).contains(&age) => {
            bills.push((later(issued, 2), 11, Bill::Credit(index, days)));
            bills.push((later(issued, 2), 12, Bill::Issue(index, days)));
            bills.push((later(issued, 24), 10, Bill::Pay(index, days, true)));
        }
        _ => bills.push((later(issued, 22), 10, Bill::Pay(index, days, true))),
    }
    bills
}

impl Ledger {
    /// Does one act.
    pub(super) async fn play(&mut self, world: &World, courses: &[Course], bill: Bill) -> Result<()> {
        let done = match bill {
            Bill::Sign(index) => self.sign(world, index).await,
            Bill::Cover(index) => self.cover(world, courses, index).await,
            Bill::Issue(index, days) => self.issue(world, index, days).await,
            Bill::Credit(index, days) => self.credit(world, index, days).await,
            Bill::Pay(index, days, whole) => self.pay(world, index, days, whole).await,
        };
        done.with_context(|| format!("{bill:?}"))
    }

    async fn sign(&mut self, world: &World, index: usize) -> Result<()> {
        let deal = DEALS.get(index).context("no such agreement")?;
        let ctx = world.ctx(staff(deal.by, Treasurer))?;
        let terms = terms(world, deal, BTreeSet::new())?;
        let made = money::create_agreement(&ctx, world.organisation(deal.with)?, &terms).await.during("to sign")?;
        self.agreements.insert(index, (made, 1, BTreeSet::new()));
        Ok(())
    }

    async fn cover(&mut self, world: &World, courses: &[Course], index: usize) -> Result<()> {
        let deal = DEALS.get(index).context("no such agreement")?;
        let Some((id, version, covered)) = self.agreements.get_mut(&index) else { return Ok(()) };
        let ours = |at: usize| {
            let plan = PLANS.get(at % PLANS.len());
            plan.is_some_and(|plan| {
                TEAMS.iter().any(|team| team.key == plan.team && team.by == deal.by && team.of == deal.with)
            })
        };
        let running = courses.iter().enumerate().filter(|(at, _)| ours(*at)).filter_map(|(_, course)| course.running());
        let missions: BTreeSet<_> = running.collect();
        if missions == *covered {
            return Ok(());
        }
        let ctx = world.ctx(staff(deal.by, Treasurer))?;
        let terms = terms(world, deal, missions.clone())?;
        money::change_agreement(&ctx, *id, *version, &terms).await.during("to cover")?;
        *version += 1;
        *covered = missions;
        Ok(())
    }

    async fn issue(&mut self, world: &World, index: usize, days: Days) -> Result<()> {
        let (ctx, agreement) = self.desk(world, index)?;
        match money::issue_invoice(&ctx, agreement, days, None).await {
            Err(Error::Refused(Refusal::NothingToInvoice)) => Ok(()),
            issued => {
                let invoice = issued.during("to issue")?;
                self.invoices.insert((index, days), invoice);
                send(world, &ctx, index, days, invoice).await
            }
        }
    }

    async fn credit(&mut self, world: &World, index: usize, days: Days) -> Result<()> {
        let Some(invoice) = self.invoices.remove(&(index, days)) else { return Ok(()) };
        money::credit(&self.desk(world, index)?.0, invoice).await.map(drop).during("to credit")
    }

    async fn pay(&mut self, world: &World, index: usize, days: Days, whole: bool) -> Result<()> {
        let Some(invoice) = self.invoices.get(&(index, days)).copied() else { return Ok(()) };
        let (ctx, _) = self.desk(world, index)?;
        let due = money::amount_due(&ctx, invoice).await.during("to know what is due")?;
        let amount = if whole { due } else { Money(due.0 / 2) };
        money::record_payment(&ctx, invoice, ctx.today(), amount, "Virement").await.during("to pay")
    }

    fn desk(&self, world: &World, index: usize) -> Result<(Ctx, Id<Agreement>)> {
        let deal = DEALS.get(index).context("no such agreement")?;
        let (id, ..) = self.agreements.get(&index).context("no agreement yet")?;
        Ok((world.ctx(staff(deal.by, Treasurer))?, *id))
    }
}

/// The invoice goes out on its day; the newest one of one institution waits to be sent.
async fn send(world: &World, ctx: &Ctx, index: usize, days: Days, invoice: Id<Invoice>) -> Result<()> {
    let deal = DEALS.get(index).context("no such agreement")?;
    if deal.with == "chatillon" && later(days.last(), 32) > world.today {
        return Ok(());
    }
    let (way, to) = if deal.law.is_some() { (Way::Portal, "Chorus Pro") } else { (Way::Post, "Service comptabilité") };
    money::record_dispatch(ctx, invoice, ctx.today(), way, to).await.during("to send")
}

fn terms(world: &World, deal: &Deal, missions: BTreeSet<Id<Mission>>) -> Result<Terms> {
    let rate = Money(deal.rate);
    let part = |hundredths: i64| Money(deal.rate * hundredths / 100);
    let cost = Cost { wages: part(68), contributions: part(26), expenses: part(8) };
    let basis = deal.law.map_or_else(|| Basis::service(rate), |law| Basis::at_cost(rate, cost, law));
    let first = Month::of(world.date(first_day(deal).unwrap_or(0))).days().first();
    Ok(Terms {
        missions,
        basis: basis.map_err(|refusal| anyhow::anyhow!(refusal.key()))?,
        vat: Vat::Exempt(deal.vat),
        rhythm: deal.rhythm,
        payment_days: 30,
        buyer: BuyerReferences::default(),
        period: Period { from: first, until: None },
        notice_days: 30,
    })
}
