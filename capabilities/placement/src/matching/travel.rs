//! How far, and about how long: an estimate from coordinates alone, with no map and nobody asked.

use passerelle_kernel::Minutes;

use crate::refusal::Refusal;

codes! {
    /// How a peer travels.
    pub enum Mode {
        /// On foot.
        Foot = "foot",
        /// By bicycle.
        Bicycle = "bicycle",
        /// By bus, tram, metro or train.
        Transit = "transit",
        /// By car.
        Car = "car",
    }
}

/// A place on earth, in degrees of WGS 84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    latitude: f64,
    longitude: f64,
}

impl Place {
    /// A place by its latitude and longitude in degrees.
    ///
    /// # Errors
    /// Refused when it is not on earth.
    pub fn new(latitude: f64, longitude: f64) -> Result<Self, Refusal> {
        let sound = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        if sound { Ok(Self { latitude, longitude }) } else { Err(Refusal::PlaceUnreadable) }
    }

    /// Degrees north.
    pub const fn latitude(self) -> f64 {
        self.latitude
    }

    /// Degrees east.
    pub const fn longitude(self) -> f64 {
        self.longitude
    }
}

/// The mean radius of the earth in kilometres (IUGG).
const RADIUS: f64 = 6_371.008_8;

/// The distance as the crow flies, in kilometres (haversine: within 0.5 % on the real earth).
pub fn kilometres(a: Place, b: Place) -> f64 {
    let (lat_a, lat_b) = (a.latitude.to_radians(), b.latitude.to_radians());
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let h = half(a.latitude, b.latitude) + lat_a.cos() * lat_b.cos() * half(a.longitude, b.longitude);
    2.0 * RADIUS * h.clamp(0.0, 1.0).sqrt().asin()
}

/// Roads and lines are this much longer than the crow's way, in towns of our size.
const DETOUR: f64 = 1.3;

/// About how long the way takes, door to door, rounded up to five minutes and never nothing. An estimate: the peer
/// decides.
///
/// On foot 4.5 km/h; by bicycle 14 km/h and 3 minutes; in transit 25 km/h and 12 minutes of walking and waiting; by car
/// 40 km/h and 8 minutes to park.
pub fn travel_minutes(kilometres: f64, mode: Mode) -> Minutes {
    let (around, speed) = match mode {
        Mode::Foot => (0.0, 4.5),
        Mode::Bicycle => (3.0, 14.0),
        Mode::Transit => (12.0, 25.0),
        Mode::Car => (8.0, 40.0),
    };
    let minutes = around + kilometres.max(0.0) * DETOUR / speed * 60.0;
    #[expect(clippy::cast_possible_truncation, reason = "half the way round the earth is 6,000 hours on foot")]
    let fives = (minutes / 5.0).ceil() as i64;
    Minutes((fives * 5).max(5))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn place(latitude: f64, longitude: f64) -> Place {
        Place::new(latitude, longitude).unwrap()
    }

    #[test]
    fn known_distances_are_found() {
        let (marseille, paris, nice) = (place(43.2965, 5.3698), place(48.8566, 2.3522), place(43.7102, 7.262));
        assert!((kilometres(marseille, paris) - 660.5).abs() < 2.0);
        assert!((kilometres(marseille, nice) - 159.0).abs() < 2.0);
        assert!(kilometres(paris, paris).abs() < 1e-9);
        assert!((kilometres(place(0.0, 179.5), place(0.0, -179.5)) - 111.2).abs() < 0.2);
    }

    #[test]
    fn a_place_is_on_earth() {
        for (latitude, longitude) in [(90.1, 0.0), (0.0, 180.1), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
            assert_eq!(Place::new(latitude, longitude), Err(Refusal::PlaceUnreadable));
        }
    }

    #[test]
    fn travel_is_rounded_up_to_five_minutes() {
        assert_eq!(travel_minutes(3.0, Mode::Foot), Minutes(55));
        assert_eq!(travel_minutes(10.0, Mode::Transit), Minutes(45));
        assert_eq!(travel_minutes(0.0, Mode::Car), Minutes(10));
        assert_eq!(travel_minutes(0.0, Mode::Foot), Minutes(5));
        assert_eq!(travel_minutes(f64::NAN, Mode::Foot), Minutes(5));
    }

    proptest! {
        #[test]
        fn farther_never_takes_less(near in 0.0..500.0f64, more in 0.0..500.0f64, mode in 0usize..4) {
            let mode = Mode::ALL[mode];
            prop_assert!(travel_minutes(near, mode) <= travel_minutes(near + more, mode));
        }

        #[test]
        fn the_way_back_is_as_long(a in -90.0..90.0f64, b in -180.0..180.0f64, c in -90.0..90.0f64, d in -180.0..180.0f64) {
            let (here, there) = (place(a, b), place(c, d));
            prop_assert!((kilometres(here, there) - kilometres(there, here)).abs() < 1e-6);
            prop_assert!(kilometres(here, there) <= RADIUS * std::f64::consts::PI + 1e-6);
        }
    }
}
