//! The answers of a request as facts, question by question.

use maud::{Markup, html};
use passerelle_ui::{self as ui, Action, Fact};
use passerelle_web::Ctx;
use passerelle_words::say;

use crate::{
    request::{Answers, Length, Question, Referent},
    spoken::Spoken,
};

/// The answers, one question a line; with links to change them, where the reader may.
pub(in crate::pages) fn facts(ctx: &Ctx, answers: &Answers, may_change: bool) -> Markup {
    let rows: Vec<(String, String, Markup)> = Question::ALL
        .iter()
        .map(|question| {
            let code = question.as_str();
            let href = format!("/ask/{code}?after=check");
            (ctx.say(&format!("placement-fact-{code}")), href, value(ctx, *question, answers))
        })
        .collect();
    let actions: Vec<[Action<'_>; 1]> = rows.iter().map(|(_, href, _)| [Action::change(href)]).collect();
    let list: Vec<Fact<'_>> = rows
        .iter()
        .zip(&actions)
        .map(|((key, _, value), action)| Fact {
            key,
            value: value.clone(),
            actions: if may_change { action } else { &[] },
        })
        .collect();
    ui::summary_list(ctx.words(), &list)
}

fn value(ctx: &Ctx, question: Question, answers: &Answers) -> Markup {
    if !question.answered(answers) {
        return html! { (ui::muted(&ctx.say("placement-fact-missing"))) };
    }
    let lines = lines(ctx, question, answers);
    html! { @for (index, line) in lines.iter().enumerate() { @if index > 0 { br; } (line) } }
}

fn lines(ctx: &Ctx, question: Question, a: &Answers) -> Vec<String> {
    let words = ctx.words();
    let choice = |list: &str, code: &str| ctx.say(&format!("placement-{list}-{code}"));
    let lines = match question {
        Question::Team => vec![a.team.clone(), a.institution.clone()],
        Question::Setting => a.setting.map(|setting| choice("setting", setting.as_str())).into_iter().collect(),
        Question::Public => listed(a.publics.iter().map(|c| choice("public", c.as_str())), &a.public_words),
        Question::Hopes => listed(a.hopes.iter().map(|c| choice("hopes", c.as_str())), &a.hope_words),
        Question::Hours => {
            let hours = words.hours(a.hours_week.unwrap_or_default());
            vec![say!(words, "placement-fact-hours-week", hours = hours), yes(ctx, a.flexible, "flexible")]
        }
        Question::Length => vec![length(ctx, a), yes(ctx, a.trial, "trial")],
        Question::Place => vec![a.town.clone()],
        Question::Languages => vec![words.spoken_list(a.languages.iter().map(Spoken::as_str))],
        Question::Start => {
            let span = |days: crate::period::Days| {
                say!(
                    words,
                    "placement-fact-start-span",
                    from = words.date(days.first()),
                    until = words.date(days.last())
                )
            };
            a.start.map(span).into_iter().collect()
        }
        Question::Referent => match &a.referent {
            Some(Referent::Named(name)) => vec![name.clone()],
            _ => vec![choice("ask-referent", "not-yet")],
        },
        Question::Experience => a.experience.map(|known| choice("experience", known.as_str())).into_iter().collect(),
        Question::Contact => {
            vec![a.contact.name.clone(), a.contact.role.clone(), a.contact.email.clone(), a.contact.phone.clone()]
        }
    };
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

fn listed(choices: impl Iterator<Item = String>, own: &str) -> Vec<String> {
    choices.chain([own.to_owned()]).collect()
}

fn yes(ctx: &Ctx, yes: bool, what: &str) -> String {
    if yes { ctx.say(&format!("placement-fact-{what}")) } else { String::new() }
}

fn length(ctx: &Ctx, answers: &Answers) -> String {
    match answers.length {
        Some(Length::Months(months)) => say!(ctx.words(), "placement-fact-months", months = i64::from(months)),
        _ => ctx.say("placement-ask-length-open"),
    }
}
