//! What a capability brings to the server.

use std::{future::Future, pin::Pin};

use passerelle_access::{Ability, Account};
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
    App, Ctx, JobError, Needs, Notice, PageError, Routes, Schedule, Stale,
    search::{Findable, Index},
};

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

/// The future of a job.
pub type JobFuture = Pin<Box<dyn Future<Output = Result<(), JobError>> + Send>>;

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
    /// What a webhook may tell of its records.
    pub notices: &'static [&'static Notice],
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
            notices: &[],
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
