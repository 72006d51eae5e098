//! A mission that runs: its association, its team, and everybody around it.

use passerelle_access::{Organisation, Role, Team};
use passerelle_directory::{
    OrganisationKind,
    actions::{create_organisation, create_team},
};
use passerelle_kernel::Id;
use passerelle_placement::mission::Mission;
use passerelle_store::params;
use passerelle_testkit::{Person, TestApp};

pub(crate) use crate::stories::ground::capabilities;
use crate::stories::ground::organisation;

passerelle_store::sql! {
    pub(super) STATEMENTS;
    RUNNING = "INSERT INTO mission (id, org_id, institution_id, team_id, request_id, title, from_on, hours_week, flexible,
            languages, town, referent_name, referent_email, referent_phone, referent_role, state, proposed_at, peer_id,
            agreed_at, agreed_by, started_on, version, created_at)
        VALUES (?1, ?2, ?3, ?4, ?1, ?5, '2026-09-01', 600, 1, 'fr', 'Lille', 'Dr Amrani', 'dr.amrani@example.org', NULL, '',
            'running', ?7, ?6, ?7, ?8, '2026-09-01', 1, ?7)";
    SLOT = "INSERT INTO slot (id, org_id, mission_id, weekday, starts, minutes, from_on, every, version, changed_at)
        VALUES (?1, ?2, ?3, 1, '09:00', 210, '2026-09-01', 'week', 1, ?4)";
}

pub(super) struct Ground {
    pub espairs: Id<Organisation>,
    pub institution: Id<Organisation>,
    pub team: Id<Team>,
    pub mission: Id<Mission>,
    /// Coordinates Espairs.
    pub coralie: Person,
    /// Keeps the money of Espairs.
    pub tom: Person,
    /// Works in the team.
    pub noor: Person,
    /// Refers for the team.
    pub ana: Person,
}

pub(super) async fn ground(app: &TestApp) -> Ground {
    let admin = app.person("Ada", Role::Admin, app.new_id(), None).await;
    let ctx = app.ctx(&admin).await;
    let espairs = create_organisation(&ctx, &organisation(OrganisationKind::Association, "Espairs")).await.unwrap();
    let hospital = organisation(OrganisationKind::Institution, "Hôpital Saint-Martin");
    let institution = create_organisation(&ctx, &hospital).await.unwrap();
    let team = create_team(&ctx, institution, "Équipe mobile", "").await.unwrap();
    let coralie = app.person("Coralie", Role::Coordinator, espairs, None).await;
    let tom = app.person("Tom", Role::Treasurer, espairs, None).await;
    let noor = app.person("Noor", Role::Peer, espairs, None).await;
    let ana = app.person("Ana", Role::Referent, institution, Some(team)).await;
    let mission = app.new_id();
    let ground = Ground { espairs, institution, team, mission, coralie, tom, noor, ana };
    let mission = self::mission(app, &ground, &ground.noor, "Pair à l’équipe mobile").await;
    Ground { mission, ..ground }
}

/// One more mission of the team that runs, with this peer.
pub(super) async fn mission(app: &TestApp, g: &Ground, peer: &Person, title: &str) -> Id<Mission> {
    let id = app.new_id();
    let mut tx = app.write().await;
    let (now, by) = (tx.now(), g.coralie.id());
    let values = params![id, g.espairs, g.institution, g.team, title, peer.id(), now, by];
    tx.execute(RUNNING, values).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A slot of the mission each Monday from 9:00, for 3:30.
pub(super) async fn slot(app: &TestApp, g: &Ground) {
    let id: Id<Mission> = app.new_id();
    let mut tx = app.write().await;
    let now = tx.now();
    tx.execute(SLOT, params![id, g.espairs, g.mission, now]).await.unwrap();
    tx.commit().await.unwrap();
}
