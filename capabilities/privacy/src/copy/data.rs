//! The copy as data (JSON). Its shape is told in `docs/privacy.md` and stays: names are added, none changes its meaning.

use passerelle_access::Account;
use passerelle_kernel::Id;
use passerelle_store::held::{Record, Shown, Value};
use passerelle_web::{Ctx, PageError};
use serde_json::{Map, Value as Json, json};

use crate::{
    file::{Group, Part, Until},
    told,
};

/// The format and its version.
const FORMAT: (&str, u8) = ("passerelle-own-data", 1);

/// Everything that is held, as the text of a JSON file.
pub(super) fn write(
    ctx: &Ctx,
    person: Id<Account>,
    groups: &[Group],
    until: &Until,
    files: &[&str],
) -> Result<Vec<u8>, PageError> {
    let purposes: Vec<Json> = groups.iter().map(|group| purpose(ctx, group, until)).collect();
    let all = json!({
        "format": FORMAT.0,
        "version": FORMAT.1,
        "made_at": ctx.now().to_string(),
        "language": ctx.words().language().tag(),
        "person": person.to_string(),
        "purposes": purposes,
        "files": files,
    });
    serde_json::to_vec_pretty(&all).map_err(|error| PageError::Internal(error.to_string()))
}

fn purpose(ctx: &Ctx, group: &Group, until: &Until) -> Json {
    let key = group.purpose.key;
    json!({
        "purpose": key.split_once("-purpose-").map_or(key, |(_, name)| name),
        "title": ctx.say(key),
        "why": ctx.say(&format!("{key}-why")),
        "basis": group.purpose.basis.as_str(),
        "readers": ctx.say(&format!("{key}-readers")),
        "held": group.parts.iter().map(|part| held(ctx, part, until)).collect::<Vec<_>>(),
    })
}

fn held(ctx: &Ctx, part: &Part, until: &Until) -> Json {
    let span = until.retention.span(part.held.term, part.counted.country.as_deref());
    json!({
        "name": part.held.name(),
        "title": ctx.say(part.held.key),
        "origin": part.held.origin.as_str(),
        "kept": told::term(ctx.words(), part.held.term, span),
        "rows": part.counted.rows,
        "records": part.records.iter().map(|record| row(part, record, until)).collect::<Vec<_>>(),
    })
}

fn row(part: &Part, record: &Record, until: &Until) -> Json {
    let day = until.day(part.held, record.since, record.country.as_deref());
    let facts: Map<String, Json> = part
        .held
        .facts
        .iter()
        .zip(&record.values)
        .map(|(fact, value)| (fact.name().to_owned(), plain(fact.shown, value)))
        .collect();
    json!({ "kept_until": day.map(|day| day.to_string()), "facts": facts })
}

/// As it is kept: codes, days as ISO 8601, minutes, yes and no.
fn plain(shown: Shown, value: &Value) -> Json {
    match value {
        Value::Nothing => Json::Null,
        Value::Text(text) => text.clone().into(),
        Value::Number(number) if matches!(shown, Shown::YesNo) => (*number != 0).into(),
        Value::Number(number) => (*number).into(),
        Value::Day(day) => day.to_string().into(),
        Value::Instant(at) => at.to_string().into(),
    }
}
