//! The quickest form: the mission, the day and the length are already there when a slot of today says them.

use maud::{Markup, html};
use passerelle_kernel::{Date, Id, Minutes};
use passerelle_ui::{self as ui, Button, Choice, Choices, DateInput, Field, Heading, Input, Width};
use passerelle_web::{Ctx, Fields};
use passerelle_words::say;

use crate::{
    hours::{Activity, Work},
    mission::Mission,
    period,
    refusal::Refusal,
    slot::Timetable,
    store::hours::around::Worked,
};

/// Lengths that are offered to everybody, in minutes.
const USUAL: [i64; 4] = [120, 180, 240, 420];

/// What the form begins with.
#[derive(Clone, Debug)]
pub(super) struct Start {
    /// The missions on which hours can be recorded, the likeliest first.
    pub missions: Vec<Worked>,
    /// The lengths offered, in minutes.
    pub lengths: Vec<i64>,
    /// The length of today's slot, if there is one.
    pub slot: Option<Minutes>,
}

impl Start {
    /// Puts the mission with a slot today first, and its length; else the mission and the length of the last entry.
    pub(super) fn new(
        mut missions: Vec<Worked>,
        tables: &[Timetable],
        last: Option<(Id<Mission>, Minutes)>,
        today: Date,
    ) -> Self {
        let days = period::Days::counting(today, 1);
        let slot = tables
            .iter()
            .flat_map(|table| table.occurrences(days))
            .find(|time| missions.iter().any(|mission| mission.id == time.mission));
        let likely = slot.map(|time| time.mission).or(last.map(|(mission, _)| mission));
        missions.sort_by_key(|mission| Some(mission.id) != likely);
        let slot = slot.map(|time| time.minutes);
        let usual = last.map(|(_, minutes)| minutes.0).filter(|minutes| *minutes > 0);
        let mut lengths: Vec<i64> = slot.map(|minutes| minutes.0).into_iter().chain(usual).chain(USUAL).collect();
        lengths.sort_unstable();
        lengths.dedup();
        Self { missions, lengths, slot }
    }

    /// The form as nobody has touched it.
    pub(super) fn fields(&self, ctx: &Ctx) -> Fields {
        let fields = Fields::empty(ctx).with("day", "today").with("activity", Activity::Presence.as_str());
        let fields = match self.missions.first() {
            Some(mission) => fields.with("mission", mission.id.to_string()),
            None => fields,
        };
        match self.slot {
            Some(minutes) => fields.with("minutes", minutes.0.to_string()),
            None => fields,
        }
    }
}

/// The fields of an entry that exists.
pub(super) fn filled(ctx: &Ctx, mission: Id<Mission>, work: Work) -> Fields {
    Fields::empty(ctx)
        .with("mission", mission.to_string())
        .with("day", "other")
        .with_date("on", Some(work.on))
        .with("minutes", work.minutes.0.to_string())
        .with("activity", work.activity.as_str())
}

/// Reads what the form says of the work; what is wrong stands at its field.
pub(super) fn work(ctx: &Ctx, fields: &mut Fields) -> Option<Work> {
    let on = match fields.value("day") {
        "yesterday" => Some(period::later(ctx.today(), -1)),
        "other" => fields.date("on", "placement-hours-day-missing"),
        _ => Some(ctx.today()),
    };
    let minutes = match fields.value("minutes") {
        "other" => fields.minutes("length"),
        text => {
            let minutes = text.parse().ok().map(Minutes);
            if minutes.is_none() {
                fields.refuse_key("minutes", "placement-hours-minutes-missing");
            }
            minutes
        }
    };
    let activity = fields.choice("activity", Activity::parse, "placement-hours-activity-missing");
    Some(Work { on: on?, minutes: minutes?, activity: activity? })
}

/// The field at which a refusal is told.
pub(super) const fn field_of(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::MinutesOutOfRange | Refusal::MoreThanADay | Refusal::LessThanNothing => "minutes",
        Refusal::DateInTheFuture | Refusal::TooLongAgo | Refusal::OutsideMission => "day",
        Refusal::MissionNotRunning | Refusal::NotYours => "mission",
        _ => "",
    }
}

/// The questions of the form, the button among them.
pub(super) fn questions(ctx: &Ctx, start: &Start, fields: &Fields, button: &str) -> Markup {
    html! {
        (mission(ctx, &start.missions, fields))
        (minutes(ctx, &start.lengths, fields))
        (more(ctx, fields))
        (ui::button(Button { text: &ctx.say(button), ..Button::default() }))
    }
}

