//! The first day: associations, the directory around them, teams, and everybody who plays a part.

use anyhow::Result;
use passerelle_access::{account, password};
use passerelle_directory::{
    Country, OrganisationFacts, OrganisationKind, PersonFacts, Role, SpokenLanguages,
    actions::{create_organisation, create_person, create_team, found, link_to_network},
    import_finess,
};
use passerelle_kernel::Language;
use passerelle_placement::actions::missions::begin_formalities;

use super::{
    PASSWORD,
    cast::{HOSTS, PEERS, RUNNERS, STAFF, Somebody},
    network::{FOUNDED, Known, NETWORKS, OTHERS, PAYERS, Payer, STREET, TEAMS},
    registry,
    world::{During as _, World, numbered, staff},
};

/// Makes all that is there on the first day.
pub(super) async fn everything(world: &mut World) -> Result<()> {
    for known in FOUNDED {
        association(world, known).await?;
    }
    for known in OTHERS {
        let id = match RUNNERS.iter().find(|runner| runner.at == known.key) {
            Some(runner) => {
                let founded =
                    found(&world.visitor(), &facts(known), &person(runner, 1, known.key)?).await.during(known.name)?;
                world.meet(runner.key.to_owned(), founded.admin).await?;
                founded.organisation
            }
            None => create_organisation(&world.ctx("ada")?, &facts(known)).await.during(known.name)?,
        };
        world.organisations.insert(known.key, id);
    }
    sites(world).await?;
    networks(world).await?;
    for team in TEAMS {
        let (ctx, of) = (world.ctx(staff(team.by, Role::Admin))?, world.organisation(team.of)?);
        let id = create_team(&ctx, of, team.name, team.town).await.during(team.name)?;
        world.teams.insert(team.key, id);
    }
    people(world).await?;
    give_password(world).await?;
    for known in FOUNDED {
        begin_formalities(&world.ctx(staff(known.key, Role::Coordinator))?).await.during(known.name)?;
    }
    super::descriptions::first(world).await?;
    super::preferences::tell(world).await
}

fn facts(known: &Known) -> OrganisationFacts {
    let country = Country::parse(known.country).unwrap_or_default();
    let language = if matches!(known.country, "FR" | "BE" | "CA") { Language::Fr } else { Language::En };
    let (name, town) = (known.name.to_owned(), known.town.to_owned());
    let payer = PAYERS.iter().find(|payer| payer.key == known.key);
    let text = |part: fn(&Payer) -> &str| payer.map(part).unwrap_or_default().to_owned();
    let is_belgian = known.country == "BE";
    OrganisationFacts {
        kind: known.kind,
        name,
        town,
        country,
        language,
        address: if payer.is_some() { STREET.to_owned() } else { String::new() },
        post_code: text(|payer| payer.post_code),
        siren: if is_belgian { String::new() } else { text(|payer| payer.number) },
        enterprise: if is_belgian { text(|payer| payer.number) } else { String::new() },
        ..OrganisationFacts::default()
    }
}

/// Numbers, addresses and accounts of the three associations are invented: the numbers are made of zeros, the accounts
/// are the examples of the public registry of IBAN.
fn invented(known: &Known) -> OrganisationFacts {
    let (post_code, siret, enterprise, iban) = match known.key {
        "espairs" => ("69000", "000 000 018 00010", "", "FR14 2004 1010 0505 0001 3M02 606"),
        "pat" => ("5000", "", "0000.000.196", "BE68 5390 0754 7034"),
        _ => ("13000", "000 000 026 00013", "", "FR14 2004 1010 0505 0001 3M02 606"),
    };
    let short_name = match known.key {
        "espairs" => "Espairs",
        "pat" => "PAT",
        _ => "",
    };
    OrganisationFacts {
        short_name: short_name.to_owned(),
        address: STREET.to_owned(),
        post_code: post_code.to_owned(),
        siret: siret.to_owned(),
        enterprise: enterprise.to_owned(),
        iban: iban.to_owned(),
        email: format!("contact@{}.example", known.key),
        takes_requests: known.kind == OrganisationKind::Association,
        ..facts(known)
    }
}

