//! Towns and where they are, so that a distance needs no outside service and no exact address.
//!
//! The list (`name;country;lat;lon;population`) is made when the pages' assets are built and is part of the program;
//! without it every lookup gives nothing. Names are compared without accents, case, hyphens, and with "St" for "Saint".

use std::{collections::BTreeMap, sync::LazyLock};

use passerelle_kernel::{comparable, unpacked};

use crate::{Country, Point};

/// A town.
#[derive(Clone, Debug, PartialEq)]
pub struct Town {
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: Country,
    /// Where it is.
    pub point: Point,
    /// How many people live there.
    pub population: u64,
}

/// Towns by country and name.
#[derive(Debug, Default)]
pub struct Towns {
    /// The greatest town first under each name.
    by_name: BTreeMap<(Country, String), Vec<Town>>,
}

/// As the assets' build has packed it; nothing before that. What does not open, no build made.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/towns.csv.br"));

static BUILT_IN: LazyLock<Towns> = LazyLock::new(|| {
    let list = unpacked(PACKED).unwrap_or_default();
    Towns::read(&String::from_utf8_lossy(&list))
});

impl Towns {
    /// The towns that are part of the program.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a list; lines that are not a town (a heading) are left out.
    pub fn read(list: &str) -> Self {
        let mut towns = Self::default();
        for town in list.lines().filter_map(read_town) {
            towns.by_name.entry((town.country, comparable(&town.name))).or_default().push(town);
        }
        for same_name in towns.by_name.values_mut() {
            same_name.sort_by_key(|town| std::cmp::Reverse(town.population));
        }
        towns
    }

    /// The greatest town of this name in the country.
    pub fn find(&self, name: &str, country: Country) -> Option<&Town> {
        self.by_name.get(&(country, comparable(without_cedex(name))))?.first()
    }

    /// Where the town of this name is.
    pub fn point(&self, name: &str, country: Country) -> Option<Point> {
        self.find(name, country).map(|town| town.point)
    }

    /// Up to five towns that may be meant: names that begin so, then names with one letter changed, added, missing or
    /// swapped; greater towns first.
    pub fn suggest(&self, name: &str, country: Country) -> Vec<&Town> {
        let wanted = comparable(without_cedex(name));
        if wanted.is_empty() {
            return Vec::new();
        }
        let near = |name: &str| name.starts_with(&wanted) || one_slip(name, &wanted);
        let of_country = self.by_name.range((country, String::new())..).take_while(|((c, _), _)| *c == country);
        let named = of_country.filter(|((_, name), _)| near(name));
        let mut found: Vec<(bool, &Town)> =
            named.filter_map(|((_, name), towns)| Some((!name.starts_with(&wanted), towns.first()?))).collect();
        found.sort_by_key(|(slip, town)| (*slip, std::cmp::Reverse(town.population)));
        found.into_iter().take(5).map(|(_, town)| town).collect()
    }

    /// How many towns are known.
    pub fn len(&self) -> usize {
        self.by_name.values().map(Vec::len).sum()
    }

    /// Whether the program was built without the list.
    pub fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }
}

fn read_town(line: &str) -> Option<Town> {
    let mut fields = line.split(';').map(str::trim);
    let (name, country) = (fields.next()?.to_owned(), Country::parse(fields.next()?)?);
    let point = Point::new(fields.next()?.parse().ok()?, fields.next()?.parse().ok()?)?;
    let population = fields.next().and_then(|count| count.parse().ok()).unwrap_or(0);
    (!name.is_empty()).then_some(Town { name, country, point, population })
}

/// Whether one letter is changed, added, missing, or two are swapped.
fn one_slip(name: &str, wanted: &str) -> bool {
    name.len().abs_diff(wanted.len()) <= 1 && strsim::osa_distance(name, wanted) == 1
}