/// On which mission: asked only when there are several.
pub(in crate::pages) fn mission(ctx: &Ctx, missions: &[Worked], fields: &Fields) -> Markup {
    if let [only] = missions {
        return html! {
            input type="hidden" name="mission" value=(only.id);
            p.govuk-body { strong { (only.title) } @if !only.team.is_empty() { " · " (only.team) } }
        };
    }
    let ids: Vec<String> = missions.iter().map(|mission| mission.id.to_string()).collect();
    let items: Vec<Choice<'_>> = missions
        .iter()
        .zip(&ids)
        .map(|(mission, id)| Choice {
            value: id,
            label: &mission.title,
            hint: Some(&mission.team),
            ..Choice::default()
        })
        .collect();
    let label = ctx.say("placement-hours-mission");
    let field = Field {
        name: "mission",
        label: &label,
        value: fields.value("mission"),
        error: fields.error("mission"),
        ..Field::default()
    };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

fn minutes(ctx: &Ctx, lengths: &[i64], fields: &Fields) -> Markup {
    let words = ctx.words();
    let chosen: Option<i64> = fields.value("minutes").parse().ok();
    let mut lengths = lengths.to_vec();
    if let Some(chosen) = chosen.filter(|chosen| !lengths.contains(chosen)) {
        lengths.push(chosen);
        lengths.sort_unstable();
    }
    let texts: Vec<(String, String)> =
        lengths.iter().map(|minutes| (minutes.to_string(), words.hours(Minutes(*minutes)))).collect();
    let mut items: Vec<Choice<'_>> =
        texts.iter().map(|(value, label)| Choice { value, label, ..Choice::default() }).collect();
    let (other, label, hint) =
        (ctx.say("placement-hours-other"), ctx.say("placement-hours-length"), ctx.say("placement-hours-length-hint"));
    let field = Field {
        name: "length",
        label: &label,
        hint: Some(&hint),
        value: fields.value("length"),
        error: fields.error("length"),
        ..Field::default()
    };
    let reveals = ui::input(words, Input { field, width: Width::Characters(10), ..Input::default() });
    items.push(Choice { value: "other", label: &other, reveals: Some(reveals), ..Choice::default() });
    let label = ctx.say("placement-hours-how-long");
    let hint = say!(words, "placement-hours-how-long-today", day = words.date(ctx.today()));
    let field = Field {
        name: "minutes",
        label: &label,
        hint: (fields.value("day") == "today").then_some(hint.as_str()),
        value: fields.value("minutes"),
        error: fields.error("minutes"),
        heading: Heading::Medium,
        ..Field::default()
    };
    ui::radios(words, Choices { field, items: &items, ..Choices::default() })
}

/// The day and what it was for: folded, since today and presence are what most people record.
fn more(ctx: &Ctx, fields: &Fields) -> Markup {
    let is_usual = fields.value("day") == "today" && fields.value("activity") == Activity::Presence.as_str();
    let has_error = ["day", "on", "activity"].iter().any(|name| fields.error(name).is_some());
    html! {
        details.govuk-details open[!is_usual || has_error] {
            summary.govuk-details__summary {
                span.govuk-details__summary-text { (ctx.say("placement-hours-more")) }
            }
            div.govuk-details__text { (day(ctx, fields)) (activity(ctx, fields)) }
        }
    }
}

fn day(ctx: &Ctx, fields: &Fields) -> Markup {
    let words = ctx.words();
    let label = ctx.say("placement-hours-which-day");
    let on = Field { name: "on", label: &label, error: fields.error("on"), ..Field::default() };
    let [day, month, year] = ["on-day", "on-month", "on-year"].map(|name| fields.value(name));
    let date = ui::date_input(words, DateInput { field: on, day, month, year, birthday: false });
    let today = words.date(ctx.today());
    let [now, before, other] =
        ["today", "yesterday", "other"].map(|day| ctx.say(&format!("placement-hours-day-{day}")));
    let yesterday = words.date(period::later(ctx.today(), -1));
    let items = [
        Choice { value: "today", label: &now, hint: Some(&today), ..Choice::default() },
        Choice { value: "yesterday", label: &before, hint: Some(&yesterday), ..Choice::default() },
        Choice { value: "other", label: &other, reveals: Some(date), ..Choice::default() },
    ];
    let label = ctx.say("placement-hours-day");
    let field = Field {
        name: "day",
        label: &label,
        value: fields.value("day"),
        error: fields.error("day"),
        ..Field::default()
    };
    ui::radios(words, Choices { field, items: &items, ..Choices::default() })
}

fn activity(ctx: &Ctx, fields: &Fields) -> Markup {
    let labels: Vec<String> =
        Activity::ALL.iter().map(|activity| super::show::activity(ctx.words(), *activity)).collect();
    let items: Vec<Choice<'_>> = Activity::ALL
        .iter()
        .zip(&labels)
        .map(|(activity, label)| Choice { value: activity.as_str(), label, ..Choice::default() })
        .collect();
    let label = ctx.say("placement-hours-activity");
    let field = Field {
        name: "activity",
        label: &label,
        value: fields.value("activity"),
        error: fields.error("activity"),
        ..Field::default()
    };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}
