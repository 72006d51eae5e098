//! One paper, for the association: who has signed, who is awaited and since when, and what can be done.

use axum::extract::Path;
use maud::{Markup, html};
use passerelle_kernel::{Id, Timestamp};
use passerelle_ui::{self as ui, Button, Fact, Look};
use passerelle_web::{Ctx, Page, PageError, PageResult, Routes, page};
use passerelle_words::say;

use super::{MANAGE, download, papers::seen_by, reading::paper_text, stage_tag};
use crate::{
    paper::{Kind, Paper, Stage},
    printed,
    reach::masked,
    signer::{Answer, Means, Signer, Way},
    store::{
        files::{self, Part},
        papers::{self, Loaded},
    },
};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/papers/{paper}", MANAGE, show)
        .get("/papers/{paper}/paper.pdf", MANAGE, offered)
        .get("/papers/{paper}/final.pdf", MANAGE, with_evidence)
        .get("/papers/{paper}/signers/{place}/scan", MANAGE, scan)
}

/// What the page tells, read as of one moment.
struct Known {
    loaded: Loaded,
    has_final: bool,
    scans: Vec<Id<Signer>>,
}

async fn show(ctx: Ctx, Path(id): Path<Id<Paper>>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let loaded = papers::load_paper(&mut tx, ctx.actor()?, id).await?;
    let has_final = files::has(&mut tx, id, Part::Final).await?;
    let scans = files::scans(&mut tx, id).await?;
    drop(tx);
    let known = Known { loaded, has_final, scans };
    let paper = &known.loaded.paper;
    let title = paper.title.clone();
    let kind = ctx.say(&format!("signing-kind-{}", paper.kind.as_str()));
    let main = html! {
        span.govuk-caption-l { (say!(ctx.words(), "signing-paper-version", kind = kind, version = paper.version)) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (stage_tag(&ctx, paper.stage())) " " (standing(&ctx, paper)) }
        @if let Some(withdrawal) = &paper.withdrawal { (ui::inset(html! { p.govuk-body { (withdrawal.reason) } })) }
        h2.govuk-heading-m { (ctx.say("signing-paper-signers")) }
        @for (place, signer) in (1..).zip(&paper.signers) { (signer_card(&ctx, &known, place, signer)) }
        (facts(&ctx, &known))
        (next(&ctx, paper))
        (ui::inset(html! { p.govuk-body { (ctx.say("signing-paper-lawyer")) } }))
        (ui::details(&ctx.say("signing-read-content"), paper_text(&ctx, &paper.content)))
    };
    let back = Some(("/papers".to_owned(), Some(ctx.say("signing-papers-title"))));
    Ok(page(&ctx, Page { title, back, main, seen_by: seen_by(&ctx), ..Page::default() }))
}

fn standing(ctx: &Ctx, paper: &Paper) -> String {
    let (signed, all) = (super::count(paper.signatures()), super::count(paper.signers.len()));
    say!(ctx.words(), "signing-papers-count", signed = signed, all = all)
}

fn signer_card(ctx: &Ctx, known: &Known, place: usize, signer: &Signer) -> Markup {
    let words = ctx.words();
    let state = state(ctx, signer);
    let (party, reached) = (signer.party.clone(), reached(ctx, signer));
    let labels = ["party", "way", "state"].map(|part| ctx.say(&format!("signing-paper-{part}")));
    let [party_label, way_label, state_label] = &labels;
    let mut facts = Vec::new();
    if !party.is_empty() {
        facts.push(Fact::new(party_label, party));
    }
    facts.extend([Fact::new(way_label, reached), Fact::new(state_label, state)]);
    html! {
        (ui::summary_card(words, &signer.name, &facts))
        (actions(ctx, known, place, signer))
    }
}

fn reached(ctx: &Ctx, signer: &Signer) -> String {
    let to = signer.phone.as_deref().filter(|_| signer.way == Way::Sms).or(signer.email.as_deref());
    let way = ctx.say(&format!("signing-form-way-{}", signer.way.as_str()));
    to.map_or(way.clone(), |to| format!("{way} · {}", masked(to)))
}

fn state(ctx: &Ctx, signer: &Signer) -> Markup {
    let words = ctx.words();
    let day = |at: Timestamp| words.day(at.to_zoned(words.zone().clone()).date());
    match &signer.answer {
        Some(Answer::Signed(signature)) => html! {
            (say!(words, "signing-state-signed", name = signature.name.as_str(), at = words.instant(signature.at))) br;
            @if let Means::OnPaper { on, .. } = signature.means {
                (say!(words, "signing-state-on-paper", day = words.day(on)))
            } @else { (printed::way(words, &signature.means)) }
        },
        Some(Answer::Declined { at, words: said }) => html! {
            (say!(words, "signing-state-declined", day = day(*at)))
            @if !said.is_empty() { br; (ui::muted(said)) }
        },
        None => html! {
            (say!(words, "signing-state-awaited", day = day(signer.asked_at), count = signer.reminded))
            @if signer.is_silent(ctx.now()) { br; strong { (ctx.say("signing-state-silent")) } }
        },
    }
}

