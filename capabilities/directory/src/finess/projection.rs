//! From the metres of French public data to degrees.
//!
//! Metropolitan France: Lambert-93 (EPSG:2154), a conformal cone on the ellipsoid GRS80; formulas and constants of IGN
//! (note NT/G 71). Overseas: UTM on the same ellipsoid, with Krüger's series as far as it moves a place by a
//! millimetre. The French systems (RGF93, RGAF09, RGFG95, RGR92, RGM04) and WGS84 agree within a metre.

use std::f64::consts::FRAC_PI_2;

use crate::Point;

/// A projection that FINESS uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Projection {
    /// Metropolitan France and Corsica.
    Lambert93,
    /// Guadeloupe, Martinique, Saint-Barthélemy, Saint-Martin.
    UtmNorth20,
    /// Saint-Pierre-et-Miquelon.
    UtmNorth21,
    /// Guyane.
    UtmNorth22,
    /// Mayotte.
    UtmSouth38,
    /// La Réunion.
    UtmSouth40,
}

/// Half the long axis of GRS80 in metres.
const AXIS: f64 = 6_378_137.0;
/// Flattening of GRS80.
const FLATTENING: f64 = 1.0 / 298.257_222_101;

impl Projection {
    /// The projection of this code, however it is written (`LAMBERT_93`, `Lambert-93`).
    pub fn named(code: &str) -> Option<Self> {
        Some(match code.trim().to_ascii_uppercase().replace(['-', ' '], "_").as_str() {
            "LAMBERT_93" => Self::Lambert93,
            "UTM_N20" => Self::UtmNorth20,
            "UTM_N21" => Self::UtmNorth21,
            "UTM_N22" => Self::UtmNorth22,
            "UTM_S38" => Self::UtmSouth38,
            "UTM_S40" => Self::UtmSouth40,
            _ => return None,
        })
    }

    /// The projection in use where a FINESS number, or a code of department or commune, says that a place is.
    pub fn of_department(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [b'9', b'7', b'1' | b'2' | b'7' | b'8', ..] => Some(Self::UtmNorth20),
            [b'9', b'7', b'3', ..] => Some(Self::UtmNorth22),
            [b'9', b'7', b'4', ..] => Some(Self::UtmSouth40),
            [b'9', b'7', b'5', ..] => Some(Self::UtmNorth21),
            [b'9', b'7', b'6', ..] | [b'9', b'8', b'0', b'5', ..] => Some(Self::UtmSouth38),
            [b'9', b'7', b'0', region, ..] if *region != b'0' => {
                Self::of_department(&format!("97{}", char::from(*region)))
            }
            [b'9', b'7' | b'8', ..] => None,
            [b'0'..=b'9', b'0'..=b'9' | b'A' | b'B', ..] => Some(Self::Lambert93),
            _ => None,
        }
    }

    /// The place at `x` metres to the east and `y` to the north, `None` when it is outside the territory.
    pub fn point(self, x: f64, y: f64) -> Option<Point> {
        let (lat, lon) = self.degrees(x, y);
        let ([south, north], [west, east]) = self.bounds();
        let inside = (south..=north).contains(&lat) && (west..=east).contains(&lon);
        inside.then(|| Point::new(lat, lon)).flatten()
    }

    fn degrees(self, x: f64, y: f64) -> (f64, f64) {
        match self {
            Self::Lambert93 => lambert_93(x, y),
            Self::UtmNorth20 => utm(20, x, y),
            Self::UtmNorth21 => utm(21, x, y),
            Self::UtmNorth22 => utm(22, x, y),
            Self::UtmSouth38 => utm(38, x, y - 10_000_000.0),
            Self::UtmSouth40 => utm(40, x, y - 10_000_000.0),
        }
    }

    /// The territory in degrees, with a margin: south and north, west and east.
    const fn bounds(self) -> ([f64; 2], [f64; 2]) {
        match self {
            Self::Lambert93 => ([41.2, 51.3], [-5.3, 9.7]),
            Self::UtmNorth20 => ([14.2, 18.3], [-63.3, -60.6]),
            Self::UtmNorth21 => ([46.6, 47.3], [-56.6, -56.0]),
            Self::UtmNorth22 => ([2.0, 6.0], [-54.8, -51.4]),
            Self::UtmSouth38 => ([-13.2, -12.4], [44.8, 45.5]),
            Self::UtmSouth40 => ([-21.6, -20.7], [55.0, 56.0]),
        }
    }
}

