//! Agreements with institutions: the list, and each one in plain words with the law behind it.

mod form;
mod questions;

use axum::extract::{Path, Query};
use maud::{Markup, html};
use passerelle_access::Actor;
use passerelle_kernel::{Date, Id};
use passerelle_signing::access::PAPER_MANAGE;
use passerelle_ui::{self as ui, Column, Fact, Look, Narrow, Table};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, page};
use passerelle_words::say;
use serde::Deserialize;

use super::{
    invoices::{sections, stage_tag},
    papers,
};
use crate::{
    access::{AGREEMENT_MANAGE, AGREEMENT_READ, INVOICE_MANAGE, INVOICE_READ},
    agreement::{Agreement, Basis, Rhythm},
    papers::of_agreement,
    store::{
        agreements::{
            self, Covered, Loaded,
            list::{self, LINES, Line},
            load_agreement,
        },
        invoices,
    },
};

pub(super) fn routes() -> Routes {
    let read = Needs::Right(AGREEMENT_READ);
    Routes::default().get("/agreements", read, show_list).get("/agreements/{agreement}", read, show).and(form::routes())
}

#[derive(Deserialize)]
struct Wanted {
    before: Option<Id<Agreement>>,
}

async fn show_list(ctx: Ctx, Query(wanted): Query<Wanted>) -> PageResult {
    let actor = ctx.actor()?;
    let scope = actor.scope(AGREEMENT_READ).ok_or(PageError::Forbidden)?;
    let mut lines = list::list(&mut ctx.begin_read().await?, scope, wanted.before).await?;
    let is_more = lines.len() > LINES;
    lines.truncate(LINES);
    let older = lines.last().filter(|_| is_more).map(|line| format!("/agreements?before={}", line.id));
    let may = actor.holds(AGREEMENT_MANAGE);
    let new = || ui::link_button(&ctx.say("placement-agreement-new-action"), "/agreements/new", Look::Primary);
    let title = ctx.say("placement-agreements-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (sections(&ctx, "/agreements"))
        @if lines.is_empty() {
            (ui::empty(
                &ctx.say("placement-agreements-empty-title"),
                &ctx.say("placement-agreements-empty-text"),
                may.then(new),
            ))
        } @else {
            @if may { (new()) }
            (table(&ctx, &title, &lines))
        }
        (ui::pagination(ctx.words(), None, older.as_deref()))
    };
    let seen_by = Some(ctx.say("placement-invoices-seen-by"));
    Ok(page(&ctx, Page { title, main, seen_by, ..Page::default() }))
}

