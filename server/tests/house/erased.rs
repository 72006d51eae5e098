//! Somebody is erased: afterwards their name is found in no byte of the database but where law keeps it, and the page had
//! named exactly those places. When the time of law is over, the night removes the rest.

use std::collections::BTreeSet;

use passerelle::{capabilities, retention};
use passerelle_access::{Organisation, Role, Team};
use passerelle_directory::{
    OrganisationFacts, OrganisationKind, PersonFacts,
    actions::{create_organisation, create_person, create_team, merge_people},
};
use passerelle_kernel::{Chance, Clock, Id, Money, Timestamp};
use passerelle_placement::{
    actions::money::{Terms, create_agreement},
    agreement::{Basis, BuyerReferences, Rhythm, Vat, VatReason},
    mission::Mission,
    period::Period,
};
use passerelle_store::{
    Cell, Db,
    held::Ending,
    params,
    seal::{Master, Source},
};
use passerelle_testkit::{Person, TestApp};

use super::planted::{Place, count};

const NAME: &str = "Plantine Ephemere";
const EMAIL: &str = "plantine@ephemere.example";
const PHONE: &str = "0698765432";
const TOWN: &str = "Roubaix";
/// What a second record of the same person holds, which was merged with theirs.
const SECOND: [&str; 3] = ["plantine@seconde.example", "0698765433", "Tourcoing"];
const CONFIRMED_BY: &str = "Dr Amrani";

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    MISSION = "INSERT INTO mission (id, org_id, institution_id, team_id, request_id, title, from_on, hours_week, flexible,
            languages, town, referent_name, referent_email, state, peer_id, agreed_at, agreed_by, started_on, version,
            created_at)
        VALUES (?1, ?2, ?3, ?4, ?1, 'Pair-aidance', '2026-01-05', 420, 0, 'fr', 'Lille', ?8, ?9, ?7, ?5, ?6, ?5,
            '2026-01-05', 1, ?6)";
    ENTRY = "INSERT INTO hours_entry (id, org_id, institution_id, team_id, mission_id, peer_id, worked_on, minutes, activity,
            recorded_at, state, confirmed_means, confirmed_name, confirmed_at, approved_by, approved_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, '2026-08-04', 90, 'presence', ?7, 'approved', 'link', ?9, ?7, ?8, ?7)";
    END = "UPDATE mission SET state = 'ended', ended_on = '2026-09-07', ending = 'completed', ended_at = ?2, ended_by = ?3
        WHERE id = ?1";
}

struct Ground {
    app: TestApp,
    association: Id<Organisation>,
    institution: Id<Organisation>,
    team: Id<Team>,
    coralie: Person,
    tarek: Person,
    peer: Person,
}

async fn ground(app: TestApp) -> Ground {
    let ada = app.person("Ada", Role::Admin, app.new_id(), None).await;
    let place = |kind, name: &str, siret: &str| OrganisationFacts {
        kind,
        name: name.into(),
        town: "Lille".into(),
        post_code: "59000".into(),
        address: "18 rue de la Passerelle".into(),
        siret: siret.into(),
        ..OrganisationFacts::default()
    };
    let ctx = app.ctx(&ada).await;
    let association = OrganisationFacts {
        iban: "FR76 3000 6000 0112 3456 7890 189".into(),
        vat: "FR44732829320".into(),
        email: "factures@espairs.example".into(),
        ..place(OrganisationKind::Association, "Espairs", "73282932000074")
    };
    let association = create_organisation(&ctx, &association).await.unwrap();
    let institution = place(OrganisationKind::Institution, "Hôpital Saint-Martin", "10000000900017");
    let institution = create_organisation(&ctx, &institution).await.unwrap();
    let team = create_team(&ctx, institution, "Équipe mobile", "").await.unwrap();
    app.seat(&ada, Role::Admin, association, None).await;
    let facts = PersonFacts {
        name: NAME.into(),
        email: Some(EMAIL.into()),
        phone: Some(PHONE.into()),
        town: Some(TOWN.into()),
        ..PersonFacts::default()
    };
    create_person(&app.ctx(&ada).await, &facts, Role::Peer, association, None).await.unwrap();
    let peer = app.known(EMAIL).await;
    let [email, phone, town] = SECOND.map(str::to_owned);
    let again = PersonFacts { name: NAME.into(), email: Some(email), phone: Some(phone), town: Some(town), ..facts };
    let ctx = app.ctx(&ada).await;
    let again = create_person(&ctx, &again, Role::Peer, association, None).await.unwrap();
    merge_people(&ctx, peer.id(), again).await.unwrap();
    let coralie = app.person("Coralie", Role::Coordinator, association, None).await;
    let tarek = app.person("Tarek", Role::Treasurer, association, None).await;
    Ground { app, association, institution, team, coralie, tarek, peer }
}

