//! What a browser sends as a form, read field by field: what is taken is within its bounds, what was typed is kept.

use axum::{
    body::Body,
    extract::{FromRequest as _, Request},
};
use passerelle_kernel::{Language, Minutes};
use passerelle_web::{Ctx, Fields};

use crate::{Target, house, texts};

pub(crate) const TARGET: Target = Target { name: "form", run, seeds };

fn seeds() -> Vec<Vec<u8>> {
    texts([
        "a=Noor+Haddad&a-day=7&a-month=9&a-year=2026",
        "a=7h30",
        "a=1%20234%2C50+%E2%82%AC",
        "a=noor%40exemple.test&a=%22Noor%22%20%3Ca%40b.c%3E",
        "a=9%3A30&a=24h",
        "a=%00%0d%0a%ff%fe&=&&a",
        "a-day=31&a-month=2&a-year=99999",
        "a=-9223372036854775808",
    ])
}

fn run(bytes: &[u8]) {
    house::visit(|house| {
        let ctx = Ctx::new(house.app().clone(), None, Language::Fr);
        let mut request = Request::new(Body::from(bytes.to_vec()));
        request.extensions_mut().insert(ctx.clone());
        if let Ok(fields) = house.wait(Fields::from_request(request, &())) {
            look(&ctx, &fields);
        }
    });
}

fn look(ctx: &Ctx, sent: &Fields) {
    let mut fields = sent.clone();
    if let Some(text) = fields.text("a", 100, "web-error-too-long") {
        assert!((1..=100).contains(&text.chars().count()) && !text.contains('\0'), "{text:?}");
    }
    if let Some(date) = fields.date("a", "web-error-date") {
        assert!((2000..2100).contains(&date.year()), "{date}");
    }
    if let Some(minutes) = fields.minutes("a") {
        assert!(minutes >= Minutes::ZERO);
    }
    if let Some(number) = fields.number("a", 1, 10) {
        assert!((1..=10).contains(&number));
    }
    if let Some(email) = fields.email("a") {
        assert!(!email.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c)), "{email:?}");
    }
    let _ = (fields.money("a", "web-error-date"), fields.time("a", "web-error-date"));
    assert_eq!(fields.value("a"), sent.value("a"), "what was typed is lost");
    assert_eq!(fields.is_clean(), fields.errors().is_empty());
    let _ = ctx.problems(&fields).into_string();
}
