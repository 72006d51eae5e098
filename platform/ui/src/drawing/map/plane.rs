//! From degrees to points of the drawing: equal areas around the middle of the view, or the whole world.
//!
//! Near views: Lambert's azimuthal equal-area projection. Wide ones: Equal Earth (Šavrič, Patterson, Jenny 2018).

/// How degrees become points of a drawing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plane {
    projection: Projection,
    scale: f64,
    /// The middle of the view, on the plane.
    middle: (f64, f64),
    pub(super) width: f64,
    pub(super) height: f64,
}

#[derive(Clone, Copy, Debug)]
enum Projection {
    Near { lon: f64, lat: f64 },
    World,
}

/// Beyond so many degrees, the view is the world.
const WIDEST: f64 = 100.0;
/// The smallest view, as a part of the Earth's radius: about 250 km.
const SMALLEST: f64 = 0.04;
/// The room around the outermost marks, as a part of the view.
const MARGIN: f64 = 0.11;

impl Plane {
    /// The smallest plane of this size that holds these places (degrees east and north); the world when there are none.
    pub(super) fn holding(places: &[(f64, f64)], width: f64, height: f64, world_height: f64) -> Self {
        let Some((west, south, east, north)) = bounds(places) else { return Self::world(width, world_height) };
        if east - west > WIDEST || north - south > 0.7 * WIDEST {
            return Self::world(width, world_height);
        }
        let projection = Projection::Near { lon: f64::midpoint(west, east), lat: f64::midpoint(south, north) };
        let placed: Vec<(f64, f64)> = places.iter().map(|place| projection.project(*place)).collect();
        let (left, bottom, right, top) = bounds(&placed).unwrap_or_default();
        let room = 1.0 - 2.0 * MARGIN;
        let scale = (width * room / (right - left).max(SMALLEST)).min(height * room / (top - bottom).max(SMALLEST));
        let middle = (f64::midpoint(left, right), f64::midpoint(bottom, top));
        Self { projection, scale, middle, width, height }
    }

    /// From Tierra del Fuego to the north of Norway.
    fn world(width: f64, height: f64) -> Self {
        let projection = Projection::World;
        let (right, _) = projection.project((180.0, 0.0));
        let ((_, bottom), (_, top)) = (projection.project((0.0, -57.0)), projection.project((0.0, 81.0)));
        let scale = (width / (2.0 * right)).min(height / (top - bottom));
        Self { projection, scale, middle: (0.0, f64::midpoint(bottom, top)), width, height }
    }

    /// Whether it shows the whole world.
    pub(super) const fn is_wide(&self) -> bool {
        matches!(self.projection, Projection::World)
    }

    /// Where a place (degrees east and north) is on the drawing.
    pub(super) fn point(&self, place: (f64, f64)) -> (f64, f64) {
        let (x, y) = self.projection.project(place);
        (self.width / 2.0 + (x - self.middle.0) * self.scale, self.height / 2.0 - (y - self.middle.1) * self.scale)
    }

    /// Whether a point is on the drawing.
    pub(super) fn shows(&self, (x, y): (f64, f64)) -> bool {
        (0.0..=self.width).contains(&x) && (0.0..=self.height).contains(&y)
    }

    /// A box of degrees (west, south, east, north) that holds all that is in view.
    pub(super) fn degrees(&self) -> (f64, f64, f64, f64) {
        let Projection::Near { lon, lat } = self.projection else { return (-180.0, -90.0, 180.0, 90.0) };
        // A length on the plane is at most so much smaller than the arc it stands for.
        let reach = (self.width.hypot(self.height) / 2.0 / self.scale).to_degrees() * 1.4 + 1.0;
        let (south, north) = (lat - reach, lat + reach);
        let widest = south.abs().max(north.abs()).min(85.0).to_radians().cos();
        let sideways = (reach / widest).min(180.0);
        (lon - sideways, south, lon + sideways, north)
    }
}

