//! The description of what programs are given: OpenAPI 3.1, made from the declarations of the routes.

use std::collections::BTreeMap;

use utoipa::openapi::{
    Components, ComponentsBuilder, ContentBuilder, InfoBuilder, LicenseBuilder, OpenApiBuilder, Paths, Ref, RefOr,
    Required, ResponseBuilder, ServerBuilder,
    path::{HttpMethod, OperationBuilder, Parameter, ParameterIn},
    request_body::{RequestBody, RequestBodyBuilder},
    response::Response,
    schema::{ObjectBuilder, Schema, Type},
    security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
};
use utoipa::{PartialSchema as _, ToSchema as _};

use super::{Operation, operation::parameter, problem::Document, told::webhooks};
use crate::{Capability, Method, Needs, webhook::Message};

/// The name of the one way in.
const TOKEN: &str = "token";
/// The name of the answer that tells of a problem.
const PROBLEM: &str = "Problem";
/// What may be answered to any program, with what it means.
const ALWAYS: [(u16, &str); 5] = [
    (400, "A part of the request cannot be read"),
    (408, "What was sent took too long to arrive"),
    (429, "Too many requests: see `Retry-After`"),
    (500, "Something of ours failed; the reference is for the operator"),
    (503, "The database is away: see `Retry-After`"),
];
/// The same, where a token is needed.
const WITH_TOKEN: [(u16, &str); 3] = [
    (401, "No token that opens something"),
    (403, "The role or the token does not let a program do this"),
    (404, "No such record, or not for this person"),
];
/// The same, to a write.
const TO_WRITES: [(u16, &str); 3] =
    [(409, "Done before, or somebody else was first"), (413, "More than we take"), (415, "Not `application/json`")];

/// The description, as JSON.
pub(crate) fn describe(base_url: &str, capabilities: &[Capability]) -> String {
    let operations = || capabilities.iter().flat_map(|capability| capability.routes.operations());
    let mut paths = Paths::new();
    for operation in operations() {
        let info = operation.info();
        let method = if info.method == Method::Get { HttpMethod::Get } else { HttpMethod::Post };
        paths.add_path_operation(info.path, vec![method], told(operation));
    }
    let about = "What a program may do for a person, with a personal token: the same lists, actions and rules as the \
        pages. Times are in minutes, money in cents, instants in UTC (RFC 3339).";
    let license = LicenseBuilder::new().name("EUPL-1.2").identifier(Some("EUPL-1.2")).build();
    let info = InfoBuilder::new().title("Passerelle").version("1").description(Some(about)).license(Some(license));
    let server = ServerBuilder::new().url(base_url).build();
    let description = OpenApiBuilder::new().info(info.build()).servers(Some([server])).paths(paths);
    let description = description.webhooks(Some(webhooks(capabilities)));
    let description = description.components(Some(components(operations()))).build();
    // All of it is text and numbers, which can always be written.
    description.to_json().unwrap_or_default()
}

fn components<'a>(operations: impl Iterator<Item = &'a Operation>) -> Components {
    let mut schemas: BTreeMap<String, RefOr<Schema>> =
        operations.flat_map(|operation| operation.schemas.iter().cloned()).collect();
    let mut of_problems = Vec::new();
    Document::schemas(&mut of_problems);
    schemas.extend(of_problems);
    schemas.insert(PROBLEM.to_owned(), Document::schema());
    let mut of_messages = vec![(Message::name().into_owned(), Message::schema())];
    Message::schemas(&mut of_messages);
    schemas.extend(of_messages);
    let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("passerelle_…");
    let token = token.description(Some("A personal token, made on the page `/me/tokens`")).build();
    ComponentsBuilder::new().schemas_from_iter(schemas).security_scheme(TOKEN, SecurityScheme::Http(token)).build()
}

fn told(operation: &Operation) -> OperationBuilder {
    let info = operation.info();
    let is_write = info.method == Method::Post;
    let is_open = matches!(info.needs, Needs::Public);
    let abilities = info.ability.map(|ability| ability.name);
    let mut built = OperationBuilder::new().operation_id(Some(id_of(&info))).summary(Some(operation.summary));
    for one in &operation.parameters {
        built = built.parameter(one.clone());
    }
    if !is_open {
        built = built.security(SecurityRequirement::new(TOKEN, abilities));
    }
    if is_write {
        built = built.parameter(key()).request_body(operation.body.clone().map(body));
    }
    let (status, meaning) = if is_write { ("201", "Done") } else { ("200", "As asked") };
    built = built.response(status, answer(meaning, operation.answer.clone(), "application/json"));
    let mut problems: Vec<(u16, &str)> = ALWAYS.into();
    problems.extend(WITH_TOKEN.iter().filter(|_| !is_open));
    problems.extend(TO_WRITES.iter().filter(|_| is_write));
    if is_write || operation.parameters.iter().any(|one| matches!(one.parameter_in, ParameterIn::Query)) {
        problems.push((422, "A rule says no, or a part needs another value"));
    }
    for (status, meaning) in problems {
        let problem: RefOr<Schema> = Ref::from_schema_name(PROBLEM).into();
        built = built.response(status.to_string(), answer(meaning, Some(problem), "application/problem+json"));
    }
    built
}

/// `get-missions-mission`: the method and the path, without what all have.
fn id_of(info: &crate::RouteInfo) -> String {
    let verb = if info.method == Method::Get { "get" } else { "post" };
    let parts = info.path.trim_start_matches("/api/v1").split(['/', '{', '}', '.']).filter(|part| !part.is_empty());
    std::iter::once(verb).chain(parts).collect::<Vec<_>>().join("-")
}

pub(super) fn answer(meaning: &str, schema: Option<RefOr<Schema>>, kind: &str) -> Response {
    let response = ResponseBuilder::new().description(meaning);
    match schema {
        Some(schema) => response.content(kind, ContentBuilder::new().schema(Some(schema)).build()).build(),
        None => response.build(),
    }
}

pub(super) fn body(schema: RefOr<Schema>) -> RequestBody {
    let content = ContentBuilder::new().schema(Some(schema)).build();
    RequestBodyBuilder::new().content("application/json", content).required(Some(Required::True)).build()
}

fn key() -> Parameter {
    let about = "Chosen by the program, once for each thing it wants done: what is sent again with the same key is done \
        once and answered as before";
    let key = ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[A-Za-z0-9_-]{8,64}$"));
    parameter("Idempotency-Key", ParameterIn::Header, Some(about), key)
}
