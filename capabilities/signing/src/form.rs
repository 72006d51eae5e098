//! The questions about who signs: the same on every page that offers a paper. Any number of signers; empty ones are left out.

use maud::{Markup, html};
use passerelle_access::account;
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Heading, Input, Kind, Look, Width};
use passerelle_web::{Ctx, Fields, PageError, Reason as _};
use passerelle_words::say;

use crate::{
    paper::MOST_SIGNERS,
    reach,
    refusal::Refusal,
    signer::{Asked, Way},
    store::papers,
};

const LONGEST: usize = 200;
/// The button that adds a signer.
const MORE: &str = "more";

/// A form with these signers already in it.
#[must_use]
pub fn with_signers(fields: Fields, signers: &[Asked]) -> Fields {
    let count = signers.len().max(1);
    (1..).zip(signers).fold(fields.with("rows", count.to_string()), |fields, (row, one)| {
        let email = one.email.as_deref().unwrap_or_default();
        let phone = one.phone.as_deref().unwrap_or_default();
        let way = one.way.map_or("", Way::as_str);
        fields
            .with(&name("name", row), &one.name)
            .with(&name("party", row), &one.party)
            .with(&name("email", row), email)
            .with(&name("phone", row), phone)
            .with(&name("way", row), way)
    })
}

/// Whether the form was sent to get room for one more signer, and not to act.
pub fn wants_more(fields: &Fields) -> bool {
    fields.has("do", MORE)
}

fn rows(fields: &Fields) -> usize {
    let sent: usize = fields.value("rows").parse().unwrap_or(2);
    (sent.max(1) + usize::from(wants_more(fields))).min(MOST_SIGNERS)
}

fn name(part: &str, row: usize) -> String {
    format!("{part}-{row}")
}

/// The questions, one group for each signer, and the buttons; `action` is what the main one says.
pub fn signers(ctx: &Ctx, fields: &Fields, action: &str) -> Markup {
    let rows = rows(fields);
    html! {
        h2.govuk-heading-m { (ctx.say("signing-form-title")) }
        p.govuk-body { (ctx.say("signing-form-text")) }
        input type="hidden" name="rows" value=(rows);
        @for row in 1..=rows { (signer(ctx, fields, row)) }
        (ui::actions(html! {
            (ui::button(Button { text: action, ..Button::default() }))
            @if rows < MOST_SIGNERS {
                (ui::button(Button {
                    text: &ctx.say("signing-form-more"),
                    look: Look::Secondary,
                    name: Some("do"),
                    value: Some(MORE),
                    ..Button::default()
                }))
            }
        }))
    }
}

fn signer(ctx: &Ctx, fields: &Fields, row: usize) -> Markup {
    let number = i64::try_from(row).unwrap_or_default();
    let title = say!(ctx.words(), "signing-form-signer", number = number);
    ui::fieldset(&title, Heading::Medium, questions(ctx, fields, Some(row)))
}

/// The questions about one signer: of a row, or on a page of their own.
pub(crate) fn questions(ctx: &Ctx, fields: &Fields, row: Option<usize>) -> Markup {
    let name = |part: &str| row.map_or_else(|| part.to_owned(), |row| name(part, row));
    let line = |part: &str, kind: Kind, autocomplete: Option<&str>, optional: bool| {
        let (label, hint) = (ctx.say(&format!("signing-form-{part}")), format!("signing-form-{part}-hint"));
        let hint = ctx.words().has(&hint).then(|| ctx.say(&hint));
        let name = name(part);
        let (value, error) = (fields.value(&name), fields.error(&name));
        let field =
            Field { name: &name, label: &label, hint: hint.as_deref(), value, error, optional, ..Field::default() };
        ui::input(ctx.words(), Input { field, kind, width: Width::Characters(30), autocomplete, ..Input::default() })
    };
    html! {
        (line("name", Kind::Text, Some("off"), false))
        (line("party", Kind::Text, Some("off"), true))
        (line("email", Kind::Email, Some("off"), true))
        (line("phone", Kind::Telephone, Some("off"), true))
        (ways(ctx, fields, &name("way")))
    }
}

