//! The button that sends a code to the telephone of the holder of a link.

use axum::extract::Path;
use passerelle_web::{Ctx, Fields, Needs, PageResult, Routes};

use super::link;
use crate::actions;

pub(super) fn routes() -> Routes {
    Routes::default().post("/sign/{secret}/code", Needs::Public, send)
}

async fn send(ctx: Ctx, Path(secret): Path<String>, fields: Fields) -> PageResult {
    let done = actions::send_code(&ctx, &secret).await;
    link::after(&ctx, &secret, fields, done, "signing-code-done#sign").await
}
