//! What stands around every route: who may enter, the same form once, a lost race run again, errors as pages.

use std::{
    sync::{Arc, atomic::AtomicBool},
    time::{Duration, Instant},
};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
    App, Ctx, Needs, PageError, Patience,
    api::{Problem, Sending, door},
    ctx::FormKey,
    fields::LARGEST_FORM,
    frame, look, stale, wait,
};

/// How often a request is run again that lost a race or its connection to the database.
const TRIES: u64 = 12;
/// For how long a database that is away is tried again before the person is asked to.
const LONGEST_AWAY: Duration = Duration::from_secs(3);

/// Lets in whoever the route admits, and gives the page its context.
pub(crate) async fn admit(needs: Needs, path: &'static str, request: Request, next: Next) -> Response {
    let Some(app) = request.extensions().get::<App>().cloned() else {
        return PageError::Internal("no app in the request".into()).into_response();
    };
    let (mut parts, body) = request.into_parts();
    let ctx = match Ctx::of(&app, &parts).await {
        Ok(ctx) => ctx,
        Err(error) => return PageError::from(error).into_response(),
    };
    if let Err(refusal) = decide(needs, path, &ctx) {
        return with_context(refusal.into_response(), ctx);
    }
    let shows = is_read(&parts);
    if parts.method == Method::POST {
        match ctx.allows_client().await {
            Ok(true) => {}
            Ok(false) => return with_context(PageError::TooMany.into_response(), ctx),
            Err(error) => return PageError::from(error).into_response(),
        }
    }
    parts.extensions.insert(ctx.clone());
    let response = next.run(Request::from_parts(parts, body)).await;
    if shows && response.status().is_success() {
        // A page that shows somebody's data leaves only once it is written down who has seen it.
        if let Err(error) = look::write_down(&ctx).await {
            return with_context(PageError::from(error).into_response(), ctx);
        }
    }
    with_context(response, ctx)
}

pub(crate) fn decide(needs: Needs, path: &str, ctx: &Ctx) -> Result<(), PageError> {
    if matches!(needs, Needs::Public) {
        return Ok(());
    }
    let role = ctx.actor()?.seat.as_ref().map(|seat| seat.role);
    match needs.admits(role) {
        true => {
            if !is_way_out(path) {
                ctx.second_factor()?;
            }
            if needs.asks_again() { ctx.fresh() } else { Ok(()) }
        }
        // A page about one record does not betray that the record exists.
        false if path.contains('{') => Err(PageError::NotFound),
        false => Err(PageError::Forbidden),
    }
}

/// What one may do while a second proof is missing: get one, take another role, leave.
fn is_way_out(path: &str) -> bool {
    path.starts_with("/account") || ["/me", "/me/seat", "/sign-out"].contains(&path)
}

fn with_context(mut response: Response, ctx: Ctx) -> Response {
    response.extensions_mut().insert(ctx);
    response
}

/// Runs the request; turns what went wrong into a page; runs it again when it left no trace: a write that lost a race,
/// a request whose connection to the database ended.
pub(crate) async fn answer(State((app, patience)): State<(App, Patience)>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    parts.extensions.insert(app.clone());
    let is_program = door::is_program(&parts);
    // What a program sends is read first, whatever it is: its key stands beside it, and its kind is refused where it is read.
    let is_sent = is_program && parts.method == Method::POST;
    if !is_sent && !is_form(&parts) && !is_read(&parts) {
        let copy = parts.clone();
        let response = next.run(Request::from_parts(parts, body)).await;
        return explain(&app, copy, response, None, &[]).await;
    }
    let body = match tokio::time::timeout(patience.form, to_bytes(body, LARGEST_FORM)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return explain(&app, parts, PageError::TooLarge.into_response(), None, &[]).await,
        // Whoever sends a form by drops would keep a connection for ever.
        Err(_) => return explain(&app, parts, PageError::TooSlow.into_response(), None, &[]).await,
    };
    if let Some(sending) = door::sending(&parts, &body).filter(|_| is_program) {
        parts.extensions.insert(sending);
    }
    let (key, began) = (form_key(&body).filter(|_| !is_program), Instant::now());
    let is_keyed = key.is_some() || parts.extensions.get::<Sending>().is_some();
    for attempt in 1.. {
        let response = next.clone().run(copy(&parts, &body, key.as_deref())).await;
        let again = match failure_of(&response) {
            Some(PageError::Conflict) => true,
            // Once in any case: it may have been the replica that took so long.
            Some(PageError::Away) => attempt == 1 || began.elapsed() < LONGEST_AWAY,
            // If it was kept after all, the form's key says so.
            Some(PageError::Unsure) => is_keyed && began.elapsed() < LONGEST_AWAY,
            _ => false,
        };
        if !again || attempt >= TRIES {
            return explain(&app, parts, response, key.as_deref(), &body).await;
        }
        let away = response.status() == StatusCode::SERVICE_UNAVAILABLE;
        let pause = if away { 30 * attempt } else { 3 * attempt };
        tokio::time::sleep(Duration::from_millis(pause + app.db().chance().below(10 * attempt))).await;
    }
    PageError::Conflict.into_response()
}

fn is_read(parts: &Parts) -> bool {
    parts.method == Method::GET || parts.method == Method::HEAD
}

fn is_form(parts: &Parts) -> bool {
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    parts.method == Method::POST && !kind.starts_with("multipart/")
}

