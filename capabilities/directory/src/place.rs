//! Organisations by country and town, as the map and its list show them.

use std::{cmp::Reverse, collections::BTreeMap};

use passerelle_kernel::comparable;

use crate::{Country, Point, Towns, store::places::Placed};

/// A town with its organisations.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// Its name; nothing when an organisation has told none.
    pub name: Option<String>,
    pub country: Country,
    /// Where it is, when that is known.
    pub point: Option<Point>,
    pub organisations: Vec<Placed>,
}

/// Beyond so many kilometres from the middle, a place is far.
const NEAR_KM: f64 = 2800.0;

/// The towns, country by country: the country and the town with most organisations first.
///
/// Two names of one town are one place, under the name that came first.
pub(crate) fn places(organisations: Vec<Placed>, known: &Towns) -> Vec<Place> {
    let mut towns: BTreeMap<(Country, String), Place> = BTreeMap::new();
    let mut in_country: BTreeMap<Country, usize> = BTreeMap::new();
    for placed in organisations {
        *in_country.entry(placed.country).or_default() += 1;
        let town = placed.town.as_deref().unwrap_or_default();
        let home = known.point(town, placed.country);
        let key = (placed.country, home.map_or_else(|| comparable(town), |point| point.to_string()));
        let place = towns.entry(key).or_insert_with(|| Place {
            name: placed.town.clone(),
            country: placed.country,
            point: None,
            organisations: Vec::new(),
        });
        place.point = place.point.or(placed.point).or(home);
        place.organisations.push(placed);
    }
    let mut places: Vec<Place> = towns.into_values().collect();
    let size = |country: Country| in_country.get(&country).copied().unwrap_or(0);
    places.sort_by_cached_key(|place| {
        let (unknown, name) = (place.point.is_none(), place.name.as_deref().map(comparable));
        (Reverse(size(place.country)), place.country, unknown, Reverse(place.organisations.len()), name)
    });
    places
}

/// The countries in the order of their places, with the number of organisations of each.
pub(crate) fn countries(places: &[Place]) -> Vec<(Country, usize)> {
    let mut found: Vec<(Country, usize)> = Vec::new();
    for place in places {
        match found.last_mut().filter(|(country, _)| *country == place.country) {
            Some((_, count)) => *count += place.organisations.len(),
            None => found.push((place.country, place.organisations.len())),
        }
    }
    found
}

/// Which places are near each other: all, unless a few lie far from the middle of the others.
pub(crate) fn near(places: &[Place]) -> Vec<bool> {
    let known: Vec<Point> = places.iter().filter_map(|place| place.point).collect();
    let Some(middle) = middle(&known) else { return vec![true; places.len()] };
    let is_near = |place: &Place| place.point.is_none_or(|point| point.distance_km(middle) <= NEAR_KM);
    let near: Vec<bool> = places.iter().map(is_near).collect();
    let far = near.iter().filter(|near| !**near).count();
    if far * 3 <= places.len() { near } else { vec![true; places.len()] }
}

/// The place in the middle, each direction for itself: a few far places do not move it.
fn middle(points: &[Point]) -> Option<Point> {
    let median = |of: fn(Point) -> f64| {
        let mut values: Vec<f64> = points.iter().map(|point| of(*point)).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    };
    Point::new(median(Point::lat)?, median(Point::lon)?)
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::{Chance, Id, Timestamp};

    use super::*;
    use crate::OrganisationKind;

    fn placed(name: &str, country: &str, town: &str, point: Option<(f64, f64)>) -> Placed {
        Placed {
            id: Id::new(Timestamp::UNIX_EPOCH, &Chance::seeded(name.len() as u64)),
            kind: OrganisationKind::Association,
            name: name.into(),
            country: Country::parse(country).unwrap(),
            town: Some(town.into()),
            point: point.and_then(|(lat, lon)| Point::new(lat, lon)),
        }
    }

    fn places(organisations: Vec<Placed>) -> Vec<Place> {
        let list = "Bruxelles;BE;50.85;4.35;1019022\nBrussel;BE;50.85;4.35;1019022\nTours;FR;47.39;0.70;141621\n";
        super::places(organisations, &Towns::read(list))
    }

    fn network() -> Vec<Place> {
        places(vec![
            placed("ESPER Pro", "FR", "Marseille", Some((43.3, 5.4))),
            placed("PAT", "BE", "Namur", Some((50.47, 4.87))),
            placed("Smes", "BE", "Bruxelles", Some((50.85, 4.35))),
            placed("Forum", "BE", "bruxelles", None),
            placed("Te Pou", "NZ", "Auckland", Some((-36.85, 174.76))),
            placed("Ailleurs", "FR", "Nulleville", None),
        ])
    }

    #[test]
    fn a_town_is_one_place_however_it_is_written_and_the_fullest_comes_first() {
        let places = network();
        let told: Vec<_> =
            places.iter().map(|place| (place.name.as_deref().unwrap(), place.organisations.len())).collect();
        assert_eq!(told, [("Bruxelles", 2), ("Namur", 1), ("Marseille", 1), ("Nulleville", 1), ("Auckland", 1)]);
        assert!(places[0].point.is_some());
        let counts: Vec<_> =
            countries(&places).into_iter().map(|(country, count)| (country.as_str().to_owned(), count)).collect();
        assert_eq!(counts, [("BE".to_owned(), 3), ("FR".to_owned(), 2), ("NZ".to_owned(), 1)]);
    }

    #[test]
    fn two_names_of_a_town_are_one_place_and_a_known_town_is_enough() {
        let places = places(vec![
            placed("Smes", "BE", "Bruxelles", None),
            placed("Dune", "BE", "BRUSSEL", None),
            placed("CoFoR", "FR", "Tours", None),
        ]);
        let told: Vec<_> =
            places.iter().map(|place| (place.name.as_deref().unwrap(), place.organisations.len())).collect();
        assert_eq!(told, [("Bruxelles", 2), ("Tours", 1)]);
        assert!(places.iter().all(|place| place.point.is_some()));
    }

    #[test]
    fn a_few_far_places_do_not_make_the_map_a_world() {
        let places = network();
        assert_eq!(near(&places), [true, true, true, true, false]);
        let apart = super::places(
            vec![
                placed("Te Pou", "NZ", "Auckland", Some((-36.85, 174.76))),
                placed("PAT", "BE", "Namur", Some((50.47, 4.87))),
            ],
            &Towns::read(""),
        );
        assert_eq!(near(&apart), [true, true]);
        assert_eq!(near(&[]), Vec::<bool>::new());
    }
}
