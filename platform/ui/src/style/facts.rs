//! Facts, tasks, tables, and ways through a list.

use maud::{Markup, html};
use passerelle_kernel::{Minutes, Money};
use passerelle_words::Words;

use super::part;
use crate::{
    Action, Column, Fact, Item, Narrow, Status, Table, Task, Tone, breadcrumbs, pagination, section_navigation,
    summary_card, summary_list, table, tag, task_list,
};

pub(super) fn parts(words: &Words) -> Markup {
    html! {
        (part(&words.say("ui-style-facts"), facts(words)))
        (part(&words.say("ui-style-tasks"), tasks(words)))
        (part(&words.say("ui-style-lists"), lists(words)))
    }
}

fn facts(words: &Words) -> Markup {
    let keys = ["ui-style-team", "ui-style-rhythm", "ui-style-contact"].map(|key| words.say(key));
    let values = ["ui-style-team-value", "ui-style-rhythm-value", "ui-style-contact-value"].map(|key| words.say(key));
    let (send, change) = (words.say("ui-style-write"), [Action::change("#main")]);
    let two = [Action::change("#main"), Action { href: "#main", text: Some(&send) }];
    let actions: [&[Action<'_>]; 3] = [&change, &[], &two];
    let facts: Vec<_> = keys
        .iter()
        .zip(&values)
        .zip(actions)
        .map(|((key, value), actions)| Fact { key, value: html! { (value) }, actions })
        .collect();
    html! {
        (summary_list(words, &facts))
        (summary_card(words, &words.say("ui-style-mission-sheet"), &facts))
    }
}

fn tasks(words: &Words) -> Markup {
    let texts = ["ui-style-task-meet", "ui-style-task-charter", "ui-style-task-start"].map(|key| words.say(key));
    let [meet, charter, start] = &texts;
    let (hint, begun) = (words.say("ui-style-task-hint"), words.say("ui-style-task-begun"));
    let tasks = [
        Task { title: meet, href: Some("#main"), hint: None, status: Status::Done },
        Task { title: charter, href: Some("#main"), hint: Some(&hint), status: Status::Tag(&begun, Tone::Calm) },
        Task { title: start, href: None, hint: None, status: Status::NotYet },
    ];
    task_list(words, "task-list", &tasks)
}

fn lists(words: &Words) -> Markup {
    let sections = ["ui-style-sheets", "ui-style-invoices", "ui-style-agreements"].map(|key| words.say(key));
    let items: Vec<_> =
        sections.iter().enumerate().map(|(index, text)| Item { href: "#main", text, current: index == 0 }).collect();
    let (home, missions) = (words.say("ui-style-today"), words.say("ui-style-missions"));
    html! {
        (breadcrumbs(words, &[("#main", &home), ("#main", &missions)]))
        (section_navigation(&words.say("ui-style-sections"), &items))
        (hours(words, "hours", Narrow::Stack))
        (hours(words, "hours-compared", Narrow::Scroll))
        (pagination(words, Some("#main"), Some("#main")))
    }
}

fn hours(words: &Words, id: &str, narrow: Narrow) -> Markup {
    let heads = ["ui-style-person", "ui-style-state", "ui-style-time", "ui-style-amount"].map(|key| words.say(key));
    let [person, state, time, amount] = &heads;
    let (approved, waiting) = (words.say("ui-style-approved"), words.say("ui-style-to-approve"));
    let row = |name: &str, state: Markup, minutes, cents| {
        let (time, money) = (words.hours(Minutes(minutes)), words.money(Money(cents)));
        vec![html! { (name) }, state, html! { (time) }, html! { (money) }]
    };
    table(&Table {
        id,
        caption: &words.say("ui-style-hours"),
        caption_hidden: false,
        columns: &[Column::words(person), Column::words(state), Column::numbers(time), Column::numbers(amount)],
        rows: &[
            row("Noor", tag(&approved, Tone::Good), 1470, 61_250),
            row("Ştefan", tag(&waiting, Tone::Soon), 2190, 91_250),
        ],
        narrow,
    })
}
