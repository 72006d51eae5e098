//! Routes that say who may use them: pages for people, and what programs are given.

use axum::{
    Router,
    extract::Request,
    handler::Handler,
    middleware::{Next, from_fn},
    routing::{MethodRouter, get, post},
};
use passerelle_access::{Ability, Role, Rule};

use crate::{
    App,
    api::{Operation, door},
    guard, measure,
};

/// Who may use a route.
#[derive(Clone, Copy, Debug)]
pub enum Needs {
    /// Everybody, without an account.
    Public,
    /// Everybody who is signed in.
    SignedIn,
    /// Whoever holds this right; which records it reaches is decided where the record is loaded.
    Right(&'static Rule),
    /// Everybody who is signed in and has just proved who they are: for what is dangerous (see [`crate::Ctx::fresh`]).
    Fresh,
    /// Whoever holds this right and has just proved who they are.
    FreshRight(&'static Rule),
}

impl Needs {
    /// Whether somebody with this role may use the route at all.
    pub fn admits(&self, role: Option<Role>) -> bool {
        self.rule().is_none_or(|rule| role.is_some_and(|role| rule.reach(role).is_some()))
    }

    /// The right that is needed, if it is one.
    pub const fn rule(&self) -> Option<&'static Rule> {
        match self {
            Self::Right(rule) | Self::FreshRight(rule) => Some(rule),
            _ => None,
        }
    }

    /// Whether one must have just proved who one is.
    pub const fn asks_again(&self) -> bool {
        matches!(self, Self::Fresh | Self::FreshRight(_))
    }
}

/// The method of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Shows.
    Get,
    /// Acts.
    Post,
}

/// A route, as the access matrix lists it.
#[derive(Clone, Debug)]
pub struct RouteInfo {
    /// Shows or acts.
    pub method: Method,
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// Who may use it.
    pub needs: Needs,
    /// What a token must let a program do; nothing for pages, and for what every token opens.
    pub ability: Option<&'static Ability>,
}

/// The routes of a capability, each with who may use it.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    programs: Router<App>,
    list: Vec<RouteInfo>,
    operations: Vec<Operation>,
}

impl Routes {
    /// A page.
    #[must_use]
    pub fn get<H: Handler<T, App>, T: 'static>(self, path: &'static str, needs: Needs, handler: H) -> Self {
        self.add(Method::Get, path, needs, get(handler))
    }

    /// An action.
    #[must_use]
    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, needs: Needs, handler: H) -> Self {
        self.add(Method::Post, path, needs, post(handler))
    }

    /// A route of programs, as it is described.
    #[must_use]
    pub fn api<H: Handler<T, App>, T: 'static>(mut self, operation: Operation, handler: H) -> Self {
        let RouteInfo { method, path, needs, ability } = operation.info();
        let (verb, handler) = match method {
            Method::Get => ("GET", get(handler)),
            Method::Post => ("POST", post(handler)),
        };
        let guarded = handler.route_layer(from_fn(move |request: Request, next: Next| {
            measure::counted(verb, path, door::admit(needs, ability, path, request, next))
        }));
        self.programs = self.programs.route(path, guarded);
        self.list.push(operation.info());
        self.operations.push(operation);
        self
    }

    /// The routes of another group as well.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.programs = self.programs.merge(other.programs);
        self.list.extend(other.list);
        self.operations.extend(other.operations);
        self
    }

    /// Every route with who may use it.
    pub fn list(&self) -> &[RouteInfo] {
        &self.list
    }

    /// What is told of the routes of programs.
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The pages, and the routes of programs.
    pub(crate) fn into_routers(self) -> (Router<App>, Router<App>) {
        (self.router, self.programs)
    }

    fn add(mut self, method: Method, path: &'static str, needs: Needs, handler: MethodRouter<App>) -> Self {
        let verb = if method == Method::Post { "POST" } else { "GET" };
        let guarded = handler.layer(from_fn(move |request: Request, next: Next| {
            measure::counted(verb, path, guard::admit(needs, path, request, next))
        }));
        self.router = self.router.route(path, guarded);
        self.list.push(RouteInfo { method, path, needs, ability: None });
        self
    }
}