impl Ground {
    /// A mission in this state, with hours that are on an invoice. The contact of the team bears the planted name too.
    async fn work(&self, state: &str) -> Id<Mission> {
        let (mission, now): (Id<Mission>, _) = (self.app.new_id(), self.app.clock().now());
        let (org, institution, team) = (self.association, self.institution, self.team);
        let mut tx = self.app.write().await;
        let values = params![mission, org, institution, team, self.peer.id(), now, state, NAME, EMAIL];
        tx.execute(MISSION, values).await.unwrap();
        let entry: Id<Mission> = self.app.new_id();
        let at: Timestamp = "2026-08-04T18:00:00Z".parse().unwrap();
        let values =
            params![entry, org, institution, team, mission, self.peer.id(), at, self.coralie.id(), CONFIRMED_BY];
        tx.execute(ENTRY, values).await.unwrap();
        tx.commit().await.unwrap();
        let terms = Terms {
            missions: [mission].into(),
            basis: Basis::service(Money::euros(40)).unwrap(),
            vat: Vat::Exempt(VatReason::FrNonProfit),
            rhythm: Rhythm::Monthly,
            payment_days: 30,
            buyer: BuyerReferences::default(),
            period: Period::new("2026-01-01".parse().unwrap(), None).unwrap(),
            notice_days: 30,
        };
        let agreement = create_agreement(&self.app.ctx(&self.coralie).await, institution, &terms).await.unwrap();
        let agreement = agreement.to_string();
        let fields =
            [("agreement", agreement.as_str()), ("first", "2026-08-01"), ("last", "2026-08-31"), ("sum", "6000")];
        self.tarek.post("/invoices", &fields).await.assert_redirected();
        mission
    }

