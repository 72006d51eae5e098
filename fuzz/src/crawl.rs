//! Seeds of requests: the pages that people of the demonstration reach from their first page, and the forms on them.

use std::collections::{BTreeSet, VecDeque};

use crate::{
    house::House,
    request::{self, Asked},
};

/// The pages looked at for each person.
const PAGES: usize = 60;

/// What this person may ask, as requests; they come in with `cookie`.
pub(crate) fn of(house: &House, cookie: &str) -> BTreeSet<Vec<u8>> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut ahead = VecDeque::from(["/today".to_owned(), "/ask".to_owned(), "/me".to_owned(), "/sign-in".to_owned()]);
    while let Some(path) = ahead.pop_front() {
        if seen.len() >= PAGES || !seen.insert(path.clone()) {
            continue;
        }
        let bytes = shown(&path, cookie);
        let Some(Asked { body, .. }) = request::ask(house, &bytes) else { continue };
        found.insert(bytes);
        let page = String::from_utf8_lossy(&body);
        found.extend(forms(&page).into_iter().map(|(action, fields)| sent(&action, cookie, &fields)));
        let links = page.split("<a ").skip(1).filter_map(|tag| attribute(tag, "href"));
        ahead.extend(links.filter(|link| link.starts_with('/') && !link.contains("sign-out")));
    }
    found
}

fn shown(path: &str, cookie: &str) -> Vec<u8> {
    format!("GET {path}\nhost: localhost\naccept-language: en;q=0.8, fr\ncookie: {cookie}; language=fr\n\n").into()
}

fn sent(action: &str, cookie: &str, fields: &str) -> Vec<u8> {
    let head = "host: localhost\nsec-fetch-site: same-origin\ncontent-type: application/x-www-form-urlencoded";
    format!("POST {action}\n{head}\ncookie: {cookie}\n\n{fields}").into()
}

/// The forms of a page: where they lead, and their fields, filled in.
fn forms(page: &str) -> Vec<(String, String)> {
    let forms = page.split("<form ").skip(1).filter_map(|rest| rest.split("</form>").next());
    forms.filter_map(|form| Some((attribute(form, "action")?, fields(form)))).collect()
}

fn fields(form: &str) -> String {
    let mut fields = form_urlencoded::Serializer::new(String::new());
    for tag in
        form.split('<').filter(|tag| ["input ", "select ", "textarea ", "button "].iter().any(|t| tag.starts_with(t)))
    {
        if let Some(name) = attribute(tag, "name") {
            fields.append_pair(&name, &attribute(tag, "value").unwrap_or_else(|| "1".to_owned()));
        }
    }
    fields.finish()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let tag = tag.split('>').next()?;
    let value = tag.split(&format!("{name}=\"")).nth(1)?.split('"').next()?;
    Some(value.replace("&amp;", "&"))
}
