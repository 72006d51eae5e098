//! Buttons and the row in which a button and its quieter neighbours stand.

use maud::{Markup, html};

/// How much a button stands out. A page shows one `Primary` at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// What most people came to do here.
    #[default]
    Primary,
    /// Anything else that can be done.
    Secondary,
    /// It takes something away; the consequences are named beside it.
    Warning,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "govuk-button",
            Self::Secondary => "govuk-button govuk-button--secondary",
            Self::Warning => "govuk-button govuk-button--warning",
        }
    }
}

/// A button that sends its form.
#[derive(Clone, Copy, Debug, Default)]
pub struct Button<'a> {
    /// What it does, with a verb.
    pub text: &'a str,
    /// How much it stands out.
    pub look: Look,
    /// The name under which its value is sent, when a form has several buttons.
    pub name: Option<&'a str>,
    /// The value that is sent.
    pub value: Option<&'a str>,
    /// Words for screen readers after the text, when several buttons of a page say the same.
    pub about: Option<&'a str>,
}

/// A button that sends its form. A second click within a second does nothing.
pub fn button(button: Button<'_>) -> Markup {
    html! {
        button class=(button.look.class()) type="submit" name=[button.name] value=[button.value]
            data-module="govuk-button" data-prevent-double-click="true" {
            (button.text)
            @if let Some(about) = button.about { span.govuk-visually-hidden { " " (about) } }
        }
    }
}

/// A link that looks like a button: it leads to where something is done, it changes nothing itself.
pub fn link_button(text: &str, href: &str, look: Look) -> Markup {
    html! { a class=(look.class()) href=(href) role="button" draggable="false" data-module="govuk-button" { (text) } }
}

/// A row of buttons and links with room between them; one below the other on a phone.
pub fn actions(content: Markup) -> Markup {
    html! { div.govuk-button-group { (content) } }
}
