//! The context of a request: who acts, in which language, at what moment, on which database.

mod opened;
mod program;
mod proof;

pub(crate) use program::bearer;

use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
};

use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, Method, StatusCode, header, request::Parts},
};
use passerelle_access::{Account, Actor, Rule, session::Session, token::Token};
use passerelle_kernel::{Date, Id, Language, Secret, TimeZone, Timestamp};
use passerelle_store::{Db, Result, Tx, look::Looks, once};
use passerelle_words::Words;

use crate::{App, Cookies, PageError, client, device};

pub(crate) const SESSION: &str = "session";
pub(crate) const LANGUAGE: &str = "language";

/// Who acts, in which language, at what moment, on which database. Cheap to clone.
#[derive(Clone)]
pub struct Ctx {
    app: App,
    actor: Option<Arc<Actor>>,
    session: Option<Arc<Session>>,
    token: Option<Arc<Token>>,
    is_form: bool,
    agent: Option<HeaderValue>,
    words: Words,
    cookies: Arc<Cookies>,
    path: Arc<str>,
    done: Option<Arc<str>>,
    form: Option<Arc<FormKey>>,
    client: Option<IpAddr>,
    wait: Arc<AtomicI64>,
    looks: Looks,
}

/// The key of the form that this request sends; the first write of the request claims it.
pub(crate) struct FormKey {
    pub(crate) key: String,
    /// The print of what a program sends with the key.
    pub(crate) print: Option<String>,
    pub(crate) claimed: AtomicBool,
}

impl Ctx {
    /// A context for work that no request asked for (jobs, the demonstration, tests of actions).
    pub fn new(app: App, actor: Option<Actor>, language: Language) -> Self {
        let words = app.words(language);
        Self {
            app,
            actor: actor.map(Arc::new),
            session: None,
            token: None,
            is_form: false,
            agent: None,
            words,
            cookies: Arc::default(),
            path: "/".into(),
            done: None,
            form: None,
            client: None,
            wait: Arc::default(),
            looks: Looks::default(),
        }
    }

    /// The context of a request: reads the session, chooses the language.
    pub(crate) async fn of(app: &App, parts: &Parts) -> Result<Self> {
        let cookies = Cookies::read(&parts.headers);
        let known = match cookies.get(app, SESSION) {
            None => None,
            Some(secret) => opened::open(app, secret).await?,
        };
        Ok(Self::with(app, parts, cookies, known))
    }

    /// The context of a request whose session cannot be read.
    pub(crate) fn of_nobody(app: &App, parts: &Parts) -> Self {
        Self::with(app, parts, Cookies::read(&parts.headers), None)
    }

    fn with(app: &App, parts: &Parts, cookies: Cookies, known: Option<(Actor, Session)>) -> Self {
        let (actor, session) = known.unzip();
        Self::made(app, parts, cookies, actor, session)
    }

    fn made(app: &App, parts: &Parts, cookies: Cookies, actor: Option<Actor>, session: Option<Session>) -> Self {
        let language = cookies
            .get(app, LANGUAGE)
            .and_then(Language::find)
            .or(actor.as_ref().map(|actor| actor.language))
            .or_else(|| Language::accepted(parts.headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?))
            .unwrap_or_default();
        let zone = actor.as_ref().and_then(|actor| TimeZone::get(&actor.zone).ok());
        let words = app.vocabulary().words(language, zone.unwrap_or_else(|| app.settings().zone.clone()));
        let form = parts.extensions.get::<Arc<FormKey>>().cloned();
        let path = parts.uri.path().into();
        let done = parts.uri.query().and_then(done_key).filter(|key| words.has(key)).map(Into::into);
        let (actor, session) = (actor.map(Arc::new), session.map(Arc::new));
        let client = client::of(parts, &app.settings().trusted_proxies);
        let (cookies, wait, looks) = (Arc::new(cookies), Arc::default(), Looks::default());
        let (is_form, agent) = (parts.method == Method::POST, parts.headers.get(header::USER_AGENT).cloned());
        let app = app.clone();
        let token = None;
        Self { app, actor, session, token, is_form, agent, words, cookies, path, done, form, client, wait, looks }
    }

    /// The running program.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The database.
    pub fn db(&self) -> &Db {
        self.app.db()
    }

