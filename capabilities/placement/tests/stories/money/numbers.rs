//! Many at once: numbers have no gap, no entry is on two invoices, no payment is lost.

use std::{collections::BTreeSet, time::Duration};

use passerelle_kernel::{Date, Id, Money};
use passerelle_placement::{
    Error,
    actions::money::{credit, issue_invoice, record_payment},
    agreement::{Agreement, Basis},
    invoice::Invoice,
    refusal::Refusal,
};
use passerelle_store::{Error as StoreError, params};
use passerelle_testkit::{TestApp, story, tokio};
use passerelle_web::Ctx;

use super::ground::{Ground, capabilities, days, ground};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for the crates that bring statements")]
    pub STATEMENTS;
    NUMBERS = "SELECT number FROM invoice WHERE org_id = ?1 ORDER BY number";
    SUMS = "SELECT CAST(coalesce(sum(p.amount), 0) AS BIGINT), v.paid FROM invoice v LEFT JOIN payment p ON p.invoice_id = v.id
        WHERE v.id = ?1 GROUP BY v.paid";
    TAKEN = "SELECT count(*), count(DISTINCT invoice_id) FROM hours_entry WHERE invoice_id IS NOT NULL";
}

/// Runs the action again when another writer came first, as the server does for forms.
macro_rules! again {
    ($act:expr) => {{
        let mut attempt = 0;
        loop {
            match $act.await {
                Err(Error::Store(StoreError::Conflict)) if attempt < 200 => attempt += 1,
                other => break other,
            }
            tokio::time::sleep(Duration::from_millis(attempt % 17 + 1)).await;
        }
    }};
}

async fn issue(ctx: Ctx, agreement: Id<Agreement>) -> Result<Id<Invoice>, Error> {
    again!(issue_invoice(&ctx, agreement, days("2026-08-01", "2026-08-31"), None))
}

async fn give_back(ctx: Ctx, invoice: Id<Invoice>) -> Result<Id<Invoice>, Error> {
    again!(credit(&ctx, invoice))
}

async fn pay_ten(ctx: Ctx, invoice: Id<Invoice>, on: Date) -> Result<(), Error> {
    again!(record_payment(&ctx, invoice, on, Money::euros(10), ""))
}

async fn numbers(app: &TestApp, g: &Ground) -> Vec<String> {
    let mut tx = app.db().begin_read().await.unwrap();
    tx.query(NUMBERS, params![g.association], |row| row.get(0)).await.unwrap()
}

async fn agreement_with_an_hour(app: &TestApp, g: &Ground, title: &str) -> Id<Agreement> {
    let mission = g.mission(app, title).await;
    g.approved(app, mission, "2026-08-04", 60).await;
    g.agreement(app, &[mission], Basis::service(Money::euros(40)).unwrap()).await
}

story!(capabilities;
    /// Twenty invoices at the same moment, then ten credit notes: 1 to 30, each once.
    async fn many_at_once_leave_no_gap(app) {
        let g = ground(&app).await;
        let ctx = app.ctx(&g.treasurer).await;
        let mut agreements = Vec::new();
        for n in 0..20 {
            agreements.push(agreement_with_an_hour(&app, &g, &format!("Mission {n}")).await);
        }
        let tasks: Vec<_> = agreements.into_iter().map(|agreement| tokio::spawn(issue(ctx.clone(), agreement))).collect();
        let mut invoices = Vec::new();
        for task in tasks {
            invoices.push(task.await.unwrap().unwrap());
        }
        let expected = |n: i32| (1..=n).map(|n| format!("2026-{n:04}")).collect::<Vec<_>>();
        assert_eq!(numbers(&app, &g).await, expected(20));
        let credits = invoices.iter().take(10).map(|invoice| tokio::spawn(give_back(ctx.clone(), *invoice)));
        for task in credits.collect::<Vec<_>>() {
            task.await.unwrap().unwrap();
        }
        assert_eq!(numbers(&app, &g).await, expected(30));
    }
);

story!(capabilities;
    /// Six people issue the same invoice at the same moment: one does, the others are told that nothing is left.
    async fn the_same_hours_are_invoiced_once(app) {
        let g = ground(&app).await;
        let ctx = app.ctx(&g.treasurer).await;
        let agreement = agreement_with_an_hour(&app, &g, "Mission").await;
        let tasks: Vec<_> = (0..6).map(|_| tokio::spawn(issue(ctx.clone(), agreement))).collect();
        let mut made = BTreeSet::new();
        for task in tasks {
            match task.await.unwrap() {
                Ok(invoice) => assert!(made.insert(invoice)),
                Err(Error::Refused(refusal)) => assert_eq!(refusal, Refusal::NothingToInvoice),
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!((made.len(), numbers(&app, &g).await), (1, vec!["2026-0001".to_owned()]));
        let mut tx = app.db().begin_read().await.unwrap();
        let taken: (i64, i64) = tx.one(TAKEN, &[], |row| Ok((row.get(0)?, row.get(1)?))).await.unwrap();
        assert_eq!(taken, (1, 1));
    }
);

story!(capabilities;
    /// Eight payments of 10 € at the same moment on an invoice of 40 €: four are kept, four are refused.
    async fn payments_at_once_never_go_beyond_the_balance(app) {
        let g = ground(&app).await;
        let ctx = app.ctx(&g.treasurer).await;
        let agreement = agreement_with_an_hour(&app, &g, "Mission").await;
        let invoice = issue(ctx.clone(), agreement).await.unwrap();
        let tasks: Vec<_> = (0..8).map(|_| tokio::spawn(pay_ten(ctx.clone(), invoice, app.today()))).collect();
        let mut kept = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(()) => kept += 1,
                Err(Error::Refused(refusal)) => assert_eq!(refusal, Refusal::MoreThanDue),
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(kept, 4);
        let mut tx = app.db().begin_read().await.unwrap();
        let sums: (i64, i64) = tx.one(SUMS, params![invoice], |row| Ok((row.get(0)?, row.get(1)?))).await.unwrap();
        assert_eq!(sums, (4_000, 4_000));
    }
);