fn bounds(points: &[(f64, f64)]) -> Option<(f64, f64, f64, f64)> {
    points.iter().fold(None, |bounds, &(x, y)| match bounds {
        None => Some((x, y, x, y)),
        Some((left, bottom, right, top)) => Some((left.min(x), bottom.min(y), right.max(x), top.max(y))),
    })
}

impl Projection {
    /// A place on the plane, the Earth's radius as the unit.
    fn project(self, (lon, lat): (f64, f64)) -> (f64, f64) {
        match self {
            Self::Near { lon: lon0, lat: lat0 } => {
                let (lat, lat0, turn) = (lat.to_radians(), lat0.to_radians(), (lon - lon0).to_radians());
                let cosine = lat0.sin() * lat.sin() + lat0.cos() * lat.cos() * turn.cos();
                let factor = (2.0 / (1.0 + cosine).max(1e-6)).sqrt();
                let y = lat0.cos() * lat.sin() - lat0.sin() * lat.cos() * turn.cos();
                (factor * lat.cos() * turn.sin(), factor * y)
            }
            Self::World => {
                const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
                let angle = (3.0_f64.sqrt() / 2.0 * lat.to_radians().sin()).asin();
                let (two, six) = (angle.powi(2), angle.powi(6));
                let slope = 9.0 * A[3] * six * two + 7.0 * A[2] * six + 3.0 * A[1] * two + A[0];
                let x = 2.0 * 3.0_f64.sqrt() * lon.to_radians() * angle.cos() / (3.0 * slope);
                (x, angle * (A[3] * six * two + A[2] * six + A[1] * two + A[0]))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMUR: (f64, f64) = (4.8675, 50.4669);
    const LYON: (f64, f64) = (4.8357, 45.764);
    const AUCKLAND: (f64, f64) = (174.7633, -36.8485);

    #[test]
    fn everything_that_is_to_be_held_is_in_view_with_room_around() {
        for places in [
            vec![NAMUR],
            vec![NAMUR, LYON],
            vec![NAMUR, LYON, (-0.1276, 51.5072), (10.466, 61.115)],
            vec![NAMUR, AUCKLAND],
        ] {
            let plane = Plane::holding(&places, 640.0, 620.0, 330.0);
            for place in &places {
                let (x, y) = plane.point(*place);
                assert!((10.0..630.0).contains(&x) && (10.0..plane.height - 10.0).contains(&y), "{place:?} at {x} {y}");
            }
            assert_eq!(plane.is_wide(), places.contains(&AUCKLAND));
        }
    }

    #[test]
    fn north_is_up_east_is_right_and_a_single_place_has_its_country_around() {
        let plane = Plane::holding(&[NAMUR, LYON], 640.0, 620.0, 330.0);
        assert!(plane.point(NAMUR).1 < plane.point(LYON).1);
        assert!(plane.point((7.0, 48.0)).0 > plane.point((5.0, 48.0)).0);
        let one = Plane::holding(&[NAMUR], 640.0, 620.0, 330.0);
        let (east, _) = one.point((NAMUR.0 + 1.0, NAMUR.1));
        let (middle, _) = one.point(NAMUR);
        assert!((middle - 320.0).abs() < 1e-6 && (40.0..400.0).contains(&(east - middle)), "{}", east - middle);
    }

    /// Equal Earth: the width and height of the whole world, as its authors give them.
    #[test]
    fn the_world_has_the_proportions_of_its_projection() {
        let (right, _) = Projection::World.project((180.0, 0.0));
        let (_, top) = Projection::World.project((0.0, 90.0));
        assert!((right / top - 2.05458).abs() < 1e-4, "{}", right / top);
    }

    #[test]
    fn the_box_of_degrees_holds_the_corners_of_the_view() {
        let plane = Plane::holding(&[NAMUR, LYON], 640.0, 620.0, 330.0);
        let (west, south, east, north) = plane.degrees();
        for lon in -10..20 {
            for lat in 38..60 {
                let place = (f64::from(lon), f64::from(lat));
                let inside = place.0 > west && place.0 < east && place.1 > south && place.1 < north;
                assert!(inside || !plane.shows(plane.point(place)), "{place:?}");
            }
        }
    }
}