fn ways(ctx: &Ctx, fields: &Fields, name: &str) -> Markup {
    let has_gateway = ctx.app().settings().sms.is_there();
    let offered: Vec<Way> = Way::ALL.iter().copied().filter(|way| *way != Way::Sms || has_gateway).collect();
    let labels: Vec<(String, String)> = offered
        .iter()
        .map(|way| ["", "-hint"].map(|end| ctx.say(&format!("signing-form-way-{}{end}", way.as_str()))).into())
        .collect();
    let items: Vec<Choice<'_>> = offered
        .iter()
        .zip(&labels)
        .map(|(way, (label, hint))| Choice { value: way.as_str(), label, hint: Some(hint), ..Choice::default() })
        .collect();
    let label = ctx.say("signing-form-way");
    let field = Field { name, label: &label, value: fields.value(name), error: fields.error(name), ..Field::default() };
    ui::radios(ctx.words(), Choices { field, items: &items, small: true, ..Choices::default() })
}

/// The signers as typed; nothing when something is to be mended, which is then said at its place.
///
/// # Errors
/// Forbidden for those who do not manage papers; the engine's error.
pub async fn read(ctx: &Ctx, fields: &mut Fields) -> Result<Option<Vec<Asked>>, PageError> {
    let mut signers = Vec::new();
    for row in 1..=rows(fields) {
        let is_empty = ["name", "email", "phone"].iter().all(|part| fields.value(&name(part, row)).trim().is_empty());
        if !is_empty {
            signers.push(one(ctx, fields, Some(row)).await?);
        }
    }
    if signers.is_empty() {
        fields.refuse_key(&name("name", 1), Refusal::NobodySigns.key());
    }
    Ok(signers.into_iter().collect::<Option<Vec<_>>>().filter(|_| fields.is_clean()))
}

/// One signer as typed; nothing when something is to be mended.
pub(crate) async fn one(ctx: &Ctx, fields: &mut Fields, row: Option<usize>) -> Result<Option<Asked>, PageError> {
    let place = |part: &str| row.map_or_else(|| part.to_owned(), |row| name(part, row));
    let mut tx = ctx.begin_read().await?;
    let (_, country) = papers::org(&mut tx, papers::own_org(ctx.actor()?)?).await?;
    let who = fields.text(&place("name"), LONGEST, "signing-form-name-missing");
    let party = fields.text_if_given(&place("party"), LONGEST);
    let email = match fields.value(&place("email")).trim() {
        "" => Some(None),
        _ => fields.email(&place("email")).map(Some),
    };
    let phone = match fields.value(&place("phone")).trim().to_owned() {
        typed if typed.is_empty() => Some(None),
        typed => {
            let number = reach::phone(&typed, &country);
            if number.is_none() {
                fields.refuse_key(&place("phone"), "signing-form-phone-wrong");
            }
            number.map(Some)
        }
    };
    let way = fields.choice(&place("way"), Way::parse, Refusal::WayMissing.key());
    let (Some(who), Some(party), Some(email), Some(phone), Some(way)) = (who, party, email, phone, way) else {
        return Ok(None);
    };
    let account = match &email {
        Some(email) => account::find_by_email(&mut tx, email).await?.map(|account| account.id),
        None => None,
    };
    let asked = Asked { name: who, party, email, phone, way: Some(way), account };
    if let Err(refusal) = asked.way() {
        fields.refuse_key(&place(place_of(refusal)), refusal.key());
        return Ok(None);
    }
    Ok(Some(asked))
}

/// The question that a refusal is about.
pub(crate) const fn place_of(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::EmailMissing | Refusal::NoAccount => "email",
        Refusal::PhoneMissing => "phone",
        _ => "way",
    }
}
