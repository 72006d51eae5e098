//! Our components have the markup that govuk-frontend documents in its own fixtures.

mod fields;
mod fixture;
mod pieces;

use fixture::normal;
use passerelle_kernel::Language;
use passerelle_ui::{TRANSLATIONS, style};
use passerelle_words::{Vocabulary, Words};

fn english() -> Words {
    Words::new(Language::En, &[TRANSLATIONS])
}

#[test]
fn the_comparison_sees_a_missing_class_and_another_text() {
    assert_eq!(normal("<p  class=\"b a\"\n id=\"x\">"), normal("<p id=\"x\" class=\"a b\">"));
    assert_eq!(normal("<p>\n a  b</p>"), normal("<p>a b</p>"));
    assert_ne!(normal("<p class=\"a\">x</p>"), normal("<p>x</p>"));
    assert_ne!(normal("<p>x</p>"), normal("<p>y</p>"));
}

#[test]
fn both_translations_say_every_word_of_the_style_page() {
    assert_eq!(Vocabulary::new(&[TRANSLATIONS]).problems(), Vec::<String>::new());
    for language in Language::ALL {
        let html = style::page(&Words::new(language, &[TRANSLATIONS])).into_string();
        let missing: Vec<_> = html.split(['>', '<', '"']).filter(|piece| piece.trim().starts_with("ui-")).collect();
        assert!(missing.is_empty(), "{language:?}: {missing:?}");
    }
}

#[test]
fn the_two_languages_have_the_same_keys() {
    let key = |line: &'static str| line.split_once(" = ").map(|(key, _)| key);
    for (fr, en) in TRANSLATIONS.fr.lines().zip(TRANSLATIONS.en.lines()) {
        assert_eq!(key(fr), key(en));
    }
    assert_eq!(TRANSLATIONS.fr.lines().count(), TRANSLATIONS.en.lines().count());
}

#[test]
fn no_page_carries_inline_style_or_script() {
    let html = style::page(&english()).into_string();
    assert!(!html.contains("style=\"") && !html.contains("<style"), "inline style");
    assert!(!html.contains(" onclick") && !html.contains("javascript:") && !html.contains("hx-on"), "inline script");
    assert_eq!(html.matches("<script").count(), html.matches("<script type=\"module\" src=\"").count());
}
