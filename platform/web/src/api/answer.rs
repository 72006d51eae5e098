//! What a program is answered: a record, a page of a list, the name of what was made.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{ApiResult, Problem};
use crate::PageError;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct List<T> {
    /// What stands on this page.
    pub items: Vec<T>,
    /// Send it as `after` to read on; nothing on the last page. It means nothing to anybody else.
    pub next: Option<String>,
}

impl<T> List<T> {
    /// A page of at most `most` lines: one line more says that the list goes on after the last one that is shown.
    pub fn of<L>(mut lines: Vec<L>, most: usize, next: impl Fn(&L) -> String, item: impl FnMut(L) -> T) -> Self {
        let is_more = lines.len() > most;
        lines.truncate(most);
        let next = lines.last().filter(|_| is_more).map(next);
        Self { items: lines.into_iter().map(item).collect(), next }
    }
}

/// What was made or changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Made {
    /// The id of the record.
    #[schema(format = Uuid)]
    pub id: String,
    /// Where it is read.
    pub href: String,
}

/// A record or a list, as JSON.
///
/// # Errors
/// Never; the type is that of every answer.
pub fn shown(record: impl Serialize) -> ApiResult {
    Ok(Json(record).into_response())
}

/// Tells that a record was made or changed, and where it is read: `201`.
///
/// # Errors
/// [`PageError::Internal`] when the path cannot be a header.
pub fn made(id: impl ToString, href: String) -> ApiResult {
    let place = HeaderValue::from_str(&href);
    let place = place.map_err(|_| Problem::Of(PageError::Internal("a path that is none".into())))?;
    Ok(said(place, &Made { id: id.to_string(), href }))
}

fn said(place: HeaderValue, made: &Made) -> Response {
    (StatusCode::CREATED, [(header::LOCATION, place)], Json(made)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_more_says_that_the_list_goes_on() {
        let page = |lines: Vec<u8>| List::of(lines, 2, |last| last.to_string(), |line| line * 10);
        let (two, three) = (page(vec![1, 2]), page(vec![1, 2, 3]));
        assert_eq!((two.items, two.next), (vec![10, 20], None));
        assert_eq!((three.items, three.next), (vec![10, 20], Some("2".to_owned())));
    }
}
