//! What is asked and told when an institution recruits the peer.

use maud::{Markup, html};
use passerelle_ui::{self as ui, Choice, Choices, Field, Input};
use passerelle_web::{Ctx, Fields};
use passerelle_words::say;

use super::steps::day;
use crate::{
    hire::{Closing, Contract, Hire},
    mission::Ending,
    refusal::Refusal,
    store::missions::Loaded,
    text,
};

/// The field of the first day.
pub(super) const FROM: &str = "hired-on";
const CONTRACT: &str = "contract";
const WORDS: &str = "contract-words";

/// The questions under “the institution recruits the person”.
pub(super) fn questions(ctx: &Ctx, loaded: &Loaded, fields: &Fields) -> Markup {
    let kinds = Contract::of(loaded.country);
    let labels: Vec<String> = kinds.iter().map(|kind| in_words(ctx, *kind)).collect();
    let items: Vec<Choice<'_>> = kinds
        .iter()
        .zip(&labels)
        .map(|(kind, label)| Choice { value: kind.as_str(), label, ..Choice::default() })
        .collect();
    let [contract, words, hint] =
        ["contract", "more", "more-hint"].map(|name| ctx.say(&format!("placement-hire-{name}")));
    let field =
        |name, label| Field { name, label, error: fields.error(name), value: fields.value(name), ..Field::default() };
    let words = Field { hint: Some(&hint), optional: true, ..field(WORDS, &words) };
    html! {
        (day(ctx, fields, FROM, "placement-hire-from"))
        (ui::radios(ctx.words(), Choices { field: field(CONTRACT, &contract), items: &items, ..Choices::default() }))
        (ui::input(ctx.words(), Input { field: words, ..Input::default() }))
    }
}

/// How the mission is closed; nothing when an answer is missing, which then says so.
pub(super) fn closing(fields: &mut Fields, ending: Ending, loaded: &Loaded) -> Option<Closing> {
    match ending {
        Ending::Completed => Some(Closing::Completed),
        Ending::Stopped => Some(Closing::Stopped),
        Ending::DirectHire => {
            let from = fields.date(FROM, "placement-day-missing");
            let contract = fields.choice(CONTRACT, Contract::parse, "placement-refusal-choice-missing");
            let words = fields.text_if_given(WORDS, text::LINE);
            match Hire::new(from?, contract?, &words?, loaded.country) {
                Ok(hire) => Some(Closing::DirectHire(hire)),
                Err(refusal) => {
                    let field = if refusal == Refusal::HireUnsaid { WORDS } else { CONTRACT };
                    fields.refuse_key(field, refusal.key());
                    None
                }
            }
        }
    }
}

/// “CDI, from 1 March 2027”, and the words.
pub(super) fn told(ctx: &Ctx, hire: &Hire) -> Markup {
    let (kind, from) = (in_words(ctx, hire.contract), ctx.words().date(hire.from));
    html! {
        (say!(ctx.words(), "placement-hire-told", contract = kind, day = from))
        @if !hire.words.is_empty() { br; (hire.words) }
    }
}

fn in_words(ctx: &Ctx, contract: Contract) -> String {
    ctx.say(&format!("placement-contract-{}", contract.as_str()))
}
