//! Prints what an import of FINESS files would do, one file after the other, each on top of the ones before.
//!
//! `cargo run --example finess_preview published.csv damaged.csv`

use std::{collections::HashMap, fs::File, io::BufReader};

use passerelle_directory::finess::{LIMITS, Plan, Rows, preview};

fn main() -> std::io::Result<()> {
    let mut known = HashMap::new();
    for path in std::env::args().skip(1) {
        println!("== {path}");
        let rows = Rows::new(BufReader::new(File::open(path)?), LIMITS);
        match preview(rows, |number| known.get(&number), |_| {}) {
            Err(stopped) => println!("{}", stopped.as_str()),
            Ok(plan) => {
                print(&plan);
                known.extend(plan.facts().map(|facts| (facts.number, facts.clone())).collect::<Vec<_>>());
            }
        }
    }
    Ok(())
}

fn print(plan: &Plan) {
    let edition = plan.manifest.as_ref().map(|manifest| (manifest.edition.as_str(), manifest.published_on));
    println!("edition {edition:?}, {} lines, {} bytes", plan.read.lines, plan.read.bytes);
    for created in &plan.created {
        let place = created.facts.point.map(|point| point.to_string()).unwrap_or_default();
        println!("line {}: create {} {} {place}", created.line, created.facts.number, created.facts.name);
    }
    for change in &plan.changed {
        for field in &change.fields {
            let (from, to) = (field.from.as_deref().unwrap_or("–"), field.to.as_deref().unwrap_or("–"));
            println!("line {}: change {} {}: {from} → {to}", change.line, change.facts.number, field.field.as_str());
        }
    }
    println!("unchanged {}", plan.unchanged);
    for refused in &plan.refused {
        println!("line {}: refused {} ({})", refused.line, refused.about, refused.reason.key());
    }
    for repair in &plan.repairs {
        let to = repair.to.as_deref().unwrap_or("left empty");
        println!("line {}: {} {}: {} → {to}", repair.line, repair.field.as_str(), repair.kind.as_str(), repair.from);
    }
}
