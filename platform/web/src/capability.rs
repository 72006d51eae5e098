//! What a capability brings to the server, and routes that say who may use them.

use std::{future::Future, pin::Pin};

use axum::{
    Router,
    extract::Request,
    handler::Handler,
    middleware::{Next, from_fn},
    routing::{MethodRouter, get, post},
};
use passerelle_access::{Ability, Account, Role, Rule};
use passerelle_kernel::Id;
use passerelle_store::{
    Migrations, Sql, Tables,
    held::{Held, Nobody, Passing},
    job::Job,
    reference::Reference,
    seal::Sealed,
};
use passerelle_words::Translations;

use crate::{
    App, Ctx, PageError, Schedule, Stale,
    api::{Operation, door},
    guard, measure,
    search::{Findable, Index},
};

/// Who may use a route.
#[derive(Clone, Copy, Debug)]
pub enum Needs {
    /// Everybody, without an account.
    Public,
    /// Everybody who is signed in.
    SignedIn,
    /// Whoever holds this right; which records it reaches is decided where the record is loaded.
    Right(&'static Rule),
    /// Everybody who is signed in and has just proved who they are: for what is dangerous (see [`crate::Ctx::fresh`]).
    Fresh,
    /// Whoever holds this right and has just proved who they are.
    FreshRight(&'static Rule),
}

impl Needs {
    /// Whether somebody with this role may use the route at all.
    pub fn admits(&self, role: Option<Role>) -> bool {
        self.rule().is_none_or(|rule| role.is_some_and(|role| rule.reach(role).is_some()))
    }

    /// The right that is needed, if it is one.
    pub const fn rule(&self) -> Option<&'static Rule> {
        match self {
            Self::Right(rule) | Self::FreshRight(rule) => Some(rule),
            _ => None,
        }
    }

    /// Whether one must have just proved who one is.
    pub const fn asks_again(&self) -> bool {
        matches!(self, Self::Fresh | Self::FreshRight(_))
    }
}

/// The method of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Shows.
    Get,
    /// Acts.
    Post,
}

/// A route, as the access matrix lists it.
#[derive(Clone, Debug)]
pub struct RouteInfo {
    /// Shows or acts.
    pub method: Method,
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// Who may use it.
    pub needs: Needs,
    /// What a token must let a program do; nothing for pages, and for what every token opens.
    pub ability: Option<&'static Ability>,
}

/// The routes of a capability, each with who may use it.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    programs: Router<App>,
    list: Vec<RouteInfo>,
    operations: Vec<Operation>,
}

impl Routes {
    /// A page.
    #[must_use]
    pub fn get<H: Handler<T, App>, T: 'static>(self, path: &'static str, needs: Needs, handler: H) -> Self {
        self.add(Method::Get, path, needs, get(handler))
    }

    /// An action.
    #[must_use]
    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, needs: Needs, handler: H) -> Self {
        self.add(Method::Post, path, needs, post(handler))
    }

    /// A route of programs, as it is described.
    #[must_use]
    pub fn api<H: Handler<T, App>, T: 'static>(mut self, operation: Operation, handler: H) -> Self {
        let RouteInfo { method, path, needs, ability } = operation.info();
        let (verb, handler) = match method {
            Method::Get => ("GET", get(handler)),
            Method::Post => ("POST", post(handler)),
        };
        let guarded = handler.route_layer(from_fn(move |request: Request, next: Next| {
            measure::counted(verb, path, door::admit(needs, ability, path, request, next))
        }));
        self.programs = self.programs.route(path, guarded);
        self.list.push(operation.info());
        self.operations.push(operation);
        self
    }

    /// The routes of another group as well.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.programs = self.programs.merge(other.programs);
        self.list.extend(other.list);
        self.operations.extend(other.operations);
        self
    }

    /// Every route with who may use it.
    pub fn list(&self) -> &[RouteInfo] {
        &self.list
    }

    /// What is told of the routes of programs.
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The pages, and the routes of programs.
    pub(crate) fn into_routers(self) -> (Router<App>, Router<App>) {
        (self.router, self.programs)
    }

    fn add(mut self, method: Method, path: &'static str, needs: Needs, handler: MethodRouter<App>) -> Self {
        let verb = if method == Method::Post { "POST" } else { "GET" };
        let guarded = handler.layer(from_fn(move |request: Request, next: Next| {
            measure::counted(verb, path, guard::admit(needs, path, request, next))
        }));
        self.router = self.router.route(path, guarded);
        self.list.push(RouteInfo { method, path, needs, ability: None });
        self
    }
}

