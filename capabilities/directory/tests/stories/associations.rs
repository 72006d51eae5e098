//! One person, several associations: each keeps its own record and sees no other; the account stays one.

use passerelle_access::{Account, account, password};
use passerelle_directory::{
    OrganisationId, OrganisationKind, PersonFacts, PersonId, Role,
    actions::{create_person, found, invite},
    find_person, keepers,
};
use passerelle_kernel::{Id, Language};
use passerelle_testkit::{Answer, Person, TestApp, story};
use passerelle_web::{Ctx, OutboxMail};

use super::ground::{Ground, capabilities, ground, named};

const NOOR: &str = "noor@example.org";

/// A second association with somebody who coordinates it.
struct Other {
    association: OrganisationId,
    nil: Person,
    ctx: Ctx,
}

async fn other(app: &TestApp) -> Other {
    let nobody = Ctx::new(app.app().clone(), None, Language::Fr);
    let facts = named(OrganisationKind::Association, "Les Voisins", "Lille");
    let eli = PersonFacts { name: "Eli".into(), email: Some("eli@example.org".into()), ..PersonFacts::default() };
    let association = found(&nobody, &facts, &eli).await.unwrap().organisation;
    let nil = app.person("Nil", Role::Coordinator, association, None).await;
    let ctx = app.ctx(&nil).await;
    Other { association, nil, ctx }
}

/// A peer of Les Passeurs who has come in, with a browser.
async fn noor(app: &TestApp, g: &Ground) -> (PersonId, Person) {
    let facts = PersonFacts {
        name: "Noor Amandier".into(),
        email: Some(NOOR.into()),
        phone: Some("0600000001".into()),
        town: Some("Namur".into()),
        ..PersonFacts::default()
    };
    let id = create_person(&g.ctx, &facts, Role::Peer, g.association, None).await.unwrap();
    set_password(app, id).await;
    (id, app.known(NOOR).await)
}

async fn set_password(app: &TestApp, id: Id<Account>) {
    let hash = password::hash("quatre ponts sur la Meuse".into(), app.db().chance()).await.unwrap();
    let mut tx = app.write().await;
    account::set_password(&mut tx, id, &hash).await.unwrap();
    tx.commit().await.unwrap();
}

/// What an association types of somebody.
fn typed<'a>(name: &'a str, email: &'a str) -> [(&'a str, &'a str); 6] {
    [("name", name), ("email", email), ("role", "peer"), ("phone", "0700000002"), ("town", "Lille"), ("country", "FR")]
}

/// The letters to this address with this beginning of a link, the newest first.
async fn links(app: &TestApp, to: &str, path: &str) -> Vec<String> {
    let mails: Vec<OutboxMail> = app.mails().await;
    let lines = mails.iter().filter(|mail| mail.to == to).flat_map(|mail| mail.text.lines());
    let paths = lines.filter_map(|line| line.strip_prefix("http://localhost"));
    paths.filter(|link| link.starts_with(path)).map(str::to_owned).collect()
}

/// The id under which the list of an association shows somebody.
async fn listed(who: &Person, name: &str) -> PersonId {
    let html = who.get("/people").await.html();
    let before = html.split(&format!(">{name}</a>")).next().unwrap();
    before.rsplit("href=\"/people/").next().unwrap()[..36].parse().unwrap()
}

/// What is read on a page, whoever it is about.
fn read(answer: &Answer, name: &str, email: &str, id: PersonId) -> String {
    let text = answer.html().replace(name, "N").replace(email, "E").replace(&id.to_string(), "I");
    // The key of a form and the ids of roles are others each time.
    let without_keys: String =
        text.split("name=\"_once\" value=\"").map(|part| part.get(40..).unwrap_or(part)).collect();
    without_keys.split("membership=").map(|part| part.split_once('"').map_or(part, |(_, rest)| rest)).collect()
}

