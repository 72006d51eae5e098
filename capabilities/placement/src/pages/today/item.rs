//! One thing that waits: a sentence, what one has to know, and the way to do it.

use maud::{Markup, html};
use passerelle_kernel::Date;
use passerelle_ui::{self as ui, Button, Card, Look, Urgency};
use passerelle_web::Ctx;
use passerelle_words::say;

use crate::today::{Hurt, Waiting, What};

/// The way to do it.
#[derive(Clone, Debug)]
pub(super) enum Action {
    /// It is done on another page.
    Link {
        /// What the link says.
        text: String,
        /// Where it leads.
        href: String,
    },
    /// It is done at once.
    Post {
        /// What the button says.
        text: String,
        /// Where the form goes.
        action: &'static str,
        /// What it sends.
        fields: Vec<(&'static str, String)>,
    },
}

impl Action {
    pub(super) const fn link(text: String, href: String) -> Self {
        Self::Link { text, href }
    }

    fn draw(&self, ctx: &Ctx, look: Look, about: &str) -> Markup {
        match self {
            Self::Link { text, href } => ui::link_button(text, href, look),
            Self::Post { text, action, fields } => ctx.form(
                action,
                html! {
                    @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
                    (ui::button(Button { text, look, about: Some(about), ..Button::default() }))
                },
            ),
        }
    }
}

/// One thing that waits.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// What, and since when.
    pub waiting: Waiting,
    title: String,
    text: String,
    action: Action,
    other: Option<(String, String)>,
}

impl Item {
    pub(super) const fn new(what: What, since: Date, title: String, text: String, action: Action) -> Self {
        Self { waiting: Waiting { what, since }, title, text, action, other: None }
    }

    /// A second way: address and text.
    pub(super) fn or(mut self, href: &str, text: String) -> Self {
        self.other = Some((href.to_owned(), text));
        self
    }

    /// Since when it waits, unless the card already tells a day or it came today.
    fn since(&self, ctx: &Ctx) -> Option<String> {
        let tells_a_day = matches!(
            self.waiting.what,
            What::SilentWeek(..)
                | What::SlotToRecord(..)
                | What::HolidayToSay(..)
                | What::PointOverdue(..)
                | What::ProposalToAnswer(..)
                | What::MissionWithoutPeer(..)
                | What::InvoiceToMake(..)
                | What::InvoiceToPay(..)
                | What::MissionEnds(..)
                | What::MonthToClose(_)
                | What::ClaimToAnswer(..)
                | What::NeverCame
                | What::WithoutRole
                | What::SignalToSee(_)
        );
        let days = (ctx.today() - self.waiting.since).get_days();
        (!tells_a_day && days > 0).then(|| say!(ctx.words(), "placement-today-since", count = i64::from(days)))
    }

    /// The card; only the first one of the page has the primary button.
    pub(super) fn card(&self, ctx: &Ctx, is_first: bool) -> Markup {
        let look = if is_first { Look::Primary } else { Look::Secondary };
        let urgency = match self.waiting.hurt(ctx.today()) {
            Hurt::Alone | Hurt::Pay => Urgency::Urgent,
            Hurt::Chance | Hurt::Word | Hurt::Money => Urgency::Soon,
            Hurt::CanWait => Urgency::Calm,
        };
        let card = Card {
            urgency,
            title: &self.title,
            text: html! {
                p { (self.text) }
                @if let Some(since) = self.since(ctx) { p { (ui::muted(&since)) } }
            },
            action: self.action.draw(ctx, look, &self.title),
            link: self.other.as_ref().map(|(href, text)| (href.as_str(), text.as_str())),
        };
        ui::card(ctx.words(), &card)
    }
}
