//! What waits, what is under way, what has nothing in it yet.

use maud::{Markup, html};
use passerelle_words::Words;

use super::part;
use crate::{
    Button, Card, Look, Tone, Urgency, actions, button, card, details, empty, exit_page, inset, link_button, notice,
    panel, progress, steps, summary_list, tag, warning,
};

pub(super) fn parts(words: &Words) -> Markup {
    html! {
        div.govuk-grid-row {
            div.govuk-grid-column-two-thirds { (part(&words.say("ui-style-waiting"), cards(words))) }
            div.govuk-grid-column-one-third { (part(&words.say("ui-style-this-week"), this_week(words))) }
        }
        (part(&words.say("ui-style-buttons"), buttons(words)))
        (part(&words.say("ui-style-tags"), tags(words)))
        (part(&words.say("ui-style-apart"), apart(words)))
        (part(&words.say("ui-style-long-work"), long_work(words)))
    }
}

fn cards(words: &Words) -> Markup {
    let charter = words.say("ui-style-card-charter");
    let answer = Button { text: &words.say("ui-style-card-answer"), ..Button::default() };
    let approve = Button { text: &words.say("ui-style-card-approve"), look: Look::Secondary, ..Button::default() };
    html! {
        (card(words, &Card {
            urgency: Urgency::Urgent,
            title: &words.say("ui-style-card-urgent"),
            text: html! { p { (words.say("ui-style-card-urgent-text")) } },
            action: html! { form method="post" action="#main" { (button(answer)) } },
            link: Some(("#main", &charter)),
        }))
        (card(words, &Card {
            urgency: Urgency::Soon,
            title: &words.say("ui-style-card-soon"),
            text: html! { p { (words.say("ui-style-card-soon-text")) } },
            action: html! { form method="post" action="#main" { (button(approve)) } },
            link: None,
        }))
        (card(words, &Card {
            urgency: Urgency::Calm,
            title: &words.say("ui-style-card-calm"),
            text: html! { p { (words.say("ui-style-card-calm-text")) } },
            action: link_button(&words.say("ui-style-card-read"), "#main", Look::Secondary),
            link: None,
        }))
    }
}

fn this_week(words: &Words) -> Markup {
    let keys = [words.say("ui-style-running"), words.say("ui-style-without"), words.say("ui-style-notice")];
    let values = [
        html! { "25" },
        html! { (words.say("ui-style-two-people")) },
        tag(&words.say("ui-style-one-mission"), Tone::Soon),
    ];
    let facts: Vec<_> = keys.iter().zip(values).map(|(key, value)| crate::Fact::new(key, value)).collect();
    html! {
        (summary_list(words, &facts))
        (empty(&words.say("ui-style-empty"), &words.say("ui-style-empty-text"),
            Some(link_button(&words.say("ui-style-empty-action"), "#main", Look::Secondary))))
    }
}

fn buttons(words: &Words) -> Markup {
    let texts = ["ui-style-save", "ui-style-later", "ui-style-delete"].map(|key| words.say(key));
    let looks = [Look::Primary, Look::Secondary, Look::Warning];
    html! {
        form method="post" action="#main" {
            (actions(html! {
                @for (text, look) in texts.iter().zip(looks) { (button(Button { text, look, ..Button::default() })) }
                a.govuk-link href="#main" { (words.say("ui-style-cancel")) }
            }))
        }
        (exit_page(words, "https://fr.wikipedia.org/"))
    }
}

fn tags(words: &Words) -> Markup {
    let tones = [
        ("ui-style-tag-neutral", Tone::Neutral),
        ("ui-style-tag-calm", Tone::Calm),
        ("ui-style-tag-good", Tone::Good),
        ("ui-style-tag-soon", Tone::Soon),
        ("ui-style-tag-urgent", Tone::Urgent),
        ("ui-style-tag-wrong", Tone::Wrong),
    ];
    html! { p.govuk-body { @for (key, tone) in tones { (tag(&words.say(key), tone)) " " } } }
}

fn apart(words: &Words) -> Markup {
    html! {
        (panel(&words.say("ui-style-panel"), html! { (words.say("ui-style-panel-text")) }))
        (inset(html! { p.govuk-body { (words.say("ui-style-inset")) } }))
        (warning(words, &words.say("ui-style-warning")))
        (details(&words.say("ui-style-details"), html! { p.govuk-body { (words.say("ui-style-details-text")) } }))
    }
}

fn long_work(words: &Words) -> Markup {
    html! {
        (progress(words, "import", &words.say("ui-style-import"), 340, 1200))
        (steps(words, 3, 9))
        (notice("line", &words.say("ui-style-line-lost")))
    }
}
