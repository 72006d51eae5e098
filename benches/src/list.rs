//! The list of missions, signed in as a coordinator: against the bare handler, and as the table grows.

use anyhow::{Context as _, Result, bail};

use crate::{
    child::Child,
    http,
    load::{self, Plan, Sample, median, medians},
    world::World,
};

const PATH: &str = "/missions";
/// Words that one mission in a thousand has, and words that all have.
const SEARCHES: [&str; 2] = ["/search?q=parole+123", "/search?q=accueil+lefevre"];

fn request(world: &World, path: &str) -> String {
    http::get(path, &format!("Cookie: {}\r\n", world.cookie))
}

/// The page as a string, having looked that it is what we mean to measure.
async fn page(child: &Child, world: &World, path: &str) -> Result<String> {
    let answer = http::ask(child.address, &request(world, path)).await?;
    let html = String::from_utf8(answer.body)?;
    let rows = html.matches("Accueil et groupes de parole").count();
    if answer.status != 200 || rows < 50 {
        bail!("{path} answered {} with {rows} missions", answer.status);
    }
    Ok(html)
}

/// Requests per second and processor time of our page and of the bare handler, turn by turn.
pub(crate) async fn limit(world: &World, plan: &Plan) -> Result<()> {
    let ours = Child::ours(world).await?;
    let bytes = page(&ours, world, PATH).await?.len();
    let bare = Child::bare(world, bytes).await?;
    if page(&bare, world, PATH).await?.len() != bytes {
        bail!("the bare handler sends another number of bytes");
    }
    let request = request(world, PATH);
    let packed = request.replacen("\r\nHost", "\r\nAccept-Encoding: br, gzip\r\nHost", 1);
    let mut samples = [const { Vec::new() }; 3];
    for _ in 0..plan.repeat {
        for (index, (child, request)) in
            [(&ours, &request), (&bare, &request), (&ours, &packed)].into_iter().enumerate()
        {
            samples[index].push(load::measure(child, request, plan.connections, plan.span).await?);
        }
    }
    println!("\nGET {PATH}, 50 of {} missions, {bytes} bytes, {} connections", world.missions, plan.connections);
    let [ours, bare, packed] = samples.map(|samples| medians(&samples));
    tell("ours", ours);
    tell("bare handler", bare);
    tell("ours, compressed", packed);
    let rate = 100.0 * ours.requests_per_second / bare.requests_per_second;
    println!("ours / bare: {rate:.0} % of the requests per second, {:.2} × the CPU", ours.cpu_micros / bare.cpu_micros);
    Ok(())
}

fn tell(name: &str, sample: Sample) {
    let Sample { requests_per_second, cpu_micros, median_micros, p99_micros } = sample;
    println!(
        "  {name:<18}{requests_per_second:>8.0} requests/s {cpu_micros:>7.0} µs CPU  median {:.2} ms  p99 {:.2} ms",
        median_micros / 1e3,
        p99_micros / 1e3
    );
}

/// The median latency of the first page and of a deep one, one request at a time, size by size.
pub(crate) async fn growth(worlds: &[World], plan: &Plan) -> Result<()> {
    println!("\nGET {PATH} as the table grows: median of one request at a time");
    let mut first_of_smallest = None;
    for world in worlds {
        let child = Child::ours(world).await?;
        let deep = deep_path(world, &page(&child, world, PATH).await?)?;
        page(&child, world, &deep).await?;
        let (mut first, mut last) = (Vec::new(), Vec::new());
        for _ in 0..plan.repeat {
            let span = plan.span / 2;
            first.push(load::measure(&child, &request(world, PATH), 1, span).await?.median_micros);
            last.push(load::measure(&child, &request(world, &deep), 1, span).await?.median_micros);
        }
        let searched = searches(&child, world, plan).await?;
        let (first, last) = (median(first), median(last));
        let smallest = *first_of_smallest.get_or_insert(first);
        println!(
            "  {:>9} missions: first page {:.2} ms ({:.2} ×), page near the end {:.2} ms ({:.2} ×)",
            world.missions,
            first / 1e3,
            first / smallest,
            last / 1e3,
            last / smallest
        );
        println!("{:>22} search: few {:.2} ms, many {:.2} ms", "", searched[0] / 1e3, searched[1] / 1e3);
    }
    Ok(())
}

/// The median latency of each search, in microseconds.
async fn searches(child: &Child, world: &World, plan: &Plan) -> Result<[f64; 2]> {
    let mut medians = [0.0; 2];
    for (path, figure) in SEARCHES.into_iter().zip(&mut medians) {
        let answer = http::ask(child.address, &request(world, path)).await?;
        if answer.status != 200 || !String::from_utf8(answer.body)?.contains("p-found__one") {
            bail!("{path} found nothing");
        }
        let mut figures = Vec::new();
        for _ in 0..plan.repeat {
            figures.push(load::measure(child, &request(world, path), 1, plan.span / 2).await?.median_micros);
        }
        *figure = median(figures);
    }
    Ok(medians)
}

/// The link to the next page, led to near the end of the list instead.
fn deep_path(world: &World, html: &str) -> Result<String> {
    let last_shown = world.mission(world.missions - 50);
    let hrefs = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let next = hrefs.filter(|href| href.starts_with("/missions?")).find(|href| href.contains(&last_shown));
    let next = next.context("no link to the next page")?;
    Ok(next.replace(&last_shown, &world.mission(world.missions / 20)).replace("&amp;", "&"))
}

/// Serves and asks, for a profiler that looks at the server.
pub(crate) async fn profile(world: &World, path: &str, plan: &Plan) -> Result<()> {
    let child = Child::ours(world).await?;
    let sample = load::measure(&child, &request(world, path), plan.connections, plan.span).await?;
    tell(path, sample);
    Ok(())
}
