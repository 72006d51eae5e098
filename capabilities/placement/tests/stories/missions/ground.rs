//! Two associations, an institution with two teams, two peers; missions brought as far as a story needs them.

use passerelle_access::{Organisation, Role, Team};
use passerelle_directory::{
    OrganisationKind,
    actions::{create_organisation, create_team},
};
use passerelle_kernel::{Date, Id, Language, Minutes};
use passerelle_placement::{
    actions::{
        missions::{PointAnswer, Terms, agree, answer_proposal, open_mission, propose, set_terms, settle_point, start},
        requests::{accept, enter_for_team, match_team},
    },
    mission::Mission,
    period::Days,
    proposal::{Proposal, Reply},
    request::{Answers, Contact, Experience, Hope, Length, Public, Referent, Request, Setting},
    sheet::Point,
    spoken,
};
use passerelle_testkit::{Person, TestApp};

pub(crate) use crate::stories::ground::capabilities;
use crate::stories::ground::{asked_association, organisation};

pub(crate) struct Ground {
    pub app: TestApp,
    pub espairs: Id<Organisation>,
    pub passeurs: Id<Organisation>,
    pub institution: Id<Organisation>,
    pub mobile: Id<Team>,
    pub unit: Id<Team>,
    /// Coordinates Espairs.
    pub coralie: Person,
    /// Coordinates Les Passeurs.
    pub lucas: Person,
    /// Peers of Espairs who speak French.
    pub noor: Person,
    pub paul: Person,
}

pub(crate) const TODAY: Date = Date::constant(2026, 9, 7);

pub(crate) async fn ground(app: TestApp) -> Ground {
    let admin = app.person("Ada", Role::Admin, app.new_id(), None).await;
    let ctx = app.ctx(&admin).await;
    let new = async |facts| create_organisation(&ctx, &facts).await.unwrap();
    let espairs = new(asked_association("Espairs")).await;
    let passeurs = new(asked_association("Les Passeurs")).await;
    let institution = new(organisation(OrganisationKind::Institution, "Hôpital Saint-Martin")).await;
    let mobile = create_team(&ctx, institution, "Équipe mobile", "").await.unwrap();
    let unit = create_team(&ctx, institution, "Unité 4", "").await.unwrap();
    let coralie = app.person("Coralie", Role::Coordinator, espairs, None).await;
    let lucas = app.person("Lucas", Role::Coordinator, passeurs, None).await;
    let noor = app.person("Noor", Role::Peer, espairs, None).await;
    let paul = app.person("Paul", Role::Peer, espairs, None).await;
    for peer in [&noor, &paul] {
        set_terms(&app.ctx(peer).await, &french()).await.unwrap();
    }
    Ground { app, espairs, passeurs, institution, mobile, unit, coralie, lucas, noor, paul }
}

pub(crate) fn french() -> Terms {
    Terms { languages: spoken::split("fr").unwrap(), ..Terms::default() }
}

fn answers(team: &str) -> Answers {
    Answers {
        institution: "Hôpital Saint-Martin".into(),
        team: team.into(),
        setting: Some(Setting::Mobile),
        publics: [Public::Homeless].into(),
        hopes: [Hope::Links].into(),
        hours_week: Some(Minutes::hours(7)),
        length: Some(Length::Months(6)),
        town: "Lille".into(),
        languages: spoken::split("fr").unwrap(),
        start: Days::new(TODAY, Date::constant(2026, 12, 1)).ok(),
        referent: Some(Referent::NotYet),
        experience: Some(Experience::None),
        contact: Contact { name: "Ana Petit".into(), email: "ana@saint-martin.example".into(), ..Contact::default() },
        ..Answers::default()
    }
}

impl Ground {
    /// A request of the team that the association of `who` has accepted.
    pub async fn accepted(&self, who: &Person, team: Id<Team>) -> Id<Request> {
        self.accepted_for(who, team, "fr").await
    }

    async fn accepted_for(&self, who: &Person, team: Id<Team>, languages: &str) -> Id<Request> {
        let ctx = self.app.ctx(who).await;
        let answers = Answers { languages: spoken::split(languages).unwrap(), ..answers("Équipe mobile") };
        let request = enter_for_team(&ctx, answers, Language::Fr).await.unwrap();
        match_team(&ctx, request, team).await.unwrap();
        accept(&ctx, request, None).await.unwrap();
        request
    }

    /// An open mission of this title with a complete sheet.
    pub async fn ready(&self, who: &Person, team: Id<Team>, title: &str) -> Id<Mission> {
        self.ready_for(who, team, title, "fr").await
    }

    /// The same for work that needs these languages.
    pub async fn ready_for(&self, who: &Person, team: Id<Team>, title: &str, languages: &str) -> Id<Mission> {
        let request = self.accepted_for(who, team, languages).await;
        let ctx = self.app.ctx(who).await;
        let mission = open_mission(&ctx, request, title).await.unwrap();
        for (version, point) in (0..).zip(Point::ALL) {
            settle_point(&ctx, mission, version, *point, PointAnswer::Words("Dit ensemble".into())).await.unwrap();
        }
        mission
    }

    /// The mission is proposed to this peer; gives the proposal.
    pub async fn proposed(&self, who: &Person, mission: Id<Mission>, peer: &Person) -> Id<Proposal> {
        propose(&self.app.ctx(who).await, mission, &[peer.id()], Date::constant(2026, 9, 20)).await.unwrap();
        first_id(&peer.get("/proposals").await.assert_ok().html(), "/proposals/")
    }

    /// A mission of this title that this peer will do.
    pub async fn agreed(&self, who: &Person, title: &str, peer: &Person) -> Id<Mission> {
        let mission = self.ready(who, self.mobile, title).await;
        let proposal = self.proposed(who, mission, peer).await;
        let yes = Reply::Yes { sheet_version: 8 };
        answer_proposal(&self.app.ctx(peer).await, proposal, yes).await.unwrap();
        agree(&self.app.ctx(who).await, proposal).await.unwrap();
        mission
    }

    /// The same, begun today.
    pub async fn running(&self, who: &Person, title: &str, peer: &Person) -> Id<Mission> {
        let mission = self.agreed(who, title, peer).await;
        let page = who.get(&format!("/missions/{mission}/start")).await.html();
        let version = field(&page, "version").parse().unwrap();
        start(&self.app.ctx(who).await, mission, version, TODAY).await.unwrap();
        mission
    }
}

/// The first id after `path` in a page.
pub(crate) fn first_id<T: ?Sized>(html: &str, path: &str) -> Id<T> {
    let mut places = html.match_indices(path).map(|(at, _)| &html[at + path.len()..]);
    places.find_map(|rest| rest.get(..36)?.parse().ok()).unwrap_or_else(|| panic!("no {path} in {html}"))
}

/// The value of the first hidden field of this name.
pub(crate) fn field(html: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    html.split(&mark).nth(1).unwrap_or_else(|| panic!("no {name} in {html}")).split('"').next().unwrap().to_owned()
}

/// The three fields of a date.
pub(crate) fn date<'a>(names: [&'a str; 3], values: [&'a str; 3]) -> Vec<(&'a str, &'a str)> {
    names.into_iter().zip(values).collect()
}
