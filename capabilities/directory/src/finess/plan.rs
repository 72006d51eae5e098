//! What an import would do, worked out without doing it: the same file and the same directory give the same plan.
//!
//! Sites and their places come in any order, so both are held until the end of the file. After the plan is carried
//! out, the same file changes nothing.

use std::{
    collections::{BTreeMap, HashMap, hash_map::Entry},
    io::BufRead,
};

use super::{Facts, Field, Manifest, Position, Reason, Refused, Repair, RepairKind, Row, Rows, Site, Stopped};
use crate::FinessNumber;

/// How far the reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Lines read.
    pub lines: u64,
    /// Bytes read.
    pub bytes: u64,
}

/// A site that is new to the directory.
#[derive(Clone, Debug, PartialEq)]
pub struct Created {
    /// Line of the file, from 1.
    pub line: u64,
    /// Its facts.
    pub facts: Facts,
}

/// A field that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field.
    pub field: Field,
    /// What is known.
    pub from: Option<String>,
    /// What the file says.
    pub to: Option<String>,
}

/// A site about which the file says something new.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Line of the file, from 1.
    pub line: u64,
    /// The fields that change.
    pub fields: Vec<FieldChange>,
    /// The facts after the change.
    pub facts: Facts,
}

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Which edition of the registry the file says it is.
    pub manifest: Option<Manifest>,
    /// How much was read.
    pub read: Progress,
    /// New sites, by line.
    pub created: Vec<Created>,
    /// Sites that change, by line.
    pub changed: Vec<Change>,
    /// How many sites stay as they are.
    pub unchanged: usize,
    /// Lines that are not imported, by line; the first [`Plan::LISTED`] of them.
    pub refused: Vec<Refused>,
    /// How many lines are not imported.
    pub refused_count: usize,
    /// Repairs, by line; the first [`Plan::LISTED`] of them.
    pub repairs: Vec<Repair>,
    /// How many repairs of each kind in each field.
    pub repair_counts: BTreeMap<(Field, RepairKind), usize>,
}

impl Plan {
    /// How many refusals and how many repairs are listed one by one: enough to read, and little memory.
    pub const LISTED: usize = 10_000;

    /// The facts to write: of new sites and of those that change.
    pub fn facts(&self) -> impl Iterator<Item = &Facts> {
        self.created.iter().map(|created| &created.facts).chain(self.changed.iter().map(|change| &change.facts))
    }

    /// Whether nothing would be written.
    pub fn is_empty(&self) -> bool {
        self.created.is_empty() && self.changed.is_empty()
    }

    fn refuse(&mut self, refused: Refused) {
        self.refused_count += 1;
        if self.refused.len() < Self::LISTED {
            self.refused.push(refused);
        }
    }

    fn note(&mut self, repairs: Vec<Repair>) {
        for repair in repairs {
            *self.repair_counts.entry((repair.field, repair.kind)).or_default() += 1;
            if self.repairs.len() < Self::LISTED {
                self.repairs.push(repair);
            }
        }
    }

    /// Adds what a line says of a site, against what is `known` of it.
    fn compare(&mut self, line: u64, facts: Facts, known: Option<&Facts>) {
        match known {
            None => self.created.push(Created { line, facts }),
            Some(known) if *known == facts => self.unchanged += 1,
            Some(known) => {
                let pairs = known.values().into_iter().zip(facts.values());
                let fields = pairs
                    .filter(|((_, from), (_, to))| from != to)
                    .map(|((field, from), (_, to))| FieldChange { field, from, to })
                    .collect();
                self.changed.push(Change { line, fields, facts });
            }
        }
    }
}

/// How often progress is told, in lines.
const TELL_EVERY: u64 = 1_000;

/// Reads the whole file and compares it with what is `known`; `tell` hears how far it is, and when it is done.
pub fn preview<'a, R: BufRead>(
    mut rows: Rows<R>,
    known: impl Fn(FinessNumber) -> Option<&'a Facts>,
    mut tell: impl FnMut(Progress),
) -> Result<Plan, Stopped> {
    let mut draft = Draft::default();
    let mut told = 0;
    while let Some(row) = rows.next() {
        draft.take(row?);
        let progress = rows.progress();
        if progress.lines >= told + TELL_EVERY {
            told = progress.lines;
            tell(progress);
        }
    }
    draft.plan.read = rows.progress();
    tell(draft.plan.read);
    Ok(draft.finish(known))
}

/// A site that waits for its place, with the fields that the file could not tell.
struct Waiting {
    line: u64,
    facts: Facts,
    untold: Vec<Field>,
}

#[derive(Default)]
struct Draft {
    plan: Plan,
    sites: Vec<Waiting>,
    lines: HashMap<FinessNumber, u64>,
    places: HashMap<FinessNumber, Position>,
}

impl Draft {
    fn take(&mut self, row: Row) {
        match row {
            Row::Manifest(mut manifest) => {
                self.plan.note(std::mem::take(&mut manifest.repairs));
                self.plan.manifest.get_or_insert(manifest);
            }
            Row::Site(site) => self.take_site(*site),
            Row::Position(position) => self.take_position(position),
            Row::Refused(refused) => self.plan.refuse(refused),
        }
    }

    fn take_site(&mut self, site: Site) {
        let number = site.facts.number;
        if let Some(first) = self.lines.get(&number) {
            return self.plan.refuse(twice(site.line, number, *first));
        }
        self.lines.insert(number, site.line);
        let untold = site.repairs.iter().filter(|repair| repair.to.is_none()).map(|repair| repair.field).collect();
        self.sites.push(Waiting { line: site.line, facts: site.facts, untold });
        self.plan.note(site.repairs);
    }

    fn take_position(&mut self, mut position: Position) {
        match self.places.entry(position.number) {
            Entry::Occupied(first) => self.plan.refuse(twice(position.line, position.number, first.get().line)),
            Entry::Vacant(place) => {
                self.plan.note(std::mem::take(&mut position.repairs));
                place.insert(position);
            }
        }
    }

    fn finish<'a>(mut self, known: impl Fn(FinessNumber) -> Option<&'a Facts>) -> Plan {
        for Waiting { line, mut facts, mut untold } in self.sites {
            let known = known(facts.number);
            match self.places.remove(&facts.number) {
                Some(position) => facts.point = Some(position.point),
                None => untold.push(Field::Coordinates),
            }
            if let Some(known) = known {
                untold.into_iter().for_each(|field| facts.keep(field, known));
            }
            self.plan.compare(line, facts, known);
        }
        let mut places: Vec<Position> = self.places.into_values().collect();
        places.sort_by_key(|position| position.line);
        for Position { line, number, point, .. } in places {
            match known(number) {
                Some(site) => self.plan.compare(line, Facts { point: Some(point), ..site.clone() }, Some(site)),
                None => self.plan.refuse(Refused { line, reason: Reason::NoSuchSite, about: number.to_string() }),
            }
        }
        self.plan.changed.sort_by_key(|change| change.line);
        self.plan.refused.sort_by_key(|refused| refused.line);
        self.plan
    }
}

fn twice(line: u64, number: FinessNumber, first: u64) -> Refused {
    Refused { line, reason: Reason::Twice(first), about: number.to_string() }
}