fn table(ctx: &Ctx, caption: &str, lines: &[Line]) -> Markup {
    let keys = ["institution", "basis", "rhythm", "period", "missions"];
    let titles = keys.map(|part| ctx.say(&format!("placement-agreement-{part}")));
    let columns: Vec<Column<'_>> = titles
        .iter()
        .zip(keys)
        .map(|(title, key)| if key == "missions" { Column::numbers(title) } else { Column::words(title) })
        .collect();
    let rows: Vec<Vec<Markup>> = lines.iter().map(|line| row(ctx, line)).collect();
    ui::table(&Table {
        id: "agreements",
        caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}

fn row(ctx: &Ctx, line: &Line) -> Vec<Markup> {
    let words = ctx.words();
    let basis = if line.is_at_cost { "placement-agreement-at-cost-for" } else { "placement-agreement-service-for" };
    vec![
        html! { a.govuk-link href={ "/agreements/" (line.id) } { (line.institution) } },
        html! { (say!(words, basis, rate = words.money(line.rate))) },
        html! { (rhythm(ctx, line.rhythm)) },
        html! { (days(ctx, line.from, line.until)) },
        html! { (words.number(line.missions)) },
    ]
}

fn rhythm(ctx: &Ctx, rhythm: Rhythm) -> String {
    ctx.say(&format!("placement-rhythm-{}", rhythm.as_str()))
}

fn days(ctx: &Ctx, from: Date, until: Option<Date>) -> String {
    let words = ctx.words();
    match until {
        Some(until) => say!(words, "placement-agreement-from-until", from = words.day(from), until = words.day(until)),
        None => say!(words, "placement-agreement-from", from = words.day(from)),
    }
}

async fn show(ctx: Ctx, Path(id): Path<Id<Agreement>>) -> PageResult {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let loaded = load_agreement(&mut tx, actor, id, AGREEMENT_READ).await?;
    let missions = agreements::missions(&mut tx, id).await?;
    let made = if actor.may(INVOICE_READ, &loaded.facts()) {
        invoices::list::of_agreement(&mut tx, id).await?
    } else {
        Vec::new()
    };
    let papers = papers::about(&mut tx, &ctx, loaded.agreement.org, &[of_agreement(id)]).await?;
    drop(tx);
    let title = say!(
        ctx.words(),
        "placement-agreement-title",
        association = loaded.org_name.as_str(),
        institution = loaded.institution_name.as_str()
    );
    let main = html! {
        h1.govuk-heading-l { (title) }
        (buttons(&ctx, actor, &loaded))
        (basis(&ctx, loaded.agreement.basis))
        (facts(&ctx, &loaded))
        h2.govuk-heading-m { (ctx.say("placement-agreement-missions")) }
        (covered(&ctx, &missions))
        h2.govuk-heading-m { (ctx.say("placement-invoices-title")) }
        (under_it(&ctx, &made))
        (papers)
    };
    let back = Some(("/agreements".to_owned(), Some(ctx.say("placement-invoices-section-agreements"))));
    let seen_by = Some(ctx.say("placement-invoices-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

fn buttons(ctx: &Ctx, actor: &Actor, loaded: &Loaded) -> Markup {
    let id = loaded.agreement.id;
    ui::actions(html! {
        @if actor.may(INVOICE_MANAGE, &loaded.facts()) {
            (ui::link_button(
                &ctx.say("placement-invoices-prepare"),
                &format!("/invoices/new?agreement={id}"),
                Look::Primary,
            ))
        }
        @if actor.may(AGREEMENT_MANAGE, &loaded.facts()) {
            (ui::link_button(&ctx.say("placement-agreement-change"), &format!("/agreements/{id}/edit"), Look::Secondary))
        }
        @if actor.may(PAPER_MANAGE, &loaded.facts()) {
            (ui::link_button(
                &ctx.say("placement-signing-offer-framework"),
                &format!("/agreements/{id}/paper"),
                Look::Secondary,
            ))
        }
    })
}

/// What is invoiced for an hour, why that much, and the law that it stands on.
fn basis(ctx: &Ctx, basis: Basis) -> Markup {
    let words = ctx.words();
    let rate = words.money(basis.rate());
    match basis {
        Basis::AtCost { cost, law, .. } => html! {
            p.govuk-body { strong { (say!(words, "placement-agreement-at-cost-for", rate = rate)) } }
            p.govuk-body {
                (say!(
                    words,
                    "placement-agreement-cost",
                    cost = words.money(cost.per_hour()),
                    wages = words.money(cost.wages),
                    contributions = words.money(cost.contributions),
                    expenses = words.money(cost.expenses)
                ))
            }
            (ui::inset(html! { (ctx.say(&format!("placement-law-{}", law.as_str()))) }))
        },
        Basis::ServiceRate(_) => html! {
            p.govuk-body { strong { (say!(words, "placement-agreement-service-for", rate = rate)) } }
            (ui::inset(html! { (ctx.say("placement-agreement-service-law")) }))
        },
    }
}

fn facts(ctx: &Ctx, loaded: &Loaded) -> Markup {
    let (words, g) = (ctx.words(), &loaded.agreement);
    let number = |key: &str, count: u16| say!(words, key, count = i64::from(count));
    let vat = html! {
        (ctx.say(&format!("placement-vat-{}", g.vat.as_str()))) br;
        (ui::muted(&ctx.say(&format!("placement-vat-law-{}", g.vat.as_str()))))
    };
    let mut rows: Vec<(&str, Markup)> = vec![
        ("placement-agreement-vat", vat),
        ("placement-agreement-rhythm", html! { (rhythm(ctx, g.rhythm)) }),
        ("placement-agreement-payment", html! { (number("placement-agreement-days", g.payment_days)) }),
        ("placement-agreement-period", html! { (days(ctx, g.period.from, g.period.until)) }),
        ("placement-agreement-notice", html! { (number("placement-agreement-days", g.notice_days)) }),
    ];
    let references = [
        ("placement-paper-service-code", &g.buyer.service_code),
        ("placement-paper-engagement", &g.buyer.engagement),
        ("placement-paper-contract", &g.buyer.contract),
    ];
    rows.extend(references.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (key, html! { (text) })));
    let keys: Vec<String> = rows.iter().map(|(key, _)| ctx.say(key)).collect();
    let facts: Vec<Fact<'_>> = keys.iter().zip(&rows).map(|(key, (_, value))| Fact::new(key, value)).collect();
    ui::summary_list(words, &facts)
}

fn covered(ctx: &Ctx, missions: &[Covered]) -> Markup {
    if missions.is_empty() {
        return html! { p.govuk-body { (ctx.say("placement-agreement-missions-none")) } };
    }
    html! {
        ul.govuk-list {
            @for mission in missions {
                li { a.govuk-link href={ "/missions/" (mission.id) } { (mission.title) } " · " (mission.team) }
            }
        }
    }
}

fn under_it(ctx: &Ctx, made: &[invoices::list::Line]) -> Markup {
    if made.is_empty() {
        return html! { p.govuk-body { (ctx.say("placement-agreement-invoices-none")) } };
    }
    html! {
        ul.govuk-list {
            @for line in made {
                li {
                    a.govuk-link href={ "/invoices/" (line.id) } { (ui::whole(&line.number)) } " · "
                    (ctx.words().money(line.standing.gross)) " " (stage_tag(ctx, line.standing.stage(ctx.today())))
                }
            }
        }
    }
}
