//! A password that can be shown while typing.

use maud::{Markup, html};
use passerelle_words::Words;

use crate::Field;

/// The password of an account that exists. It is never drawn again: `value` is not used.
pub fn password(words: &Words, field: Field<'_>) -> Markup {
    control(words, field, "current-password")
}

/// A password that the person chooses now; password managers offer one.
pub fn password_to_choose(words: &Words, field: Field<'_>) -> Markup {
    control(words, field, "new-password")
}

fn control(words: &Words, field: Field<'_>, autocomplete: &str) -> Markup {
    let classes = "govuk-input govuk-password-input__input govuk-js-password-input-input";
    let wrong = field.error.map_or("", |_| " govuk-input--error");
    html! {
        div class={ (field.class("govuk-form-group")) " govuk-password-input" } data-module="govuk-password-input"
            "data-i18n.show-password"=(words.say("ui-password-show"))
            "data-i18n.hide-password"=(words.say("ui-password-hide"))
            "data-i18n.show-password-aria-label"=(words.say("ui-password-show-label"))
            "data-i18n.hide-password-aria-label"=(words.say("ui-password-hide-label"))
            "data-i18n.password-shown-announcement"=(words.say("ui-password-shown"))
            "data-i18n.password-hidden-announcement"=(words.say("ui-password-hidden")) {
            (field.label(words)) (field.help(words))
            div.govuk-input__wrapper.govuk-password-input__wrapper {
                input class={ (classes) (wrong) } id=(field.name) name=(field.name) type="password" spellcheck="false"
                    autocomplete=(autocomplete) autocapitalize="none" aria-describedby=[field.described_by()];
                button.govuk-button.govuk-button--secondary.govuk-password-input__toggle.govuk-js-password-input-toggle
                    type="button" data-module="govuk-button" aria-controls=(field.name)
                    aria-label=(words.say("ui-password-show-label")) hidden {
                    (words.say("ui-password-show"))
                }
            }
        }
    }
}
