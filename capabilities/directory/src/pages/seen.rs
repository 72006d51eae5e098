//! A person as somebody else sees them: the same card on every page, made of what the rule shows and nothing else.

use maud::{Markup, html};
use passerelle_access::Role;
use passerelle_ui::{self as ui, Fact};
use passerelle_web::Ctx;

use crate::{LanguageCode, SpokenLanguages, visibility::Seen};

/// A person with what the reader may know of them.
pub fn card(ctx: &Ctx, seen: &Seen) -> Markup {
    let known = facts(ctx, seen);
    let rows: Vec<Fact<'_>> = known.iter().map(|(key, value)| Fact::new(key, value.clone())).collect();
    html! {
        @if rows.is_empty() {
            p.govuk-body { strong { (seen.name) } }
        } @else {
            (ui::summary_card(ctx.words(), &seen.name, &rows))
        }
    }
}

/// What is shown beside the name, each with its label; mail and telephone as links.
pub(crate) fn facts(ctx: &Ctx, seen: &Seen) -> Vec<(String, Markup)> {
    let label = |part: &str| ctx.say(&format!("directory-person-{part}"));
    let mut known = Vec::new();
    if !seen.roles.is_empty() {
        known.push((label("roles"), html! { (roles(ctx, &seen.roles)) }));
    }
    if let Some(email) = &seen.email {
        known.push((label("email"), html! { a.govuk-link href={ "mailto:" (email) } { (email) } }));
    }
    if let Some(phone) = &seen.phone {
        known.push((
            label("phone"),
            html! { a.govuk-link href={ "tel:" (phone.replace(' ', "")) } { (spaced(phone)) } },
        ));
    }
    if let Some((town, country)) = &seen.town {
        known.push((label("town"), html! { (town) " · " (ctx.words().country(country.as_str())) }));
    }
    if !seen.languages.is_empty() {
        known.push((label("languages"), html! { (languages(ctx, &seen.languages)) }));
    }
    known
}

/// A number as people read it out: in France and Belgium, ten figures go two by two.
pub(crate) fn spaced(phone: &str) -> String {
    let figures: Vec<char> = phone.chars().collect();
    if figures.len() != 10 || figures.first() != Some(&'0') || !figures.iter().all(char::is_ascii_digit) {
        return phone.to_owned();
    }
    figures.chunks(2).map(|pair| pair.iter().collect::<String>()).collect::<Vec<_>>().join("\u{a0}")
}

/// The roles in one line.
pub(crate) fn roles(ctx: &Ctx, roles: &[Role]) -> String {
    let names: Vec<String> = roles.iter().map(|role| ctx.say(&format!("web-role-{}", role.as_str()))).collect();
    ctx.words().list(&names)
}

/// The languages in one line.
pub(crate) fn languages(ctx: &Ctx, languages: &SpokenLanguages) -> String {
    let codes: Vec<LanguageCode> = languages.iter().collect();
    ctx.words().spoken_list(codes.iter().map(LanguageCode::as_str))
}
