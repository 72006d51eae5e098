//! The fixtures of govuk-frontend, and HTML brought into one form so that two writings of it can be compared.

use std::{fs, path::PathBuf};

use passerelle_ui::Markup;
use serde_json::Value;

/// Attributes in which we differ on purpose: our controls have one name for `id` and `name`, our buttons and fields
/// bring words and limits of their own.
const OURS: [&str; 3] = ["name", "data-prevent-double-click", "data-i18n"];

fn package() -> Option<PathBuf> {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../node_modules/govuk-frontend/dist/govuk/components");
    path.exists().then_some(path)
}

/// Holds our HTML against the fixture of this name, attribute by attribute.
pub fn same(component: &str, fixture: &str, ours: Markup) {
    let Some(package) = package() else {
        println!("skipped: node_modules is absent (npm ci)");
        return;
    };
    let text = fs::read_to_string(package.join(component).join("fixtures.json")).expect("fixtures.json");
    let all: Value = serde_json::from_str(&text).expect("JSON");
    let list = all["fixtures"].as_array().expect("fixtures");
    let known = list.iter().find(|one| one["name"] == fixture);
    assert!(known.is_some(), "{component}: no fixture {fixture}");
    let theirs = known.and_then(|known| known["html"].as_str()).map(normal).expect("html");
    assert_eq!(normal(&ours.into_string()), theirs, "{component}: {fixture}");
}

/// One line a tag or a text: attributes and classes in order, white space folded.
pub fn normal(html: &str) -> String {
    let mut lines = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text(&rest[..start], &mut lines);
        let end = start + rest[start..].find('>').expect("a tag that ends");
        lines.push(tag(&rest[start + 1..end]));
        rest = &rest[end + 1..];
    }
    text(rest, &mut lines);
    lines.join("\n")
}

fn text(text: &str, lines: &mut Vec<String>) {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !folded.is_empty() {
        lines.push(plain(&folded));
    }
}

fn plain(text: &str) -> String {
    text.replace("&#39;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn tag(inside: &str) -> String {
    let inside = inside.trim().trim_end_matches('/');
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    rest = rest.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let attribute = &rest[..end];
        rest = &rest[end..];
        let mut value = "";
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted.find('"').expect("a quote that ends");
            value = &quoted[..close];
            rest = &quoted[close + 1..];
        }
        assert!(end > 0 && !rest.starts_with('='), "an attribute that we cannot read: {inside}");
        rest = rest.trim_start();
        if !OURS.iter().any(|ours| attribute == *ours || attribute.starts_with(&format!("{ours}."))) {
            attributes.push(one(attribute, value));
        }
    }
    attributes.sort();
    format!("<{name} {}>", attributes.join(" "))
}

fn one(attribute: &str, value: &str) -> String {
    let mut parts: Vec<_> = value.split_whitespace().collect();
    if attribute == "class" {
        parts.sort_unstable();
    }
    format!("{attribute}={}", plain(&parts.join(" ")))
}
