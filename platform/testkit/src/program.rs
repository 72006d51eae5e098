//! A program that acts for a person with a token.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use passerelle_access::{
    Ability, session,
    session::Factors,
    token::{self, Draft},
};

use crate::{Answer, Person, TestApp};

impl TestApp {
    /// The same person with a token for these things (by their names), made with two proofs in the role in which they act;
    /// it goes along with whatever they ask under `/api/`.
    pub async fn with_token(&self, person: &Person, abilities: &[&str]) -> Person {
        self.with_token_of(person, abilities, Factors::Two).await
    }

    /// The same, made with so many proofs.
    pub async fn with_token_of(&self, person: &Person, abilities: &[&str], factors: Factors) -> Person {
        let known = self.app().abilities();
        let find =
            |name: &&str| known.iter().copied().find(|one| one.name == *name).unwrap_or_else(|| panic!("{name}"));
        let abilities: Vec<&'static Ability> = abilities.iter().map(find).collect();
        let mut tx = self.write().await;
        let actor = session::actor(&mut tx, person.secret(), self.clock().now(), self.today()).await.unwrap().unwrap();
        let until_on = self.today().saturating_add(jiff::Span::new().days(token::LONGEST_DAYS));
        let draft = Draft { name: "A story", abilities: &abilities, factors, until_on };
        let secret = token::create(&mut tx, &actor, self.db().chance(), &draft).await.unwrap();
        tx.commit().await.unwrap();
        person.clone().bringing(&secret)
    }

    /// The same with everything that a token can let a program do.
    pub async fn with_every_ability(&self, person: &Person) -> Person {
        let all: Vec<&str> = self.app().abilities().iter().map(|ability| ability.name).collect();
        self.with_token(person, &all).await
    }
}

impl Person {
    /// The program of this person sends JSON, once, under a key of its own.
    pub async fn send(&self, path: &str, json: &str) -> Answer {
        let key = self.app().db().chance().secret().reveal().to_owned();
        self.send_with_key(path, &key, json).await
    }

    /// The same under this key.
    pub async fn send_with_key(&self, path: &str, key: &str, json: &str) -> Answer {
        let request = self.program_request(Method::POST, path, json).header("idempotency-key", key);
        self.app().send(request.body(Body::from(json.to_owned())).unwrap()).await
    }

    /// The same without a key, or in another way: whatever the story wants.
    pub fn program_request(&self, method: Method, path: &str, json: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path).header(header::HOST, "localhost");
        let request = self.on_connection(request);
        let request = if json.is_empty() { request } else { request.header(header::CONTENT_TYPE, "application/json") };
        match self.token() {
            Some(token) => request.header(header::AUTHORIZATION, format!("Bearer {token}")),
            None => request.header(header::COOKIE, self.cookie_line()),
        }
    }
}
