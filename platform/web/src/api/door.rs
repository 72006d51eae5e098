//! What stands around every route of programs: a token and nothing else opens it, a key acts once, problems are documents.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use passerelle_access::Ability;
use passerelle_store::{once, once::Acted};

use super::{KEY, Problem, ROOT, Sending};
use crate::{
    App, Ctx, Needs, PageError,
    ctx::{FormKey, bearer},
    look,
};

/// Says of an answer that it was given before, to the same request.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
/// The most bytes of an answer that is kept: it names ids only.
const LARGEST_KEPT: usize = 4_096;

/// Whether the request is a program's.
pub(crate) fn is_program(parts: &Parts) -> bool {
    parts.uri.path().starts_with(ROOT)
}

/// The key of a write, and the print of what is written.
pub(crate) fn sending(parts: &Parts, body: &[u8]) -> Option<Sending> {
    let key = parts.headers.get(KEY)?.to_str().ok().filter(|key| is_key(key))?;
    let print = once::print(&[parts.uri.path().as_bytes(), body]);
    (parts.method == Method::POST).then(|| Sending { key: key.to_owned(), print })
}

fn is_key(text: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    (8..=64).contains(&text.len()) && text.bytes().all(is_plain)
}

/// Lets in whoever the route admits, if the token lets a program do this, and gives the handler its context.
pub(crate) async fn admit(
    needs: Needs,
    ability: Option<&'static Ability>,
    path: &'static str,
    request: Request,
    next: Next,
) -> Response {
    let Some(app) = request.extensions().get::<App>().cloned() else {
        return Problem::Of(PageError::Internal("no app in the request".into())).into_response();
    };
    let (mut parts, body) = request.into_parts();
    let ctx = match Ctx::of_program(&app, &parts).await {
        Ok(ctx) => ctx,
        Err(error) => return Problem::from(error).into_response(),
    };
    if let Err(problem) = decide(needs, ability, path, &parts, &ctx).await {
        return with_context(problem.into_response(), ctx);
    }
    let is_write = parts.method == Method::POST;
    parts.extensions.insert(ctx.clone());
    let response = next.run(Request::from_parts(parts, body)).await;
    if !response.status().is_success() {
        return with_context(response, ctx);
    }
    if is_write {
        return with_context(keep(&ctx, response).await, ctx);
    }
    // What shows somebody's data leaves only once it is written down who has seen it.
    match look::write_down(&ctx).await {
        Ok(()) => with_context(response, ctx),
        Err(error) => with_context(Problem::from(error).into_response(), ctx),
    }
}

async fn decide(
    needs: Needs,
    ability: Option<&'static Ability>,
    path: &str,
    parts: &Parts,
    ctx: &Ctx,
) -> Result<(), Problem> {
    // Who brings nothing at all is refused without asking the database; who tries tokens is counted.
    let is_allowed = match ctx.token() {
        Ok(token) => ctx.allows_program(token.id).await?,
        Err(_) => bearer(&parts.headers).is_none() || ctx.allows_client().await?,
    };
    if !is_allowed {
        return Err(PageError::TooMany.into());
    }
    if matches!(needs, Needs::Public) {
        return Ok(());
    }
    let token = ctx.token()?;
    if let Some(ability) = ability.filter(|ability| !token.lets(ability)) {
        return Err(Problem::Ability(ability.name));
    }
    crate::guard::decide(needs, path, ctx)?;
    if parts.method == Method::POST && ctx.form_key().is_none() {
        return Err(Problem::NoKey);
    }
    Ok(())
}

fn with_context(mut response: Response, ctx: Ctx) -> Response {
    response.extensions_mut().insert(ctx);
    response
}

