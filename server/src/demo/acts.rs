//! What the people of the demonstration do for a mission, each act through its public action.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use passerelle_directory::{Country, Role::Coordinator};
use passerelle_kernel::{Id, Minutes, Secret, Weekday};
use passerelle_placement::{
    Error,
    actions::{hours, missions},
    hire::{Closing, Contract, Hire},
    hours::{Activity, Entry, Work},
    mission::{Ending, Mission},
    period::{Period, later},
    proposal::{Proposal, Reply},
    refusal::Refusal,
    request::{Hope, Request},
    sheet::Point,
    slot::{Every, Slot},
};
use passerelle_web::Ctx;

use super::{
    asking,
    network::{Place, TEAMS},
    plans::{Fate, PLANS, Plan, SHEET},
    world::{During as _, World, numbered, referent, staff},
    year::{Step, last_day, minutes},
};

/// What is done of the formalities before a first day that is ahead: the agreement, which blocks, is still being signed.
const PREPARED: [usize; 3] = [0, 2, 3];

/// How far the people have come with one mission.
#[derive(Default)]
pub(super) struct Course {
    pub(super) request: Option<Id<Request>>,
    pub(super) follow: Option<Secret>,
    mission: Option<Id<Mission>>,
    version: i64,
    proposals: Vec<Id<Proposal>>,
    pub(super) slots: Vec<Slot>,
    pub(super) first: Option<Id<Entry>>,
    pub(super) last: Option<Id<Entry>>,
}

impl Course {
    pub(super) fn mission(&self) -> Result<Id<Mission>> {
        self.mission.context("no mission yet")
    }

    /// The mission, once its peer is at work.
    pub(super) fn running(&self) -> Option<Id<Mission>> {
        self.mission.filter(|_| !self.slots.is_empty())
    }
}

/// One mission with everybody who has to do with it.
pub(super) struct Scene<'a> {
    pub(super) world: &'a World,
    pub(super) plan: &'static Plan,
    pub(super) index: usize,
    pub(super) place: &'static Place,
    copy: u32,
}

impl<'a> Scene<'a> {
    pub(super) fn new(world: &'a World, index: usize, copy: u32) -> Result<Self> {
        let plan = PLANS.get(index).context("no such plan")?;
        let place = TEAMS.iter().find(|place| place.key == plan.team).context("no such team")?;
        Ok(Self { world, plan, index, place, copy })
    }

    pub(super) fn coordinator(&self) -> Result<Ctx> {
        self.world.ctx(staff(self.place.by, Coordinator))
    }

    pub(super) fn peer(&self) -> Result<Ctx> {
        self.world.ctx(&numbered(self.plan.peer, self.copy))
    }

    pub(super) fn referent(&self) -> Result<Ctx> {
        self.world.ctx(referent(self.plan.team).map_or("", |one| one.key))
    }

    /// Does one step.
    pub(super) async fn play(&self, course: &mut Course, step: Step) -> Result<()> {
        let what = || format!("{} ({}), {step:?}", self.plan.title, self.plan.peer);
        let done = match step {
            Step::Ask => asking::ask(self, course).await,
            Step::Question => asking::question(self, course).await,
            Step::Reply => asking::reply(self, course).await,
            Step::Accept => asking::accept(self, course).await,
            Step::Open => self.open(course).await,
            Step::Settle(points) => self.settle(course, points).await,
            Step::Propose => self.propose(course).await,
            Step::Answer => self.answer(course).await,
            Step::Agree => self.agree(course).await,
            Step::Prepare => self.formalities(course, &PREPARED).await,
            Step::Start => self.start(course).await,
            Step::End => self.end(course).await,
            Step::Once(moment) => super::moments::play(self, course, moment).await,
            _ => self.hours(course, step).await,
        };
        done.with_context(what)
    }

    async fn open(&self, course: &mut Course) -> Result<()> {
        let request = course.request.context("no request yet")?;
        let opened = missions::open_mission(&self.coordinator()?, request, self.plan.title).await;
        course.mission = Some(opened.during("to open")?);
        course.version = 1;
        Ok(())
    }

    /// Answers the first points of the sheet; visits stay an open zone until the first day.
    async fn settle(&self, course: &Course, points: usize) -> Result<()> {
        let (ctx, mission) = (self.coordinator()?, course.mission()?);
        let answers = Point::ALL.iter().zip(SHEET).take(points);
        for (version, (point, words)) in (0..).zip(answers) {
            let answer = if *point == Point::VisitsAlone && self.index % 5 == 2 {
                missions::PointAnswer::OpenUntil(self.world.date(self.plan.starts + 60).max(self.world.date(30)))
            } else {
                missions::PointAnswer::Words(words.to_owned())
            };
            missions::settle_point(&ctx, mission, version, *point, answer).await.during("to settle")?;
        }
        Ok(())
    }

    async fn propose(&self, course: &mut Course) -> Result<()> {
        let ctx = self.coordinator()?;
        let keys = std::iter::once(&self.plan.peer).chain(self.plan.others);
        let peers = keys.map(|key| self.world.person(&numbered(key, self.copy))).collect::<Result<Vec<_>>>()?;
        let answer_by = later(ctx.today(), 14);
        let mut changes = self.world.app().db().changes();
        missions::propose(&ctx, course.mission()?, &peers, answer_by).await.during("to propose")?;
        course.version += 1;
        while let Ok(change) = changes.try_recv() {
            if change.kind == "proposal-made" {
                course.proposals.push(change.subject.parse().map_err(|_| anyhow::anyhow!("no id of a proposal"))?);
            }
        }
        Ok(())
    }

