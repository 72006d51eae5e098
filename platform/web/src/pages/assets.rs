//! Style, script, fonts and pictures, from inside the program; their names change when they change.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};

use crate::PageError;

pub(super) async fn show(Path(name): Path<String>) -> Result<Response, PageError> {
    let asset = passerelle_ui::assets::get(&name).ok_or(PageError::NotFound)?;
    let caching = if asset.immutable { "public, max-age=31536000, immutable" } else { "public, max-age=300" };
    let headers = [(header::CONTENT_TYPE, asset.content_type.to_owned()), (header::CACHE_CONTROL, caching.to_owned())];
    Ok((headers, asset.bytes).into_response())
}
