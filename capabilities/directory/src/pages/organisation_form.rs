//! An organisation is entered or changed.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_kernel::Language;
use passerelle_ui::{self as ui, Button, Field, Kind, Textarea};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageResult, Routes, page};
use passerelle_words::say;

use super::{country_question, done, line, refuse};
use crate::{
    Country, Organisation, OrganisationFacts, OrganisationId, OrganisationKind, access,
    actions::{self, load_organisation, may_change},
};

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(access::ORGANISATIONS_MANAGE);
    // The form holds the bank details on invoices.
    let address = Needs::FreshRight(access::ORGANISATION_ADDRESS);
    Routes::default()
        .get("/organisations/new", manage, new)
        .post("/organisations", manage, create)
        .get("/organisations/{organisation}/edit", address, edit)
        .post("/organisations/{organisation}", address, update)
}

/// Every field of the form that is text.
macro_rules! texts {
    ($each:ident) => {
        $each!(
            name,
            short_name,
            town,
            post_code,
            address,
            finess_site,
            finess_entity,
            siren,
            siret,
            enterprise,
            vat,
            website,
            email,
            phone,
            iban,
            bic,
            electronic_address
        )
    };
}

/// What was typed; every reason why not is noted at its question.
fn read(ctx: &Ctx, fields: &mut Fields) -> OrganisationFacts {
    let mut facts = OrganisationFacts {
        kind: OrganisationKind::parse(fields.value("kind")).unwrap_or_default(),
        country: Country::parse(fields.value("country")).unwrap_or_default(),
        language: Language::find(fields.value("language")).unwrap_or_default(),
        takes_requests: fields.has("takes_requests", "yes"),
        ..OrganisationFacts::default()
    };
    macro_rules! take {
        ($($name:ident),+) => { $(facts.$name = fields.value(stringify!($name)).to_owned();)+ };
    }
    texts!(take);
    facts.takes_requests &= facts.kind == OrganisationKind::Association;
    refuse(fields, facts.read(ctx.new_id(), ctx.now()).err().unwrap_or_default());
    facts
}

fn typed(ctx: &Ctx, facts: &OrganisationFacts) -> Fields {
    let mut fields = Fields::empty(ctx)
        .with("kind", facts.kind.as_str())
        .with("country", facts.country.as_str())
        .with("language", facts.language.tag())
        .with("takes_requests", if facts.takes_requests { "yes" } else { "" });
    macro_rules! give {
        ($($name:ident),+) => { $(fields = fields.with(stringify!($name), facts.$name.clone());)+ };
    }
    texts!(give);
    fields
}

async fn new(ctx: Ctx) -> Response {
    let fields = typed(&ctx, &OrganisationFacts::default());
    new_form(&ctx, &fields)
}

fn new_form(ctx: &Ctx, fields: &Fields) -> Response {
    let title = ctx.say("directory-organisation-new-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ctx.form("/organisations", html! {
            (identity_questions(ctx, fields))
            (address_questions(ctx, fields))
            (number_questions(ctx, fields))
            (ui::button(Button { text: &ctx.say("directory-organisation-create-action"), ..Button::default() }))
        }))
    };
    let back = Some(("/organisations".to_owned(), Some(ctx.say("directory-nav-organisations"))));
    let seen_by = Some(ctx.say("directory-organisation-new-seen-by"));
    page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn identity_questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let kinds: Vec<(&str, String)> = OrganisationKind::ALL
        .iter()
        .map(|kind| (kind.as_str(), ctx.say(&format!("directory-kind-{}", kind.as_str()))))
        .collect();
    let options: Vec<(&str, &str)> = kinds.iter().map(|(code, name)| (*code, name.as_str())).collect();
    let label = ctx.say("directory-organisation-kind");
    let field = Field { name: "kind", label: &label, value: fields.value("kind"), ..Field::default() };
    html! {
        (line(ctx, fields, "name", "directory-organisation-name", Kind::Text, false))
        (line(ctx, fields, "short_name", "directory-organisation-short-name", Kind::Text, true))
        (ui::select(ctx.words(), ui::Select { field, options: &options }))
    }
}

fn address_questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let label = ctx.say("directory-organisation-street");
    let (value, error) = (fields.value("address"), fields.error("address"));
    let field = Field { name: "address", label: &label, value, error, optional: true, ..Field::default() };
    html! {
        (ui::textarea(ctx.words(), Textarea { field, rows: Some(3), limit: None }))
        (line(ctx, fields, "post_code", "directory-organisation-post-code", Kind::Text, true))
        (line(ctx, fields, "town", "directory-organisation-town", Kind::Text, true))
        (country_question(ctx, fields))
        (line(ctx, fields, "phone", "directory-organisation-phone", Kind::Telephone, true))
        (line(ctx, fields, "email", "directory-organisation-email", Kind::Email, true))
    }
}

