//! What works and what does not, for the people of an association: in plain words, with what to do about it.
//!
//! Nothing here is about a person: how many letters wait, since when, and when the last backup was made.

use maud::{Markup, html};
use passerelle_access::rule;
use passerelle_kernel::Timestamp;
use passerelle_store::job::{Backlog, Undone, backlog};
use passerelle_ui as ui;
use passerelle_words::{Words, say};

use crate::{Ctx, MailRoute, Needs, Page, PageResult, Routes, logbook, mail, page};

rule!(
    /// To see what works and what does not.
    pub(crate) STATUS_READ = "status-read": Admin Association, Coordinator Association);

/// Longer than this nothing waits while all is well.
const LATE_MINUTES: i64 = 15;
/// A backup a day, and some hours for a machine that sleeps.
const FRESH_HOURS: i64 = 30;

pub(super) fn routes() -> Routes {
    Routes::default().get("/status", Needs::Right(STATUS_READ), show)
}

/// How one thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Fine,
    Look,
    Wrong,
}

/// One line of the page.
struct Line {
    key: &'static str,
    state: State,
    found: String,
    /// The key of what to do.
    advice: Option<&'static str>,
}

async fn show(ctx: Ctx) -> PageResult {
    let undone = backlog(ctx.db()).await?;
    let backup = logbook::last(&mut ctx.begin_read().await?, logbook::BACKUP).await?;
    let is_kept = matches!(ctx.app().settings().mail, MailRoute::Outbox);
    let (words, now) = (ctx.words(), ctx.now());
    let lines = [letters(words, now, &undone, is_kept), work(words, now, &undone), backups(words, now, backup)];
    let worst = lines.iter().filter(|line| line.state == State::Wrong).count();
    let summary = if worst > 0 { "web-status-some-wrong" } else { "web-status-all-fine" };
    let title = ctx.say("web-status-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body-l { (ctx.say(summary)) }
        (table(words, &lines))
        p.govuk-body-s { (say!(words, "web-status-seen-at", instant = words.instant(now))) }
    };
    Ok(page(&ctx, Page { title, main, ..Page::default() }))
}

fn table(words: &Words, lines: &[Line]) -> Markup {
    html! {
        dl.govuk-summary-list {
            @for line in lines {
                div.govuk-summary-list__row {
                    dt.govuk-summary-list__key { (words.say(line.key)) }
                    dd.govuk-summary-list__value {
                        p.govuk-body { (state(words, line.state)) }
                        p.govuk-body { (line.found) }
                        @if let Some(advice) = line.advice { p.govuk-body { strong { (words.say(advice)) } } }
                    }
                }
            }
        }
    }
}

fn state(words: &Words, state: State) -> Markup {
    let (key, tone) = match state {
        State::Fine => ("web-status-fine", ui::Tone::Good),
        State::Look => ("web-status-look", ui::Tone::Soon),
        State::Wrong => ("web-status-wrong", ui::Tone::Wrong),
    };
    ui::tag(&words.say(key), tone)
}

/// The moment since which something should have been done, when it is long enough ago to tell.
fn late(now: Timestamp, undone: &[&Undone]) -> Option<Timestamp> {
    let since = undone.iter().filter_map(|one| one.due_since).min()?;
    (minutes(since, now) >= LATE_MINUTES).then_some(since)
}

fn minutes(from: Timestamp, to: Timestamp) -> i64 {
    (to - from).get_seconds() / 60
}

fn letters(words: &Words, now: Timestamp, undone: &Backlog, is_kept: bool) -> Line {
    const KEY: &str = "web-status-letters";
    let of_mail = |all: &'_ [Undone]| all.iter().filter(|one| one.kind == mail::JOB).cloned().collect::<Vec<_>>();
    let (waiting, lost) = (of_mail(&undone.waiting), of_mail(&undone.set_aside));
    let count = waiting.iter().map(|one| one.count).sum::<i64>();
    let refs: Vec<_> = waiting.iter().collect();
    if let Some(since) = late(now, &refs) {
        let found = say!(words, "web-status-letters-late", count = count, instant = words.instant(since));
        return Line { key: KEY, state: State::Wrong, found, advice: Some("web-status-letters-late-advice") };
    }
    if let Some(lost) = lost.first() {
        let since = lost.due_since.map(|at| words.instant(at)).unwrap_or_default();
        let found = say!(words, "web-status-letters-lost", count = lost.count, instant = since);
        return Line { key: KEY, state: State::Wrong, found, advice: Some("web-status-letters-lost-advice") };
    }
    if is_kept {
        let found = words.say("web-status-letters-kept");
        return Line { key: KEY, state: State::Look, found, advice: None };
    }
    Line { key: KEY, state: State::Fine, found: say!(words, "web-status-letters-fine", count = count), advice: None }
}

/// Imports and whatever else is done beside the pages.
fn work(words: &Words, now: Timestamp, undone: &Backlog) -> Line {
    const KEY: &str = "web-status-work";
    let waiting: Vec<_> = undone.waiting.iter().filter(|one| one.kind != mail::JOB).collect();
    let lost: i64 = undone.set_aside.iter().filter(|one| one.kind != mail::JOB).map(|one| one.count).sum();
    if let Some(since) = late(now, &waiting) {
        let found = say!(words, "web-status-work-late", instant = words.instant(since));
        return Line { key: KEY, state: State::Wrong, found, advice: Some("web-status-tell-operator") };
    }
    if lost > 0 {
        let found = say!(words, "web-status-work-lost", count = lost);
        return Line { key: KEY, state: State::Wrong, found, advice: Some("web-status-tell-operator") };
    }
    Line { key: KEY, state: State::Fine, found: words.say("web-status-work-fine"), advice: None }
}

fn backups(words: &Words, now: Timestamp, last: Option<Timestamp>) -> Line {
    const KEY: &str = "web-status-backup";
    let Some(last) = last else {
        let found = words.say("web-status-backup-none");
        return Line { key: KEY, state: State::Wrong, found, advice: Some("web-status-backup-advice") };
    };
    let found = say!(words, "web-status-backup-last", instant = words.instant(last));
    match minutes(last, now) / 60 {
        hours if hours > FRESH_HOURS => {
            Line { key: KEY, state: State::Wrong, found, advice: Some("web-status-backup-advice") }
        }
        _ => Line { key: KEY, state: State::Fine, found, advice: None },
    }
}
