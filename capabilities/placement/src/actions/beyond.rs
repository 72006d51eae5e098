//! What people do with requests beyond the charter: the peer passes on, the coordinator answers the team.

use passerelle_access::{Actor, Facts, Rule};
use passerelle_kernel::Id;
use passerelle_store::{Event, Tx};
use passerelle_web::{Ctx, Letter, send_letter};
use serde_json::json;

use crate::{
    Error,
    access::{BEYOND_ANSWER, BEYOND_REPORT},
    actions::hours::addressees,
    beyond::{Asker, Beyond, Kind},
    mission::Mission,
    refusal::Refusal,
    stamp::Stamp,
    store::{beyond, missions},
};

/// The peer passes a request on; one tap.
///
/// # Errors
/// As [`Beyond::pass_on`].
pub async fn report_beyond(
    ctx: &Ctx,
    mission: Id<Mission>,
    kind: Kind,
    asked_by: Option<Asker>,
) -> Result<Id<Beyond>, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let loaded = missions::load_mission(&mut tx, actor, mission, BEYOND_REPORT).await?;
    let id = tx.new_id();
    let told = Beyond::pass_on(id, &loaded.mission, actor.account, kind, asked_by, ctx.now());
    beyond::insert(&mut tx, &told.map_err(Error::Refused)?, &loaded.facts()).await?;
    record(&mut tx, actor, (BEYOND_REPORT, "beyond-reported"), id, &loaded.facts()).await?;
    tx.commit().await?;
    Ok(id)
}

/// The coordinator answers the team in the peer's place; gives how many of the team are written to (none when no
/// address is known).
///
/// # Errors
/// As [`Beyond::answer`].
pub async fn answer_beyond(ctx: &Ctx, id: Id<Beyond>, answer: &str) -> Result<usize, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let told = beyond::load_beyond(&mut tx, actor, id, BEYOND_ANSWER).await?;
    let answered = told.beyond.answer(answer, Stamp::of(actor.account, ctx.now())).map_err(Error::Refused)?;
    beyond::save(&mut tx, &answered).await?;
    let letters = write_to_team(&mut tx, ctx, &answered, answer).await?;
    record(&mut tx, actor, (BEYOND_ANSWER, "beyond-answered"), id, &told.of).await?;
    tx.commit().await?;
    Ok(letters)
}

/// The peer takes the request back, without a reason.
///
/// # Errors
/// As [`Beyond::withdraw`].
pub async fn withdraw_beyond(ctx: &Ctx, id: Id<Beyond>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let told = beyond::load_beyond(&mut tx, actor, id, BEYOND_REPORT).await?;
    let withdrawn = told.beyond.withdraw(actor.account, ctx.now()).map_err(Error::Refused)?;
    beyond::save(&mut tx, &withdrawn).await?;
    record(&mut tx, actor, (BEYOND_REPORT, "beyond-withdrawn"), id, &told.of).await?;
    Ok(tx.commit().await?)
}

async fn write_to_team(tx: &mut Tx, ctx: &Ctx, beyond: &Beyond, answer: &str) -> Result<usize, Error> {
    let Some(loaded) = missions::find(tx, beyond.mission).await? else { return Ok(0) };
    let arg = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let team = addressees(tx, ctx, &loaded).await?;
    for person in &team {
        let words = ctx.app().words(person.language);
        let letter = Letter {
            to: person.email.clone(),
            language: person.language,
            key: "placement-mail-beyond".to_owned(),
            args: vec![
                arg("name", &person.name),
                arg("peer", loaded.peer_name.as_deref().unwrap_or_default()),
                arg("kind", &words.say(&format!("placement-beyond-kind-{}", beyond.kind.as_str()))),
                arg("answer", answer.trim()),
                arg("org", &loaded.org_name),
            ],
            link: None,
        };
        send_letter(tx, &letter).await?;
    }
    Ok(team.len())
}

async fn record(
    tx: &mut Tx,
    actor: &Actor,
    (rule, kind): (&Rule, &'static str),
    id: Id<Beyond>,
    of: &Facts,
) -> Result<(), Error> {
    // Only the association hears of it: to the institution it is told in the association's words.
    let event = Event {
        kind,
        org: of.association.map(|id| id.to_string()),
        partner: None,
        subject: id.to_string(),
        actor: Some(actor.account.to_string()),
        detail: &json!({}),
    };
    Ok(tx.record_about(event, actor.about(rule, of.person)).await?)
}

fn actor(ctx: &Ctx) -> Result<&Actor, Error> {
    ctx.visitor().ok_or(Error::Refused(Refusal::AccountNeeded))
}
