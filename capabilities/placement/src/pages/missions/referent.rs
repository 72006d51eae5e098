//! Naming the referent of a mission: who confirms the hours in the team.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Field, Input, Kind};
use passerelle_web::{Ctx, Fields, Page, PageResult, page, redirect};

use super::visible_to;
use crate::{
    Error, access, actions::missions::set_referent, mission::Mission, request::Contact, store, store::missions::Loaded,
    text,
};

pub(super) async fn ask(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let known = loaded.mission.referent.clone().unwrap_or_default();
    let fields = Fields::empty(&ctx)
        .with("name", known.name)
        .with("role", known.role)
        .with("email", known.email)
        .with("phone", known.phone)
        .with("version", loaded.version.to_string());
    Ok(form(&ctx, &loaded, &fields))
}

async fn load(ctx: &Ctx, id: Id<Mission>) -> Result<Loaded, Error> {
    let actor = ctx.visitor().ok_or(Error::Forbidden)?;
    store::missions::load_mission(&mut ctx.begin_form().await?, actor, id, access::MISSION_MANAGE).await
}

fn form(ctx: &Ctx, loaded: &Loaded, fields: &Fields) -> Response {
    let title = ctx.say("placement-referent-title");
    let line = |name: &str, kind: Kind, optional: bool| -> Markup {
        let label = ctx.say(&format!("placement-referent-{name}"));
        let field = Field {
            name,
            label: &label,
            error: fields.error(name),
            value: fields.value(name),
            optional,
            ..Field::default()
        };
        ui::input(ctx.words(), Input { field, kind, ..Input::default() })
    };
    let questions = html! {
        input type="hidden" name="version" value=(fields.value("version"));
        (line("name", Kind::Text, false))
        (line("role", Kind::Text, true))
        (line("email", Kind::Email, false))
        (line("phone", Kind::Telephone, true))
        (ui::button(Button { text: &ctx.say("placement-save"), ..Button::default() }))
    };
    let path = format!("/missions/{}", loaded.mission.id);
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (loaded.mission.title) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("placement-referent-text")) }
        (ctx.form(&format!("{path}/referent"), questions))
    };
    let back = Some((path, Some(loaded.mission.title.clone())));
    page(
        ctx,
        Page { title, back, main, seen_by: visible_to(ctx, loaded), refused: !fields.is_clean(), ..Page::default() },
    )
}

pub(super) async fn name(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let version = fields.value("version").parse().unwrap_or_default();
    let name = fields.text("name", text::LINE, "placement-refusal-text-missing");
    let role = fields.text_if_given("role", text::LINE);
    let email = fields.email("email");
    let phone = fields.text_if_given("phone", 40);
    if let (Some(name), Some(role), Some(email), Some(phone)) = (name, role, email, phone) {
        match set_referent(&ctx, id, version, &Contact { name, email, phone, role }).await {
            Ok(()) => return Ok(redirect(&format!("/missions/{id}?done=placement-referent-done"))),
            Err(Error::Refused(refusal)) => fields.refuse_key("name", refusal.key()),
            Err(other) => return Err(other.into()),
        }
    }
    Ok(form(&ctx, &loaded, &fields))
}
