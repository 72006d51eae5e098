//! What a browser downloads: bytes of the pages, plain and compressed, and all of a first visit.

use anyhow::{Result, bail};

use crate::{child::Child, http, world::World};

const PAGES: [(&str, bool); 5] =
    [("/", false), ("/ask", false), ("/sign-in", false), ("/today", true), ("/missions", true)];

pub(crate) async fn print(world: &World) -> Result<()> {
    let child = Child::ours(world).await?;
    println!("\nBytes of pages: plain, gzip, Brotli");
    for (path, signed_in) in PAGES {
        let cookie = if signed_in { format!("Cookie: {}\r\n", world.cookie) } else { String::new() };
        let [plain, gzip, brotli] = sizes(&child, path, &cookie).await?;
        println!("  {path:<12}{plain:>8}{gzip:>8}{brotli:>8}");
    }
    first_visit(&child).await
}

async fn sizes(child: &Child, path: &str, cookie: &str) -> Result<[usize; 3]> {
    let mut sizes = [0; 3];
    for (size, encoding) in sizes.iter_mut().zip(["identity", "gzip", "br"]) {
        *size = fetch(child, path, &format!("Accept-Encoding: {encoding}\r\n{cookie}")).await?.len();
    }
    Ok(sizes)
}

async fn fetch(child: &Child, path: &str, headers: &str) -> Result<Vec<u8>> {
    let answer = http::ask(child.address, &http::get(path, headers)).await?;
    if answer.status != 200 {
        bail!("{path} answered {}", answer.status);
    }
    Ok(answer.body)
}

/// The home page with everything that it names, as a browser that takes Brotli gets it.
async fn first_visit(child: &Child) -> Result<()> {
    let brotli = "Accept-Encoding: br\r\n";
    let html = String::from_utf8(fetch(child, "/", "").await?)?;
    let mut paths: Vec<&str> = html.split(['"', '\'']).filter(|part| part.starts_with("/assets/")).collect();
    paths.sort_unstable();
    paths.dedup();
    let document = fetch(child, "/", brotli).await?.len();
    let (mut fonts, mut rest) = (0, document);
    println!("First visit with Brotli\n  {document:>8} the page /");
    for path in paths {
        let bytes = fetch(child, path, brotli).await?.len();
        println!("  {bytes:>8} {path}");
        if path.ends_with(".woff2") { fonts += bytes } else { rest += bytes }
    }
    println!("  {rest:>8} without the typeface, {} with it", rest + fonts);
    Ok(())
}
