//! How fast an import is worked out: 100,000 invented sites as a spreadsheet damages them, first new, then known.
//!
//! `cargo run --release --example finess_speed [sites]`

use std::{collections::HashMap, fmt::Write as _, time::Instant};

use passerelle_directory::{
    FinessNumber,
    finess::{Facts, LIMITS, Plan, Rows, Stopped, preview},
};

fn main() -> Result<(), Stopped> {
    let sites = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(100_000);
    let file = invent(sites);
    println!("{} lines, {:.1} MB", file.lines().count(), file.len() as f64 / 1e6);

    let new = timed("all new", &file, &HashMap::new())?;
    let known: HashMap<_, _> = new.facts().map(|facts| (facts.number, facts.clone())).collect();
    let again = timed("all known", &file, &known)?;
    println!(
        "created {}, then unchanged {}, repairs {}",
        new.created.len(),
        again.unchanged,
        again.repair_counts.values().sum::<usize>()
    );
    Ok(())
}

fn timed(what: &str, file: &str, known: &HashMap<FinessNumber, Facts>) -> Result<Plan, Stopped> {
    let start = Instant::now();
    let mut told = 0;
    let plan = preview(Rows::new(file.as_bytes(), LIMITS), |number| known.get(&number), |_| told += 1)?;
    let seconds = start.elapsed().as_secs_f64();
    println!("{what}: {seconds:.2} s, {:.0} lines/s, progress told {told} times", plan.read.lines as f64 / seconds);
    Ok(plan)
}

/// Sites of every department from 01 to 95, each followed at the end of the file by its place.
fn invent(sites: u32) -> String {
    let mut file = String::from("finess;etalab;111;12/05/2026\n");
    let number = |index: u32| u64::from(index % 95 + 1) * 10_000_000 + u64::from(index);
    for index in 0..sites {
        let (site, commune, phone) = (number(index), index % 400 + 1, 199_000_000 + index);
        let _ = writeln!(
            file,
            "structureet;{site};{site};CMP {index};CENTRE MEDICO-PSYCHOLOGIQUE DES TILLEULS {index};;;{};R;DES TILLEULS;;;\
             {commune};{};INVENTE;{:05} MONTFLEURI;{phone};;156;Centre Médico-Psychologique (C.M.P.);1111;Centres;\
             9,00000E+13;8610Z;3;Dotation globale;1;Établissement public de santé;13/02/1979;13/02/1979;04/02/2020;",
            index % 200 + 1,
            index % 95 + 1,
            (index % 95 + 1) * 1_000,
        );
    }
    for index in 0..sites {
        let (x, y) = (400_000 + index * 5 % 500_000, 6_300_000 + index * 7 % 600_000);
        let _ = writeln!(
            file,
            "geolocalisation;{};{x},4;{y},2;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;04/05/2026",
            number(index)
        );
    }
    file
}
