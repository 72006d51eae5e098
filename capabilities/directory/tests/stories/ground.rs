//! What every story of the directory stands on: an association with an admin, an institution with a team.

use passerelle_directory::{
    Country, OrganisationFacts, OrganisationId, OrganisationKind, PersonFacts, PersonId, Role, TeamId,
    actions::{create_organisation, create_team, found},
};
use passerelle_kernel::Language;
use passerelle_testkit::{Person, TestApp};
use passerelle_web::{Capability, Ctx};

pub(super) fn capabilities() -> Vec<Capability> {
    vec![passerelle_web::capability(), passerelle_directory::capability()]
}

pub(super) fn named(kind: OrganisationKind, name: &str, town: &str) -> OrganisationFacts {
    let country = if town == "Namur" { Country::BELGIUM } else { Country::FRANCE };
    OrganisationFacts { kind, name: name.into(), town: town.into(), country, ..OrganisationFacts::default() }
}

pub(super) struct Ground {
    pub association: OrganisationId,
    pub founder: PersonId,
    pub institution: OrganisationId,
    pub team: TeamId,
    /// An admin of the association with a browser.
    pub admin: Person,
    /// The same admin, for actions without pages.
    pub ctx: Ctx,
}

pub(super) async fn ground(app: &TestApp) -> Ground {
    let nobody = Ctx::new(app.app().clone(), None, Language::Fr);
    let association = named(OrganisationKind::Association, "Les Passeurs", "Namur");
    let founder = PersonFacts { name: "Maud".into(), email: Some("maud@example.org".into()), ..PersonFacts::default() };
    let founded = found(&nobody, &association, &founder).await.unwrap();
    let admin = app.person("Ada", Role::Admin, founded.organisation, None).await;
    let ctx = app.ctx(&admin).await;
    let hospital = named(OrganisationKind::Institution, "Centre hospitalier Saint-Luc", "Lille");
    let institution = create_organisation(&ctx, &hospital).await.unwrap();
    let team = create_team(&ctx, institution, "Équipe mobile Nord", "").await.unwrap();
    Ground { association: founded.organisation, founder: founded.admin, institution, team, admin, ctx }
}