story!(capabilities;
    /// Whoever enters a person reads the same, byte by byte, whether or not the address is known here.
    async fn an_association_does_not_learn_that_somebody_is_here(app) {
        let g = ground(&app).await;
        let b = other(&app).await;
        noor(&app, &g).await;
        let (known, new) = (typed("Noor A.", NOOR), typed("Zoé B.", "zoe@example.org"));
        let answers = [b.nil.post("/people", &known).await, b.nil.post("/people", &new).await];
        assert_eq!((answers[0].status(), answers[0].location()), (answers[1].status(), answers[1].location()));
        let (noor, zoe) = (listed(&b.nil, "Noor A.").await, listed(&b.nil, "Zoé B.").await);
        let compare = async |path: &str| {
            let [one, two] = [
                b.nil.get(&format!("/people/{noor}{path}")).await,
                b.nil.get(&format!("/people/{zoe}{path}")).await,
            ];
            one.assert_ok();
            assert_eq!(read(&one, "Noor A.", NOOR, noor), read(&two, "Zoé B.", "zoe@example.org", zoe), "{path}");
        };
        compare("").await;
        app.prove(&b.nil, passerelle_access::session::Factors::Two).await;
        compare("/edit").await;
        let list = b.nil.get("/people").await;
        let row = |name: &str, email: &str, id| {
            let html = list.html();
            let row = html.split("<tr").find(|row| row.contains(name)).unwrap().split("</tr>").next().unwrap();
            row.replace(name, "N").replace(email, "E").replace(&PersonId::to_string(&id), "I")
        };
        assert_eq!(row("Noor A.", NOOR, noor), row("Zoé B.", "zoe@example.org", zoe));

        // Each gets one letter; only they read which.
        assert_eq!((links(&app, NOOR, "/joining/").await.len(), links(&app, NOOR, "/invitations/").await.len()), (1, 0));
        assert_eq!(links(&app, "zoe@example.org", "/invitations/").await.len(), 1);
        // Neither a second time, nor as a new address of somebody else: the association knows those itself.
        let twice = [b.nil.post("/people", &known).await, b.nil.post("/people", &new).await];
        for answer in &twice {
            answer.assert_refused().assert_sees("Une personne de votre association a déjà cette adresse e-mail.");
        }
        // To write another address tells nothing either.
        let mut change = typed("Zoé B.", "maud@example.org").to_vec();
        change.push(("version", "1"));
        let to_known = b.nil.post(&format!("/people/{zoe}"), &change).await;
        change[1].1 = "nobody.here@example.org";
        change[6].1 = "2";
        let to_new = b.nil.post(&format!("/people/{zoe}"), &change).await;
        assert_eq!((to_known.status(), to_known.location()), (to_new.status(), to_new.location()));
        b.nil.get(&format!("/people/{zoe}")).await.assert_sees("nobody.here@example.org");
        // The letter to the first address opens nothing any more.
        let first = links(&app, "zoe@example.org", "/invitations/").await.remove(0);
        app.anybody().get(&first).await.assert_not_found();
        invite(&b.ctx, zoe).await.unwrap();
        assert_eq!(links(&app, "nobody.here@example.org", "/invitations/").await.len(), 1);
    }
);

