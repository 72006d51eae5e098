//! Who can see what the directory holds about a person: fact by fact, by what the person has opened and by need.

use std::pin::Pin;

use passerelle_access::{Facts, Role, membership};
use passerelle_web::{Ctx, Held, PageError, Readers};
use passerelle_words::say;

use super::visibility::value;
use crate::{
    actions::{Own, find_own},
    store::people,
    visibility::{Audience, Need, PersonFact},
};

/// What is held about the person who acts, and who can see it.
pub(crate) fn who_sees(ctx: Ctx) -> Pin<Box<dyn Future<Output = Result<Vec<Held>, PageError>> + Send>> {
    Box::pin(async move { tell(&ctx).await })
}

async fn tell(ctx: &Ctx) -> Result<Vec<Held>, PageError> {
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_read().await?;
    let Some(own) = find_own(&mut tx, me, ctx.today()).await? else { return Ok(Vec::new()) };
    let association = people::keeper(&mut tx, me).await?.map(|(keeper, _)| keeper);
    let records = [Facts { association, person: Some(me), ..Facts::default() }];
    let around = membership::around(&mut tx, &records, ctx.today()).await?;
    let coordinates = |role| matches!(role, Role::Admin | Role::Coordinator);
    let mut names: Vec<String> = around
        .into_iter()
        .filter(|(seat, _)| coordinates(seat.role) && seat.account != me)
        .map(|(_, name)| name)
        .collect();
    names.sort();
    names.dedup();
    Ok(PersonFact::ALL.iter().map(|fact| held(ctx, &own, *fact, &names)).collect())
}

fn held(ctx: &Ctx, own: &Own, fact: PersonFact, coordinators: &[String]) -> Held {
    let code = fact.as_str();
    let what = say!(ctx.words(), &format!("directory-visibility-{code}"), value = value(ctx, own, fact));
    let see = Audience::ALL.iter().filter(|audience| own.visibility.shows(**audience, fact));
    let readers = see.map(|audience| Readers {
        who: ctx.say(&format!("directory-audience-{}", audience.as_str())),
        names: if *audience == Audience::Coordinators { coordinators.to_vec() } else { Vec::new() },
        why: match Need::of(*audience, fact) {
            Some(need) => {
                say!(ctx.words(), "directory-sees-need", why = ctx.say(&format!("directory-need-{}", need.as_str())))
            }
            None => ctx.say("directory-sees-chosen"),
        },
    });
    Held { what, readers: readers.collect() }
}
