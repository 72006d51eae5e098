//! The outlines of countries, as the build of the assets has written them; none before it has run.

use std::sync::LazyLock;

use passerelle_kernel::unpacked;

/// A country with its islands.
#[derive(Debug)]
pub(super) struct Country {
    /// Two letters; empty for lands without a town of their own.
    pub(super) code: String,
    pub(super) rings: Vec<Ring>,
}

/// A line around a piece of land, in degrees east and north.
#[derive(Debug)]
pub(super) struct Ring {
    pub(super) points: Vec<(f64, f64)>,
    west: f64,
    south: f64,
    east: f64,
    north: f64,
}

impl Ring {
    fn new(points: Vec<(f64, f64)>) -> Option<Self> {
        let (first, _) = points.split_first()?;
        let mut ring = Self { west: first.0, east: first.0, south: first.1, north: first.1, points: Vec::new() };
        for (lon, lat) in &points {
            ring.west = ring.west.min(*lon);
            ring.east = ring.east.max(*lon);
            ring.south = ring.south.min(*lat);
            ring.north = ring.north.max(*lat);
        }
        ring.points = points;
        Some(ring)
    }

    /// Whether a part of it may lie in this box of degrees.
    pub(super) fn touches(&self, (west, south, east, north): (f64, f64, f64, f64)) -> bool {
        self.west <= east && self.east >= west && self.south <= north && self.north >= south
    }
}

/// Degrees between points of the outlines of the whole world.
const COARSE: f64 = 0.4;

static FINE: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let lines = unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/countries.txt.br"))).unwrap_or_default();
    String::from_utf8_lossy(&lines).lines().filter_map(read).collect()
});
static WORLD: LazyLock<Vec<Country>> = LazyLock::new(|| FINE.iter().map(coarse).collect());

/// The countries, with fewer points when much of the world is in view.
pub(super) fn countries(is_wide: bool) -> &'static [Country] {
    if is_wide { &WORLD } else { &FINE }
}

/// `code;ring|ring`, each point as the difference from the one before, in hundredths of a degree.
fn read(line: &str) -> Option<Country> {
    let (code, rings) = line.split_once(';')?;
    let rings = rings.split('|').filter_map(|ring| Ring::new(points(ring)));
    Some(Country { code: code.to_owned(), rings: rings.collect() })
}

fn points(ring: &str) -> Vec<(f64, f64)> {
    let (mut lon, mut lat) = (0_i32, 0_i32);
    let steps = ring.split(',').filter_map(|step| {
        let (x, y) = step.split_once(' ')?;
        Some((x.parse::<i32>().ok()?, y.parse::<i32>().ok()?))
    });
    let point = |(x, y)| {
        lon += x;
        lat += y;
        (f64::from(lon) / 100.0, f64::from(lat) / 100.0)
    };
    steps.map(point).collect()
}

/// The same country with fewer points, and without what would be a speck.
fn coarse(country: &Country) -> Country {
    let large = |ring: &&Ring| (ring.east - ring.west).max(ring.north - ring.south) > 2.0 * COARSE;
    let rings = country.rings.iter().filter(large).filter_map(|ring| {
        let mut kept: Vec<(f64, f64)> = Vec::new();
        for point in &ring.points {
            if kept.last().is_none_or(|last| (last.0 - point.0).abs().max((last.1 - point.1).abs()) >= COARSE) {
                kept.push(*point);
            }
        }
        Ring::new(kept).filter(|ring| ring.points.len() > 3)
    });
    Country { code: country.code.clone(), rings: rings.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_point_by_point() {
        let country = read("BE;300 5000,100 0,0 100|-10 20,5 5,5 -5").unwrap();
        assert_eq!(country.code, "BE");
        assert_eq!(country.rings[0].points, [(3.0, 50.0), (4.0, 50.0), (4.0, 51.0)]);
        assert_eq!(country.rings[1].points[1], (-0.05, 0.25));
        assert!(country.rings[0].touches((3.5, 50.5, 9.0, 60.0)));
        assert!(!country.rings[0].touches((4.5, 50.5, 9.0, 60.0)));
        assert!(read("no rings").is_none());
    }

    #[test]
    fn the_world_has_the_countries_of_our_field() {
        if FINE.is_empty() {
            println!("skipped: the assets are not built (node platform/ui/build.mjs)");
            return;
        }
        for code in ["FR", "BE", "CH", "LU", "CA", "GB", "NL", "DE", "ES", "RO", "NO", "US", "AU", "NZ"] {
            assert!(FINE.iter().any(|country| country.code == code && !country.rings.is_empty()), "{code}");
        }
        let points = |of: &[Country]| -> usize { of.iter().flat_map(|c| &c.rings).map(|ring| ring.points.len()).sum() };
        assert!(points(&WORLD) * 4 < points(&FINE));
    }
}
