//! Every field, empty, filled in and refused.

use maud::{Markup, html};
use passerelle_words::Words;

use super::part;
use crate::{
    Button, Choice, Choices, DateInput, Field, FileUpload, Heading, Input, Kind, Look, Problem, Select, Textarea,
    Width, button, checkbox, checkboxes, date_input, error_summary, fieldset, file_upload, input, password, radios,
    select, textarea, time_input,
};

pub(super) fn parts(words: &Words) -> Markup {
    html! {
        (part(&words.say("ui-style-forms"), html! {
            div.govuk-grid-row {
                div.govuk-grid-column-one-half { form method="post" action="#main" novalidate { (fields(words)) } }
                div.govuk-grid-column-one-half { form method="post" action="#main" novalidate { (refused(words)) } }
            }
        }))
    }
}

fn fields(words: &Words) -> Markup {
    let (name, name_hint) = (words.say("ui-style-name"), words.say("ui-style-name-hint"));
    let phone = words.say("ui-style-phone");
    html! {
        (input(words, Input {
            field: Field { name: "name", label: &name, hint: Some(&name_hint), value: "Noor El Idrissi", ..Field::default() },
            autocomplete: Some("name"),
            ..Input::default()
        }))
        (input(words, Input {
            field: Field { name: "phone", label: &phone, optional: true, ..Field::default() },
            kind: Kind::Telephone,
            width: Width::Characters(20),
            autocomplete: Some("tel"),
            ..Input::default()
        }))
        (textarea(words, Textarea {
            field: Field { name: "need", label: &words.say("ui-style-need"), value: &words.say("ui-style-need-value"), ..Field::default() },
            rows: None,
            limit: Some(400),
        }))
        (day_and_hours(words))
        (choices(words))
        (file_upload(words, FileUpload {
            field: Field { name: "file", label: &words.say("ui-style-file"), hint: Some(&words.say("ui-style-file-hint")), ..Field::default() },
            accept: Some(".csv,.xlsx"),
            multiple: false,
        }))
        (password(words, Field { name: "password", label: &words.say("ui-style-password"), ..Field::default() }))
        (button(Button { text: &words.say("ui-style-save"), look: Look::Secondary, ..Button::default() }))
    }
}

fn day_and_hours(words: &Words) -> Markup {
    let (date, from, to) = (words.say("ui-style-date"), words.say("ui-style-from"), words.say("ui-style-to"));
    fieldset(
        &words.say("ui-style-when"),
        Heading::Medium,
        html! {
            (date_input(words, DateInput {
                field: Field { name: "date", label: &date, hint: Some(&words.say("ui-style-date-hint")), ..Field::default() },
                day: "23", month: "11", year: "2026", birthday: false,
            }))
            (time_input(words, Field { name: "from", label: &from, value: "09:00", ..Field::default() }))
            (time_input(words, Field { name: "to", label: &to, ..Field::default() }))
        },
    )
}

fn choices(words: &Words) -> Markup {
    let how = ["ui-style-how-mail", "ui-style-how-phone", "ui-style-how-any"].map(|key| words.say(key));
    let [mail, phone, any] = &how;
    let days = ["ui-style-day-monday", "ui-style-day-tuesday", "ui-style-day-none"].map(|key| words.say(key));
    let [monday, tuesday, none] = &days;
    let (number, hint) = (words.say("ui-style-number"), words.say("ui-style-how-mail-hint"));
    let number = input(
        words,
        Input {
            field: Field { name: "number", label: &number, ..Field::default() },
            kind: Kind::Telephone,
            width: Width::Characters(20),
            ..Input::default()
        },
    );
    let ways = [
        Choice { value: "mail", label: mail, hint: Some(&hint), ..Choice::default() },
        Choice { value: "phone", label: phone, reveals: Some(number), ..Choice::default() },
        Choice { value: "any", label: any, apart: true, ..Choice::default() },
    ];
    let lines = ["ui-style-days-line", "ui-style-days-second-line"].map(|key| words.say(key));
    let week = [
        Choice { value: "monday", label: monday, checked: true, lines: &lines, ..Choice::default() },
        Choice { value: "tuesday", label: tuesday, ..Choice::default() },
        Choice { value: "none", label: none, apart: true, ..Choice::default() },
    ];
    let (how_label, days_label) = (words.say("ui-style-how"), words.say("ui-style-days"));
    html! {
        (radios(words, Choices { field: Field { name: "how", label: &how_label, value: "mail", heading: Heading::Medium, ..Field::default() }, items: &ways, ..Choices::default() }))
        (checkboxes(words, Choices { field: Field { name: "days", label: &days_label, heading: Heading::Medium, ..Field::default() }, items: &week, small: true, ..Choices::default() }))
    }
}

