//! A person is entered and invited, or their facts are changed.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use passerelle_access::{Role, account};
use passerelle_kernel::Language;
use passerelle_ui::{self as ui, Button, Fact, Field, Kind};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageResult, Routes, page};
use passerelle_words::say;

use super::{Asked, asked, country_question, done, line, refuse, roles};
use crate::{
    Country, PersonFacts, PersonId, SpokenLanguages, access,
    actions::{self, load_person},
};

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(access::PEOPLE_MANAGE);
    // The address is where links to come in are sent.
    let change = Needs::FreshRight(access::PEOPLE_MANAGE);
    Routes::default()
        .get("/people/new", manage, new)
        .post("/people", manage, create)
        .get("/people/{person}/edit", change, edit)
        .post("/people/{person}", change, update)
}

async fn new(ctx: Ctx, Query(query): Query<Asked>) -> PageResult {
    let fields = ["role", "team", "institution"]
        .into_iter()
        .fold(Fields::empty(&ctx), |fields, name| fields.with(name, asked(&query, name)))
        .with("country", Country::FRANCE.as_str())
        .with("language", ctx.words().language().tag());
    new_form(&ctx, &fields).await
}

async fn new_form(ctx: &Ctx, fields: &Fields) -> PageResult {
    let choices = roles::Choices::load(&mut ctx.begin_read().await?, fields).await?;
    let title = ctx.say("directory-person-new-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("directory-person-new-text")) }
        (ctx.form("/people", html! {
            (line(ctx, fields, "name", "directory-person-name", Kind::Text, false))
            (line(ctx, fields, "email", "directory-person-email", Kind::Email, true))
            (roles::question(ctx, fields, &choices))
            (more_questions(ctx, fields))
            (ui::button(Button { text: &ctx.say("directory-person-create-action"), ..Button::default() }))
        }))
    };
    let back = Some(("/people".to_owned(), None));
    Ok(page(ctx, Page { title, main, back, seen_by: seen_by(ctx), refused: !fields.is_clean(), ..Page::default() }))
}

/// Who sees a person's record, as a sentence.
pub(super) fn seen_by(ctx: &Ctx) -> Option<String> {
    let seat = ctx.visitor()?.seat.as_ref()?;
    Some(say!(ctx.words(), "directory-person-seen-by", place = seat.place.as_str()))
}

fn more_questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let names = Language::ALL.map(|language| (language.tag(), ctx.say(&format!("words-language-{}", language.tag()))));
    let options: Vec<(&str, &str)> = names.iter().map(|(tag, name)| (*tag, name.as_str())).collect();
    let label = ctx.say("directory-person-language");
    let field = Field { name: "language", label: &label, value: fields.value("language"), ..Field::default() };
    html! {
        (ui::select(ctx.words(), ui::Select { field, options: &options }))
        (line(ctx, fields, "phone", "directory-person-phone", Kind::Telephone, true))
        @if fields.value("closed") == "phone" {
            (ui::inset(html! { p.govuk-body { (ctx.say("directory-visibility-closed")) " " (ctx.say("directory-visibility-closed-form")) } }))
        }
        (line(ctx, fields, "town", "directory-person-town", Kind::Text, true))
        (country_question(ctx, fields))
        (spoken(ctx, fields))
    }
}

/// The languages that the person speaks with people.
fn spoken(ctx: &Ctx, fields: &Fields) -> Markup {
    let label = ctx.say("directory-person-languages");
    let error = fields.error("languages");
    let field = Field { name: "languages", label: &label, error, optional: true, ..Field::default() };
    let chosen: Vec<&str> = fields.values("languages").collect();
    ui::spoken(ctx.words(), field, &chosen)
}

/// What was typed about a person; every reason why not is noted at its question.
fn read(fields: &mut Fields) -> PersonFacts {
    let given = |text: &str| Some(text.to_owned()).filter(|text| !text.trim().is_empty());
    let languages = SpokenLanguages::parse(&fields.values("languages").collect::<Vec<_>>().join(" "));
    let facts = PersonFacts {
        name: fields.value("name").to_owned(),
        email: given(fields.value("email")),
        language: Language::find(fields.value("language")).unwrap_or_default(),
        phone: given(fields.value("phone")),
        country: Country::parse(fields.value("country")).unwrap_or_default(),
        town: given(fields.value("town")),
        point: None,
        languages: languages.clone().unwrap_or_default(),
    };
    refuse(fields, facts.read().err().unwrap_or_default());
    refuse(fields, languages.err().into_iter().collect());
    facts
}

