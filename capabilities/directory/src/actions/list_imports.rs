//! Files of people, their roles and teams: handed in, shown, confirmed or dropped, written.
//!
//! Each line is written by what the pages do, with the rights of whoever confirmed: nothing can be imported that they
//! could not enter by hand. Nobody is written to.

use passerelle_access::{Account, Actor, account, membership};
use passerelle_kernel::{Id, Language};
use passerelle_store::Tx;
use passerelle_web::{App, Ctx};

use super::{
    actor, keeper,
    people::{change_person, enter_person},
    record,
    roles::{Given, add_to_roles, end_role},
    teams::{change_team, enter_team},
};
use crate::{
    Error, PersonId, Refusal,
    import::{Import, ImportState},
    importing::ImportError,
    jobs::{About, IMPORT},
    list_import::{List, Plan, RoleWork, Staged, Step, Vocabulary, Work, plan},
    store::{imports, list_imports, organisations::find_organisation},
};

/// How many lines are written in one transaction: the file of a small association is imported as a whole or not at all.
const CHUNK: usize = 200;

/// What a file of a list is understood with.
pub(crate) fn vocabulary(app: &App) -> Vocabulary {
    Vocabulary::of(&Language::ALL.map(|language| app.words(language)))
}

/// The import of a list, if the actor may see it.
pub(crate) async fn load_list_import(tx: &mut Tx, actor: &Actor, id: Id<Import>) -> Result<(Import, List), Error> {
    let import = imports::find(tx, id).await?.ok_or(Error::NotFound)?;
    let list = import.list.filter(|list| actor.holds(list.rule()) && keeper(actor).ok() == Some(import.org));
    list.map(|list| (import, list)).ok_or(Error::NotFound)
}

/// Hands a file of a list in; nothing changes yet.
///
/// # Errors
/// Forbidden without the right.
pub(crate) async fn start_list_import(ctx: &Ctx, list: List, staged: &Staged) -> Result<Id<Import>, Error> {
    let actor = actor(ctx)?;
    let org = if actor.holds(list.rule()) { keeper(actor)? } else { return Err(Error::Forbidden) };
    let id = ctx.new_id();
    let text = serde_json::to_string(staged).map_err(|error| Error::Internal(error.to_string()))?;
    let mut tx = ctx.begin_write().await?;
    list_imports::insert(&mut tx, (id, org, actor.account), list, (&text, staged.len())).await?;
    record(&mut tx, Some(actor), "import-started", id.to_string()).await?;
    tx.commit().await?;
    Ok(id)
}

/// What an import would do now, with the titles of the columns that are not read; nothing when its file is not kept any
/// more.
pub(crate) async fn plan_of(
    tx: &mut Tx,
    ctx: &Ctx,
    id: Id<Import>,
    list: List,
) -> Result<Option<(Plan, Vec<String>)>, Error> {
    let actor = actor(ctx)?;
    let Some(staged) = list_imports::staged(tx, id).await? else { return Ok(None) };
    let own = find_organisation(tx, keeper(actor)?).await?.ok_or(Error::Forbidden)?;
    let known = list_imports::known(tx, actor, own, (list, &staged), ctx.today()).await?;
    let plan = plan(list, &staged, &known, &vocabulary(ctx.app()), ctx.today());
    Ok(Some((plan, staged.ignored)))
}

/// Confirms an import that was shown; a job writes it.
///
/// # Errors
/// Not found, forbidden, or refused when the import does not wait for that.
pub(crate) async fn confirm_list_import(ctx: &Ctx, id: Id<Import>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let (_, list) = load_list_import(&mut tx, actor, id).await?;
    let (plan, _) = plan_of(&mut tx, ctx, id, list).await?.ok_or(Error::Refused(Refusal::Changed))?;
    if !list_imports::confirm(&mut tx, id, &plan).await? {
        return Err(Error::Refused(Refusal::Changed));
    }
    let about = About { import: id, by: Some(actor.account), gives_admin: plan.gives_admin() };
    tx.enqueue(IMPORT, &about).await?;
    record(&mut tx, Some(actor), "import-confirmed", id.to_string()).await?;
    Ok(tx.commit().await?)
}

/// Drops an import that was not confirmed: what the file says is forgotten.
///
/// # Errors
/// Not found, forbidden, or refused when it does not wait any more.
pub(crate) async fn drop_list_import(ctx: &Ctx, id: Id<Import>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    load_list_import(&mut tx, actor, id).await?;
    if !list_imports::give_up(&mut tx, id).await? {
        return Err(Error::Refused(Refusal::Changed));
    }
    record(&mut tx, Some(actor), "import-dropped", id.to_string()).await?;
    Ok(tx.commit().await?)
}

