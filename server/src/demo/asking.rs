//! How teams ask, and how associations answer.

use anyhow::{Context as _, Result};
use passerelle_directory::Role::Coordinator;
use passerelle_kernel::{Language, Minutes};
use passerelle_placement::{
    actions::requests,
    period::{Days, later},
    request::{Answers, Contact, Experience, Length, Public, Referent, Setting},
    spoken,
};

use super::{
    acts::{Course, Scene, hopes},
    founding::address,
    network::TEAMS,
    plans::{Turn, WISHES, Wish},
    world::{During as _, World, referent, staff},
};

/// The team asks: most write themselves, some phone and somebody writes for them.
pub(super) async fn ask(scene: &Scene<'_>, course: &mut Course) -> Result<()> {
    let answers = answers(scene)?;
    if scene.index % 6 == 1 {
        let entered = requests::enter_for_team(&scene.coordinator()?, answers, Language::Fr).await;
        course.request = Some(entered.during("to enter")?);
        return Ok(());
    }
    let sent = send(scene.world, scene.place.by, answers).await?;
    course.request = Some(sent.request);
    course.follow = Some(sent.follow);
    Ok(())
}

async fn send(world: &World, association: &str, answers: Answers) -> Result<requests::Submitted> {
    let ctx = world.visitor();
    let begun = requests::begin(&ctx, world.organisation(association)?).await.during("to begin")?;
    requests::write(&ctx, begun.secret.reveal(), answers).await.during("to write")?;
    requests::submit(&ctx, begun.secret.reveal()).await.during("to send")
}

fn answers(scene: &Scene<'_>) -> Result<Answers> {
    let (plan, place, world) = (scene.plan, scene.place, scene.world);
    let host = referent(plan.team).context("a team without a referent")?;
    let start = world.date(plan.starts);
    let contact = Contact {
        name: host.name.to_owned(),
        email: address(host.key, place.of),
        phone: String::new(),
        role: "Personne référente".to_owned(),
    };
    Ok(Answers {
        institution: super::place_name(place.of),
        team: place.name.to_owned(),
        setting: Some(setting(place.key)),
        publics: [plan.public].into(),
        hopes: hopes(plan),
        hours_week: Some(Minutes(plan.times.iter().map(|time| time.2).sum())),
        flexible: scene.index.is_multiple_of(2),
        length: Some(plan.months.map_or(Length::OpenEnded, Length::Months)),
        trial: scene.index % 4 == 2,
        town: place.town.to_owned(),
        languages: spoken::split("fr").map_err(|refusal| anyhow::anyhow!(refusal.key()))?,
        start: Some(Days::counting(start, 22)),
        referent: Some(Referent::Named(host.name.to_owned())),
        experience: Some(if scene.index.is_multiple_of(2) { Experience::None } else { Experience::Some }),
        contact,
        ..Answers::default()
    })
}

fn setting(team: &str) -> Setting {
    match team {
        "liaison" | "urgences" | "ouverte" => Setting::Hospital,
        "rehab" | "jour" | "familles" => Setting::Outpatient,
        "mobile" => Setting::Mobile,
        "ulam" | "act" | "circe" => Setting::Housing,
        _ => Setting::Social,
    }
}

/// The coordinator asks back.
pub(super) async fn question(scene: &Scene<'_>, course: &Course) -> Result<()> {
    let words = "Merci pour votre demande. Qui, dans l’équipe, aura du temps pour les premières semaines ?";
    requests::ask(&scene.coordinator()?, course.request.context("no request yet")?, words).await.during("to ask back")
}

/// The team answers through its link.
pub(super) async fn reply(scene: &Scene<'_>, course: &Course) -> Result<()> {
    let Some(follow) = &course.follow else { return Ok(()) };
    let words = "La personne référente, deux heures par semaine. Et toute l’équipe à la réunion du lundi.";
    requests::answer(&scene.world.visitor(), follow.reveal(), words).await.during("to answer back")
}

/// The coordinator recognises the team and takes the request on.
pub(super) async fn accept(scene: &Scene<'_>, course: &Course) -> Result<()> {
    let (ctx, request) = (scene.coordinator()?, course.request.context("no request yet")?);
    requests::match_team(&ctx, request, scene.world.team(scene.plan.team)?).await.during("to recognise the team")?;
    requests::accept(&ctx, request, None).await.during("to accept")
}

/// The first, second or third moment of a request that leads to no mission (yet).
pub(super) async fn wish(world: &World, index: usize, moment: u8, course: &mut Course) -> Result<()> {
    let wish = WISHES.get(index).context("no such wish")?;
    let done = match moment {
        0 => first(world, wish, course).await,
        1 => second(world, wish, course).await,
        _ => match (wish.turn, &course.follow) {
            (Turn::Answered(_, words), Some(follow)) => {
                requests::answer(&world.visitor(), follow.reveal(), words).await.during("to answer back")
            }
            _ => Ok(()),
        },
    };
    done.with_context(|| format!("the request of {}", wish.from.1))
}

async fn first(world: &World, wish: &Wish, course: &mut Course) -> Result<()> {
    let answers = wished(world, wish)?;
    if let Turn::Draft = wish.turn {
        let ctx = world.visitor();
        let begun = requests::begin(&ctx, world.organisation(wish.of)?).await.during("to begin")?;
        let answers = Answers { hours_week: None, start: None, contact: Contact::default(), ..answers };
        return requests::write(&ctx, begun.secret.reveal(), answers).await.during("to write");
    }
    let sent = send(world, wish.of, answers).await?;
    course.request = Some(sent.request);
    course.follow = Some(sent.follow);
    Ok(())
}

async fn second(world: &World, wish: &Wish, course: &Course) -> Result<()> {
    let (ctx, request) = (world.ctx(staff(wish.of, Coordinator))?, course.request.context("no request yet")?);
    match wish.turn {
        Turn::Asked(words) | Turn::Answered(words, _) => {
            requests::ask(&ctx, request, words).await.during("to ask back")
        }
        Turn::Accepted => {
            requests::match_team(&ctx, request, world.team(wish.team)?).await.during("to recognise the team")?;
            requests::accept(&ctx, request, None).await.during("to accept")
        }
        Turn::Declined(reason) => requests::decline(&ctx, request, reason, None).await.during("to decline"),
        Turn::Withdrawn => {
            let follow = course.follow.as_ref().context("no link to follow")?;
            requests::withdraw(&world.visitor(), follow.reveal()).await.during("to withdraw")
        }
        Turn::Draft | Turn::Sent => Ok(()),
    }
}

fn wished(world: &World, wish: &Wish) -> Result<Answers> {
    let place = TEAMS.iter().find(|place| place.key == wish.team);
    let (name, email) = wish.writer;
    let contact = Contact { name: name.to_owned(), email: email.to_owned(), ..Contact::default() };
    Ok(Answers {
        institution: wish.from.0.to_owned(),
        team: wish.from.1.to_owned(),
        setting: Some(setting(wish.team)),
        publics: [Public::MentalHealth].into(),
        hopes: [passerelle_placement::request::Hope::Links].into(),
        hours_week: Some(Minutes::hours(wish.hours)),
        flexible: true,
        length: Some(Length::Months(6)),
        trial: true,
        town: place.map_or("Bourg-en-Bresse", |place| place.town).to_owned(),
        languages: spoken::split("fr").map_err(|refusal| anyhow::anyhow!(refusal.key()))?,
        start: Some(Days::counting(later(world.date(wish.day), 40), 30)),
        referent: Some(Referent::NotYet),
        experience: Some(Experience::None),
        contact,
        ..Answers::default()
    })
}