/// Keeps what is answered to a write. Should that fail, the write is done all the same: whoever sends the key again is
/// told so, without the answer.
async fn keep(ctx: &Ctx, response: Response) -> Response {
    let Some(form) = ctx.form_key() else { return response };
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, LARGEST_KEPT).await.unwrap_or_default();
    let place = parts.headers.get(header::LOCATION).and_then(|place| place.to_str().ok()).unwrap_or_default();
    let answer = format!("{} {place}\n{}", parts.status.as_u16(), String::from_utf8_lossy(&bytes));
    if let Err(error) = keep_answer(ctx, &form.key, &answer).await {
        tracing::debug!(%error, "the answer to a write");
    }
    Response::from_parts(parts, Body::from(bytes))
}

async fn keep_answer(ctx: &Ctx, key: &str, answer: &str) -> passerelle_store::Result<()> {
    let mut tx = ctx.db().begin_brief().await?;
    once::keep_answer(&mut tx, key, answer).await?;
    tx.commit().await
}

/// Makes the answer complete: what was refused becomes a document, what was done before is told again.
pub(crate) async fn explain(app: &App, parts: &Parts, mut response: Response) -> Response {
    let Some(mut problem) = problem_of(&response) else { return response };
    let ctx = match response.extensions_mut().remove::<Ctx>() {
        Some(ctx) => ctx,
        None => Ctx::of_program(app, parts).await.unwrap_or_else(|_| Ctx::of_no_program(app, parts)),
    };
    if problem == Problem::Of(PageError::Repeated)
        && let Some(form) = ctx.form_key()
    {
        match again(&ctx, form).await {
            Ok(Ok(answer)) => return answer,
            Ok(Err(other)) => problem = other,
            Err(error) => problem = error.into(),
        }
    }
    if let Problem::Of(PageError::Internal(text)) = &mut problem {
        *text = crate::guard::report(app, text);
    }
    let mut told = problem.told(&ctx);
    if let Some(allow) = response.headers().get(header::ALLOW) {
        told.headers_mut().insert(header::ALLOW, allow.clone());
    }
    told
}

/// What was answered to the first sending of this key, or why it is not told.
async fn again(ctx: &Ctx, form: &FormKey) -> passerelle_store::Result<Result<Response, Problem>> {
    let acted = once::find(&mut ctx.db().begin_read().await?, &form.key).await?;
    let Some(Acted { print, answer }) = acted else { return Ok(Err(PageError::Repeated.into())) };
    if print != form.print {
        return Ok(Err(Problem::OtherContent));
    }
    let told = answer.as_deref().and_then(answer_of);
    Ok(told.ok_or_else(|| PageError::Repeated.into()))
}

fn answer_of(kept: &str) -> Option<Response> {
    let (head, body) = kept.split_once('\n')?;
    let (status, place) = head.split_once(' ')?;
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(REPLAYED, HeaderValue::from_static("true"));
    if !place.is_empty() {
        headers.insert(header::LOCATION, HeaderValue::from_str(place).ok()?);
    }
    Some((StatusCode::from_bytes(status.as_bytes()).ok()?, headers, body.to_owned()).into_response())
}

/// What is wrong, if something is: ours, or what the router and the limits refused without words.
fn problem_of(response: &Response) -> Option<Problem> {
    let extensions = response.extensions();
    if let Some(problem) = extensions.get::<Problem>() {
        return Some(problem.clone());
    }
    if let Some(error) = extensions.get::<PageError>() {
        return Some(error.clone().into());
    }
    Some(match response.status() {
        StatusCode::BAD_REQUEST => Problem::Address,
        StatusCode::NOT_FOUND => PageError::NotFound.into(),
        StatusCode::METHOD_NOT_ALLOWED => Problem::Method,
        StatusCode::PAYLOAD_TOO_LARGE => PageError::TooLarge.into(),
        StatusCode::FORBIDDEN => PageError::Forbidden.into(),
        StatusCode::SERVICE_UNAVAILABLE => PageError::Away.into(),
        status if status.is_server_error() => PageError::Internal("no answer".into()).into(),
        status if status.is_client_error() => Problem::Address,
        _ => return None,
    })
}
