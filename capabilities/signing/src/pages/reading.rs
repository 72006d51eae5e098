//! What a signer reads, with an account or by a link: the paper, where it stands, and the form that signs it.

use maud::{Markup, html};
use passerelle_documents::{Section, Sheet};
use passerelle_ui::{self as ui, Button, Fact, Field, Input, Kind, Look, Textarea, Width};
use passerelle_web::{Ctx, Fields, PageResult, Reason as _, page};
use passerelle_words::say;

use super::count;
use crate::{
    actions::consent,
    paper::Stage,
    printed,
    reach::masked,
    refusal::Refusal,
    signer::{Answer, Signer, Way},
    store::papers::Loaded,
};

/// The most characters of what somebody says to a no.
pub(super) const MOST_WORDS: usize = 1_000;
const NAME: usize = 200;

/// A paper as one of its signers reads it.
pub(super) struct Reading<'a> {
    /// The paper.
    pub loaded: &'a Loaded,
    /// The signer.
    pub signer: &'a Signer,
    /// The path of the page.
    pub path: String,
    /// Whether the file with the evidence is there.
    pub has_final: bool,
    /// For signers by code: whether one was sent that may still be typed.
    pub has_code: bool,
    /// Whether one signs with the account, whatever way was chosen.
    pub by_account: bool,
}

/// What a paper says, as a page reads it: the same words as its PDF.
pub fn paper_text(ctx: &Ctx, sheet: &Sheet) -> Markup {
    html! {
        @if let Some(subtitle) = &sheet.subtitle { p.govuk-body.p-muted { (subtitle) } }
        @for section in &sheet.sections { (part(ctx, section)) }
    }
}

fn part(ctx: &Ctx, section: &Section) -> Markup {
    let facts: Vec<Fact<'_>> = section.rows.iter().map(|row| Fact::new(&row.label, row.value.clone())).collect();
    html! {
        @if !section.title.trim().is_empty() { h3.govuk-heading-s { (section.title) } }
        @for paragraph in &section.paragraphs { p.govuk-body { (paragraph) } }
        @if !section.points.is_empty() {
            ul.govuk-list.govuk-list--bullet { @for point in &section.points { li { (point) } } }
        }
        @if !facts.is_empty() { (ui::summary_list(ctx.words(), &facts)) }
    }
}

/// The page.
pub(super) fn draw(ctx: &Ctx, reading: &Reading<'_>, fields: &Fields) -> PageResult {
    let paper = &reading.loaded.paper;
    let title = paper.title.clone();
    let may_sign = paper.stage() == Stage::Open && reading.signer.is_awaited();
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (reading.loaded.org_name) }
        h1.govuk-heading-l { (title) }
        (standing(ctx, reading))
        p.govuk-body {
            (files(ctx, reading))
            // A paper is long: who has read it, or has just been sent a code, need not scroll.
            @if may_sign { br; a.govuk-link href="#sign" { (ctx.say("signing-read-to-sign")) } }
        }
        h2.govuk-heading-m { (ctx.say("signing-read-content")) }
        (ui::inset(html! { div lang=(paper.language.tag()) { (paper_text(ctx, &paper.content)) } }))
        @if may_sign { (signing(ctx, reading, fields)) (declining(ctx, reading, fields)) }
    };
    let seen_by = Some(say!(ctx.words(), "signing-read-seen-by", org = reading.loaded.org_name.as_str()));
    Ok(page(ctx, passerelle_web::Page { title, main, seen_by, refused: !fields.is_clean(), ..Default::default() }))
}

/// Where the paper stands, for this signer.
fn standing(ctx: &Ctx, reading: &Reading<'_>) -> Markup {
    let (words, paper, org) = (ctx.words(), &reading.loaded.paper, reading.loaded.org_name.as_str());
    let (signed, all) = (count(paper.signatures()), count(paper.signers.len()));
    let own = match &reading.signer.answer {
        Some(Answer::Signed(signature)) => html! {
            (ui::inset(html! {
                p.govuk-body {
                    strong { (say!(words, "signing-read-you-signed", at = words.instant(signature.at))) } br;
                    (printed::way(words, &signature.means))
                }
            }))
        },
        Some(Answer::Declined { at, .. }) => ui::inset(html! {
            p.govuk-body { (say!(words, "signing-read-you-declined", at = words.instant(*at))) }
        }),
        None => Markup::default(),
    };
    let state = match paper.stage() {
        Stage::Open if reading.signer.is_awaited() => match reading.signer.party.as_str() {
            "" => say!(words, "signing-read-asked", org = org),
            party => say!(words, "signing-read-asked-for", org = org, party = party),
        },
        Stage::Open => say!(words, "signing-read-others", signed = signed, all = all),
        Stage::Signed => say!(words, "signing-read-all-signed", all = all),
        Stage::Declined => ctx.say("signing-read-declined"),
        Stage::Replaced => ctx.say("signing-read-replaced"),
        Stage::Withdrawn => say!(words, "signing-read-withdrawn", org = org),
    };
    let reason = paper.withdrawal.as_ref().map(|one| one.reason.as_str()).filter(|reason| !reason.is_empty());
    html! {
        (own)
        (ui::lead(&state))
        @if let Some(reason) = reason { (ui::inset(html! { p.govuk-body { (reason) } })) }
    }
}