/// An entry of a list of pages, shown to whoever may use it.
#[derive(Clone, Copy, Debug)]
pub struct Destination {
    /// The key of its words.
    pub key: &'static str,
    /// Where it leads.
    pub path: &'static str,
    /// Who sees it.
    pub needs: Needs,
    /// Its place: smaller first.
    pub order: u8,
}

/// What a job works with.
#[derive(Clone)]
pub struct JobContext {
    /// The running program.
    pub app: App,
}

/// The future of a job: done, or the problem in words for the operator, without personal text.
pub type JobFuture = Pin<Box<dyn Future<Output = Result<(), String>> + Send>>;

/// Does one kind of job.
pub type JobHandler = fn(JobContext, Job) -> JobFuture;

/// Something that is held about a person, with those who can see it today.
#[derive(Clone, Debug)]
pub struct Readable {
    /// What it is, in the person's words.
    pub what: String,
    /// Who can see it; nobody but the person when there are none.
    pub readers: Vec<Readers>,
}

/// Some who can see it, and why.
#[derive(Clone, Debug)]
pub struct Readers {
    /// Their role and place, or what they are to the person.
    pub who: String,
    /// Their names, where they are few enough to be told.
    pub names: Vec<String>,
    /// Why.
    pub why: String,
}

/// Tells what is held about the person who acts, and who can see it.
pub type WhoSees = fn(Ctx) -> Pin<Box<dyn Future<Output = Result<Vec<Readable>, PageError>> + Send>>;

/// Why somebody's data cannot be erased yet.
#[derive(Debug)]
pub struct Obstacle {
    /// The key of its sentence, which is told how many (`count`).
    pub key: &'static str,
    /// How many there are of a person (`?1`).
    pub count: &'static Sql,
}

/// A file that is about a person.
#[derive(Clone, Debug)]
pub struct OwnFile {
    /// Its name, with its end.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Makes the files that are about a person, in their words.
pub type OwnFiles = fn(Ctx, Id<Account>) -> Pin<Box<dyn Future<Output = Result<Vec<OwnFile>, PageError>> + Send>>;

/// What a capability brings to the server.
pub struct Capability {
    /// Its short name.
    pub name: &'static str,
    /// Its pages and actions.
    pub routes: Routes,
    /// Its entries in the main navigation.
    pub destinations: &'static [Destination],
    /// Its pages about the data of whoever reads them, for the list of `/account/data`; what each is about is told by
    /// its key and by `<key>-hint`.
    pub my_data: &'static [Destination],
    /// Tells whoever asks who can see what is held about them here, and why.
    pub who_sees: Option<WhoSees>,
    /// What a personal token may let a program do here.
    pub abilities: &'static [&'static Ability],
    /// Its tables, after those it stands on.
    pub migrations: &'static [Migrations],
    /// Where the rows of its tables are kept; every table of its migrations is named.
    pub tables: &'static [Tables],
    /// Every statement it runs.
    pub statements: &'static [&'static [&'static Sql]],
    /// Its words.
    pub translations: &'static [Translations],
    /// Its jobs, by kind.
    pub jobs: &'static [(&'static str, JobHandler)],
    /// The columns whose texts are sealed.
    pub sealed: &'static [&'static [&'static Sealed]],
    /// The columns that name people, organisations or teams.
    pub references: &'static [&'static [&'static Reference]],
    /// The kinds of its records that are found by words.
    pub search: &'static [Findable],
    /// What makes the index of words anew, kind by kind.
    pub indexes: &'static [Index],
    /// Its jobs that come back.
    pub schedules: &'static [Schedule],
    /// The rows of its tables that are about people, children before what they refer to. Each table of its migrations is
    /// among these, `passing` or `nobody`.
    pub held: &'static [&'static [&'static Held]],
    /// The rows of its tables that pass.
    pub passing: &'static [&'static [&'static Passing]],
    /// Its tables that hold nothing about anybody.
    pub nobody: &'static [Nobody],
    /// Why somebody's data cannot be erased yet.
    pub obstacles: &'static [&'static Obstacle],
    /// The files that are about a person.
    pub own_files: Option<OwnFiles>,
    /// Its reads that may be a little old.
    pub stale: &'static [&'static Stale],
}

impl Capability {
    /// A capability that brings nothing yet: the start of a struct update.
    #[must_use]
    pub fn named(name: &'static str) -> Self {
        Self {
            name,
            routes: Routes::default(),
            destinations: &[],
            my_data: &[],
            who_sees: None,
            abilities: &[],
            migrations: &[],
            tables: &[],
            statements: &[],
            translations: &[],
            jobs: &[],
            sealed: &[],
            references: &[],
            search: &[],
            indexes: &[],
            schedules: &[],
            held: &[],
            passing: &[],
            nobody: &[],
            obstacles: &[],
            own_files: None,
            stale: &[],
        }
    }
}
