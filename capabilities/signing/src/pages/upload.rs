//! A form with a file: its answers, and the bytes of the file within a bound.

use axum::extract::{Multipart, multipart::MultipartRejection};
use passerelle_web::{Ctx, Fields};

/// A form with a file, or what was sent in its place.
pub(super) type Upload = Result<Multipart, MultipartRejection>;

/// The answers as typed, and the bytes of the field `file`: none without one; nothing when more was sent than is taken.
pub(super) async fn read(ctx: &Ctx, form: Upload, most: usize) -> (Fields, Option<Vec<u8>>) {
    let mut fields = Fields::empty(ctx);
    let mut file = Some(Vec::new());
    let Ok(mut form) = form else { return (fields, file) };
    while let Ok(Some(part)) = form.next_field().await {
        let Some(name) = part.name().map(str::to_owned) else { continue };
        match (name.as_str(), part.bytes().await) {
            ("file", Ok(bytes)) if bytes.len() <= most => file = Some(bytes.to_vec()),
            ("file", _) => file = None,
            (_, Ok(bytes)) => fields = fields.with(&name, String::from_utf8_lossy(&bytes)),
            (_, Err(_)) => {}
        }
    }
    (fields, file)
}
