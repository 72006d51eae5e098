//! Who can see what is held about a peer here: computed from the rules, the peer's missions and the roles of today.

use std::{collections::BTreeMap, pin::Pin};

use passerelle_access::{Facts, Membership, Role, Rule, membership};
use passerelle_web::{Ctx, PageError, Readable, Readers};
use passerelle_words::say;

use crate::{
    access::{BEYOND_READ, CONTRACT_READ, HOURS_READ, INVOICE_READ, MISSION_READ, PROPOSAL_MANAGE},
    store,
};

/// What is held, with the right to see it.
const HELD: [(&str, &Rule); 6] = [
    ("placement-sees-missions", MISSION_READ),
    ("placement-sees-hours", HOURS_READ),
    ("placement-sees-contract", CONTRACT_READ),
    ("placement-sees-wishes", PROPOSAL_MANAGE),
    ("placement-sees-beyond", BEYOND_READ),
    ("placement-sees-invoices", INVOICE_READ),
];

/// What is held about the person who acts, and who can see it.
pub(crate) fn who_sees(ctx: Ctx) -> Pin<Box<dyn Future<Output = Result<Vec<Readable>, PageError>> + Send>> {
    Box::pin(async move { tell(&ctx).await })
}

async fn tell(ctx: &Ctx) -> Result<Vec<Readable>, PageError> {
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_read().await?;
    let mut records = store::missions::records_of_peer(&mut tx, me).await?;
    let seats = membership::of_account(&mut tx, me, ctx.today()).await?;
    let of_seat = |seat: &Membership| Facts { association: Some(seat.org), person: Some(me), ..Facts::default() };
    records.extend(seats.iter().filter(|seat| seat.role == Role::Peer).map(of_seat));
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let mut around = membership::around(&mut tx, &records, ctx.today()).await?;
    around.retain(|(seat, _)| seat.account != me);
    let held =
        |(key, rule): (&str, &Rule)| Readable { what: ctx.say(key), readers: readers(ctx, rule, &records, &around) };
    let private = Readable { what: ctx.say("placement-sees-private"), readers: Vec::new() };
    Ok(HELD.into_iter().map(held).chain([private]).collect())
}

/// Those of the people around who have this right on one of the records, role by role and place by place.
fn readers(ctx: &Ctx, rule: &Rule, records: &[Facts], around: &[(Membership, String)]) -> Vec<Readers> {
    let mut found: BTreeMap<(Role, &str), Vec<String>> = BTreeMap::new();
    for (seat, name) in around.iter().filter(|(seat, _)| records.iter().any(|record| rule.reaches(seat, record))) {
        found.entry((seat.role, &seat.place)).or_default().push(name.clone());
    }
    let why = ctx.say(&format!("look-{}", rule.name));
    let readers = found.into_iter().map(|((role, place), names)| {
        let role = ctx.say(&format!("web-role-{}", role.as_str()));
        Readers { who: say!(ctx.words(), "web-me-seat", role = role, place = place), names, why: why.clone() }
    });
    readers.collect()
}