async fn create(ctx: Ctx, mut fields: Fields) -> PageResult {
    let facts = read(&mut fields);
    let place = roles::read(&ctx, &mut ctx.begin_read().await?, &mut fields).await?;
    let Some((role, org, team)) = place.filter(|_| fields.is_clean()) else { return new_form(&ctx, &fields).await };
    if role == Role::Admin {
        ctx.fresh()?;
    }
    match actions::welcome_person(&ctx, &facts, role, org, team).await {
        Ok(_) if facts.email.is_none() => Ok(done("/people", "directory-person-created-without-email-done")),
        Ok(_) => Ok(done("/people", "directory-person-created-done")),
        Err(Failure::Refused(refusal)) => {
            refuse(&mut fields, vec![refusal]);
            new_form(&ctx, &fields).await
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn edit(ctx: Ctx, Path(id): Path<PersonId>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let (facts, version) = load_person(&mut tx, ctx.actor()?, id, access::PEOPLE_MANAGE).await?;
    let phone = actions::open_phone(&mut tx, ctx.actor()?, id, &facts).await?;
    let is_theirs = account::has_come_in(&mut tx, id).await?;
    drop(tx);
    let fields = facts
        .languages
        .iter()
        .fold(Fields::empty(&ctx), |fields, code| fields.with("languages", code.as_str()))
        .with("name", facts.name)
        .with("email", facts.email.unwrap_or_default())
        .with("language", facts.language.tag())
        .with("closed", if facts.phone.is_some() && phone.is_none() { "phone" } else { "" })
        .with("phone", phone.unwrap_or_default())
        .with("town", facts.town.unwrap_or_default())
        .with("country", facts.country.as_str())
        .with("theirs", if is_theirs { "yes" } else { "" })
        .with("version", version.to_string());
    Ok(edit_form(&ctx, id, &fields))
}

/// Who has come in changes these two themself.
fn name_and_email(ctx: &Ctx, fields: &Fields) -> Markup {
    if fields.value("theirs").is_empty() {
        return html! {
            (line(ctx, fields, "name", "directory-person-name", Kind::Text, false))
            (line(ctx, fields, "email", "directory-person-email", Kind::Email, true))
        };
    }
    let (name, email) = (ctx.say("directory-person-name"), ctx.say("directory-person-email"));
    html! {
        @for name in ["theirs", "name", "email"] { input type="hidden" name=(name) value=(fields.value(name)); }
        (ui::summary_list(ctx.words(), &[Fact::new(&name, fields.value("name")), Fact::new(&email, fields.value("email"))]))
        p.govuk-body { (ctx.say("directory-person-theirs")) }
    }
}

fn edit_form(ctx: &Ctx, id: PersonId, fields: &Fields) -> Response {
    let title = ctx.say("directory-person-edit-title");
    let path = format!("/people/{id}");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ctx.form(&path, html! {
            input type="hidden" name="version" value=(fields.value("version"));
            input type="hidden" name="closed" value=(fields.value("closed"));
            (name_and_email(ctx, fields))
            (more_questions(ctx, fields))
            (ui::button(Button { text: &ctx.say("directory-save"), ..Button::default() }))
        }))
    };
    let back = Some((path, None));
    page(ctx, Page { title, main, back, seen_by: seen_by(ctx), refused: !fields.is_clean(), ..Page::default() })
}

async fn update(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> PageResult {
    load_person(&mut ctx.begin_read().await?, ctx.actor()?, id, access::PEOPLE_MANAGE).await?;
    let facts = read(&mut fields);
    if !fields.is_clean() {
        return Ok(edit_form(&ctx, id, &fields));
    }
    let version = fields.value("version").parse().unwrap_or(0);
    match actions::update_person(&ctx, id, version, &facts).await {
        Ok(()) => Ok(done(&format!("/people/{id}"), "directory-person-changed-done")),
        Err(Failure::Refused(refusal)) => {
            refuse(&mut fields, vec![refusal]);
            Ok(edit_form(&ctx, id, &fields))
        }
        Err(failure) => Err(failure.into()),
    }
}
