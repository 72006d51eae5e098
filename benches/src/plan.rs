//! A plan of a thousand open missions and two thousand peers, through the product: asked for by a coordinator, worked out by a
//! job with the rules and weights of matching, and looked at.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::{
    child::Child,
    http::{self, Connection},
    world::World,
};

/// A twentieth of the missions are open and there are a twentieth as many peers: half of the open ones go.
const MISSIONS: u64 = 40_000;
/// How long a plan may take here.
const PATIENCE: Duration = Duration::from_secs(300);
/// The peers are peers of the association and tell what counts: ceilings, hours hoped for, languages, where they live, how
/// far they go; the missions say where they are, and every third one asks for a second language.
const FACTS: &str = "
    DELETE FROM mission WHERE state = 'open' AND created_at / 1000 % 40 = 0;
    UPDATE mission SET lat = 50.2 + (created_at / 1000 * 37 % 100) / 100.0, lon = 2.5 + (created_at / 1000 * 61 % 150) / 100.0,
        languages = CASE created_at / 20000 % 3 WHEN 0 THEN 'fr,ar' ELSE 'fr' END WHERE state = 'open';
    CREATE TEMP TABLE peer AS SELECT id, row_number() OVER (ORDER BY id) AS n FROM account WHERE email IS NULL;
    INSERT INTO membership (id, org_id, account_id, role, place_name, from_on)
        SELECT '00000006' || substr(id, 9), '00000001-0000-7000-8000-000000000000', id, 'peer', 'Association', '2020-01-01'
        FROM peer;
    INSERT INTO person (org_id, id, name_key, country, town, lat, lon, languages, version)
        SELECT '00000001-0000-7000-8000-000000000000', id, 'peer', 'FR', 'Lille', 50.2 + (n * 53 % 100) / 100.0,
            2.5 + (n * 29 % 150) / 100.0, '', 1 FROM peer;
    INSERT INTO peer_terms (person_id, ceiling, paused, mode, most_travel, languages, version, changed_at, wished)
        SELECT id, 60 * (10 + n % 25), 0, 'transit', 30 + n % 90, CASE n % 2 WHEN 0 THEN 'fr,ar' ELSE 'fr' END, 1, 0,
            60 * (5 + n % 15) FROM peer;";

pub(crate) async fn print() -> Result<()> {
    println!("\nA plan");
    let world = World::new(MISSIONS).await?;
    let connection = rusqlite::Connection::open(&world.database)?;
    connection.execute_batch(FACTS)?;
    let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    let missions = count("SELECT count(*) FROM mission WHERE state = 'open'")?;
    let peers = count("SELECT count(*) FROM peer")?;
    drop(connection);
    let child = Child::ours(&world).await?;
    let asked = Instant::now();
    let path = start(&child, &world).await?;
    let request = http::get(&path, &format!("Cookie: {}\r\n", world.cookie));
    loop {
        let begun = Instant::now();
        let answer = http::ask(child.address, &request).await?;
        if answer.status != 200 {
            bail!("{path} answered {}", answer.status);
        }
        let page = String::from_utf8_lossy(&answer.body);
        if !page.contains("every 2s") {
            let (shown, lines) = (begun.elapsed().as_secs_f64(), page.matches("name=\"line-").count());
            println!(
                "  {missions} open missions, {peers} peers: {:.1} s from asking to the plan, {:.1} s of processor; {lines} fields of \
                 lines on its page of {} KB, drawn in {shown:.1} s; {} MB in use",
                asked.elapsed().as_secs_f64(),
                child.cpu()?.as_secs_f64(),
                answer.body.len() / 1_000,
                child.memory()? / 1_000_000
            );
            return Ok(());
        }
        if asked.elapsed() > PATIENCE {
            bail!("the plan is not worked out after {PATIENCE:?}");
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Asks for a plan; gives its path.
async fn start(child: &Child, world: &World) -> Result<String> {
    let request = http::post("/planning", &world.cookie, "_once=a-plan-of-everything");
    let mut connection = Connection::open(child.address).await?;
    let status = connection.ask(request.as_bytes()).await?;
    if status != 303 {
        bail!("/planning answered {status}");
    }
    let path = connection.header("location").context("no location")?;
    Ok(path.trim_start_matches("http://localhost").to_owned())
}
