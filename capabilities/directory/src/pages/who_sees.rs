//! Who can see what the directory holds about a person: fact by fact, by what the person has opened and by need.

use std::{collections::BTreeSet, pin::Pin};

use passerelle_access::{Facts, Role, membership};
use passerelle_kernel::Date;
use passerelle_store::Tx;
use passerelle_web::{Ctx, PageError, Readable, Readers};
use passerelle_words::say;

use super::visibility::value;
use crate::{
    OrganisationId, PersonId,
    actions::{Own, find_own},
    store::people,
    visibility::{Audience, Need, PersonFact},
};

/// What is held about the person who acts, and who can see it.
pub(crate) fn who_sees(ctx: Ctx) -> Pin<Box<dyn Future<Output = Result<Vec<Readable>, PageError>> + Send>> {
    Box::pin(async move { tell(&ctx).await })
}

async fn tell(ctx: &Ctx) -> Result<Vec<Readable>, PageError> {
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_read().await?;
    let keepers = people::keepers(&mut tx, me).await?;
    let mut all = Vec::new();
    for (keeper, name) in &keepers {
        let Some(own) = find_own(&mut tx, *keeper, me, ctx.today()).await? else { continue };
        let coordinators = coordinators(&mut tx, *keeper, me, ctx.today()).await?;
        // Where several associations keep a record, each is told apart by its name.
        let place = (keepers.len() > 1).then_some(name.as_str());
        all.extend(PersonFact::ALL.iter().map(|fact| readable(ctx, &own, *fact, &coordinators, place)));
    }
    Ok(all)
}

/// The names of those who coordinate an association today, without the person themselves.
async fn coordinators(tx: &mut Tx, keeper: OrganisationId, me: PersonId, day: Date) -> Result<Vec<String>, PageError> {
    let records = [Facts { association: Some(keeper), person: Some(me), ..Facts::default() }];
    let around = membership::around(tx, &records, day).await?;
    let coordinates = |role| matches!(role, Role::Admin | Role::Coordinator);
    let others = around.into_iter().filter(|(seat, _)| coordinates(seat.role) && seat.account != me);
    let names: BTreeSet<String> = others.map(|(_, name)| name).collect();
    Ok(names.into_iter().collect())
}

fn readable(ctx: &Ctx, own: &Own, fact: PersonFact, coordinators: &[String], place: Option<&str>) -> Readable {
    let code = fact.as_str();
    let what = say!(ctx.words(), &format!("directory-visibility-{code}"), value = value(ctx, own, fact));
    let what = match place {
        Some(place) => say!(ctx.words(), "web-me-seat", role = what, place = place),
        None => what,
    };
    let see = Audience::ALL.iter().filter(|audience| own.visibility.shows(**audience, fact));
    let readers = see.map(|audience| Readers {
        who: ctx.say(&format!("directory-audience-{}", audience.as_str())),
        names: if *audience == Audience::Coordinators { coordinators.to_vec() } else { Vec::new() },
        why: match Need::of(*audience, fact) {
            Some(need) => {
                let why = ctx.say(&format!("directory-need-{}", need.as_str()));
                say!(ctx.words(), "directory-sees-need", why = why)
            }
            None => ctx.say("directory-sees-chosen"),
        },
    });
    Readable { what, readers: readers.collect() }
}
