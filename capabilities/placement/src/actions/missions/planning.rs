//! A plan for all open missions: asked for by a coordinator, worked out by a job, stopped, and proposed line by line.

use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use passerelle_access::{Actor, Facts};
use passerelle_kernel::{Date, Id};
use passerelle_store::{
    Event, Tx,
    job::{self, Job},
};
use passerelle_web::{App, Ctx, JobContext, JobFuture};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{actor, propose::propose_in};
use crate::{
    Error, access,
    mission::Mission,
    outside::Organisation,
    planning::{Line, Part, Planning, Stage, Whole, effort},
    refusal::Refusal,
    store::plannings,
};

/// The kind of the job.
pub(crate) const JOB: &str = "placement-planning";

/// How often a plan that works tells how far it is, and asks whether to stop.
const TELL: Duration = Duration::from_millis(400);

#[derive(Serialize, Deserialize)]
struct About {
    planning: Id<Planning>,
}

/// The plan with this id, if the actor may see it.
///
/// # Errors
/// Not found when it is of another association.
pub(crate) async fn load(tx: &mut Tx, actor: &Actor, id: Id<Planning>) -> Result<Planning, Error> {
    let planning = plannings::find(tx, id).await?.ok_or(Error::NotFound)?;
    let facts = Facts { association: Some(planning.org), ..Facts::default() };
    if actor.may(access::PROPOSAL_MANAGE, &facts) { Ok(planning) } else { Err(Error::NotFound) }
}

/// Asks for a plan; what was said of single lines holds in it.
///
/// # Errors
/// Forbidden without the right.
pub async fn start_planning(ctx: &Ctx, said: &[Line]) -> Result<Id<Planning>, Error> {
    let actor = actor(ctx)?;
    let org = actor.association(access::PROPOSAL_MANAGE).ok_or(Error::Forbidden)?;
    let id: Id<Planning> = ctx.new_id();
    let mut tx = ctx.begin_write().await?;
    plannings::insert(&mut tx, id, org, actor.account, said).await?;
    tx.enqueue(JOB, &About { planning: id }).await?;
    record(&mut tx, actor, (id, org), "planning-asked").await?;
    tx.commit().await?;
    Ok(id)
}

/// Asks a plan to stop; the best that was found until then is kept. One that is worked out stays as it is.
///
/// # Errors
/// Not found for a plan of another association.
pub async fn stop_planning(ctx: &Ctx, id: Id<Planning>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let planning = load(&mut tx, actor, id).await?;
    if planning.works() {
        plannings::stop(&mut tx, id).await?;
        record(&mut tx, actor, (id, planning.org), "planning-stopped").await?;
    }
    Ok(tx.commit().await?)
}

/// Proposes the missions of these lines to their peers; gives the missions that could not be proposed, and why. The rules
/// of matching are looked at again: the plan may be of yesterday.
///
/// # Errors
/// Not found for a plan of another association or a line that is not in it; refused for a day that is not ahead.
pub async fn propose_planned(
    ctx: &Ctx,
    id: Id<Planning>,
    chosen: &[Line],
    answer_by: Date,
) -> Result<Vec<(Id<Mission>, Refusal)>, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    load(&mut tx, actor, id).await?;
    let known = plannings::lines(&mut tx, id).await?;
    let mut refused = Vec::new();
    for line in chosen {
        if line.part != Part::Proposed || !known.contains(line) {
            return Err(Error::NotFound);
        }
        match propose_in(&mut tx, ctx, line.mission, &[line.peer], answer_by).await {
            Ok(()) => {}
            Err(Error::Refused(refusal)) if refusal != Refusal::DateNotAhead => refused.push((line.mission, refusal)),
            Err(error) => return Err(error),
        }
    }
    tx.commit().await?;
    Ok(refused)
}

async fn record(
    tx: &mut Tx,
    by: &Actor,
    (id, org): (Id<Planning>, Id<Organisation>),
    kind: &'static str,
) -> Result<(), Error> {
    let (org, actor) = (Some(org.to_string()), Some(by.account.to_string()));
    let event = Event { kind, org, partner: None, subject: id.to_string(), actor, detail: &json!({}) };
    Ok(tx.record_about(event, by.about(access::PROPOSAL_MANAGE, None)).await?)
}