fn form_key(body: &Bytes) -> Option<String> {
    let key = form_urlencoded::parse(body).find(|(name, _)| name == frame::FORM_KEY)?.1;
    (8..=64).contains(&key.len()).then(|| key.into_owned())
}

fn copy(parts: &Parts, body: &Bytes, key: Option<&str>) -> Request {
    let mut parts = parts.clone();
    if let Some(key) = key {
        parts.extensions.insert(Arc::new(FormKey {
            key: key.to_owned(),
            print: None,
            claimed: AtomicBool::new(false),
        }));
    }
    Request::from_parts(parts, Body::from(body.clone()))
}

/// Makes the answer complete: remembers where a form led, and shows errors as pages in the person's language.
async fn explain(app: &App, parts: Parts, mut response: Response, key: Option<&str>, body: &[u8]) -> Response {
    if door::is_program(&parts) {
        return door::explain(app, &parts, response).await;
    }
    let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
    if let (Some(key), Some(location)) = (key, location) {
        app.recent().keep(key, location);
    }
    let Some(mut problem) = problem_of(&parts, &response) else {
        if parts.method == Method::POST && !response.status().is_client_error() {
            stale::note_write(app, &mut response);
        }
        return response;
    };
    if let (PageError::Repeated, Some(key)) = (&problem, key) {
        // Where another node has answered, the page with the form shows what became of it.
        let first = first_location(app, key).await;
        return frame::redirect(first.as_deref().or_else(|| page_before(app, &parts)).unwrap_or("/"));
    }
    if let PageError::Internal(text) = &mut problem {
        *text = report(app, text);
    }
    if let Some(path) = elsewhere(app, &parts, &problem) {
        return frame::redirect(&path);
    }
    let is_away = matches!(problem, PageError::Away | PageError::Unsure);
    let ctx = match response.extensions_mut().remove::<Ctx>() {
        Some(ctx) => ctx,
        None if is_away => Ctx::of_nobody(app, &parts),
        None => Ctx::of(app, &parts).await.unwrap_or_else(|_| Ctx::of_nobody(app, &parts)),
    };
    if !is_away && problem != PageError::TooMany {
        return frame::problem_page(&ctx, &problem);
    }
    let here = parts.uri.path_and_query().and_then(|here| frame::own_path(here.as_str())).unwrap_or("/");
    wait::page_of(&ctx, &problem, here, body)
}

/// Writes into the log what failed; gives the reference under which it is found there.
pub(crate) fn report(app: &App, text: &str) -> String {
    let reference = app.db().chance().secret().reveal()[..8].to_owned();
    tracing::error!(reference, problem = text, "a page failed");
    reference
}

/// What went wrong, of a page or of an answer to a program.
fn failure_of(response: &Response) -> Option<&PageError> {
    match response.extensions().get() {
        Some(Problem::Of(error)) => Some(error),
        Some(_) => None,
        None => response.extensions().get(),
    }
}

/// Where somebody is led who has to prove something first; they come back to the page where they were.
fn elsewhere(app: &App, parts: &Parts, problem: &PageError) -> Option<String> {
    let shown = parts.method == Method::GET;
    let here = if shown { parts.uri.path() } else { page_before(app, parts).unwrap_or("/today") };
    match problem {
        PageError::SignIn if shown => Some(frame::sign_in_path(here)),
        PageError::Confirm => Some(frame::leading_back("/account/confirm", here)),
        PageError::SecondFactor => Some(frame::leading_back("/account/protect", here)),
        _ => None,
    }
}

/// The page of ours from which a form was sent.
fn page_before<'a>(app: &App, parts: &'a Parts) -> Option<&'a str> {
    let referer = parts.headers.get(header::REFERER)?.to_str().ok()?;
    let path = referer.strip_prefix(&app.settings().base_url)?.split(['?', '#']).next()?;
    frame::own_path(path)
}

fn problem_of(parts: &Parts, response: &Response) -> Option<PageError> {
    if let Some(problem) = response.extensions().get::<PageError>() {
        return Some(problem.clone());
    }
    // What the router, the limits or the same-origin guard refused without a page of ours.
    let bare =
        response.headers().get(header::CONTENT_TYPE).is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    match response.status() {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED if bare => Some(PageError::NotFound),
        StatusCode::BAD_REQUEST if bare => Some(PageError::NotFound),
        StatusCode::FORBIDDEN if bare => Some(PageError::Forbidden),
        StatusCode::PAYLOAD_TOO_LARGE if bare => Some(PageError::TooLarge),
        // It took too long: the database stands still, or has far too much to do.
        StatusCode::SERVICE_UNAVAILABLE if !response.headers().contains_key(header::CONTENT_TYPE) => {
            Some(if is_read(parts) { PageError::Away } else { PageError::Unsure })
        }
        StatusCode::INTERNAL_SERVER_ERROR if bare => Some(PageError::Internal("no page".into())),
        _ => None,
    }
}

/// Where the first sending of this form led, if this node has answered it; it may still be on its way.
async fn first_location(app: &App, key: &str) -> Option<String> {
    for _ in 0..20 {
        if let Some(location) = app.recent().find(key) {
            return Some(location);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    None
}

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Headers that every answer carries.
pub(crate) async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_asset = request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: &'static str, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    set("content-security-policy", POLICY);
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "same-origin");
    set("permissions-policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    if app.settings().base_url.starts_with("https:") {
        set("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
    if !is_asset {
        set("cache-control", "no-store");
    }
    if app.is_leaving() {
        set("connection", "close");
    }
    response
}
