//! The world of the demonstration while it is made: its clock, its organisations, its people, and who acts.

use std::{collections::BTreeMap, fmt::Display};

use anyhow::{Context as _, Result, anyhow};
use passerelle_access::{Actor, account, membership};
use passerelle_directory::{OrganisationId, PersonId, TeamId};
use passerelle_kernel::{Clock, Date, Language, TimeZone, Timestamp};
use passerelle_store::Db;
use passerelle_web::{App, Ctx, Failure, Reason, Settings};

use super::cast::{HOSTS, RUNNERS, STAFF, Somebody};
use crate::capabilities;

/// What is there so far.
pub(super) struct World {
    app: App,
    clock: Clock,
    zone: TimeZone,
    /// The day on which the demonstration is made: everything happens before it begins.
    pub(super) today: Date,
    /// How many times larger than the smallest.
    pub(super) scale: u32,
    pub(super) organisations: BTreeMap<&'static str, OrganisationId>,
    pub(super) teams: BTreeMap<&'static str, TeamId>,
    people: BTreeMap<String, Actor>,
}

impl World {
    pub(super) fn new(db: Db, settings: Settings, clock: Clock, today: Date, scale: u32) -> Self {
        let zone = settings.zone.clone();
        let app = App::new(db, settings, &capabilities::all());
        let (organisations, teams, people) = Default::default();
        Self { app, clock, zone, today, scale, organisations, teams, people }
    }

    pub(super) fn app(&self) -> &App {
        &self.app
    }

    /// The date so many days from today.
    pub(super) fn date(&self, days: i32) -> Date {
        self.today.saturating_add(jiff::Span::new().days(days))
    }

    /// The instant at which the clocks on the wall show this.
    pub(super) fn instant(&self, on: Date, hour: i8, minute: i8) -> Result<Timestamp> {
        Ok(on.at(hour, minute, 0, 0).to_zoned(self.zone.clone())?.timestamp())
    }

    /// Moves the clock.
    pub(super) fn go_to(&self, instant: Timestamp) {
        self.clock.set(instant);
    }

    /// Remembers a person, who acts from now on in the first role they have been given.
    pub(super) async fn meet(&mut self, key: String, id: PersonId) -> Result<()> {
        let mut tx = self.app.db().begin_read().await?;
        let account = account::find(&mut tx, id).await?.context("a person without an account")?;
        let roles = membership::of_account(&mut tx, id, self.clock.today(&self.zone)).await?;
        let (name, language, zone) = (account.name, account.language, account.zone);
        let actor = Actor { account: id, name, language, zone, seat: roles.into_iter().next() };
        self.people.insert(key, actor);
        Ok(())
    }

    /// The context in which this person acts.
    pub(super) fn ctx(&self, key: &str) -> Result<Ctx> {
        let actor = self.people.get(key).with_context(|| format!("nobody is called {key}"))?;
        Ok(Ctx::new(self.app.clone(), Some(actor.clone()), actor.language))
    }

    /// The context of somebody without an account.
    pub(super) fn visitor(&self) -> Ctx {
        Ctx::new(self.app.clone(), None, Language::Fr)
    }

    pub(super) fn person(&self, key: &str) -> Result<PersonId> {
        self.people.get(key).map(|actor| actor.account).with_context(|| format!("nobody is called {key}"))
    }

    pub(super) fn everybody(&self) -> impl Iterator<Item = PersonId> {
        self.people.values().map(|actor| actor.account)
    }

    pub(super) fn organisation(&self, key: &str) -> Result<OrganisationId> {
        self.organisations.get(key).copied().with_context(|| format!("no organisation is called {key}"))
    }

    pub(super) fn team(&self, key: &str) -> Result<TeamId> {
        self.teams.get(key).copied().with_context(|| format!("no team is called {key}"))
    }
}

/// The member of staff with this role in an association.
pub(super) fn staff(association: &str, role: passerelle_directory::Role) -> &'static str {
    STAFF.iter().chain(RUNNERS).find(|one| one.at == association && one.role == role).map_or("", |one| one.key)
}

/// Who welcomes peers in a team.
pub(super) fn referent(team: &str) -> Option<&'static Somebody> {
    HOSTS.iter().find(|one| one.at == team)
}

/// How the people of a larger demonstration are called: `noor`, `noor-2`, …
pub(super) fn numbered(key: &str, copy: u32) -> String {
    if copy == 1 { key.to_owned() } else { format!("{key}-{copy}") }
}

/// Says what was being done when something failed, with the key of the refusal.
pub(super) trait During<T> {
    fn during(self, what: impl Display) -> Result<T>;
}

impl<T, R: Reason> During<T> for Result<T, Failure<R>> {
    fn during(self, what: impl Display) -> Result<T> {
        self.map_err(|failure| match failure {
            Failure::Refused(reason) => anyhow!("{what}: {}", reason.key()),
            Failure::NotFound => anyhow!("{what}: not found"),
            Failure::Forbidden => anyhow!("{what}: forbidden"),
            Failure::Store(error) => anyhow!("{what}: {error}"),
            Failure::Internal(problem) => anyhow!("{what}: {problem}"),
        })
    }
}
