mod claims;
mod copy;
mod erasure;
mod held;

use passerelle_access::{Organisation, Role};
use passerelle_directory::{
    OrganisationFacts, OrganisationKind, PersonFacts,
    actions::{create_organisation, create_person},
};
use passerelle_kernel::Id;
use passerelle_testkit::{Person, TestApp};
use passerelle_web::Capability;

pub(crate) fn capabilities() -> Vec<Capability> {
    vec![passerelle_web::capability(), passerelle_directory::capability(), passerelle_privacy::capability()]
}

/// An association, who coordinates and administers it, and a peer whose record it keeps.
pub(crate) struct Ground {
    pub(crate) association: Id<Organisation>,
    pub(crate) ada: Person,
    pub(crate) coralie: Person,
    pub(crate) noor: Person,
}

pub(crate) async fn association(app: &TestApp, admin: &Person, name: &str) -> Id<Organisation> {
    let facts =
        OrganisationFacts { kind: OrganisationKind::Association, name: name.into(), ..OrganisationFacts::default() };
    create_organisation(&app.ctx(admin).await, &facts).await.unwrap()
}

/// Somebody whose record the association of `admin` keeps, signed in.
pub(crate) async fn entered(app: &TestApp, admin: &Person, org: Id<Organisation>, name: &str, role: Role) -> Person {
    let email = format!("{}@example.org", name.to_lowercase());
    let facts = PersonFacts {
        name: name.into(),
        email: Some(email.clone()),
        phone: Some("06 12 34 56 78".into()),
        town: Some("Lille".into()),
        ..PersonFacts::default()
    };
    create_person(&app.ctx(admin).await, &facts, role, org, None).await.unwrap();
    app.known(&email).await
}

pub(crate) async fn ground(app: &TestApp) -> Ground {
    let ada = app.person("Ada", Role::Admin, app.new_id(), None).await;
    let association = association(app, &ada, "Espairs").await;
    app.seat(&ada, Role::Admin, association, None).await;
    let coralie = entered(app, &ada, association, "Coralie", Role::Coordinator).await;
    let noor = entered(app, &ada, association, "Noor", Role::Peer).await;
    Ground { association, ada, coralie, noor }
}

/// The path of the first claim that the association sees.
pub(crate) async fn first_claim(reader: &Person) -> String {
    let html = reader.get("/claims").await.assert_ok().html();
    let at = html.find("href=\"/claims/").unwrap_or_else(|| panic!("no claim in {html}"));
    html[at + 6..].split('"').next().unwrap().to_owned()
}