async fn association(world: &mut World, known: &'static Known) -> Result<()> {
    let admin = staff(known.key, Role::Admin);
    for somebody in STAFF.iter().filter(|somebody| somebody.at == known.key) {
        let facts = person(somebody, 1, known.key)?;
        let id = if somebody.role == Role::Admin {
            let founded = found(&world.visitor(), &invented(known), &facts).await.during(known.name)?;
            world.organisations.insert(known.key, founded.organisation);
            founded.admin
        } else {
            let (ctx, org) = (world.ctx(admin)?, world.organisation(known.key)?);
            create_person(&ctx, &facts, somebody.role, org, None).await.during(somebody.name)?
        };
        world.meet(somebody.key.to_owned(), id).await?;
    }
    Ok(())
}

/// The sites that play a part are entered by hand with their number; the import takes them over and tells the rest.
async fn sites(world: &mut World) -> Result<()> {
    for (key, number) in registry::sites() {
        let payer = PAYERS.iter().find(|payer| payer.key == key);
        let facts = OrganisationFacts {
            kind: OrganisationKind::Institution,
            name: registry::name(key),
            finess_site: number.to_owned(),
            siren: payer.map_or_else(String::new, |payer| payer.number.to_owned()),
            ..OrganisationFacts::default()
        };
        let id = create_organisation(&world.ctx("ada")?, &facts).await.during(key)?;
        world.organisations.insert(key, id);
    }
    import_finess(world.app().db(), registry::file().into_bytes(), |_, _, _| {}).await?;
    Ok(())
}

async fn networks(world: &World) -> Result<()> {
    for (network, members) in NETWORKS {
        for member in *members {
            let ctx = world.ctx(staff(member, Role::Admin))?;
            let (network, member) = (world.organisation(network)?, world.organisation(member)?);
            link_to_network(&ctx, network, member, world.date(-380)).await.during("a network")?;
        }
    }
    Ok(())
}

async fn people(world: &mut World) -> Result<()> {
    for host in HOSTS {
        let team = TEAMS.iter().find(|team| team.key == host.at);
        let of = team.map_or(host.at, |team| team.of);
        // Who enters the teams of an institution enters its head as well.
        let by = team.or_else(|| TEAMS.iter().find(|team| team.of == of)).map_or("espairs", |team| team.by);
        let (ctx, org) = (world.ctx(staff(by, Role::Admin))?, world.organisation(of)?);
        let team = team.map(|team| world.team(team.key)).transpose()?;
        let id = create_person(&ctx, &person(host, 1, of)?, host.role, org, team).await.during(host.name)?;
        world.meet(host.key.to_owned(), id).await?;
    }
    for copy in 1..=world.scale {
        for peer in PEERS {
            let (ctx, org) = (world.ctx(staff(peer.at, Role::Coordinator))?, world.organisation(peer.at)?);
            let facts = person(peer, copy, peer.at)?;
            let id = create_person(&ctx, &facts, Role::Peer, org, None).await.during(peer.name)?;
            world.meet(numbered(peer.key, copy), id).await?;
        }
    }
    Ok(())
}

fn person(somebody: &Somebody, copy: u32, of: &str) -> Result<PersonFacts> {
    let country = FOUNDED.iter().chain(OTHERS).find(|known| known.key == of).map_or("FR", |known| known.country);
    let name = if copy == 1 { somebody.name.to_owned() } else { format!("{} {copy}", somebody.name) };
    let languages = SpokenLanguages::parse(somebody.languages).map_err(|refusal| anyhow::anyhow!(refusal.key()))?;
    Ok(PersonFacts {
        name,
        email: Some(address(&numbered(somebody.key, copy), of)),
        language: Language::Fr,
        country: Country::parse(country).unwrap_or_default(),
        phone: super::descriptions::phone(&numbered(somebody.key, copy)),
        town: Some(somebody.town.to_owned()),
        languages,
        ..PersonFacts::default()
    })
}

/// The invented address of a person.
pub(super) fn address(key: &str, organisation: &str) -> String {
    format!("{key}@{organisation}.example")
}

/// The same password for everybody, computed once: the demonstration tells it to all.
async fn give_password(world: &World) -> Result<()> {
    let db = world.app().db();
    let hash = password::hash(PASSWORD.to_owned(), db.chance()).await?;
    let mut tx = db.begin_write().await?;
    for id in world.everybody() {
        account::set_password(&mut tx, id, &hash).await?;
    }
    Ok(tx.commit().await?)
}
