//! Yes, or no with the reasons that the team will read.

use axum::{extract::Path, response::Response};
use maud::html;
use passerelle_ui::{self as ui, Button, Field, Look, Textarea};
use passerelle_web::{Ctx, Failure, Fields, Page, PageResult, page, redirect};

use super::{path, read_id, seen, sentence};
use crate::{
    access::REQUEST_MANAGE,
    actions::requests as actions,
    store::requests::{self, Kept},
    text,
};

pub(super) async fn accept(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> PageResult {
    let id = read_id(&id)?;
    actions::accept(&ctx, id, seen(&fields)).await?;
    Ok(redirect(&format!("{}?done=placement-request-accepted-done", path(id))))
}

async fn load(ctx: &Ctx, id: &str) -> Result<Kept, passerelle_web::PageError> {
    Ok(requests::load_request(&mut ctx.begin_read().await?, ctx.actor()?, read_id(id)?, REQUEST_MANAGE).await?)
}

pub(super) async fn ask_reason(ctx: Ctx, Path(id): Path<String>) -> PageResult {
    let kept = load(&ctx, &id).await?;
    if !kept.request.waits_for_decision() {
        return Ok(redirect(&path(kept.request.id)));
    }
    let fields = Fields::empty(&ctx).with("version", kept.version.to_string());
    Ok(form(&ctx, &kept, &fields))
}

fn form(ctx: &Ctx, kept: &Kept, fields: &Fields) -> Response {
    let title = ctx.say("placement-request-decline-title");
    let (label, hint) = (ctx.say("placement-request-decline-reason"), ctx.say("placement-request-decline-hint"));
    let field = Field {
        name: "reason",
        label: &label,
        hint: Some(&hint),
        error: fields.error("reason"),
        value: fields.value("reason"),
        ..Field::default()
    };
    let limit = u32::try_from(text::SENTENCES).ok();
    let path = path(kept.request.id);
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (sentence(ctx, kept)) }
        (ctx.form(&format!("{path}/refusal"), html! {
            input type="hidden" name="version" value=(fields.value("version"));
            (ui::textarea(ctx.words(), Textarea { field, rows: Some(6), limit }))
            (ui::actions(html! {
                (ui::button(Button {
                    text: &ctx.say("placement-request-decline-action"),
                    look: Look::Warning,
                    ..Button::default()
                }))
                a.govuk-link href=(path) { (ctx.say("placement-request-cancel")) }
            }))
        }))
    };
    let seen_by = Some(ctx.say("placement-requests-seen-by"));
    page(ctx, Page { title, main, seen_by, back: Some((path, None)), refused: !fields.is_clean(), ..Page::default() })
}

pub(super) async fn decline(ctx: Ctx, Path(id): Path<String>, mut fields: Fields) -> PageResult {
    let kept = load(&ctx, &id).await?;
    let Some(reason) = fields.text("reason", text::SENTENCES, "placement-request-decline-missing") else {
        return Ok(form(&ctx, &kept, &fields));
    };
    match actions::decline(&ctx, kept.request.id, &reason, seen(&fields)).await {
        Ok(()) => Ok(redirect(&format!("{}?done=placement-request-declined-done", path(kept.request.id)))),
        Err(Failure::Refused(refusal)) => {
            fields.refuse_key("reason", refusal.key());
            Ok(form(&ctx, &kept, &fields))
        }
        Err(failure) => Err(failure.into()),
    }
}