fn refused(words: &Words) -> Markup {
    let texts = [
        "ui-style-mail-wrong",
        "ui-style-rate-wrong",
        "ui-style-choice-wrong",
        "ui-style-date-wrong",
        "ui-style-agree-wrong",
        "ui-style-country-wrong",
    ];
    let texts = texts.map(|key| words.say(key));
    let [mail, rate, choice, date, agree, country] = &texts;
    let fields = ["mail", "rate", "answer", "since-day", "agree", "country"];
    let order = [mail, rate, choice, date, agree, country];
    let problems: Vec<_> = fields.iter().zip(order).map(|(field, text)| Problem { field: Some(field), text }).collect();
    html! {
        (error_summary(words, &problems))
        (input(words, Input {
            field: Field { name: "mail", label: &words.say("ui-style-mail"), value: "noor@", error: Some(mail), ..Field::default() },
            kind: Kind::Email, autocomplete: Some("email"), ..Input::default()
        }))
        (input(words, Input {
            field: Field { name: "rate", label: &words.say("ui-style-rate"), value: "25,505", error: Some(rate), ..Field::default() },
            kind: Kind::Decimal, width: Width::Characters(10), suffix: Some("€"), ..Input::default()
        }))
        (refused_choices(words, choice, date))
        (refused_rest(words, agree, country))
        (button(Button { text: &words.say("ui-style-continue"), ..Button::default() }))
    }
}

fn refused_choices(words: &Words, wrong: &str, wrong_date: &str) -> Markup {
    let (yes, no) = (words.say("ui-style-yes"), words.say("ui-style-no"));
    let items = [
        Choice { value: "yes", label: &yes, ..Choice::default() },
        Choice { value: "no", label: &no, ..Choice::default() },
    ];
    let (label, since) = (words.say("ui-style-answer"), words.say("ui-style-since"));
    html! {
        (radios(words, Choices { field: Field { name: "answer", label: &label, error: Some(wrong), ..Field::default() }, items: &items, inline: true, small: false }))
        (date_input(words, DateInput {
            field: Field { name: "since", label: &since, error: Some(wrong_date), ..Field::default() },
            day: "31", month: "2", year: "2026", birthday: false,
        }))
    }
}

fn refused_rest(words: &Words, agree: &str, country: &str) -> Markup {
    let names = ["FR", "BE", "CH"].map(|code| words.country(code));
    let [fr, be, ch] = &names;
    let choose = words.say("ui-style-choose");
    html! {
        (select(words, Select {
            field: Field { name: "country", label: &words.say("ui-style-country"), error: Some(country), ..Field::default() },
            options: &[("", &choose), ("FR", fr), ("BE", be), ("CH", ch)],
        }))
        (textarea(words, Textarea {
            field: Field { name: "note", label: &words.say("ui-style-note"), optional: true, ..Field::default() },
            rows: Some(3), limit: None,
        }))
        (checkbox(words, Field { name: "agree", label: &words.say("ui-style-agree"), error: Some(agree), ..Field::default() }))
    }
}