/// Exponent of Lambert-93.
const CONE: f64 = 0.725_607_765_0;
/// Radius of the projection in metres.
const CONE_RADIUS: f64 = 11_754_255.426;
/// Where the meridians meet, in metres.
const APEX: (f64, f64) = (700_000.0, 12_655_612.050);
/// Meridian of origin in degrees.
const CONE_MERIDIAN: f64 = 3.0;

fn lambert_93(x: f64, y: f64) -> (f64, f64) {
    let (east, south) = (x - APEX.0, APEX.1 - y);
    let lon = CONE_MERIDIAN + (east.atan2(south) / CONE).to_degrees();
    let isometric = -(east.hypot(south) / CONE_RADIUS).ln() / CONE;
    let eccentricity = (FLATTENING * (2.0 - FLATTENING)).sqrt();
    let mut lat = 2.0 * isometric.exp().atan() - FRAC_PI_2;
    for _ in 0..8 {
        let shift = eccentricity * (eccentricity * lat.sin()).atanh();
        lat = 2.0 * (isometric + shift).exp().atan() - FRAC_PI_2;
    }
    (lat.to_degrees(), lon)
}

/// `north` is counted from the equator, negative in the south.
fn utm(zone: u8, east: f64, north: f64) -> (f64, f64) {
    let n = FLATTENING / (2.0 - FLATTENING);
    let radius = 0.9996 * AXIS / (1.0 + n) * (1.0 + n.powi(2) / 4.0 + n.powi(4) / 64.0);
    let (xi, eta) = (north / radius, (east - 500_000.0) / radius);
    let beta = [n / 2.0 - 2.0 / 3.0 * n.powi(2) + 37.0 / 96.0 * n.powi(3), n.powi(2) / 48.0 + n.powi(3) / 15.0];
    let delta = [
        2.0 * n - 2.0 / 3.0 * n.powi(2) - 2.0 * n.powi(3),
        7.0 / 3.0 * n.powi(2) - 8.0 / 5.0 * n.powi(3),
        56.0 / 15.0 * n.powi(3),
    ];
    let (mut xi_sphere, mut eta_sphere) = (xi, eta);
    for (order, b) in (1..).zip(beta) {
        let twice = 2.0 * f64::from(order);
        xi_sphere -= b * (twice * xi).sin() * (twice * eta).cosh();
        eta_sphere -= b * (twice * xi).cos() * (twice * eta).sinh();
    }
    let conformal = (xi_sphere.sin() / eta_sphere.cosh()).asin();
    let series: f64 = (1..).zip(delta).map(|(order, d)| d * (2.0 * f64::from(order) * conformal).sin()).sum();
    let meridian = f64::from(zone) * 6.0 - 183.0;
    let lon = meridian + eta_sphere.sinh().atan2(xi_sphere.cos()).to_degrees();
    ((conformal + series).to_degrees(), lon)
}

#[cfg(test)]
mod tests {
    use std::f64::consts::FRAC_PI_4;

    use proptest::prelude::*;

    use super::{Projection::*, *};

    /// Metres and degrees of the same places, worked out by PROJ (EPSG:2154, 5490, 4467, 2972, 4471, 2975 to 4326).
    const PLACES: [(Projection, f64, f64, f64, f64); 9] = [
        (Lambert93, 652_381.02, 6_862_047.07, 48.856_699_7, 2.350_999_3),
        (Lambert93, 1_176_667.6, 6_108_273.3, 41.919_200_1, 8.738_600_5),
        (Lambert93, 146_633.0, 6_836_262.3, 48.390_399_8, -4.486_099_7),
        (Lambert93, 704_061.1, 7_059_136.6, 50.629_200_1, 3.057_299_4),
        (UtmNorth20, 656_770.9, 1_796_166.2, 16.241_100_2, -61.533_100_0),
        (UtmNorth21, 562_804.0, 5_180_889.8, 46.778_600_1, -56.177_300_1),
        (UtmNorth22, 354_363.2, 544_229.8, 4.922_400_2, -52.313_499_6),
        (UtmSouth38, 524_735.4, 8_587_115.8, -12.780_600_1, 45.227_900_2),
        (UtmSouth40, 338_568.3, 7_690_475.4, -20.878_900_3, 55.448_099_9),
    ];

