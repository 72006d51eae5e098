//! A route of programs: one declaration, from which the router and the description are made.

use passerelle_access::Ability;
use utoipa::{
    IntoParams, ToSchema,
    openapi::{
        Ref, RefOr, Required,
        path::{Parameter, ParameterBuilder, ParameterIn},
        schema::{ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat, SchemaType, Type},
    },
};

use super::Made;
use crate::{Method, Needs, RouteInfo};

/// A route of programs, and what is told of it.
#[derive(Clone)]
pub struct Operation {
    info: RouteInfo,
    pub(super) summary: &'static str,
    pub(super) parameters: Vec<Parameter>,
    pub(super) body: Option<RefOr<Schema>>,
    pub(super) answer: Option<RefOr<Schema>>,
    pub(super) schemas: Vec<(String, RefOr<Schema>)>,
}

impl Operation {
    /// A route that shows; `summary` is for developers, in English.
    pub fn get(path: &'static str, needs: Needs, summary: &'static str) -> Self {
        Self::new(Method::Get, path, needs, summary)
    }

    /// A route that acts, and tells the name of what it has made or changed.
    pub fn post(path: &'static str, needs: Needs, summary: &'static str) -> Self {
        Self::new(Method::Post, path, needs, summary).answers::<Made>()
    }

    fn new(method: Method, path: &'static str, needs: Needs, summary: &'static str) -> Self {
        let info = RouteInfo { method, path, needs, ability: None };
        let parameters = names(path).map(in_path).collect();
        Self { info, summary, parameters, body: None, answer: None, schemas: Vec::new() }
    }

    /// What a token must let a program do.
    #[must_use]
    pub fn with(mut self, ability: &'static Ability) -> Self {
        self.info.ability = Some(ability);
        self
    }

    /// The parameters after the `?`.
    #[must_use]
    pub fn asks<T: IntoParams>(mut self) -> Self {
        self.parameters.extend(T::into_params(|| Some(ParameterIn::Query)));
        self
    }

    /// What has to be sent.
    #[must_use]
    pub fn takes<T: ToSchema>(mut self) -> Self {
        self.body = Some(self.refer::<T>());
        self
    }

    /// What is answered.
    #[must_use]
    pub fn answers<T: ToSchema>(mut self) -> Self {
        self.answer = Some(self.refer::<T>());
        self
    }

    /// What is answered: a page of a list of these (see [`super::List`]).
    #[must_use]
    pub fn lists<T: ToSchema>(mut self) -> Self {
        let items = ArrayBuilder::new().items(self.refer::<T>());
        let next = ObjectBuilder::new().schema_type(SchemaType::Array(vec![Type::String, Type::Null]));
        let page = ObjectBuilder::new().property("items", items).required("items");
        let page = page.property("next", next).required("next");
        self.answer = Some(page.into());
        self.parameters.push(after());
        self
    }

    /// The route, as the access matrix lists it.
    pub fn info(&self) -> RouteInfo {
        self.info.clone()
    }

    fn refer<T: ToSchema>(&mut self) -> RefOr<Schema> {
        T::schemas(&mut self.schemas);
        self.schemas.push((T::name().into_owned(), T::schema()));
        Ref::from_schema_name(T::name()).into()
    }
}

/// The names in braces of a path.
fn names(path: &'static str) -> impl Iterator<Item = &'static str> {
    path.split('{').skip(1).filter_map(|rest| rest.split('}').next())
}

fn in_path(name: &'static str) -> Parameter {
    let text = ObjectBuilder::new().schema_type(Type::String);
    let schema = match name {
        "month" => text.pattern(Some(r"^20\d\d-(0[1-9]|1[0-2])$")),
        _ => text.format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))),
    };
    parameter(name, ParameterIn::Path, None, schema)
}

fn after() -> Parameter {
    let text = ObjectBuilder::new().schema_type(Type::String);
    parameter("after", ParameterIn::Query, Some("`next` of the page before: an opaque word"), text)
}

/// A parameter; all but those after the `?` are required.
pub(super) fn parameter(name: &str, place: ParameterIn, about: Option<&str>, schema: ObjectBuilder) -> Parameter {
    let required = if matches!(place, ParameterIn::Query) { Required::False } else { Required::True };
    let parameter = ParameterBuilder::new().name(name).parameter_in(place).required(required);
    parameter.description(about).schema(Some(schema)).build()
}
