//! What the running program holds: the database, the words, the settings.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, OnceLock},
};

use passerelle_access::{Ability, session::Idle};
use passerelle_kernel::{Date, TimeZone};
use passerelle_store::{
    Db,
    held::{Held, Passing, Retention},
    reference::Reference,
    seal::Sealed,
};
use passerelle_words::{Vocabulary, Words};
use tokio::sync::watch;

use crate::{
    Capability, Destination, JobHandler, Network, Notice, Obstacle, OwnFiles, SmsRoute, WhoSees, api,
    look::Written,
    once::Recent,
    outside::Asker,
    schedule::Timetable,
    search::{Findable, Index},
};

/// How mail leaves.
#[derive(Clone, Debug)]
pub enum MailRoute {
    /// Kept in the outbox page (demonstration, tests).
    Outbox,
    /// Through an SMTP server: its address (`smtp://user:password@host:port`, `smtps://…`) and the sender.
    Smtp {
        /// The address of the server, with what it needs to let us in.
        url: String,
        /// The sender, as `Name <address>`.
        from: String,
    },
}

/// What the configuration decides about the pages.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address under which people reach us, without a slash at the end.
    pub base_url: String,
    /// Whether this is a demonstration (says so on every page; shows the outbox).
    pub is_demo: bool,
    /// The time zone of people who have not chosen one.
    pub zone: TimeZone,
    /// How mail leaves.
    pub mail: MailRoute,
    /// How short messages to telephones leave.
    pub sms: SmsRoute,
    /// What is asked of people who come in.
    pub sign_in: SignIn,
    /// After how many days an entry that nobody has confirmed is shown as old, and its owner asked.
    pub old_after_days: i64,
    /// The proxies whose word about the client's address counts.
    pub trusted_proxies: Vec<Network>,
    /// For how long each thing is kept.
    pub retention: Retention,
    /// Other times for jobs that come back, by kind.
    pub schedules: BTreeMap<String, String>,
}

/// What is asked of people who come in.
#[derive(Clone, Debug, Default)]
pub struct SignIn {
    /// Whether roles that see much of other people need a second proof.
    pub second_factor: SecondFactor,
    /// For how long a session may lie unused.
    pub idle: Idle,
}

/// Whether roles that see much of other people need a second proof (see [`passerelle_access::Role`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SecondFactor {
    /// Whoever has one is asked for it; nobody must have one.
    #[default]
    Offered,
    /// From this day on these roles do not act without; before it they are asked to get one.
    Required(Date),
}

impl Settings {
    /// What is wrong with the times that were chosen for the jobs of these capabilities.
    ///
    /// # Errors
    /// Says which job is unknown or which pattern cannot be read.
    pub fn check_schedules(&self, capabilities: &[Capability]) -> Result<(), String> {
        Timetable::new(capabilities, &self.schedules).map(drop)
    }
}

/// Everything a request may need. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    db: Db,
    settings: Settings,
    vocabulary: Vocabulary,
    destinations: Vec<Destination>,
    my_data: Vec<Destination>,
    who_sees: Vec<WhoSees>,
    jobs: HashMap<&'static str, JobHandler>,
    sealed: Vec<&'static Sealed>,
    references: Vec<&'static Reference>,
    held: Vec<&'static [&'static Held]>,
    passing: Vec<&'static Passing>,
    obstacles: Vec<&'static Obstacle>,
    own_files: Vec<OwnFiles>,
    abilities: Vec<&'static Ability>,
    notices: Vec<&'static Notice>,
    asker: OnceLock<Option<Asker>>,
    description: String,
    findable: Vec<Findable>,
    indexes: Vec<Index>,
    timetable: Timetable,
    recent: Recent,
    looks: Written,
    leaving: watch::Sender<bool>,
}