/// Writes a list that was confirmed, some hundred lines at a time; each time what is left is worked out anew, so that doing
/// it twice is harmless.
pub(crate) async fn apply_list_import(app: &App, import: &Import, list: List, about: About) -> Result<(), ImportError> {
    if import.state != ImportState::Applying {
        return Ok(());
    }
    let ctx = importer(app, import, list, about.by).await?;
    let mut left = usize::MAX;
    loop {
        let mut tx = ctx.begin_write().await?;
        let Some((plan, _)) = plan_of(&mut tx, &ctx, import.id, list).await.map_err(|error| told(error, 0))? else {
            return Ok(());
        };
        if plan.gives_admin() && !about.gives_admin {
            return Err(ImportError::Forbidden);
        }
        let steps = plan.steps.len();
        if steps >= left {
            let line = plan.steps.first().map_or(0, |step| step.line);
            return Err(ImportError::Line(line));
        }
        left = steps;
        for step in plan.steps.into_iter().take(CHUNK) {
            let line = step.line;
            write(&ctx, &mut tx, step).await.map_err(|error| told(error, line))?;
        }
        if left <= CHUNK {
            imports::finish(&mut tx, import.id).await?;
            return Ok(tx.commit().await?);
        }
        let done = import.total.saturating_sub((left - CHUNK) as u64);
        imports::tell_progress(&mut tx, import.id, done, import.total).await?;
        tx.commit().await?;
    }
}

/// Whoever confirmed, in the role in which they may: rights that they have lost meanwhile are not used.
async fn importer(app: &App, import: &Import, list: List, by: Option<Id<Account>>) -> Result<Ctx, ImportError> {
    let mut tx = app.db().begin_read().await?;
    let by = by.ok_or(ImportError::Forbidden)?;
    let known = account::find(&mut tx, by).await?.ok_or(ImportError::Forbidden)?;
    let ctx = |actor: Option<Actor>| Ctx::new(app.clone(), actor, known.language);
    let seats = membership::of_account(&mut tx, by, ctx(None).today()).await?;
    let actors = seats.into_iter().filter(|seat| seat.org == import.org).map(|seat| Actor {
        account: known.id,
        name: known.name.clone(),
        language: known.language,
        zone: known.zone.clone(),
        seat: Some(seat),
    });
    let actor = actors.into_iter().find(|actor| actor.holds(list.rule())).ok_or(ImportError::Forbidden)?;
    Ok(ctx(Some(actor)))
}

/// What became of a line, as the job tells it.
fn told(error: Error, line: u64) -> ImportError {
    match error {
        Error::Store(error) => ImportError::Store(error),
        Error::Forbidden => ImportError::Forbidden,
        Error::NotFound | Error::Refused(_) | Error::Internal(_) => ImportError::Line(line),
    }
}

async fn write(ctx: &Ctx, tx: &mut Tx, step: Step) -> Result<(), Error> {
    let actor = actor(ctx)?;
    match step.work {
        Work::Enter { facts, role: RoleWork::Give { role, org, team, from, until } } => {
            let given = Given { role, org, team, from, until };
            enter_person(ctx, tx, keeper(actor)?, &facts, given).await.map(drop)
        }
        // Somebody new has no role that could end.
        Work::Enter { .. } => Err(Error::Refused(Refusal::RoleMissing)),
        Work::Change { person, facts, role } => {
            if let Some((facts, version)) = facts {
                change_person(tx, actor, person, version, &facts).await?;
            }
            change_role(ctx, tx, person, role).await
        }
        Work::EnterTeam { org, name, town } => enter_team(tx, ctx, org, &name, &town).await.map(drop),
        Work::ChangeTeam { team, version, name, town } => change_team(tx, ctx, team, version, &name, &town).await,
    }
}

async fn change_role(ctx: &Ctx, tx: &mut Tx, person: PersonId, role: Option<RoleWork>) -> Result<(), Error> {
    match role {
        Some(RoleWork::Give { role, org, team, from, until }) => {
            add_to_roles(ctx, tx, person, Given { role, org, team, from, until }).await
        }
        Some(RoleWork::End { membership, last }) => end_role(ctx, tx, person, membership, last).await,
        None => Ok(()),
    }
}