/// Works a plan out.
pub(crate) fn job(ctx: JobContext, job: Job) -> JobFuture {
    Box::pin(async move {
        let about: About = job.payload().map_err(|_| "a job of another version")?;
        if work_out(&ctx.app, &job, about.planning).await? {
            Ok(())
        } else {
            Err("this node ends: another one begins anew".into())
        }
    })
}

/// Gives whether it could go on for as long as it had to.
async fn work_out(app: &App, job: &Job, id: Id<Planning>) -> passerelle_store::Result<bool> {
    let mut tx = app.db().begin_read().await?;
    let Some(planning) = plannings::find(&mut tx, id).await?.filter(Planning::works) else { return Ok(true) };
    let said = plannings::lines(&mut tx, id).await?;
    let facts = plannings::facts_now(&mut tx, planning.org).await?;
    let today = app.db().clock().today(&app.settings().zone);
    let ground = plannings::ground(&mut tx, planning.org, today).await?.ground;
    let stops = plannings::stops(&mut tx, id).await?;
    drop(tx);
    let told = Arc::new(Told::default());
    told.ends(stops.then_some(End::Asked));
    let heard = told.clone();
    let mut search = tokio::task::spawn_blocking(move || {
        let whole = Whole::of(&ground, &said);
        whole.search(&ground, effort(&whole.problem), |done| heard.go_on(done))
    });
    let lines = loop {
        tokio::select! {
            lines = &mut search => break lines,
            () = tokio::time::sleep(TELL) => {}
        }
        // It goes on when this is in the way of something: it is told again soon.
        if let Err(error) = tell(app, id, &told).await {
            tracing::warn!(%error, "how far a plan is could not be told");
        }
    };
    let lines = lines.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()));
    let stage = match told.end() {
        None => Stage::Done,
        Some(End::Asked) => Stage::Stopped,
        Some(End::Leaving) => return Ok(false),
    };
    let mut tx = app.db().begin_write().await?;
    job::finish(&mut tx, job).await?;
    plannings::finish(&mut tx, &planning, stage, &facts, &lines).await?;
    tx.commit().await?;
    Ok(true)
}

/// Why a search ends before it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// Somebody has asked for it.
    Asked,
    /// This node is about to end.
    Leaving,
}

/// What the search and those who wait tell each other.
#[derive(Default)]
struct Told {
    /// Hundredths that are done.
    done: AtomicU64,
    end: OnceLock<End>,
}

impl Told {
    fn go_on(&self, done: f64) -> bool {
        self.done.store((done * 100.0) as u64, Ordering::Relaxed);
        self.end().is_none()
    }

    /// The first reason counts.
    fn ends(&self, end: Option<End>) {
        if let Some(end) = end {
            let _ = self.end.set(end);
        }
    }

    fn end(&self) -> Option<End> {
        self.end.get().copied()
    }
}

/// Writes how far the search is; it ends early when somebody has asked for that, or when this node is about to end.
async fn tell(app: &App, id: Id<Planning>, told: &Told) -> passerelle_store::Result<()> {
    let mut tx = app.db().begin_write().await?;
    let done = i64::try_from(told.done.load(Ordering::Relaxed)).unwrap_or(0);
    plannings::tell_progress(&mut tx, id, done).await?;
    let asked = plannings::stops(&mut tx, id).await?;
    tx.commit().await?;
    told.ends(asked.then_some(End::Asked).or(app.is_leaving().then_some(End::Leaving)));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_goes_on_until_somebody_asks_it_to_stop_or_the_node_ends() {
        let told = Told::default();
        assert!(told.go_on(0.25));
        assert_eq!((told.done.load(Ordering::Relaxed), told.end()), (25, None));
        told.ends(None);
        assert!(told.go_on(0.5));
        told.ends(Some(End::Asked));
        told.ends(Some(End::Leaving));
        assert!(!told.go_on(0.75));
        assert_eq!(told.end(), Some(End::Asked), "a plan that somebody has stopped is not begun anew");
    }
}
