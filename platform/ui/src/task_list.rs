//! What has to be done along a path, in any order, each with its state.

use maud::{Markup, html};
use passerelle_words::Words;

use crate::{Tone, icon, tag};

/// The state of a task.
#[derive(Clone, Copy, Debug)]
pub enum Status<'a> {
    /// Done.
    Done,
    /// It waits for another task.
    NotYet,
    /// Anything else, in one or two words.
    Tag(&'a str, Tone),
}

/// One task.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// What is to be done.
    pub title: &'a str,
    /// Where it is done; none while it cannot be.
    pub href: Option<&'a str>,
    /// What helps to understand it.
    pub hint: Option<&'a str>,
    /// Its state.
    pub status: Status<'a>,
}

/// What has to be done. `id` tells several lists of a page apart (`task-list` is usual).
pub fn task_list(words: &Words, id: &str, tasks: &[Task<'_>]) -> Markup {
    html! { ul.govuk-task-list { @for (index, task) in tasks.iter().enumerate() { (row(words, &format!("{id}-{}", index + 1), task)) } } }
}

fn row(words: &Words, id: &str, task: &Task<'_>) -> Markup {
    let described_by = match task.hint {
        Some(_) => format!("{id}-hint {id}-status"),
        None => format!("{id}-status"),
    };
    let waits = matches!(task.status, Status::NotYet);
    html! {
        li.govuk-task-list__item.govuk-task-list__item--with-link[task.href.is_some()] {
            div.govuk-task-list__name-and-hint {
                @if let Some(href) = task.href {
                    a.govuk-link.govuk-task-list__link href=(href) aria-describedby=(described_by) { (task.title) }
                } @else {
                    div { (task.title) }
                }
                @if let Some(hint) = task.hint { div.govuk-task-list__hint id={ (id) "-hint" } { (hint) } }
            }
            div.govuk-task-list__status.govuk-task-list__status--cannot-start-yet[waits] id={ (id) "-status" } {
                (status(words, task.status))
            }
        }
    }
}

fn status(words: &Words, status: Status<'_>) -> Markup {
    match status {
        Status::Done => html! { span.p-done { (icon::tick()) (words.say("ui-task-done")) } },
        Status::NotYet => html! { (words.say("ui-task-not-yet")) },
        Status::Tag(text, tone) => tag(text, tone),
    }
}