    /// The words of the reader.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The sentence of this key; with arguments use `say!(ctx.words(), …)`.
    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// The person who acts, if somebody is signed in.
    pub fn visitor(&self) -> Option<&Actor> {
        self.actor.as_deref()
    }

    /// The person who acts, on routes that need one.
    ///
    /// # Errors
    /// [`PageError::SignIn`] when nobody is signed in.
    pub fn actor(&self) -> std::result::Result<&Actor, PageError> {
        self.visitor().ok_or(PageError::SignIn)
    }

    /// The session of the person who acts.
    ///
    /// # Errors
    /// [`PageError::SignIn`] when nobody is signed in.
    pub(crate) fn session(&self) -> std::result::Result<&Session, PageError> {
        self.session.as_deref().ok_or(PageError::SignIn)
    }

    /// The cookies of the request.
    pub fn cookies(&self) -> &Cookies {
        &self.cookies
    }

    /// The family of the browser and of the system that sent the request (see [`device`]).
    pub(crate) fn device(&self) -> String {
        device::family(self.agent.as_ref())
    }

    /// The path of the request.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The key of the sentence that says what has just been done, if the address carries one.
    pub(crate) fn done(&self) -> Option<&str> {
        self.done.as_deref()
    }

    /// The address of whoever sent the request, if a connection brought it.
    pub fn client(&self) -> Option<IpAddr> {
        self.client
    }

    /// How many seconds to wait before the next try, after one that was not allowed.
    pub(crate) fn wait(&self) -> i64 {
        self.wait.load(Ordering::Acquire)
    }

    pub(crate) fn set_wait(&self, seconds: i64) {
        self.wait.store(seconds, Ordering::Release);
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.db().clock().now()
    }

    /// Today, where the reader lives.
    pub fn today(&self) -> Date {
        self.db().clock().today(self.words.zone())
    }

    /// A new id.
    pub fn new_id<T: ?Sized>(&self) -> Id<T> {
        Id::new(self.now(), self.db().chance())
    }

    /// A new secret.
    pub fn secret(&self) -> Secret {
        self.db().chance().secret()
    }

    /// Notes that this page shows data of these people beside the records that it loads: a list, a file of many.
    /// Records note it themselves, where it is decided who may have them (see [`Actor::decide`]).
    pub fn shows(&self, people: impl IntoIterator<Item = Id<Account>>, rule: &Rule) {
        people.into_iter().for_each(|person| self.looks.note(person, rule.name));
    }

    /// Whose data this page shows, as far as it is noted.
    pub(crate) fn looks(&self) -> &Looks {
        &self.looks
    }

    /// Begins to read: everything is seen as of one moment.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn begin_read(&self) -> Result<Tx> {
        let mut tx = self.db().begin_read().await?;
        crate::gone::tell_in(&mut tx, &self.words);
        tx.note_looks_in(&self.looks);
        Ok(tx)
    }

    /// Begins to read what a form shows so that it may be changed: a sealed text that is gone is no text there, else the
    /// words that tell of it would be saved in its place.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn begin_form(&self) -> Result<Tx> {
        let mut tx = self.db().begin_read().await?;
        tx.tell_gone(|_| String::new());
        tx.note_looks_in(&self.looks);
        Ok(tx)
    }

    /// Begins to write. The first write of a request claims the form's key in the same transaction.
    ///
    /// # Errors
    /// [`passerelle_store::Error::Repeated`] when this very form was acted on already.
    pub async fn begin_write(&self) -> Result<Tx> {
        let mut tx = self.db().begin_write().await?;
        crate::gone::tell_in(&mut tx, &self.words);
        if let Some(form) = &self.form
            && !form.claimed.swap(true, Ordering::AcqRel)
        {
            once::claim(&mut tx, &form.key, form.print.as_deref()).await?;
        }
        Ok(tx)
    }
}

/// `?done=<key>`: only keys made for this are shown, whatever somebody writes into an address.
fn done_key(query: &str) -> Option<&str> {
    query.split('&').find_map(|pair| pair.strip_prefix("done=")).filter(|key| key.ends_with("-done"))
}

impl<S: Send + Sync> FromRequestParts<S> for Ctx {
    type Rejection = StatusCode;

    /// The context that the route's guard has made; without a guard there is none.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> std::result::Result<Self, StatusCode> {
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}
