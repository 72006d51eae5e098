//! An association with its bank, an institution with its team, who works there; missions and hours as other parts
//! leave them.

use passerelle_access::{Account, Organisation, Role, Team};
use passerelle_directory::{
    OrganisationFacts, OrganisationKind,
    actions::{create_organisation, create_team},
};
use passerelle_kernel::{Id, Timestamp};
use passerelle_placement::{
    actions::money::{Terms, create_agreement},
    agreement::{Agreement, Basis, BuyerReferences, Rhythm, Vat, VatReason},
    mission::Mission,
    period::{Days, Period},
};
use passerelle_store::params;
use passerelle_testkit::{Answer, Person, TestApp};

pub(crate) use crate::stories::ground::capabilities;

pub const SIRET: &str = "10000000900017";
pub const EXEMPT: Vat = Vat::Exempt(VatReason::FrNonProfit);

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for the crates that bring statements")]
    pub STATEMENTS;
    MISSION = "INSERT INTO mission (id, org_id, institution_id, team_id, request_id, title, from_on, hours_week, flexible,
            languages, town, state, peer_id, agreed_at, agreed_by, started_on, version, created_at)
        VALUES (?1, ?2, ?3, ?4, ?1, ?5, '2026-01-05', 420, 0, 'fr', 'Marseille', 'running', ?6, ?7, ?6, '2026-01-05', 1, ?7)";
    ENTRY = "INSERT INTO hours_entry (id, org_id, institution_id, team_id, mission_id, peer_id, worked_on, minutes, activity,
            recorded_at, state, confirmed_means, confirmed_name, confirmed_at, approved_by, approved_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'presence', ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
}

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for the crates that bring statements")]
    pub CORRECTION_STATEMENTS;
    CORRECTS = "UPDATE hours_entry SET correction_of = (SELECT o.id FROM hours_entry o WHERE o.mission_id = ?1
            AND o.worked_on = ?2 AND o.correction_of IS NULL)
        WHERE mission_id = ?1 AND worked_on = ?3";
}

pub struct Ground {
    pub association: Id<Organisation>,
    pub institution: Id<Organisation>,
    pub team: Id<Team>,
    pub coordinator: Person,
    pub treasurer: Person,
    pub head: Person,
    pub peer: Person,
}

pub async fn ground(app: &TestApp) -> Ground {
    let admin = app.person("Ada", Role::Admin, app.new_id(), None).await;
    let ctx = app.ctx(&admin).await;
    let place = |kind, name: &str, siret: &str| OrganisationFacts {
        kind,
        name: name.into(),
        town: "Marseille".into(),
        post_code: "13001".into(),
        address: "18 boulevard de la Passerelle".into(),
        siret: siret.into(),
        ..OrganisationFacts::default()
    };
    let association = OrganisationFacts {
        iban: "FR76 3000 6000 0112 3456 7890 189".into(),
        vat: "FR44732829320".into(),
        email: "factures@espairs.example".into(),
        ..place(OrganisationKind::Association, "Espairs", "73282932000074")
    };
    let association = create_organisation(&ctx, &association).await.unwrap();
    let institution = place(OrganisationKind::Institution, "Hôpital Saint-Martin", SIRET);
    let institution = create_organisation(&ctx, &institution).await.unwrap();
    let team = create_team(&ctx, institution, "Équipe mobile", "").await.unwrap();
    Ground {
        association,
        institution,
        team,
        coordinator: app.person("Coralie", Role::Coordinator, association, None).await,
        treasurer: app.person("Tarek", Role::Treasurer, association, None).await,
        head: app.person("Hélène", Role::Head, institution, None).await,
        peer: app.person("Noor", Role::Peer, association, None).await,
    }
}

pub fn days(first: &str, last: &str) -> Days {
    Days::new(first.parse().unwrap(), last.parse().unwrap()).unwrap()
}

/// Exempt, monthly, 30 days to pay, since the beginning of 2026.
pub fn terms(missions: &[Id<Mission>], basis: Basis) -> Terms {
    Terms {
        missions: missions.iter().copied().collect(),
        basis,
        vat: EXEMPT,
        rhythm: Rhythm::Monthly,
        payment_days: 30,
        buyer: BuyerReferences::default(),
        period: Period::new("2026-01-01".parse().unwrap(), None).unwrap(),
        notice_days: 30,
    }
}

impl Ground {
    /// A mission of Noor that runs since January.
    pub async fn mission(&self, app: &TestApp, title: &str) -> Id<Mission> {
        let (id, now): (Id<Mission>, _) = (app.new_id(), app.clock().now());
        let values = params![id, self.association, self.institution, self.team, title, self.peer.id(), now];
        let mut tx = app.write().await;
        tx.execute(MISSION, values).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    pub async fn approved(&self, app: &TestApp, mission: Id<Mission>, on: &str, minutes: i64) {
        self.entry(app, mission, on, minutes, "approved").await;
    }

    pub async fn confirmed(&self, app: &TestApp, mission: Id<Mission>, on: &str, minutes: i64) {
        self.entry(app, mission, on, minutes, "confirmed").await;
    }

    pub async fn recorded(&self, app: &TestApp, mission: Id<Mission>, on: &str, minutes: i64) {
        self.entry(app, mission, on, minutes, "recorded").await;
    }

    /// An approved entry of one day that corrects that of another one.
    pub async fn corrected(&self, app: &TestApp, mission: Id<Mission>, of: &str, on: &str, minutes: i64) {
        self.approved(app, mission, on, minutes).await;
        let mut tx = app.write().await;
        tx.execute(CORRECTS, params![mission, of, on]).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn entry(&self, app: &TestApp, mission: Id<Mission>, on: &str, minutes: i64, state: &str) {
        let id: Id<Account> = app.new_id();
        let at: Timestamp = format!("{on}T18:00:00Z").parse().unwrap();
        let confirmed = (state != "recorded").then_some(at);
        let (means, name) = (confirmed.map(|_| "link"), confirmed.map(|_| "Dr Amrani"));
        let approved = (state == "approved").then_some(at);
        let by = approved.map(|_| self.coordinator.id());
        let values = params![
            id,
            self.association,
            self.institution,
            self.team,
            mission,
            self.peer.id(),
            on,
            minutes,
            at,
            state,
            means,
            name,
            confirmed,
            by,
            approved
        ];
        let mut tx = app.write().await;
        tx.execute(ENTRY, values).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn agreement(&self, app: &TestApp, missions: &[Id<Mission>], basis: Basis) -> Id<Agreement> {
        let ctx = app.ctx(&self.coordinator).await;
        create_agreement(&ctx, self.institution, &terms(missions, basis)).await.unwrap()
    }

    /// The button of the preview that showed this sum, in cents.
    pub async fn issue(&self, agreement: Id<Agreement>, first: &str, last: &str, sum: i64) -> Answer {
        let (agreement, sum) = (agreement.to_string(), sum.to_string());
        let fields = [("agreement", agreement.as_str()), ("first", first), ("last", last), ("sum", &sum)];
        self.treasurer.post("/invoices", &fields).await
    }
}