story!(capabilities;
    async fn whoever_has_an_account_joins_with_it_and_each_association_sees_its_own(app) {
        let g = ground(&app).await;
        let b = other(&app).await;
        let (id, noor) = noor(&app, &g).await;
        b.nil.post("/people", &typed("Noor A.", NOOR)).await.assert_redirected();
        let waiting = listed(&b.nil, "Noor A.").await;
        let link = links(&app, NOOR, "/joining/").await.remove(0);
        // Opening the link does nothing, however often a scanner does it.
        for _ in 0..3 {
            app.anybody().get(&link).await.assert_ok().assert_sees("Rejoindre Les Voisins ?").assert_sees("Noor Amandier")
                .assert_sees("Pair-aidance · Les Voisins").assert_lacks("Les Passeurs");
        }
        noor.get("/me").await.assert_lacks("Les Voisins");
        assert_eq!(app.anybody().post(&link, &[]).await.location(), "/sign-in?done=directory-joined-done");
        app.anybody().get(&link).await.assert_ok().assert_sees("Ce lien ne mène plus à rien").assert_lacks("Amandier");
        app.anybody().post(&link, &[]).await.assert_not_found();
        app.anybody().get("/joining/0000").await.assert_not_found();

        let mut tx = app.db().begin_read().await.unwrap();
        let kept: Vec<_> = keepers(&mut tx, id).await.unwrap().into_iter().map(|(org, _)| org).collect();
        assert_eq!(kept, [g.association, b.association]);
        let phone = find_person(&mut tx, b.association, id).await.unwrap().unwrap().phone;
        assert_eq!(phone.as_deref(), Some("0700000002"));
        let phone = find_person(&mut tx, g.association, id).await.unwrap().unwrap().phone;
        assert_eq!(phone.as_deref(), Some("0600000001"));
        let past = passerelle_store::history(&mut tx, &id.to_string()).await.unwrap();
        assert!(past.iter().any(|event| event.kind == "person-joined"));
        drop(tx);
        // The address that the association knew leads to the person; the name is theirs now.
        let path = format!("/people/{id}");
        assert_eq!(b.nil.get(&format!("/people/{waiting}")).await.location(), path);
        let at_b = b.nil.get(&path).await;
        at_b.assert_ok().assert_sees("Noor Amandier").assert_sees("Lille").assert_lacks("Namur").assert_lacks("Passeurs");
        b.nil.get("/people").await.assert_sees("Noor Amandier").assert_lacks("Noor A.").assert_lacks("Passeurs");
        let at_a = g.admin.get(&path).await;
        at_a.assert_ok().assert_sees("Namur").assert_lacks("Lille").assert_lacks("Voisins");
        g.admin.get(&format!("/people/{waiting}")).await.assert_not_found();

        // She acts in the one or the other, and leaving one leaves the other as it was.
        let me = noor.get("/me").await;
        me.assert_sees("Pair-aidance · Les Passeurs en ce moment").assert_sees("Agir en tant que Pair-aidance · Les Voisins");
        let seat = me.html().split("name=\"seat\" value=\"").nth(1).unwrap()[..36].to_owned();
        noor.post("/me/seat", &[("seat", &seat)]).await.assert_redirected();
        assert_eq!(app.seat_of(&noor).await.org, b.association);
        let ending = at_b.html().split("ending?membership=").nth(1).unwrap()[..36].to_owned();
        let theirs = at_a.html().split("ending?membership=").nth(1).unwrap()[..36].to_owned();
        let last = |id| [("membership", id), ("last-day", "7"), ("last-month", "9"), ("last-year", "2026")];
        b.nil.post(&format!("{path}/ending"), &last(theirs.as_str())).await.assert_not_found();
        b.nil.post(&format!("{path}/ending"), &last(ending.as_str())).await.assert_redirected();
        app.go_to("2026-09-08");
        noor.get("/me").await.assert_lacks("Les Voisins").assert_sees("Pair-aidance · Les Passeurs");
        g.admin.get(&path).await.assert_sees("sans fin prévue");
    }
);

story!(capabilities;
    async fn what_is_shown_is_chosen_for_each_association(app) {
        let g = ground(&app).await;
        let b = other(&app).await;
        let (id, noor) = noor(&app, &g).await;
        noor.get("/me/visibility").await.assert_ok().assert_lacks("Vous choisissez pour chaque association");
        noor.post("/me/visibility", &[("phone", "coordinators")]).await.assert_redirected();
        b.nil.post("/people", &typed("Noor A.", NOOR)).await.assert_redirected();
        let link = links(&app, NOOR, "/joining/").await.remove(0);
        noor.post(&link, &[]).await.assert_redirected();
        // What she opened to the one is not open to the other.
        let path = format!("/people/{id}");
        g.admin.get(&path).await.assert_sees("06 00 00 00 01");
        b.nil.get(&path).await.assert_lacks("07 00 00 00 02").assert_sees("La personne ne montre pas cette information.");
        let theirs = format!("/me/visibility?of={}", b.association);
        noor.get("/me/visibility").await.assert_sees("06 00 00 00 01").assert_sees("Les Voisins");
        noor.get(&theirs).await.assert_ok().assert_sees("07 00 00 00 02").assert_lacks("06 00 00 00 01");
        let of = b.association.to_string();
        noor.post("/me/visibility", &[("of", &of), ("phone", "coordinators")]).await.assert_redirected();
        b.nil.get(&path).await.assert_sees("07 00 00 00 02");
        noor.post("/me/visibility", &[]).await.assert_redirected();
        g.admin.get(&path).await.assert_lacks("06 00 00 00 01");
        b.nil.get(&path).await.assert_sees("07 00 00 00 02");
        let unknown = app.new_id::<()>().to_string();
        noor.post("/me/visibility", &[("of", &unknown), ("phone", "coordinators")]).await.assert_not_found();
    }
);

