//! Two associations that take requests, one that does not, a team of an institution; the answers of a whole form.

use passerelle_access::{Organisation, Role, Team};
use passerelle_directory::{
    OrganisationKind,
    actions::{create_organisation, create_team},
};
use passerelle_kernel::{Id, Minutes};
use passerelle_placement::{
    period::Days,
    request::{Answers, Contact, Experience, Hope, Length, Public, Referent, Setting},
};
use passerelle_testkit::{Person, TestApp};

pub(crate) use crate::stories::ground::capabilities;
use crate::stories::ground::{asked_association, organisation};

pub(crate) struct Ground {
    pub espairs: Id<Organisation>,
    pub passeurs: Id<Organisation>,
    pub silent: Id<Organisation>,
    pub institution: Id<Organisation>,
    pub team: Id<Team>,
    /// Coordinates Espairs.
    pub coralie: Person,
}

pub(crate) async fn ground(app: &TestApp) -> Ground {
    let admin = app.person("Ada", Role::Admin, app.new_id(), None).await;
    let ctx = app.ctx(&admin).await;
    let new = async |facts| create_organisation(&ctx, &facts).await.unwrap();
    let espairs = new(asked_association("Espairs")).await;
    let passeurs = new(asked_association("Les Passeurs")).await;
    let silent = new(organisation(OrganisationKind::Association, "Silencieuse")).await;
    let institution = new(organisation(OrganisationKind::Institution, "Hôpital Saint-Martin")).await;
    let team = create_team(&ctx, institution, "Équipe mobile", "").await.unwrap();
    let coralie = app.person("Coralie", Role::Coordinator, espairs, None).await;
    Ground { espairs, passeurs, silent, institution, team, coralie }
}

/// Every page of the form with an answer that is taken.
pub(crate) const PAGES: &[(&str, &[(&str, &str)])] = &[
    ("team", &[("institution", "Hôpital Saint-Martin"), ("team", "Équipe mobile")]),
    ("setting", &[("setting", "mobile")]),
    ("public", &[("public", "homeless"), ("public", "exile")]),
    ("hopes", &[("hopes", "links"), ("hopes-words", "Que la porte s’ouvre")]),
    ("hours", &[("hours", "7,5"), ("flexible", "yes")]),
    ("length", &[("length", "6"), ("trial", "yes")]),
    ("place", &[("town", "Lille")]),
    ("languages", &[("language", "fr"), ("language", "ar")]),
    ("start", &[("start", "quarter")]),
    ("referent", &[("referent", "not-yet")]),
    ("experience", &[("experience", "none")]),
    ("contact", &[("name", "Ana Petit"), ("email", "Ana@saint-martin.example"), ("phone", "01 23 45 67 89")]),
];

/// Answers every question on the way to the last page.
pub(crate) async fn fill_in(person: &Person, org: Id<Organisation>) {
    let mut next = person.post("/ask", &[("to", &org.to_string())]).await;
    for (page, answer) in PAGES {
        assert_eq!(next.assert_redirected().location(), format!("/ask/{page}"));
        person.follow(&next).await.assert_ok();
        next = person.post(&format!("/ask/{page}"), answer).await;
    }
    assert_eq!(next.assert_redirected().location(), "/ask/check");
}

/// Sends a whole request; gives the path to follow it.
pub(crate) async fn send(person: &Person, org: Id<Organisation>) -> String {
    fill_in(person, org).await;
    person.post("/ask/check", &[]).await.assert_redirected();
    let sent = person.get("/ask/sent").await;
    let html = sent.assert_ok().html();
    let at = html.find("/follow/").unwrap();
    html[at..].split('"').next().unwrap().to_owned()
}

/// Complete answers of a team of this name.
pub(crate) fn answers(team: &str) -> Answers {
    let today = passerelle_kernel::Date::constant(2026, 9, 7);
    Answers {
        institution: "Hôpital Saint-Martin".into(),
        team: team.into(),
        setting: Some(Setting::Mobile),
        publics: [Public::Homeless].into(),
        hopes: [Hope::Links].into(),
        hours_week: Some(Minutes::hours(7)),
        length: Some(Length::OpenEnded),
        town: "Lille".into(),
        languages: passerelle_placement::spoken::split("fr").unwrap(),
        start: Days::new(today, today.saturating_add(jiff::Span::new().months(3))).ok(),
        referent: Some(Referent::NotYet),
        experience: Some(Experience::None),
        contact: Contact { name: "Ana Petit".into(), email: "ana@saint-martin.example".into(), ..Contact::default() },
        ..Answers::default()
    }
}

/// The text of the letter to this address with this subject.
pub(crate) async fn letter(app: &TestApp, to: &str, subject: &str) -> String {
    let mails = app.mails().await;
    let found = mails.iter().find(|mail| mail.to == to && mail.subject == subject);
    found.unwrap_or_else(|| panic!("no letter {subject:?} to {to}: {mails:?}")).text.clone()
}
