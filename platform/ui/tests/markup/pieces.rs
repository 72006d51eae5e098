//! Everything that is not a field.

use passerelle_kernel::Time;
use passerelle_ui::{
    Button, Column, Fact, Look, Narrow, PreEscaped, Status, Table, Task, Tone, back_link, breadcrumbs, button, card,
    details, drawing, flash, html, important, inset, link_button, pagination, panel, progress, summary_card,
    summary_list, table, tag, task_list, warning,
};

use crate::{english, fixture::same};

#[test]
fn buttons() {
    same("button", "default", button(Button { text: "Save and continue", ..Button::default() }));
    same(
        "button",
        "secondary",
        button(Button { text: "Secondary button", look: Look::Secondary, ..Button::default() }),
    );
    same("button", "warning", button(Button { text: "Warning button", look: Look::Warning, ..Button::default() }));
    same("button", "link", link_button("Link button", "/", Look::Primary));
}

#[test]
fn texts_that_stand_apart() {
    same(
        "inset-text",
        "default",
        inset(
            html! { "It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the application." },
        ),
    );
    same("warning-text", "default", warning(&english(), "You can be fined up to £5,000 if you don’t register."));
    same(
        "panel",
        "default",
        panel("Application complete", PreEscaped("Your reference number<br><strong>HDJ2123F</strong>".to_owned())),
    );
    same("panel", "title with no body text", panel("Application complete", html! {}));
    same(
        "details",
        "default",
        details(
            "Help with nationality",
            html! {
                "We need to know your nationality so we can work out which elections you’re entitled to vote in. If you can’t provide your nationality, you’ll have to send copies of identity documents through the post."
            },
        ),
    );
}

#[test]
fn banners() {
    same(
        "notification-banner",
        "default",
        important(&english(), "This publication was withdrawn on 7 March 2014.", None),
    );
    let done = flash(&english(), "Email sent to example@email.com", None).into_string();
    assert!(done.contains("role=\"alert\"") && done.contains("govuk-notification-banner--success"), "{done}");
}

#[test]
fn facts() {
    let facts = [Fact::new("Name", "Firstname Lastname"), Fact::new("Date of birth", "13/08/1980")];
    same(
        "summary-list",
        "as a summary card with a text header",
        summary_card(&english(), "Undergraduate teaching assistant", &facts),
    );
    let change = [passerelle_ui::Action::change("/name")];
    let list =
        summary_list(&english(), &[Fact { actions: &change, ..Fact::new("Name", "Noor") }, Fact::new("City", "Lyon")]);
    let html = list.into_string();
    assert!(html.contains("Change<span class=\"govuk-visually-hidden\"> Name</span>"), "{html}");
    assert_eq!(html.matches("govuk-summary-list__row--no-actions").count(), 1, "{html}");
}

#[test]
fn tasks() {
    let begun = Status::Tag("Incomplete", Tone::Calm);
    let task = |title, status| Task { title, href: Some("#"), hint: None, status };
    let html = task_list(
        &english(),
        "task-list",
        &[task("Business plan", begun), Task { href: None, ..task("Payment", Status::NotYet) }],
    )
    .into_string();
    assert!(html.contains("aria-describedby=\"task-list-1-status\""), "{html}");
    assert_eq!(html.matches("<a ").count(), 1, "a task that cannot start has no link: {html}");
    same("tag", "grey", tag("Grey", Tone::Neutral));
}

#[test]
fn a_table() {
    let row = |month: &str, bicycles: &str, vehicles: &str| {
        vec![html! { (month) }, html! { (bicycles) }, html! { (vehicles) }]
    };
    let rows = [row("January", "£85", "£95"), row("February", "£75", "£55"), row("March", "£165", "£125")];
    let columns =
        [Column::words("Month you apply"), Column::numbers("Rate for bicycles"), Column::numbers("Rate for vehicles")];
    let rates = Table {
        id: "rates",
        caption: "Caption 1: Months and rates",
        caption_hidden: false,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    };
    // Ours adds what the narrow form needs.
    let plain = table(&rates).into_string();
    let plain = [
        " id=\"rates\"",
        " id=\"rates-caption\"",
        " p-table--stack",
        " data-label=\"Rate for bicycles\"",
        " data-label=\"Rate for vehicles\"",
    ]
    .iter()
    .fold(plain, |html, ours| html.replace(ours, ""));
    same("table", "with head and caption", PreEscaped(plain));
    let scrolls = table(&Table { narrow: Narrow::Scroll, ..rates }).into_string();
    assert!(
        scrolls
            .starts_with("<div class=\"p-scroll\" role=\"region\" aria-labelledby=\"rates-caption\" tabindex=\"0\">"),
        "{scrolls}"
    );
}

#[test]
fn a_number_that_names_a_row_has_its_title_where_rows_are_stacked() {
    let columns = [Column::ranks("Line"), Column::words("Reason")];
    let rows = [vec!["7", "no town"]];
    let lines = Table {
        id: "l",
        caption: "Refused",
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    };
    let html = table(&lines).into_string();
    assert!(html.contains("<th class=\"govuk-table__header\" scope=\"row\" data-label=\"Line\">7</th>"), "{html}");
    let named = table(&Table { columns: &[Column::words("Name"), columns[1]], ..lines }).into_string();
    assert!(named.contains("<th class=\"govuk-table__header\" scope=\"row\">7</th>"), "{named}");
}

#[test]
fn ways() {
    same("back-link", "default", back_link(&english(), "#", None));
    let html = breadcrumbs(&english(), &[("/", "Home"), ("/section", "Section")]).into_string();
    assert_eq!(html.matches("govuk-breadcrumbs__link").count(), 2);
    assert_eq!(pagination(&english(), None, None).into_string(), "");
    let older = pagination(&english(), None, Some("/hours?before=x")).into_string();
    assert!(older.contains("rel=\"next\"") && !older.contains("rel=\"prev\""), "{older}");
}

#[test]
fn a_card_says_its_urgency_in_a_word() {
    let urgent =
        passerelle_ui::Card { urgency: passerelle_ui::Urgency::Urgent, title: "Noor waits", ..Default::default() };
    let html = card(&english(), &urgent).into_string();
    assert!(html.contains("Urgent</p><h3"), "{html}");
}

#[test]
fn progress_never_passes_its_end() {
    assert!(progress(&english(), "a", "Import", 3, 0).into_string().contains("value=\"0\""));
    assert!(progress(&english(), "a", "Import", 9, 3).into_string().contains("value=\"100\""));
}

#[test]
fn the_drawing_of_a_week_has_a_table_with_the_same_slots() {
    let at = |hour| Time::constant(hour, 0, 0, 0);
    let slot = drawing::Slot {
        day: 0,
        from: at(9),
        to: at(12),
        title: "Ward 4",
        detail: "",
        pattern: drawing::Pattern::Outline,
    };
    let html = drawing::week(
        &english(),
        &drawing::Week {
            id: "w",
            caption: "Noor’s week",
            days: &[drawing::Day { name: "Monday 23 November", short: "Monday 23" }],
            slots: &[slot],
            legend: &[(drawing::Pattern::Outline, "Proposed")],
        },
    )
    .into_string();
    assert_eq!(html.matches("<svg").count(), html.matches("aria-hidden=\"true\" focusable=\"false\"").count());
    let (_, table) = html.split_once("<table").expect("a table");
    for cell in ["Monday 23 November", "9:00 – 12:00", "Ward 4", "Proposed"] {
        assert!(table.contains(cell), "{cell} is not in {table}");
    }
}