/// The name without what the post adds: `CEDEX`, with or without a number.
pub fn without_cedex(town: &str) -> &str {
    let town = town.trim();
    let upper = town.to_ascii_uppercase(); // same length: only ASCII letters change
    upper.find(" CEDEX").and_then(|cut| town.get(..cut)).map_or(town, str::trim_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "name;country;lat;lon;population\n\
        Saint-Quentin;FR;49.84889;3.28757;59066\n\
        Châtillon-sur-Chalaronne;FR;46.12;4.9578;4899\n\
        Lille;FR;50.63297;3.05858;228328\n\
        Lillers;FR;50.55;2.4833;10131\n\
        Lille;BE;51.2414;4.8236;16202\n\
        Namur;BE;50.4669;4.86746;106284\n\
        Tours;FR;47.39484;0.70398;141621\n\
        Tourcoing;FR;50.72391;3.16117;92389\n\
        Bruxelles;BE;50.85;4.35;1019022\n\
        Montreuil;FR;50.46;1.76;2000\r\n\
        Montreuil;FR;48.86415;2.44322;111240\n\
        broken;FR;x;y;z\n";

    #[test]
    fn towns_are_found_however_they_are_written() {
        let towns = Towns::read(LIST);
        assert_eq!(towns.len(), 11);
        for name in ["SAINT QUENTIN", "st-quentin", "St Quentin", " ST QUENTIN CEDEX", "ST QUENTIN CEDEX 02"] {
            assert_eq!(
                towns.find(name, Country::FRANCE).map(|town| town.name.as_str()),
                Some("Saint-Quentin"),
                "{name}"
            );
        }
        assert!(towns.find("CHATILLON S/CHALARONNE", Country::FRANCE).is_some());
        assert!(towns.find("CHATILLON SUR CHALARONNE", Country::FRANCE).is_some());
        assert_eq!(towns.find("Quentin", Country::FRANCE), None);
        assert_eq!(towns.find("", Country::FRANCE), None);
    }

    #[test]
    fn the_country_and_the_greater_town_decide() {
        let towns = Towns::read(LIST);
        assert_eq!(towns.point("lille", Country::BELGIUM), Point::new(51.2414, 4.8236));
        assert_eq!(towns.point("Montreuil", Country::FRANCE), Point::new(48.86415, 2.44322));
        assert_eq!(towns.point("Namur", Country::FRANCE), None);
    }

    #[test]
    fn a_slip_or_a_beginning_is_understood() {
        let towns = Towns::read(LIST);
        let names = |name, country| towns.suggest(name, country).iter().map(|t| t.name.clone()).collect::<Vec<_>>();
        assert_eq!(names("lil", Country::FRANCE), ["Lille", "Lillers"]);
        assert_eq!(names("Tuors", Country::FRANCE), ["Tours"]);
        assert_eq!(names("Bruxeles", Country::BELGIUM), ["Bruxelles"]);
        assert_eq!(names("Namr", Country::BELGIUM), ["Namur"]);
        assert!(names("", Country::FRANCE).is_empty());
        assert!(names("zzz", Country::FRANCE).is_empty());
    }

    #[test]
    fn the_built_in_towns_are_where_the_map_says() {
        let near = |town: &Town, lat, lon| town.point.distance_km(Point::new(lat, lon).unwrap()) < 10.0;
        let towns = Towns::built_in(); // empty before the assets are built, and only then
        assert_eq!(towns.is_empty(), PACKED.is_empty());
        assert!(towns.is_empty() || towns.find("namur", Country::BELGIUM).is_some_and(|t| near(t, 50.467, 4.868)));
        let same = |one, other, country| towns.point(one, country) == towns.point(other, country);
        assert!(same("Bruxelles", "BRUSSEL", Country::BELGIUM) && same("Lille", "Rijsel", Country::FRANCE));
        let states = Country::parse("US").unwrap();
        assert!(towns.is_empty() || towns.find("arlington va", states).is_some_and(|t| near(t, 38.881, -77.104)));
        assert_eq!(towns.point("Arlington", states), None);
        assert!(towns.is_empty() || towns.find("ST ETIENNE", Country::FRANCE).is_some_and(|t| near(t, 45.434, 4.390)));
    }

    #[test]
    fn without_a_list_there_is_nothing() {
        let towns = Towns::read("");
        assert!(towns.is_empty());
        assert_eq!(towns.point("Lille", Country::FRANCE), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in ".*") {
            let towns = Towns::read(&text);
            let _ = (towns.find(&text, Country::FRANCE), towns.suggest(&text, Country::FRANCE), without_cedex(&text));
        }
    }
}
