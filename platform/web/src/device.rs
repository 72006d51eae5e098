//! The device of a session, in plain words: the family of the browser and of the system, and nothing more precise.

use axum::http::HeaderValue;
use passerelle_words::{Words, say};

/// Browsers by a mark in what they say of themselves; those that also carry another's mark come first.
const BROWSERS: [(&str, &str); 9] = [
    ("Edg", "edge"),
    ("OPR/", "opera"),
    ("SamsungBrowser", "samsung"),
    ("FxiOS", "firefox"),
    ("CriOS", "chrome"),
    ("Firefox", "firefox"),
    ("Chromium", "chrome"),
    ("Chrome", "chrome"),
    ("Safari", "safari"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "android"),
    ("iPhone", "iphone"),
    ("iPad", "ipad"),
    ("Windows", "windows"),
    ("Macintosh", "mac"),
    ("CrOS", "chromebook"),
    ("Linux", "linux"),
];

/// The family of the browser and of the system, as it is kept: `firefox windows`; empty when neither is known.
pub(crate) fn family(agent: Option<&HeaderValue>) -> String {
    let text = agent.and_then(|value| value.to_str().ok()).unwrap_or_default();
    let find =
        |marks: &[(&str, &'static str)]| marks.iter().find(|(mark, _)| text.contains(mark)).map(|(_, code)| *code);
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} {system}"),
        _ => String::new(),
    }
}

/// The device for its owner: “Firefox on Windows”.
pub fn name(words: &Words, family: &str) -> String {
    let known = family.split_once(' ').map(|(browser, system)| {
        let find = |marks: &[(&str, &'static str)], code: &str| marks.iter().find(|(_, c)| *c == code).map(|(_, c)| *c);
        (find(&BROWSERS, browser), find(&SYSTEMS, system))
    });
    match known {
        Some((Some(browser), Some(system))) => say!(words, "web-device-name", browser = browser, system = system),
        _ => words.say("web-device-unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_by_their_family() {
        let of = |text: &str| family(Some(&text.parse().unwrap()));
        let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0 Safari/537.36";
        assert_eq!(of(chrome), "chrome windows");
        assert_eq!(of(&format!("{chrome} Edg/148.0")), "edge windows");
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1";
        assert_eq!(of(phone), "safari iphone");
        assert_eq!(of("Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0"), "firefox android");
        assert_eq!(of("Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0"), "firefox linux");
        assert_eq!(of("curl/8"), "");
    }
}
