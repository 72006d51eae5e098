//! What waits for those who keep the house of an association: the treasurer's money and months, the administrator's people.

use passerelle_access::{Actor, Scope};
use passerelle_directory::{access::IMPORT, access::PEOPLE_READ};
use passerelle_privacy::access::CLAIM_ANSWER;
use passerelle_store::Tx;
use passerelle_web::{Ctx, PageError};
use passerelle_words::say;

use super::{
    date,
    invoices::{Side, unpaid},
    item::{Action, Item},
    month_name,
};
use crate::{
    access::{HOURS_READ, INVOICE_MANAGE},
    period::{Days, Month, later},
    store::{
        invoices::dispatches,
        today::{self, ToInvoice, house},
    },
    today::What,
};

/// Days after which nobody is asked any more whether somebody whose role has ended goes on.
const FORGOTTEN: i32 = 60;
/// How many people a card names.
const NAMED: usize = 3;

pub(super) async fn for_treasurer(tx: &mut Tx, ctx: &Ctx, actor: &Actor) -> Result<Vec<Item>, PageError> {
    let month = Month::of(ctx.today());
    let mut items = Vec::new();
    if let Some(org) = actor.association(INVOICE_MANAGE) {
        let into_quarter = i32::from((ctx.today().month() - 1) % 3);
        let quarter = month.shifted(-into_quarter).days().first();
        for one in today::to_invoice(tx, org, month.days().first(), quarter, ctx.today()).await? {
            items.push(to_invoice(ctx, &one)?);
        }
        items.extend(dispatches::unsent(tx, org).await?.iter().map(|unsent| to_send(ctx, unsent)));
        items.extend(unpaid(tx, ctx, Scope::Association(org), Side::Association).await?);
    }
    if let Some(org) = actor.association(HOURS_READ) {
        let months = house::open_months(tx, org, month.days().first()).await?;
        items.extend(months.iter().map(|open| to_close(ctx, open)));
    }
    Ok(items)
}

fn to_invoice(ctx: &Ctx, one: &ToInvoice) -> Result<Item, PageError> {
    let days = Days::new(one.first, one.last).map_err(crate::Error::Refused)?;
    let words = ctx.words();
    let text = say!(
        words,
        "placement-today-invoice-text",
        hours = words.hours(one.minutes),
        from = words.day(one.first),
        until = words.day(one.last)
    );
    Ok(Item::new(
        What::InvoiceToMake(one.id, days),
        one.last,
        say!(words, "placement-today-invoice", institution = one.institution.as_str()),
        text,
        Action::link(ctx.say("placement-today-invoice-action"), format!("/agreements/{}", one.id)),
    ))
}

fn to_send(ctx: &Ctx, unsent: &dispatches::Unsent) -> Item {
    let words = ctx.words();
    let (institution, amount) = (unsent.institution.as_str(), words.money(unsent.gross));
    let path = format!("/invoices/{}", unsent.id);
    Item::new(
        What::InvoiceToSend(unsent.id),
        unsent.issued_on,
        say!(words, "placement-today-send", number = unsent.number.as_str()),
        say!(words, "placement-today-send-text", institution = institution, amount = amount),
        Action::link(ctx.say("placement-today-send-action"), path.clone()),
    )
    .or(&format!("{path}/sending"), ctx.say("placement-invoice-sending-link"))
}

/// A month that is over: as long as hours are not approved, it is not whole on any invoice.
fn to_close(ctx: &Ctx, open: &house::OpenMonth) -> Item {
    let with = [("teams", open.with_teams), ("coordinator", open.with_coordinator), ("peers", open.with_peers)];
    let waiting: Vec<String> = with
        .into_iter()
        .filter(|(_, missions)| *missions > 0)
        .map(|(whom, missions)| say!(ctx.words(), &format!("placement-today-month-{whom}"), count = missions))
        .collect();
    Item::new(
        What::MonthToClose(open.month),
        open.month.days().last(),
        say!(ctx.words(), "placement-today-month", month = month_name(ctx, open.month)),
        say!(ctx.words(), "placement-today-month-text", waiting = ctx.words().list(&waiting)),
        Action::link(ctx.say("placement-today-month-action"), format!("/hours?month={}", open.month)),
    )
}

pub(super) async fn for_admin(tx: &mut Tx, ctx: &Ctx, actor: &Actor) -> Result<Vec<Item>, PageError> {
    let mut items = Vec::new();
    if let Some(org) = actor.association(CLAIM_ANSWER) {
        items.extend(super::association::claims(tx, ctx, org).await?);
    }
    if let Some(org) = actor.association(PEOPLE_READ) {
        let never = house::never_came(tx, org, ctx.today()).await?;
        items.extend(people(ctx, What::NeverCame, "placement-today-never", &never));
        let without = house::without_role(tx, org, ctx.today(), later(ctx.today(), -FORGOTTEN)).await?;
        items.extend(people(ctx, What::WithoutRole, "placement-today-roleless", &without));
    }
    if let Some(org) = actor.association(IMPORT) {
        let last = house::last_import(tx, org).await?;
        items.extend(last.and_then(|(id, state, at)| {
            let key = match state.as_str() {
                "ready" => "placement-today-import-ready",
                "stopped" => "placement-today-import-stopped",
                _ => return None,
            };
            let action = Action::link(ctx.say("placement-today-import-action"), format!("/imports/{id}"));
            let text = ctx.say(&format!("{key}-text"));
            Some(Item::new(What::ImportWaits, date(ctx, at), ctx.say(key), text, action))
        }));
    }
    Ok(items)
}

/// One card for everybody of whom the same is to be told: the person's own page when it is one person.
fn people(ctx: &Ctx, what: What, key: &str, people: &[house::Entered]) -> Option<Item> {
    let first = people.first()?;
    let words = ctx.words();
    let mut names: Vec<String> = people.iter().take(NAMED).map(|one| one.name.clone()).collect();
    if people.len() > NAMED {
        names.push(say!(words, "placement-today-others", count = people.len() - NAMED));
    }
    let since = date(ctx, first.since);
    let path = if people.len() == 1 { format!("/people/{}", first.id) } else { "/people".to_owned() };
    Some(Item::new(
        what,
        since,
        say!(words, key, names = words.list(&names), count = people.len()),
        say!(words, &format!("{key}-text"), day = words.date(since), count = people.len()),
        Action::link(say!(words, "placement-today-people-action", count = people.len()), path),
    ))
}
