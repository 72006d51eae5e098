//! Fields of forms.

use passerelle_ui::{
    Choice, Choices, DateInput, Field, FileUpload, Heading, Input, Problem, Select, Textarea, Width, checkboxes,
    date_input, error_summary, file_upload, input, password, radios, select, textarea, time_input,
};

use crate::{english, fixture::same};

const INSURANCE: &str =
    "It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.";

#[test]
fn a_line_of_text() {
    let ask = |field| Input { field, ..Input::default() };
    let field = Field { name: "test-name", label: "National Insurance number", ..Field::default() };
    same("input", "default", input(&english(), ask(field)));
    let field = Field { name: "input-with-page-heading", heading: Heading::Page, ..field };
    same("input", "with label as page heading", input(&english(), ask(field)));
    let field = Field {
        name: "with-error-hint",
        label: "National insurance number",
        hint: Some(INSURANCE),
        error: Some("Enter a National Insurance number in the correct format"),
        ..Field::default()
    };
    same("input", "with error and hint", input(&english(), ask(field)));
    let field = Field { name: "input-width-10", error: None, ..field };
    same("input", "with width-10 class", input(&english(), Input { width: Width::Characters(10), ..ask(field) }));
    let field = Field {
        name: "input-with-prefix-suffix",
        label: "Cost per item, in pounds",
        error: Some("Error message goes here"),
        ..Field::default()
    };
    let priced = Input { prefix: Some("£"), suffix: Some("per item"), ..ask(field) };
    same("input", "with prefix and suffix and error", input(&english(), priced));
}

#[test]
fn several_lines_of_text() {
    let field = Field {
        name: "no-ni-reason",
        label: "Why can’t you provide a National Insurance number?",
        error: Some("You must provide an explanation"),
        ..Field::default()
    };
    same("textarea", "with error message", textarea(&english(), Textarea { field, ..Textarea::default() }));
    let field = Field {
        name: "full-address",
        label: "Full address",
        value: "221B Baker Street\nLondon\nNW1 6XE\n",
        ..Field::default()
    };
    same("textarea", "with default value", textarea(&english(), Textarea { field, ..Textarea::default() }));
    let field = Field {
        name: "with-hint",
        label: "Can you provide more detail?",
        hint: Some(
            "Don't include personal or financial information, eg your National Insurance number or credit card details.",
        ),
        ..Field::default()
    };
    same("character-count", "with hint", textarea(&english(), Textarea { field, limit: Some(10), rows: None }));
}

#[test]
fn one_answer_of_several() {
    let items = [
        Choice { value: "yes", label: "Yes", ..Choice::default() },
        Choice { value: "no", label: "No", ..Choice::default() },
    ];
    let field = Field { name: "example-default", label: "Have you changed your name?", ..Field::default() };
    same("radios", "default", radios(&english(), Choices { field, items: &items, ..Choices::default() }));
    let field = Field { name: "example", value: "no", ..field };
    let refused = Field { error: Some("Please select an option"), ..field };
    same(
        "radios",
        "with fieldset and error message",
        radios(&english(), Choices { field: refused, items: &items, ..Choices::default() }),
    );
    let hinted =
        Field { hint: Some("This includes changing your last name or spelling your name differently."), ..field };
    same("radios", "inline", radios(&english(), Choices { field: hinted, items: &items, inline: true, small: false }));
}

#[test]
fn any_number_of_answers() {
    let label = "Which types of waste do you transport regularly?";
    let choice = |value, label| Choice { value, label, ..Choice::default() };
    let items = [
        choice("animal", "Waste from animal carcasses"),
        choice("mines", "Waste from mines or quarries"),
        choice("farm", "Farm or agricultural waste"),
        Choice { apart: true, ..choice("none", "None of these") },
    ];
    let field = Field { name: "with-divider-and-none", label, ..Field::default() };
    same(
        "checkboxes",
        "with divider and None",
        checkboxes(&english(), Choices { field, items: &items, ..Choices::default() }),
    );
    let hint = Some("Nullam id dolor id nibh ultricies vehicula ut id elit.");
    let hinted: Vec<_> = items[..3].iter().cloned().map(|item| Choice { hint, ..item }).collect();
    let field = Field { name: "waste", label, error: Some("Please select an option"), ..Field::default() };
    same(
        "checkboxes",
        "with error message",
        checkboxes(&english(), Choices { field, items: &hinted, ..Choices::default() }),
    );
}

#[test]
fn a_choice_from_a_list() {
    let field = Field {
        name: "select-2",
        label: "Label text goes here",
        hint: Some("Hint text goes here"),
        error: Some("Error message goes here"),
        ..Field::default()
    };
    let options =
        [("1", "GOV.UK frontend option 1"), ("2", "GOV.UK frontend option 2"), ("3", "GOV.UK frontend option 3")];
    same("select", "with hint text and error message", select(&english(), Select { field, options: &options }));
    let chosen = select(&english(), Select { field: Field { value: "2", ..field }, options: &options }).into_string();
    assert!(chosen.contains("<option value=\"2\" selected>"), "{chosen}");
}

#[test]
fn a_date() {
    let field = Field {
        name: "dob-errors",
        label: "What is your date of birth?",
        hint: Some("For example, 31 3 1980"),
        error: Some("Error message goes here"),
        ..Field::default()
    };
    same(
        "date-input",
        "with error message and hint",
        date_input(&english(), DateInput { field, ..DateInput::default() }),
    );
    let typed =
        date_input(&english(), DateInput { field, day: "31", month: "2", year: "26", birthday: true }).into_string();
    for part in ["name=\"dob-errors-day\"", "value=\"31\"", "value=\"2\"", "value=\"26\"", "autocomplete=\"bday-year\""]
    {
        assert!(typed.contains(part), "{part} is not in {typed}");
    }
}

#[test]
fn files_and_passwords() {
    let field = Field { name: "file-upload-1", label: "Upload a file", ..Field::default() };
    let several = FileUpload { field, accept: None, multiple: true };
    same("file-upload", "allows multiple files", file_upload(&english(), several));
    let field = Field {
        name: "password-input-with-error-message",
        label: "Password",
        hint: Some("It probably has some letters, numbers and maybe even some symbols in it."),
        error: Some("Error message goes here"),
        value: "never drawn again",
        ..Field::default()
    };
    same("password-input", "with error message", password(&english(), field));
}

#[test]
fn what_has_to_be_mended() {
    let problems = [
        Problem { field: Some("example-error-1"), text: "The date your passport was issued must be in the past" },
        Problem { field: Some("example-error-2"), text: "Enter a postcode, like AA1 1AA" },
    ];
    same("error-summary", "default", error_summary(&english(), &problems));
    assert_eq!(error_summary(&english(), &[]).into_string(), "");
}

#[test]
fn what_was_typed_comes_back_as_text() {
    let field = Field { name: "at", label: "<b>", value: "\"><script>", ..Field::default() };
    let html = time_input(&english(), field).into_string()
        + &input(&english(), Input { field, ..Input::default() }).into_string();
    assert!(!html.contains("<script>") && !html.contains("<b>"), "{html}");
    assert_eq!(html.matches("name=\"at\"").count(), 2);
}
