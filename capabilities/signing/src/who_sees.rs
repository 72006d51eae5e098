//! Who can see the papers that somebody signs: those who manage them, by the roles of today. The other signers read them too.

use std::{collections::BTreeSet, pin::Pin};

use passerelle_access::{Facts, Role, membership};
use passerelle_web::{Ctx, PageError, Readable, Readers};
use passerelle_words::say;

use crate::{access::PAPER_MANAGE, store::lists};

/// What is held about the person who acts, and who can see it.
pub(crate) fn who_sees(ctx: Ctx) -> Pin<Box<dyn Future<Output = Result<Vec<Readable>, PageError>> + Send>> {
    Box::pin(async move { tell(&ctx).await })
}

async fn tell(ctx: &Ctx) -> Result<Vec<Readable>, PageError> {
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_read().await?;
    let orgs = lists::orgs_of(&mut tx, me).await?;
    let records: Vec<Facts> =
        orgs.into_iter().map(|org| Facts { association: Some(org), ..Facts::default() }).collect();
    if records.is_empty() {
        return Ok(Vec::new());
    }
    // A signer may be of another organisation, which those of the association have not chosen to be met by: no names.
    let around = membership::around(&mut tx, &records, ctx.today()).await?;
    let managers = around.into_iter().map(|(seat, _)| seat);
    let managers = managers.filter(|seat| records.iter().any(|record| PAPER_MANAGE.reaches(seat, record)));
    let found: BTreeSet<(Role, String)> = managers.map(|seat| (seat.role, seat.place)).collect();
    let why = ctx.say("look-paper-manage");
    let managers = found.into_iter().map(|(role, place)| {
        let role = ctx.say(&format!("web-role-{}", role.as_str()));
        Readers {
            who: say!(ctx.words(), "web-me-seat", role = role, place = place),
            names: Vec::new(),
            why: why.clone(),
        }
    });
    let signers = Readers { who: ctx.say("signing-sees-signers"), names: Vec::new(), why: ctx.say("look-paper-sign") };
    let readers = managers.chain([signers]).collect();
    Ok(vec![Readable { what: ctx.say("signing-purpose-papers"), readers }])
}
