//! Style, script, fonts and pictures, from inside the program; their names change when they change.

use axum::{
    extract::Path,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};

use crate::PageError;

pub(super) async fn show(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, PageError> {
    let asset = passerelle_ui::assets::get(&name).ok_or(PageError::NotFound)?;
    let caching = if asset.immutable { "public, max-age=31536000, immutable" } else { "public, max-age=300" };
    let described =
        [(header::CONTENT_TYPE, asset.content_type.to_owned()), (header::CACHE_CONTROL, caching.to_owned())];
    let takes_brotli =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).is_some_and(takes_brotli);
    Ok(match asset.brotli.filter(|_| takes_brotli) {
        // Compressed once at build, better than anything that could be done while somebody waits.
        Some(brotli) => {
            let how = [(header::CONTENT_ENCODING, "br"), (header::VARY, "accept-encoding")];
            (described, how, brotli).into_response()
        }
        None => (described, asset.bytes).into_response(),
    })
}

fn takes_brotli(accepted: &str) -> bool {
    accepted.split(',').any(|coding| coding.split(';').next().is_some_and(|name| name.trim() == "br"))
}