/// What can be done about a signer.
fn actions(ctx: &Ctx, known: &Known, place: usize, signer: &Signer) -> Markup {
    let paper = &known.loaded.paper;
    let path = format!("/papers/{}/signers/{place}", paper.id);
    let is_awaited = paper.stage() == Stage::Open && signer.is_awaited();
    ui::actions(html! {
        @if is_awaited && signer.way != Way::OnPaper {
            (ctx.form(&format!("{path}/again"), ui::button(Button {
                text: &ctx.say("signing-paper-again"),
                look: Look::Secondary,
                about: Some(&signer.name),
                ..Button::default()
            })))
        }
        @if is_awaited {
            a.govuk-link href={ (path) "/change" } { (ctx.say("signing-paper-correct")) " " (ui::hidden(&signer.name)) }
            a.govuk-link href={ (path) "/on-paper" } { (ctx.say("signing-paper-on-paper")) " " (ui::hidden(&signer.name)) }
        }
        @if known.scans.contains(&signer.id) {
            a.govuk-link href={ (path) "/scan" } { (ctx.say("signing-paper-scan")) " " (ui::hidden(&signer.name)) }
        }
    })
}

fn facts(ctx: &Ctx, known: &Known) -> Markup {
    let (words, paper) = (ctx.words(), &known.loaded.paper);
    let label = |part: &str| ctx.say(&format!("signing-paper-{part}"));
    let link = |href: String, key: &str| html! { a.govuk-link href=(href) { (ctx.say(key)) } };
    let files = html! {
        (link(format!("/papers/{}/paper.pdf", paper.id), "signing-read-pdf"))
        @if known.has_final { br; (link(format!("/papers/{}/final.pdf", paper.id), "signing-read-final")) }
    };
    let mut facts = vec![(label("offered"), html! { (words.instant(paper.offered.0)) }), (label("files"), files)];
    facts.push((label("hash"), html! { code { (paper.hash) } }));
    let former = paper.former.map(|id| (label("former"), link(format!("/papers/{id}"), "signing-paper-see")));
    let next = known.loaded.next.map(|id| (label("next"), link(format!("/papers/{id}"), "signing-paper-see")));
    let about = paper.about.as_ref().map(|path| (label("about"), link(path.clone(), "signing-paper-see")));
    facts.extend(former.into_iter().chain(next).chain(about));
    let facts: Vec<Fact<'_>> = facts.iter().map(|(key, value)| Fact::new(key, value.clone())).collect();
    html! {
        h2.govuk-heading-m { (ctx.say("signing-paper-facts")) }
        (ui::summary_list(words, &facts))
    }
}

/// What comes next: a new version, or taking it back.
fn next(ctx: &Ctx, paper: &Paper) -> Markup {
    let may_withdraw = matches!(paper.stage(), Stage::Open | Stage::Declined);
    let renewal = match (&paper.about, paper.kind) {
        (Some(about), Kind::Addendum) => Some(format!("{about}/addendum")),
        (Some(about), _) => Some(format!("{about}/paper")),
        (None, Kind::Free) => Some(format!("/papers/{}/renewal", paper.id)),
        _ => None,
    };
    ui::actions(html! {
        @if let Some(path) = renewal.filter(|_| paper.stage() != Stage::Replaced) {
            (ui::link_button(&ctx.say("signing-paper-renew"), &path, Look::Secondary))
        }
        @if may_withdraw {
            a.govuk-link href={ "/papers/" (paper.id) "/withdrawal" } { (ctx.say("signing-paper-withdraw")) }
        }
    })
}

async fn offered(ctx: Ctx, Path(id): Path<Id<Paper>>) -> PageResult {
    file(&ctx, id, Part::Offered).await
}

async fn with_evidence(ctx: Ctx, Path(id): Path<Id<Paper>>) -> PageResult {
    file(&ctx, id, Part::Final).await
}

async fn file(ctx: &Ctx, id: Id<Paper>, part: Part) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    papers::load_paper(&mut tx, ctx.actor()?, id).await?;
    let file = files::find(&mut tx, id, part, None).await?;
    Ok(download(&ctx.say("signing-own-file"), file, &format!("/papers/{id}")))
}

async fn scan(ctx: Ctx, Path((id, place)): Path<(Id<Paper>, usize)>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let loaded = papers::load_paper(&mut tx, ctx.actor()?, id).await?;
    let signer = place.checked_sub(1).and_then(|at| loaded.paper.signers.get(at)).ok_or(PageError::NotFound)?;
    let file = files::find(&mut tx, id, Part::Scan, Some(signer.id)).await?;
    Ok(download(&ctx.say("signing-own-scan"), file, &format!("/papers/{id}")))
}