fn files(ctx: &Ctx, reading: &Reading<'_>) -> Markup {
    html! {
        @if reading.has_final {
            a.govuk-link href={ (reading.path) "/final.pdf" } { (ctx.say("signing-read-final")) } br;
        } @else if reading.loaded.paper.stage() == Stage::Signed {
            (ctx.say("signing-read-final-soon")) br;
        }
        a.govuk-link href={ (reading.path) "/paper.pdf" } { (ctx.say("signing-read-pdf")) }
    }
}

fn by_code(reading: &Reading<'_>) -> bool {
    reading.signer.way == Way::Sms && !reading.by_account
}

/// The form that signs; with a code, first the button that sends it.
fn signing(ctx: &Ctx, reading: &Reading<'_>, fields: &Fields) -> Markup {
    let by_code = by_code(reading);
    let number = masked(reading.signer.phone.as_deref().unwrap_or_default());
    html! {
        h2.govuk-heading-m id="sign" { (ctx.say("signing-sign-title")) }
        @if by_code && !reading.has_code {
            p.govuk-body { (say!(ctx.words(), "signing-sign-code-first", number = number.as_str())) }
            (send_code(ctx, reading, "signing-sign-code-send", Look::Primary))
        } @else {
            p.govuk-body { (ctx.say("signing-sign-text")) }
            (ctx.form(&reading.path, html! {
                @if by_code { (code(ctx, &number, fields)) }
                (name(ctx, reading, fields))
                (agree(ctx, reading, fields))
                (ui::button(Button { text: &ctx.say("signing-sign-action"), ..Button::default() }))
            }))
            @if by_code { (send_code(ctx, reading, "signing-sign-code-again", Look::Secondary)) }
        }
    }
}

fn send_code(ctx: &Ctx, reading: &Reading<'_>, key: &str, look: Look) -> Markup {
    let button = ui::button(Button { text: &ctx.say(key), look, ..Button::default() });
    ctx.form(&format!("{}/code", reading.path), button)
}

fn code(ctx: &Ctx, number: &str, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("signing-sign-code"), say!(ctx.words(), "signing-sign-code-hint", number = number));
    let (value, error) = (fields.value("code"), fields.error("code"));
    let field = Field { name: "code", label: &label, hint: Some(&hint), value, error, ..Field::default() };
    let input = Input { field, kind: Kind::Code, width: Width::Characters(10), ..Input::default() };
    ui::input(ctx.words(), Input { autocomplete: Some("one-time-code"), ..input })
}

fn name(ctx: &Ctx, reading: &Reading<'_>, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("signing-sign-name"), ctx.say("signing-sign-name-hint"));
    let typed = fields.value("name");
    let value = if typed.is_empty() && fields.is_clean() { reading.signer.name.as_str() } else { typed };
    let error = fields.error("name");
    let field = Field { name: "name", label: &label, hint: Some(&hint), value, error, ..Field::default() };
    let width = Width::Characters(30);
    ui::input(ctx.words(), Input { field, width, autocomplete: Some("name"), ..Input::default() })
}

fn agree(ctx: &Ctx, reading: &Reading<'_>, fields: &Fields) -> Markup {
    let label = consent(ctx.words(), &reading.loaded.paper, reading.signer);
    let (value, error) = (fields.value("consent"), fields.error("consent"));
    ui::checkbox(ctx.words(), Field { name: "consent", label: &label, value, error, ..Field::default() })
}

fn declining(ctx: &Ctx, reading: &Reading<'_>, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("signing-decline-words"), ctx.say("signing-decline-words-hint"));
    let (value, error) = (fields.value("words"), fields.error("words"));
    let field =
        Field { name: "words", label: &label, hint: Some(&hint), value, error, optional: true, ..Field::default() };
    let form = ctx.form(
        &format!("{}/decline", reading.path),
        html! {
            p.govuk-body { (ctx.say("signing-decline-text")) }
            (ui::textarea(ctx.words(), Textarea { field, rows: Some(3), limit: u32::try_from(MOST_WORDS).ok() }))
            (ui::button(Button { text: &ctx.say("signing-decline-action"), look: Look::Secondary, ..Button::default() }))
        },
    );
    ui::details(&ctx.say("signing-decline-title"), form)
}

/// What was typed to sign: the name, and the code if one is asked for. Nothing when something is to be mended.
pub(super) fn typed(fields: &mut Fields, wants_code: bool) -> Option<(String, String)> {
    let code = fields.value("code").trim().to_owned();
    if wants_code && code.is_empty() {
        fields.refuse_key("code", "signing-sign-code-missing");
    }
    let name = fields.text("name", NAME, "signing-sign-name-missing");
    if !fields.has("consent", "yes") {
        fields.refuse_key("consent", Refusal::ConsentMissing.key());
    }
    name.filter(|_| fields.is_clean()).map(|name| (name, code))
}

/// Notes a refusal at the question that it is about.
pub(super) fn refuse(fields: &mut Fields, refusal: Refusal) {
    let place = if matches!(refusal, Refusal::CodeWrong | Refusal::CodeOver | Refusal::CodeSoon) { "code" } else { "" };
    fields.refuse_key(place, refusal.key());
}
