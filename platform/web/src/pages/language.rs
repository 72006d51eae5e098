//! The language of the pages: a cookie for everybody, and for those signed in also of their mails.

use axum::{http::header, response::Response};
use passerelle_access::account;
use passerelle_kernel::Language;

use crate::{Ctx, Fields, PageResult, ctx, frame, redirect, set_cookie};

pub(super) async fn choose(ctx: Ctx, fields: Fields) -> PageResult {
    let mut response: Response = redirect(frame::own_path(fields.value("back")).unwrap_or("/"));
    let Some(language) = Language::find(fields.value("language")) else { return Ok(response) };
    if let Some(actor) = ctx.visitor() {
        let mut tx = ctx.begin_write().await?;
        account::set_language(&mut tx, actor.account, language).await?;
        tx.commit().await?;
    }
    if let Some(cookie) = set_cookie(ctx.app(), ctx::LANGUAGE, language.tag(), 365) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
