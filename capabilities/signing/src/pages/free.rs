//! A paper in free words: any text, any signers; and its next version.

use axum::extract::Path;
use maud::html;
use passerelle_documents::{Section, Sheet};
use passerelle_kernel::{Id, Language};
use passerelle_ui::{self as ui, DateInput, Field, Input, Textarea};
use passerelle_web::{Ctx, Failure, Fields, Page, PageError, PageResult, Reason as _, Routes, page, redirect};
use passerelle_words::say;

use super::{MANAGE, papers::seen_by};
use crate::{
    actions::{Draft, offer},
    form,
    paper::{Kind, Paper},
    signer::{Asked, Signer},
    store::papers,
};

const TITLE: usize = 200;
const TEXT: usize = 20_000;

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/papers/new", MANAGE, ask)
        .post("/papers", MANAGE, create)
        .get("/papers/{paper}/renewal", MANAGE, ask_renewal)
        .post("/papers/{paper}/renewal", MANAGE, renew)
}

async fn ask(ctx: Ctx) -> PageResult {
    let fields = Fields::empty(&ctx);
    Ok(draw(&ctx, None, &fields))
}

fn draw(ctx: &Ctx, former: Option<&Paper>, fields: &Fields) -> axum::response::Response {
    let words = ctx.words();
    let title = ctx.say(if former.is_some() { "signing-free-renew" } else { "signing-papers-new" });
    let action = former.map_or("/papers".to_owned(), |paper| format!("/papers/{}/renewal", paper.id));
    let label = |part: &str| ctx.say(&format!("signing-free-{part}"));
    let [name, text, hint, ends, ends_hint] = ["title", "text", "text-hint", "ends", "ends-hint"].map(label);
    let field = |name, label, hint| Field {
        name,
        label,
        hint,
        value: fields.value(name),
        error: fields.error(name),
        ..Field::default()
    };
    let date = DateInput {
        field: Field { optional: true, ..field("ends", &ends, Some(&ends_hint)) },
        day: fields.value("ends-day"),
        month: fields.value("ends-month"),
        year: fields.value("ends-year"),
        birthday: false,
    };
    let body = Textarea { field: field("text", &text, Some(&hint)), rows: Some(12), limit: u32::try_from(TEXT).ok() };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        @if former.is_some() { p.govuk-body { (label("renew-text")) } }
        (ctx.form(&action, html! {
            (ui::input(words, Input { field: field("title", &name, None), ..Input::default() }))
            (ui::textarea(words, body))
            (ui::date_input(words, date))
            (form::signers(ctx, fields, &ctx.say("signing-form-offer")))
        }))
    };
    let back = Some(("/papers".to_owned(), Some(ctx.say("signing-papers-title"))));
    page(ctx, Page { title, back, main, seen_by: seen_by(ctx), refused: !fields.is_clean(), ..Page::default() })
}

async fn create(ctx: Ctx, fields: Fields) -> PageResult {
    act(&ctx, None, fields).await
}

async fn former(ctx: &Ctx, id: Id<Paper>) -> Result<Paper, PageError> {
    let loaded = papers::load_paper(&mut ctx.begin_form().await?, ctx.actor()?, id).await?;
    if loaded.paper.kind == Kind::Free && loaded.paper.about.is_none() {
        return Ok(loaded.paper);
    }
    Err(PageError::Refused("signing-refusal-renew-there"))
}

async fn ask_renewal(ctx: Ctx, Path(id): Path<Id<Paper>>) -> PageResult {
    let paper = former(&ctx, id).await?;
    let text: Vec<&str> = paper.content.sections.iter().flat_map(|one| &one.paragraphs).map(String::as_str).collect();
    let asked = |one: &Signer| Asked {
        name: one.name.clone(),
        party: one.party.clone(),
        email: one.email.clone(),
        phone: one.phone.clone(),
        way: Some(one.way),
        account: None,
    };
    let signers: Vec<Asked> = paper.signers.iter().map(asked).collect();
    let fields = Fields::empty(&ctx).with("title", &paper.title).with("text", text.join("\n\n"));
    Ok(draw(&ctx, Some(&paper), &form::with_signers(fields, &signers)))
}

async fn renew(ctx: Ctx, Path(id): Path<Id<Paper>>, fields: Fields) -> PageResult {
    let paper = former(&ctx, id).await?;
    act(&ctx, Some(paper), fields).await
}

async fn act(ctx: &Ctx, former: Option<Paper>, mut fields: Fields) -> PageResult {
    if form::wants_more(&fields) {
        return Ok(draw(ctx, former.as_ref(), &fields));
    }
    let title = fields.text("title", TITLE, "signing-free-title-missing");
    let text = fields.text("text", TEXT, "signing-free-text-missing");
    let ends_on = fields.date_if_given("ends");
    let signers = form::read(ctx, &mut fields).await?;
    let (Some(title), Some(text), Some(ends_on), Some(signers)) = (title, text, ends_on, signers) else {
        return Ok(draw(ctx, former.as_ref(), &fields));
    };
    let language = ctx.words().language();
    let content = sheet(ctx, title, &text, language).await?;
    let (subject, about, former_id) = (None, None, former.as_ref().map(|paper| paper.id));
    let draft = Draft { kind: Kind::Free, language, content, subject, about, ends_on, former: former_id, signers };
    match offer(ctx, draft).await {
        Ok(id) => Ok(redirect(&format!("/papers/{id}?done=signing-offered-done"))),
        Err(Failure::Refused(refusal)) => {
            fields.refuse_key("", refusal.key());
            Ok(draw(ctx, former.as_ref(), &fields))
        }
        Err(failure) => Err(failure.into()),
    }
}

/// What was typed as a paper: an empty line begins a paragraph.
async fn sheet(ctx: &Ctx, title: String, text: &str, language: Language) -> Result<Sheet, PageError> {
    let org = papers::own_org(ctx.actor()?)?;
    let (org_name, _) = papers::org(&mut ctx.begin_read().await?, org).await?;
    let words = ctx.app().words(language);
    let day = words.date(ctx.today());
    let paragraphs = text.split("\n\n").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
    Ok(Sheet {
        title,
        subtitle: Some(say!(words, "signing-paper-edition", org = org_name.as_str(), day = day)),
        sections: vec![Section { paragraphs, ..Section::default() }],
        footer: org_name,
        page_word: words.say("signing-paper-page"),
    })
}