story!(capabilities;
    /// Two associations meet the same referent; each ends what it gave.
    async fn a_referent_is_met_by_two_associations(app) {
        let g = ground(&app).await;
        let b = other(&app).await;
        let team = g.team.to_string();
        let sam = [("name", "Sam Roy"), ("email", "sam@example.org"), ("role", "referent"), ("team", team.as_str())];
        g.admin.post("/people", &sam).await.assert_redirected();
        let first = listed(&g.admin, "Sam Roy").await;
        set_password(&app, first).await;
        let referent = app.known("sam@example.org").await;
        b.nil.post("/people", &sam).await.assert_redirected();
        referent.post(&links(&app, "sam@example.org", "/joining/").await[0], &[]).await.assert_redirected();
        // One role to act in, by the word of both.
        let me = referent.get("/me").await.text();
        assert_eq!(me.matches("Équipe mobile Nord").count(), 2, "once in the list, once on top: {me}");
        let (page, path) = (format!("/teams/{}", g.team), format!("/people/{first}"));
        for who in [&g.admin, &b.nil] {
            who.get(&page).await.assert_sees("Sam Roy");
        }
        let at_b = b.nil.get(&path).await.html();
        let ending = at_b.split("ending?membership=").nth(1).unwrap()[..36].to_owned();
        let last = [("membership", ending.as_str()), ("last-day", "7"), ("last-month", "9"), ("last-year", "2026")];
        b.nil.post(&format!("{path}/ending"), &last).await.assert_redirected();
        app.go_to("2026-09-08");
        b.nil.get(&page).await.assert_lacks("Sam Roy");
        g.admin.get(&page).await.assert_sees("Sam Roy");
        let mut tx = app.db().begin_read().await.unwrap();
        let there = passerelle_directory::people_of_team(&mut tx, g.team, Role::Referent, app.today()).await.unwrap();
        assert_eq!(there.len(), 1);
    }
);

story!(capabilities;
    /// The name and the address are the same for every association: no association changes them for the others.
    async fn a_name_is_its_owners_once_they_have_come_in(app) {
        let g = ground(&app).await;
        let (id, noor) = noor(&app, &g).await;
        let path = format!("/people/{id}");
        app.prove(&g.admin, passerelle_access::session::Factors::One).await;
        g.admin.get(&format!("{path}/edit")).await.assert_ok().assert_sees("elle change elle-même son nom et son adresse");
        let edit = |name, email| [("name", name), ("email", email), ("country", "FR"), ("version", "1"), ("theirs", "yes")];
        let renamed = g.admin.post(&path, &edit("Autre", NOOR)).await;
        renamed.assert_refused().assert_sees("elle change elle-même son nom.");
        let moved = g.admin.post(&path, &edit("Noor Amandier", "ada@example.org")).await;
        moved.assert_refused().assert_sees("elle change elle-même son adresse");
        g.admin.post(&path, &edit("Noor Amandier", NOOR)).await.assert_redirected();
        noor.post("/me/name", &[("name", " ")]).await.assert_refused().assert_sees("Écrivez un nom.");
        noor.get("/me/name").await.assert_ok().assert_sees("Comment voulez-vous qu’on vous appelle ?");
        noor.post("/me/name", &[("name", "Noor  El")]).await.assert_redirected();
        g.admin.get(&path).await.assert_sees("Noor El").assert_lacks("Amandier");
        g.admin.get("/people").await.assert_sees("Noor El");
    }
);

story!(capabilities;
    async fn a_letter_leads_nowhere_once_it_is_old_or_nobody_is_awaited(app) {
        let g = ground(&app).await;
        let b = other(&app).await;
        noor(&app, &g).await;
        b.nil.post("/people", &typed("Noor A.", NOOR)).await.assert_redirected();
        let waiting = listed(&b.nil, "Noor A.").await;
        let old = links(&app, NOOR, "/joining/").await.remove(0);
        app.go_to("2026-09-22");
        app.anybody().get(&old).await.assert_ok().assert_sees("Ce lien ne mène plus à rien");
        app.anybody().post(&old, &[]).await.assert_not_found();
        invite(&b.ctx, waiting).await.unwrap();
        let new = links(&app, NOOR, "/joining/").await.remove(0);
        assert_ne!(old, new);
        // Somebody corrects the address: the letter that went to the wrong one opens nothing.
        app.prove(&b.nil, passerelle_access::session::Factors::One).await;
        let mut change = typed("Noor A.", "noor.a@example.org").to_vec();
        change.push(("version", "1"));
        b.nil.post(&format!("/people/{waiting}"), &change).await.assert_redirected();
        app.anybody().get(&new).await.assert_not_found();
        app.anybody().post(&new, &[]).await.assert_not_found();
        invite(&b.ctx, waiting).await.unwrap();
        assert_eq!(links(&app, "noor.a@example.org", "/invitations/").await.len(), 1);
    }
);
