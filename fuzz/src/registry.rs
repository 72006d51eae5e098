//! A file of the registry of institutions, as published or as a spreadsheet has damaged it. What was read is valid, and
//! a file that was imported changes nothing when it is imported again.

use std::collections::HashMap;

use passerelle_directory::{
    FinessNumber,
    finess::{Facts, Limits, Row, Rows, preview},
};

use crate::{Target, texts};

pub(crate) const TARGET: Target = Target { name: "registry", run, seeds };

fn seeds() -> Vec<Vec<u8>> {
    let site = "structureet;010000024;010780054;CH DE FLEYRIAT;CENTRE HOSPITALIER DE BOURG-EN-BRESSE FLEYRIAT;;;900;RTE;\
        DE PARIS;;;451;01;AIN;01440 VIRIAT;0474454647;0474454114;355;Centre Hospitalier;1102;Centres Hospitaliers;\
        26010004500012;8610Z;03;ARS;1;MCO;1979-02-13;1979-02-13;2020-02-04;";
    let place =
        "geolocalisation;010000024;870215.7;6571590.5;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;2026-05-12";
    let damaged = "structureet;10000024;10780054;\"CH \"\"DE\"\" FLEYRIAT\";é;;;900;RTE;DE PARIS;B;;451;1;AIN;1440 VIRIAT;\
        4,74E+08;;355;Centre;1102;;2,601E+13;;;;;;13/02/1979;;04/02/20;;;;";
    let mut seeds = texts([site, place, damaged, "finess;etalab;93;2026-05-12\r\n", "PK\u{3}\u{4}", ";;;\n\"\n"]);
    seeds.push(format!("finess;etalab;93;2026-05-12\n{site}\n{place}\n{damaged}\n").into_bytes());
    seeds.push(b"\xEF\xBB\xBFstructureet;\xE9\n\xFF\xFE".to_vec());
    seeds
}

fn run(bytes: &[u8]) {
    let limits = Limits { bytes: 64 << 10, lines: 500, line_bytes: 1 << 10 };
    let mut last = 0;
    for row in Rows::new(bytes, limits).map_while(Result::ok) {
        if let Row::Site(site) = row {
            assert!(site.line > last, "lines go on");
            last = site.line;
            assert_eq!(FinessNumber::parse(site.facts.number.as_str()), Ok(site.facts.number));
        }
    }
    let Ok(plan) = preview(Rows::new(bytes, limits), |_| None, |_| {}) else { return };
    let known: HashMap<FinessNumber, Facts> = plan.facts().map(|facts| (facts.number, facts.clone())).collect();
    let again = preview(Rows::new(bytes, limits), |number| known.get(&number), |_| {});
    assert!(again.is_ok_and(|plan| plan.is_empty()), "the same file changes something again");
}