    async fn end(&self, mission: Id<Mission>) {
        let mut tx = self.app.write().await;
        tx.execute(END, params![mission, self.app.clock().now(), self.coralie.id()]).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The tables in which the name still stands.
    async fn tables_with_name(&self) -> BTreeSet<String> {
        let mut tx = self.app.db().begin_read().await.unwrap();
        let mut found = BTreeSet::new();
        for table in tx.tables().await.unwrap() {
            let mut has_name = false;
            tx.scan(&table, |cells| {
                has_name |= cells.iter().any(|cell| matches!(cell, Cell::Text(text) if text.contains(NAME)));
                Ok(())
            })
            .await
            .unwrap();
            if has_name {
                found.insert(table.name);
            }
        }
        found
    }

    /// The tables of the lines of which the page says that the name stays.
    async fn tables_told(&self) -> BTreeSet<String> {
        let html = self.peer.get("/me/erasure").await.assert_ok().html();
        let words = self.app.app().words(passerelle_kernel::Language::Fr);
        let rows: Vec<&str> = html.split("<tr").filter(|row| row.contains("Votre nom y reste")).collect();
        let all = self.app.app().held();
        let told: Vec<_> = all.filter(|held| rows.iter().any(|row| row.contains(&words.say(held.key)))).collect();
        assert_eq!(told.len(), rows.len(), "{rows:?}");
        assert!(told.iter().all(|held| held.ending == Ending::KeptWithName));
        told.into_iter().map(|held| held.table.to_owned()).collect()
    }
}

async fn erased(on_postgres: bool) {
    let Some((place, url)) = Place::new(on_postgres).await else {
        return eprintln!("not run: PASSERELLE_TEST_POSTGRES names no cluster");
    };
    let clock = Clock::held("2026-09-07T07:00:00Z".parse().unwrap());
    let master = Master::parse(&Master::new_line(), Source::Given("a test")).unwrap();
    let db = Db::open(&url, clock.clone(), Chance::System).unwrap().with_master(master);
    passerelle::serving::migrate(&db, &capabilities::all()).await.unwrap();
    let g = ground(TestApp::on(db, clock, capabilities::all())).await;
    g.app.run_schedules().await;
    let mission = g.work("running").await;
    let [email, phone, town] = SECOND;
    let seen = |bytes: &[u8]| [NAME, EMAIL, TOWN, email, town].map(|planted| count(bytes, planted));
    let bytes = place.bytes().await;
    let before = seen(&bytes);
    assert!(before.iter().all(|count| *count > 0), "the search sees what is there: {before:?}");
    assert_eq!([PHONE, phone].map(|number| count(&bytes, number)), [0, 0], "the numbers are sealed");

    // While a mission runs, nothing is erased, whoever asks.
    let page = g.peer.get("/me/erasure").await;
    page.assert_sees("Une mission est convenue ou en cours.").assert_sees("dans un délai d’un mois");
    page.assert_sees("Les factures qui comptent vos heures jusqu’au 31/12/2036");
    page.assert_sees("Vos heures de travail jusqu’au 04/08/2031");
    g.peer.post("/me/erasure", &[]).await.assert_redirected();
    g.coralie.get("/today").await.assert_sees(&format!("{NAME} demande l’effacement de ses données"));
    g.app.go_to("2026-09-15");
    g.app.run_schedules().await;
    assert!(count(&place.bytes().await, EMAIL) > 0, "erased while a mission runs");

    g.end(mission).await;
    let told = g.tables_told().await;
    g.app.go_to("2026-09-16");
    g.app.run_schedules().await;
    assert_eq!(g.tables_with_name().await, told, "where the name stays, and what the page said");
    assert_eq!(told, BTreeSet::from(["invoice".to_owned()]));
    let [names, rest @ ..] = seen(&place.bytes().await);
    assert_eq!(rest, [0; 4], "address, town, of both records");
    assert!(names > 0, "law keeps the invoice as it was issued");
    assert_eq!(g.peer.get("/today").await.location(), "/sign-in");
    let hours = g.coralie.get(&format!("/missions/{mission}")).await;
    hours.assert_ok().assert_sees("une personne dont les données ont été effacées").assert_lacks(NAME);
    g.coralie.get("/today").await.assert_ok().assert_lacks(NAME);

    later(&g, &place).await;
    place.remove();
}

/// Six years later the hours are gone, and the mission; eleven years later the invoice.
async fn later(g: &Ground, place: &Place) {
    for (date, is_due) in [("2031-09-20", true), ("2036-12-31", false), ("2037-01-01", true), ("2037-01-02", false)] {
        g.app.go_to(date);
        let dry = retention::told(g.app.app()).await.unwrap().join("\n");
        let goes = dry.lines().any(|line| line.starts_with("hours_entry") || line.starts_with("invoice "));
        assert_eq!(goes, is_due, "{date}\n{dry}");
        g.app.run_schedules().await;
        let after = retention::told(g.app.app()).await.unwrap();
        assert!(after.last().unwrap().starts_with("The next night removes 0 rows and erases 0 people"), "{after:?}");
        let left = g.tables_with_name().await.len();
        assert_eq!(left, if date < "2037-01-01" { 1 } else { 0 }, "{date}");
    }
    assert_eq!(count(&place.bytes().await, NAME), 0, "the time of law is over");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_stays_only_where_law_keeps_it_on_sqlite() {
    erased(false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_stays_only_where_law_keeps_it_on_postgres() {
    erased(true).await;
}
