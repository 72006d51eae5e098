//! Places and distances without asking anybody: countries, points, towns of the world.

mod country;
mod towns;

use std::fmt;

pub use country::Country;
pub use towns::{Town, Towns, without_cedex};

/// A place on the Earth in degrees (WGS84), to six decimals: about ten centimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    lat: f64,
    lon: f64,
}

/// Mean radius of the Earth in kilometres (IUGG).
const RADIUS_KM: f64 = 6371.0088;

impl Point {
    /// A place from its latitude and longitude in degrees, `None` when there is no such place.
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
        ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon))
            .then(|| Self { lat: round(lat), lon: round(lon) })
    }

    /// Latitude in degrees, north is positive.
    pub const fn lat(self) -> f64 {
        self.lat
    }

    /// Longitude in degrees, east is positive.
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// Kilometres as the crow flies (haversine on a sphere: less than 0.6 % wrong).
    pub fn distance_km(self, other: Self) -> f64 {
        let (a, b) = (self.lat.to_radians(), other.lat.to_radians());
        let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
        let h = half(other.lat - self.lat) + a.cos() * b.cos() * half(other.lon - self.lon);
        2.0 * RADIUS_KM * h.clamp(0.0, 1.0).sqrt().asin()
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.6},{:.6}", self.lat, self.lon)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Reference distances: geodesics of pyproj on WGS84.
    #[test]
    fn distances_are_those_of_the_map() {
        let paris = Point::new(48.8567, 2.351).unwrap();
        for (lat, lon, km) in [(50.6292, 3.0573, 203.61), (50.4669, 4.8675, 255.09), (-20.8789, 55.4481, 9343.74)] {
            let distance = paris.distance_km(Point::new(lat, lon).unwrap());
            assert!((distance / km - 1.0).abs() < 0.006, "{distance} for {km}");
        }
        assert_eq!(paris.distance_km(paris), 0.0);
    }

    #[test]
    fn there_is_no_place_beyond_the_poles() {
        for (lat, lon) in [(90.1, 0.0), (0.0, 180.1), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
            assert_eq!(Point::new(lat, lon), None);
        }
    }

    proptest! {
        #[test]
        fn distance_is_the_same_both_ways(a in -90.0..90.0, b in -180.0..180.0, c in -90.0..90.0, d in -180.0..180.0) {
            let (one, two) = (Point::new(a, b).unwrap(), Point::new(c, d).unwrap());
            let (there, back) = (one.distance_km(two), two.distance_km(one));
            prop_assert!((there - back).abs() < 1e-6 && (0.0..=20_016.0).contains(&there));
        }
    }
}