/// Registry numbers and what invoices need; most are left empty.
fn number_questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let lines = [
        ("siret", "directory-organisation-siret", Kind::Text),
        ("siren", "directory-organisation-siren", Kind::Text),
        ("enterprise", "directory-organisation-enterprise", Kind::Text),
        ("vat", "directory-organisation-vat", Kind::Text),
        ("electronic_address", "directory-organisation-electronic-address", Kind::Text),
    ];
    rarer_questions(ctx, fields, "directory-organisation-numbers", &lines)
}

/// What only the organisation's own people or a coordination change.
fn own_questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let label = ctx.say("directory-organisation-takes-requests");
    let hint = ctx.say("directory-organisation-takes-requests-hint");
    let (value, error) = (fields.value("takes_requests"), fields.error("takes_requests"));
    let field = Field { name: "takes_requests", label: &label, hint: Some(&hint), value, error, ..Field::default() };
    let lines = [
        ("website", "directory-organisation-website", Kind::Address),
        ("finess_site", "directory-organisation-finess", Kind::Text),
        ("iban", "directory-organisation-iban", Kind::Text),
        ("bic", "directory-organisation-bic", Kind::Text),
    ];
    html! {
        (rarer_questions(ctx, fields, "directory-organisation-more", &lines))
        @if fields.value("kind") == OrganisationKind::Association.as_str() { (ui::checkbox(ctx.words(), field)) }
    }
}

/// Questions that most leave empty, folded; what waits inside, an answer or a reason why not, is never out of sight.
fn rarer_questions(ctx: &Ctx, fields: &Fields, key: &str, lines: &[(&str, &str, Kind)]) -> Markup {
    let filled = lines.iter().filter(|(name, ..)| !fields.value(name).is_empty()).count();
    let is_refused = lines.iter().any(|(name, ..)| fields.error(name).is_some());
    let title = ctx.say(key);
    let summary =
        say!(ctx.words(), "directory-organisation-rarer", title = title, count = i64::try_from(filled).unwrap_or(0));
    let content = html! { @for (name, key, kind) in lines { (line(ctx, fields, name, key, *kind, true)) } };
    ui::folded(&summary, is_refused, content)
}

async fn create(ctx: Ctx, mut fields: Fields) -> PageResult {
    let facts = read(&ctx, &mut fields);
    if !fields.is_clean() {
        return Ok(new_form(&ctx, &fields));
    }
    let id = actions::create_organisation(&ctx, &facts).await?;
    Ok(done(&format!("/organisations/{id}"), "directory-organisation-created-done"))
}

async fn edit(ctx: Ctx, Path(id): Path<OrganisationId>) -> PageResult {
    let known = known(&ctx, id).await?;
    let fields = typed(&ctx, &OrganisationFacts::of(&known)).with("version", known.version.to_string());
    edit_form(&ctx, &known, &fields)
}

async fn known(ctx: &Ctx, id: OrganisationId) -> Result<Organisation, crate::Error> {
    let actor = ctx.actor().map_err(|_| crate::Error::NotFound)?;
    load_organisation(&mut ctx.begin_read().await?, actor, id, access::ORGANISATION_ADDRESS).await
}

fn edit_form(ctx: &Ctx, known: &Organisation, fields: &Fields) -> PageResult {
    let actor = ctx.actor()?;
    let whole = may_change(actor, known.id, known.kind, access::ORGANISATIONS_MANAGE);
    let title = say!(ctx.words(), "directory-organisation-edit-title", name = known.name.as_str());
    let path = format!("/organisations/{}", known.id);
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ctx.form(&path, html! {
            input type="hidden" name="version" value=(fields.value("version"));
            input type="hidden" name="language" value=(fields.value("language"));
            input type="hidden" name="finess_entity" value=(fields.value("finess_entity"));
            @if whole { (identity_questions(ctx, fields)) } @else { input type="hidden" name="name" value=(known.name); }
            (address_questions(ctx, fields))
            (number_questions(ctx, fields))
            @if whole { (own_questions(ctx, fields)) }
            (ui::button(Button { text: &ctx.say("directory-save"), ..Button::default() }))
        }))
    };
    let back = Some((path, Some(known.name.to_string())));
    let seen_by = Some(ctx.say("directory-organisation-seen-by-more"));
    Ok(page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() }))
}

async fn update(ctx: Ctx, Path(id): Path<OrganisationId>, mut fields: Fields) -> PageResult {
    let known = known(&ctx, id).await?;
    let facts = read(&ctx, &mut fields);
    if !fields.is_clean() {
        return edit_form(&ctx, &known, &fields);
    }
    let version = fields.value("version").parse().unwrap_or(0);
    match actions::update_organisation(&ctx, id, version, &facts).await {
        Ok(()) => Ok(done(&format!("/organisations/{id}"), "directory-organisation-changed-done")),
        Err(Failure::Refused(refusal)) => {
            refuse(&mut fields, vec![refusal]);
            edit_form(&ctx, &known, &fields)
        }
        Err(failure) => Err(failure.into()),
    }
}