impl App {
    /// Puts the capabilities together (their routes are given to [`crate::router`]).
    pub fn new(db: Db, settings: Settings, capabilities: &[Capability]) -> Self {
        let translations: Vec<_> = capabilities.iter().flat_map(|c| c.translations.iter().copied()).collect();
        let in_order = |list: fn(&Capability) -> &'static [Destination]| {
            let mut all: Vec<_> = capabilities.iter().flat_map(list).copied().collect();
            all.sort_by_key(|destination| destination.order);
            all
        };
        let mut findable: Vec<_> = capabilities.iter().flat_map(|c| c.search).copied().collect();
        findable.sort_by_key(|kind| kind.order);
        let description = api::describe(&settings.base_url, capabilities);
        let timetable = Timetable::new(capabilities, &settings.schedules).unwrap_or_else(|problem| {
            tracing::error!(problem, "no job comes back");
            Timetable::empty()
        });
        Self(Arc::new(Inner {
            db,
            settings,
            vocabulary: Vocabulary::new(&translations),
            destinations: in_order(|c| c.destinations),
            my_data: in_order(|c| c.my_data),
            who_sees: capabilities.iter().filter_map(|c| c.who_sees).collect(),
            jobs: capabilities.iter().flat_map(|c| c.jobs.iter().copied()).collect(),
            sealed: capabilities.iter().flat_map(|c| c.sealed.iter().copied().flatten().copied()).collect(),
            references: capabilities.iter().flat_map(|c| c.references.iter().copied().flatten().copied()).collect(),
            held: capabilities.iter().flat_map(|c| c.held.iter().copied()).collect(),
            passing: capabilities.iter().flat_map(|c| c.passing.iter().copied().flatten().copied()).collect(),
            obstacles: capabilities.iter().flat_map(|c| c.obstacles.iter().copied()).collect(),
            own_files: capabilities.iter().filter_map(|c| c.own_files).collect(),
            abilities: capabilities.iter().flat_map(|c| c.abilities.iter().copied()).collect(),
            notices: capabilities.iter().flat_map(|c| c.notices.iter().copied()).collect(),
            asker: OnceLock::new(),
            description,
            findable,
            indexes: capabilities.iter().flat_map(|c| c.indexes).copied().collect(),
            timetable,
            recent: Recent::default(),
            looks: Written::default(),
            leaving: watch::Sender::new(false),
        }))
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Says that this node is about to end: it takes no job any more, ends live pages, and lets go of connections.
    pub fn leave(&self) {
        self.0.leaving.send_replace(true);
    }

    /// Whether this node is about to end.
    pub fn is_leaving(&self) -> bool {
        *self.0.leaving.borrow()
    }

    /// Waits until this node is about to end.
    pub async fn leaving(&self) {
        // The sender lives as long as we do.
        let _ = self.0.leaving.subscribe().wait_for(|leaving| *leaving).await;
    }

    /// All translations.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.0.vocabulary
    }

    /// The words for somebody of this language in the default time zone.
    pub fn words(&self, language: passerelle_kernel::Language) -> Words {
        self.0.vocabulary.words(language, self.0.settings.zone.clone())
    }

    pub(crate) fn destinations(&self) -> &[Destination] {
        &self.0.destinations
    }

    /// The pages about the data of whoever reads them.
    pub(crate) fn my_data(&self) -> &[Destination] {
        &self.0.my_data
    }

    /// Those who tell who can see what is held about a person.
    pub(crate) fn who_sees(&self) -> &[WhoSees] {
        &self.0.who_sees
    }

    pub(crate) fn job(&self, kind: &str) -> Option<JobHandler> {
        self.0.jobs.get(kind).copied()
    }

    /// Every sealed field.
    pub fn sealed(&self) -> &[&'static Sealed] {
        &self.0.sealed
    }

    /// Every column that names a person, an organisation or a team.
    pub fn references(&self) -> &[&'static Reference] {
        &self.0.references
    }

    /// The rows that are about people, in the order in which a person reads of them.
    pub fn held(&self) -> impl Iterator<Item = &'static Held> {
        self.0.held.iter().flat_map(|list| list.iter().rev().copied())
    }

    /// The same, each before what it refers to: the order in which rows go.
    pub fn held_children_first(&self) -> impl Iterator<Item = &'static Held> {
        self.0.held.iter().rev().flat_map(|list| list.iter().copied())
    }

    /// The rows that pass.
    pub fn passing(&self) -> &[&'static Passing] {
        &self.0.passing
    }

    /// Why somebody's data cannot be erased yet.
    pub fn obstacles(&self) -> &[&'static Obstacle] {
        &self.0.obstacles
    }

    /// Who makes the files that are about a person.
    pub fn own_files(&self) -> &[OwnFiles] {
        &self.0.own_files
    }

    /// What a personal token may let a program do.
    pub fn abilities(&self) -> &[&'static Ability] {
        &self.0.abilities
    }

    /// What a webhook may tell.
    pub fn notices(&self) -> &[&'static Notice] {
        &self.0.notices
    }

    /// Who speaks to servers of strangers; nobody when this machine cannot encrypt.
    pub(crate) fn asker(&self) -> Option<&Asker> {
        self.0.asker.get_or_init(|| Asker::new(&self.0.settings.base_url).ok()).as_ref()
    }

    /// The description of what programs are given (OpenAPI 3.1, JSON).
    pub(crate) fn description(&self) -> &str {
        &self.0.description
    }

    /// The kinds of records that are found by words, in the order of the page.
    pub(crate) fn findable(&self) -> &[Findable] {
        &self.0.findable
    }

    /// What makes the index of words anew.
    pub(crate) fn indexes(&self) -> &[Index] {
        &self.0.indexes
    }

    pub(crate) fn recent(&self) -> &Recent {
        &self.0.recent
    }

    pub(crate) fn looks(&self) -> &Written {
        &self.0.looks
    }

    pub(crate) fn timetable(&self) -> &Timetable {
        &self.0.timetable
    }
}
