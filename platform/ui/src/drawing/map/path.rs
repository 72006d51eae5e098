//! A country as the path of a drawing: what is in view, with no more points than an eye can tell apart.

use std::fmt::Write as _;

use super::{
    land::{Country, Ring},
    plane::Plane,
};

/// Points nearer than this to the one before are left out: nobody sees it, and the page weighs half as much.
const STEP: f64 = 2.2;
/// Pieces of land smaller than this are left out.
const SPECK: f64 = 2.5;
/// Lines that run along the edge of the drawing lie so far outside it.
const OUTSIDE: f64 = 12.0;

/// The country as path data; nothing when no part of it is in view.
pub(super) fn outline(country: &Country, plane: &Plane) -> Option<String> {
    let view = plane.degrees();
    let mut data = String::new();
    for ring in country.rings.iter().filter(|ring| ring.touches(view)) {
        write(&mut data, &simple(&clipped(ring, plane)));
    }
    (!data.is_empty()).then_some(data)
}

fn clipped(ring: &Ring, plane: &Plane) -> Vec<(f64, f64)> {
    let points = ring.points.iter().map(|place| plane.point(*place)).collect();
    let (right, bottom) = (plane.width + OUTSIDE, plane.height + OUTSIDE);
    let left = cut(points, |(x, _)| x + OUTSIDE);
    let right = cut(left, |(x, _)| right - x);
    let top = cut(right, |(_, y)| y + OUTSIDE);
    cut(top, |(_, y)| bottom - y)
}

/// The part of a polygon on one side of a line (Sutherland and Hodgman): where `inside` is not negative.
fn cut(points: Vec<(f64, f64)>, inside: impl Fn((f64, f64)) -> f64) -> Vec<(f64, f64)> {
    let mut kept = Vec::with_capacity(points.len());
    let Some(mut before) = points.last().copied() else { return kept };
    for point in points {
        let (was, is) = (inside(before), inside(point));
        if (was < 0.0) != (is < 0.0) {
            let part = was / (was - is);
            kept.push((before.0 + part * (point.0 - before.0), before.1 + part * (point.1 - before.1)));
        }
        if is >= 0.0 {
            kept.push(point);
        }
        before = point;
    }
    kept
}

/// Without points that lie on each other; nothing when too little is left to be seen.
fn simple(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for point in points {
        if kept.last().is_none_or(|last| (last.0 - point.0).hypot(last.1 - point.1) >= STEP) {
            kept.push(*point);
        }
    }
    if kept.len() < 3 || area(&kept) < SPECK { Vec::new() } else { kept }
}

fn area(points: &[(f64, f64)]) -> f64 {
    let next = points.iter().cycle().skip(1);
    (points.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0).abs()
}

/// Whole points, each as the difference from the one before: the shortest way to write them.
fn write(data: &mut String, points: &[(f64, f64)]) {
    let mut before = (0.0, 0.0);
    for (place, point) in points.iter().enumerate() {
        let now = (point.0.round(), point.1.round());
        let (x, y) = (now.0 - before.0, now.1 - before.1);
        let letter = match place {
            0 => "M",
            1 => "l",
            _ if x < 0.0 => "",
            _ => " ",
        };
        let between = if y < 0.0 { "" } else { " " };
        // Writing to a string cannot fail.
        let _ = write!(data, "{letter}{x}{between}{y}");
        before = now;
    }
    if !points.is_empty() {
        data.push('z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_polygon_is_cut_at_the_edge() {
        let square = vec![(-10.0, 10.0), (10.0, 10.0), (10.0, 20.0), (-10.0, 20.0)];
        let kept = cut(square, |(x, _)| x);
        assert!((area(&kept) - 100.0).abs() < 1e-9, "{kept:?}");
        assert!(kept.iter().all(|(x, _)| *x >= 0.0));
        assert!(cut(vec![(-1.0, 0.0), (-2.0, 0.0), (-2.0, 2.0)], |(x, _)| x).is_empty());
    }

    #[test]
    fn a_path_is_short_and_closed_and_specks_are_left_out() {
        let mut data = String::new();
        write(&mut data, &simple(&[(1.0, 1.0), (1.2, 1.0), (11.0, 1.0), (11.0, 6.5), (1.0, 6.0)]));
        assert_eq!(data, "M1 1l10 0 0 6-10-1z");
        assert!(simple(&[(0.0, 0.0), (1.5, 0.0), (0.0, 1.5)]).is_empty());
    }
}