    /// The first peer says yes, the second no, the third later.
    async fn answer(&self, course: &Course) -> Result<()> {
        let yes = Reply::Yes { sheet_version: u32::try_from(SHEET.len())? };
        let keys = std::iter::once(&self.plan.peer).chain(self.plan.others);
        let replies = [yes, Reply::No, Reply::Later(Some(self.world.date(self.plan.starts + 20)))];
        for ((key, proposal), reply) in keys.zip(&course.proposals).zip(replies) {
            let ctx = self.world.ctx(&numbered(key, self.copy))?;
            missions::answer_proposal(&ctx, *proposal, reply).await.during("to answer")?;
        }
        Ok(())
    }

    async fn agree(&self, course: &mut Course) -> Result<()> {
        let chosen = course.proposals.first().copied().context("nothing was proposed")?;
        missions::agree(&self.coordinator()?, chosen).await.during("to agree")?;
        course.version += 1;
        Ok(())
    }

    /// Does these of the formalities of the mission.
    async fn formalities(&self, course: &Course, which: &[usize]) -> Result<()> {
        let (ctx, mission) = (self.coordinator()?, course.mission()?);
        let all = missions::formalities_of(&ctx, mission).await.during("to read the formalities")?;
        for (_, due) in all.iter().enumerate().filter(|(place, _)| which.contains(place)) {
            missions::mark_formality(&ctx, mission, due.formality.id, true).await.during("a formality")?;
        }
        Ok(())
    }

    async fn start(&self, course: &mut Course) -> Result<()> {
        self.formalities(course, &[0, 1, 2, 3, 4, 5]).await?;
        let (ctx, mission, on) = (self.coordinator()?, course.mission()?, self.world.date(self.plan.starts));
        missions::start(&ctx, mission, course.version, on).await.during("to start")?;
        course.version += 1;
        for (day, hour, minutes) in self.plan.times {
            let slot = Slot {
                id: ctx.new_id(),
                weekday: Weekday::from_monday_one_offset(*day)?,
                start: jiff::civil::time(*hour, 0, 0, 0),
                minutes: Minutes(*minutes),
                period: Period { from: on, until: None },
                every: Every::Week,
            };
            missions::add_slot(&ctx, mission, slot.clone()).await.during("to add a time")?;
            course.slots.push(slot);
        }
        Ok(())
    }

    async fn end(&self, course: &mut Course) -> Result<()> {
        let (Fate::Ended(ending, _), Some(on)) = (self.plan.fate, last_day(self.world, self.plan)) else {
            return Ok(());
        };
        let closing = match ending {
            Ending::Completed => Closing::Completed,
            Ending::Stopped => Closing::Stopped,
            Ending::DirectHire => Closing::DirectHire(hire(self.place.by, later(on, 1))?),
        };
        let ended = missions::end(&self.coordinator()?, course.mission()?, course.version, &closing, on).await;
        course.version += 1;
        ended.during("to end")
    }

    /// Changes the last day.
    pub(super) async fn prolong(&self, course: &mut Course, until: passerelle_kernel::Date) -> Result<()> {
        let prolonged = missions::prolong(&self.coordinator()?, course.mission()?, course.version, Some(until)).await;
        course.version += 1;
        prolonged.during("to change the last day")
    }

    async fn hours(&self, course: &mut Course, step: Step) -> Result<()> {
        let mission = course.mission()?;
        match step {
            Step::Record(time, on) => {
                let work = Work { on, minutes: minutes(time, on), activity: activity(self.index, on) };
                let entry = hours::record(&self.peer()?, mission, work).await.during("to record")?;
                course.first.get_or_insert(entry);
                course.last = Some(entry);
                Ok(())
            }
            Step::Quiet(week) => hours::quiet(&self.peer()?, mission, week).await.during("to say that it was quiet"),
            Step::CloseMonth(month) => something(hours::close_month(&self.peer()?, mission, month).await),
            Step::Confirm(month) => something(hours::confirm(&self.referent()?, mission, month).await),
            Step::Approve(month) => something(hours::approve(&self.coordinator()?, mission, month).await),
            _ => Ok(()),
        }
    }
}

/// A contract without an end from this day on, as the country of the institution names it.
fn hire(association: &str, from: passerelle_kernel::Date) -> Result<Hire> {
    let (contract, country) = match association {
        "pat" => (Contract::BeOpenEnded, Country::BELGIUM),
        _ => (Contract::FrPublic, Country::FRANCE),
    };
    Hire::new(from, contract, "Mi-temps, dans la même équipe", country)
        .map_err(|refusal| anyhow::anyhow!(refusal.key()))
}

/// A month in which nothing was recorded is no mistake.
pub(super) fn something<T>(done: std::result::Result<T, Error>) -> Result<()> {
    match done {
        Err(Error::Refused(Refusal::NothingWaits)) => Ok(()),
        other => other.map(drop).during("a month"),
    }
}

/// What a time was for: mostly presence, sometimes the team's meeting, sometimes intervision.
fn activity(index: usize, on: passerelle_kernel::Date) -> Activity {
    match (on.day_of_year() as usize + index) % 9 {
        0 => Activity::Meeting,
        4 => Activity::Intervision,
        _ => Activity::Presence,
    }
}

/// The hopes of a plan as a set.
pub(super) fn hopes(plan: &Plan) -> BTreeSet<Hope> {
    let mut hopes = BTreeSet::from([plan.hope]);
    if plan.months.is_none() {
        hopes.insert(Hope::Links);
    }
    hopes
}
