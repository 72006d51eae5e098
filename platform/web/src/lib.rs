//! What every capability's pages stand on: the context of a request, routes that declare who may use them,
//! forms, errors that a person understands, mail, jobs, live updates.
//!
//! A route without a declared need does not exist: [`Routes`] asks for one. A write from a browser is refused
//! unless it comes from our own pages; a form that was sent twice acts once; a write that lost a race is run again.

pub mod api;
mod app;
mod capability;
mod client;
mod cookies;
mod ctx;
mod declared;
mod device;
mod error;
mod fields;
mod frame;
mod gone;
mod guard;
mod jobs;
mod limit;
pub mod listing;
mod live;
pub mod logbook;
mod look;
mod mail;
pub mod measure;
mod once;
mod outside;
mod pages;
mod purge;
mod reseal;
mod routes;
mod schedule;
pub mod search;
mod server;
mod sms;
mod stale;
mod wait;
mod webhook;

pub use app::{App, MailRoute, SecondFactor, Settings, SignIn};
pub use capability::{
    Capability, Destination, JobContext, JobFuture, JobHandler, Obstacle, OwnFile, OwnFiles, Readable, Readers, WhoSees,
};
pub use client::Network;
pub use cookies::{Cookies, set_cookie};
pub use ctx::Ctx;
pub use device::name as device_name;
pub use error::{Failure, PageError, PageResult, Reason};
pub use fields::Fields;
pub use frame::{Page, page, redirect};
pub use jobs::{JobError, run_due_jobs, run_jobs, run_linker};
pub use mail::{Letter, LetterLink, OutboxMail, greet_mail_server, outbox, send_letter};
pub use pages::{capability, confirm_rescue};
pub use purge::{Overdue, overdue};
pub use routes::{Method, Needs, RouteInfo, Routes};
pub use schedule::{Schedule, enqueue_due};
pub use server::{Patience, router, router_with};
pub use sms::{Sms, SmsRoute, send_sms};
pub use stale::Stale;
pub use webhook::{MayRead, Notice, tell_what_happened};