    #[test]
    fn places_are_where_an_independent_library_says() {
        for (projection, x, y, lat, lon) in PLACES {
            let found = projection.degrees(x, y);
            assert!((found.0 - lat).abs() < 1.5e-7 && (found.1 - lon).abs() < 1.5e-7, "{projection:?} {found:?}");
            assert!(projection.point(x, y).is_some());
        }
    }

    #[test]
    fn a_place_outside_the_territory_is_none() {
        assert_eq!(Lambert93.point(0.0, 0.0), None);
        assert_eq!(Lambert93.point(6_862_047.07, 652_381.02), None); // turned round
        assert_eq!(UtmNorth20.point(652_381.02, 6_862_047.07), None);
        assert_eq!(Lambert93.point(f64::NAN, f64::INFINITY), None);
    }

    #[test]
    fn the_department_tells_the_projection() {
        for (code, projection) in [
            ("010999993", Some(Lambert93)),
            ("2A0000014", Some(Lambert93)),
            ("970199998", Some(UtmNorth20)),
            ("970299998", Some(UtmNorth20)),
            ("970399998", Some(UtmNorth22)),
            ("970499998", Some(UtmSouth40)),
            ("970599998", Some(UtmNorth21)),
            ("976", Some(UtmSouth38)),
            ("980500003", Some(UtmSouth38)),
            ("988000000", None),
            ("9700", None),
            ("", None),
        ] {
            assert_eq!(Projection::of_department(code), projection, "{code}");
        }
        assert_eq!(Projection::named(" Lambert-93"), Some(Lambert93));
        assert_eq!(Projection::named("WGS84"), None);
    }

    /// Lambert-93 the other way, straight from its definition: parallels 44° and 49°, origin 46.5° N 3° E.
    fn to_lambert_93(lat: f64, lon: f64) -> (f64, f64) {
        let e2 = FLATTENING * (2.0 - FLATTENING);
        let m = |phi: f64| phi.cos() / (1.0 - e2 * phi.sin().powi(2)).sqrt();
        let t = |phi: f64| {
            let es = e2.sqrt() * phi.sin();
            (FRAC_PI_4 - phi / 2.0).tan() / ((1.0 - es) / (1.0 + es)).powf(e2.sqrt() / 2.0)
        };
        let (one, two) = (44f64.to_radians(), 49f64.to_radians());
        let n = (m(one).ln() - m(two).ln()) / (t(one).ln() - t(two).ln());
        let rho = |phi: f64| AXIS * m(one) / (n * t(one).powf(n)) * t(phi).powf(n);
        let (radius, angle) = (rho(lat.to_radians()), n * (lon - 3.0).to_radians());
        (700_000.0 + radius * angle.sin(), 6_600_000.0 + rho(46.5f64.to_radians()) - radius * angle.cos())
    }

    proptest! {
        #[test]
        fn lambert_93_goes_there_and_back(lat in 41.2..51.3, lon in -5.3..9.7) {
            let (x, y) = to_lambert_93(lat, lon);
            let back = lambert_93(x, y);
            prop_assert!((back.0 - lat).abs() < 1e-8 && (back.1 - lon).abs() < 1e-8, "{:?}", back);
        }

        #[test]
        fn no_metres_are_refused_with_a_panic(x in proptest::num::f64::ANY, y in proptest::num::f64::ANY) {
            let codes = ["LAMBERT_93", "UTM_N20", "UTM_N21", "UTM_N22", "UTM_S38", "UTM_S40"];
            for projection in codes.map(|code| Projection::named(code).unwrap()) {
                let _ = projection.point(x, y);
            }
        }
    }
}
