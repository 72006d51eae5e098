//! How far something is: a long piece of work, or the questions of a form.

use maud::{Markup, html};
use passerelle_words::{Words, say};

/// How far a long piece of work is. `done` and `total` count the same things.
pub fn progress(words: &Words, id: &str, label: &str, done: u64, total: u64) -> Markup {
    let percent = (done.min(total) * 100).checked_div(total).unwrap_or(0);
    let count = |number: u64| words.number(i64::try_from(number).unwrap_or(i64::MAX));
    html! {
        div.p-progress {
            label.p-progress__label for=(id) { (label) }
            progress.p-progress__bar id=(id) max="100" value=(percent) { (percent) " %" }
            span.p-progress__count { (say!(words, "ui-progress", done = count(done), total = count(total))) }
        }
    }
}

/// “Question 3 of 9”, above the heading of a question.
pub fn steps(words: &Words, step: u32, of: u32) -> Markup {
    let place = |n: u32| {
        if n < step {
            "p-steps__step p-steps__step--done"
        } else if n == step {
            "p-steps__step p-steps__step--now"
        } else {
            "p-steps__step"
        }
    };
    html! {
        div.p-steps {
            p.p-steps__text { (say!(words, "ui-step", step = i64::from(step), of = i64::from(of))) }
            div.p-steps__bar aria-hidden="true" { @for n in 1..=of { span class=(place(n)) {} } }
        }
    }
}
