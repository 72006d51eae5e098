//! The week or the month of those whom the reader may see: of an association, of an institution, of one team, of a peer.
//!
//! Only missions that the reader may read are told: to a team nothing of what a peer does elsewhere, to an association
//! nothing of what is done for another one. A row is a peer; for a peer, a mission.

mod grid;

use axum::extract::Query;
use maud::{Markup, html};
use passerelle_access::Scope;
use passerelle_kernel::{Date, Id, comparable};
use passerelle_ui::{self as ui, Item, Select};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, page};
use serde::Deserialize;

use crate::{
    access::MISSION_READ,
    outside::{Person, Team},
    period::{Days, Month, Week, later},
    store::rota::{Line, PEERS, lines, teams},
};

const PATH: &str = "/week";

pub(super) fn routes() -> Routes {
    Routes::default().get(PATH, Needs::Right(MISSION_READ), show)
}

/// How many days are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Span {
    Week,
    Month,
}

impl Span {
    const ALL: [Self; 2] = [Self::Week, Self::Month];

    /// Its name in addresses and keys.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    /// From Monday to Sunday, or from the 1st to the last.
    fn days(self, on: Date) -> Days {
        match self {
            Self::Week => Week::of(on).days(),
            Self::Month => Month::of(on).days(),
        }
    }
}

#[derive(Deserialize)]
struct Wanted {
    on: Option<Date>,
    view: Option<String>,
    team: Option<String>,
    after: Option<Id<Person>>,
}

/// What the page tells.
struct Known {
    span: Span,
    days: Days,
    scope: Scope,
    team: Option<Id<Team>>,
    teams: Vec<(Id<Team>, String)>,
    lines: Vec<Line>,
    /// The peer after whom the next page begins.
    next: Option<Id<Person>>,
}

impl Known {
    /// The address of another view of the same.
    fn address(&self, span: Span, on: Date, after: Option<Id<Person>>) -> String {
        let team = self.team.map(|team| format!("&team={team}")).unwrap_or_default();
        let after = after.map(|peer| format!("&after={peer}")).unwrap_or_default();
        format!("{PATH}?view={}&on={on}{team}{after}", span.as_str())
    }

    fn is_own(&self) -> bool {
        matches!(self.scope, Scope::Own(..))
    }

    /// Whether all that is shown is of one team, so that a time is named by its mission.
    fn is_of_one_team(&self) -> bool {
        self.team.is_some() || matches!(self.scope, Scope::Team(_))
    }
}

async fn show(ctx: Ctx, Query(wanted): Query<Wanted>) -> PageResult {
    let scope = ctx.actor()?.scope(MISSION_READ).ok_or(PageError::Forbidden)?;
    let chosen = |span: &Span| wanted.view.as_deref() == Some(span.as_str());
    let span = Span::ALL.into_iter().find(chosen).unwrap_or(Span::Week);
    let on = wanted.on.unwrap_or_else(|| ctx.today());
    let days = span.days(on);
    // An empty choice of the form is no team.
    let team = wanted.team.as_deref().and_then(|team| team.parse().ok());
    let mut tx = ctx.begin_read().await?;
    let teams = teams(&mut tx, scope, days).await?;
    // One more tells that there is another page.
    let mut lines = lines(&mut tx, scope, days, team, wanted.after, PEERS + 1).await?;
    drop(tx);
    let has_more = lines.len() > PEERS;
    lines.truncate(PEERS);
    let next = lines.last().filter(|_| has_more).map(|line| line.peer);
    // The store goes by the bytes of names; people look for É beside E.
    lines.sort_by_cached_key(|line| comparable(&line.name));
    let known = Known { span, days, scope, team, teams, lines, next };
    let first = wanted.after.map(|_| known.address(span, on, None));
    let following = known.next.map(|peer| known.address(span, on, Some(peer)));
    let title = ctx.say(if known.is_own() { "placement-rota-own-title" } else { "placement-rota-title" });
    let main = html! {
        @if let Some(name) = place_name(&ctx, &known) { span.govuk-caption-l { (name) } }
        h1.govuk-heading-l { (title) }
        (views(&ctx, &known, on))
        (choice_of_team(&ctx, &known, on))
        @if known.lines.is_empty() { (ui::empty(&ctx.say("placement-rota-none"), &ctx.say("placement-rota-none-text"), None)) }
        @else { (grid::drawn(&ctx, &known)) }
        (other_days(&ctx, &known))
        (ui::pagination(ctx.words(), first.as_deref(), following.as_deref()))
    };
    let back = Some(("/missions".to_owned(), Some(ctx.say("placement-missions-title"))));
    let seen_by = Some(ctx.say(if known.is_own() { "placement-rota-own-seen-by" } else { "placement-rota-seen-by" }));
    Ok(page(&ctx, Page { title, back, main, seen_by, ..Page::default() }))
}

/// The team that was chosen, or where the reader's role is: on paper it says whose week this is.
fn place_name<'a>(ctx: &'a Ctx, known: &'a Known) -> Option<&'a str> {
    match known.team {
        Some(team) => known.teams.iter().find(|(id, _)| *id == team).map(|(_, name)| name.as_str()),
        None => ctx.visitor()?.seat.as_ref().map(|seat| seat.place.as_str()),
    }
}

fn views(ctx: &Ctx, known: &Known, on: Date) -> Markup {
    let said: Vec<(String, String)> = Span::ALL
        .iter()
        .map(|span| (known.address(*span, on, None), ctx.say(&format!("placement-rota-{}", span.as_str()))))
        .collect();
    let items: Vec<Item<'_>> = Span::ALL
        .iter()
        .zip(&said)
        .map(|(span, (href, text))| Item { href, text, current: *span == known.span })
        .collect();
    ui::section_navigation(&ctx.say("placement-rota-views"), &items)
}

/// A form that asks again for one team; nothing where there is one at most.
fn choice_of_team(ctx: &Ctx, known: &Known, on: Date) -> Markup {
    if known.teams.len() < 2 && known.team.is_none() {
        return Markup::default();
    }
    let (label, all) = (ctx.say("placement-rota-team"), ctx.say("placement-rota-all-teams"));
    let ids: Vec<String> = known.teams.iter().map(|(id, _)| id.to_string()).collect();
    let named = ids.iter().zip(&known.teams).map(|(id, (_, name))| (id.as_str(), name.as_str()));
    let options: Vec<(&str, &str)> = std::iter::once(("", all.as_str())).chain(named).collect();
    let chosen = known.team.map(|team| team.to_string()).unwrap_or_default();
    let field = ui::Field { name: "team", label: &label, value: &chosen, ..ui::Field::default() };
    html! {
        form.p-rota-choice action=(PATH) method="get" {
            input type="hidden" name="view" value=(known.span.as_str());
            input type="hidden" name="on" value=(on);
            (ui::select(ctx.words(), Select { field, options: &options }))
            (ui::button(ui::Button { text: &ctx.say("placement-rota-show"), look: ui::Look::Secondary, ..ui::Button::default() }))
        }
    }
}

fn other_days(ctx: &Ctx, known: &Known) -> Markup {
    let (before, after) = (later(known.days.first(), -1), later(known.days.last(), 1));
    let link = |end: &str, on| {
        let text = ctx.say(&format!("placement-rota-{}-{end}", known.span.as_str()));
        html! { a.govuk-link href=(known.address(known.span, on, None)) { (text) } }
    };
    html! {
        p.govuk-body.p-rota-ways { (link("before", before)) " · " (link("now", ctx.today())) " · " (link("after", after)) }
    }
}
