//! What can be told apart on a map: marks that would lie on each other become one; names stand where there is room.

use super::{Mark, plane::Plane};

/// One mark of the drawing, for one place or for several.
#[derive(Clone, Debug)]
pub(super) struct Cluster<'a> {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) radius: f64,
    pub(super) marks: Vec<&'a Mark<'a>>,
}

impl Cluster<'_> {
    pub(super) fn count(&self) -> usize {
        self.marks.iter().map(|mark| mark.count).sum()
    }

    fn grow(&mut self) {
        self.radius = match self.count() {
            1 => 8.0,
            2..10 => 12.0,
            10..100 => 15.0,
            _ => 19.0,
        };
    }
}

/// The name of a place beside its mark.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) anchor: &'static str,
    pub(super) text: String,
}

/// Marks nearer than this to each other are one: a finger is wider than an arrow.
fn nearest(size: &str) -> f64 {
    if size == "wide" { 27.0 } else { 34.0 }
}

/// The marks in view, the first places keeping their position.
pub(super) fn clusters<'a>(marks: &'a [Mark<'a>], plane: &Plane, size: &str) -> Vec<Cluster<'a>> {
    let mut clusters: Vec<Cluster<'a>> = Vec::new();
    for mark in marks {
        let (x, y) = plane.point((mark.lon, mark.lat));
        if !plane.shows((x, y)) {
            continue;
        }
        match clusters.iter_mut().find(|cluster| (cluster.x - x).hypot(cluster.y - y) < nearest(size)) {
            Some(cluster) => cluster.marks.push(mark),
            None => clusters.push(Cluster { x, y, radius: 0.0, marks: vec![mark] }),
        }
    }
    clusters.iter_mut().for_each(Cluster::grow);
    clusters
}

/// A box on the drawing: left, top, right, bottom.
type Room = (f64, f64, f64, f64);

fn overlap(a: Room, b: Room) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

/// The names for which there is room, beside, under or above their mark.
pub(super) fn labels(clusters: &[Cluster<'_>], plane: &Plane, size: &str) -> Vec<Label> {
    let letter = if size == "wide" { 7.4 } else { 7.0 };
    let mut taken: Vec<Room> =
        clusters.iter().map(|c| (c.x - c.radius, c.y - c.radius, c.x + c.radius, c.y + c.radius)).collect();
    let mut labels = Vec::new();
    for cluster in clusters {
        // The place with most, and the first of several.
        let Some(first) = cluster.marks.iter().rev().max_by_key(|mark| mark.count) else { continue };
        let others = cluster.marks.len() - 1;
        let text = if others == 0 { first.name.to_owned() } else { format!("{} +{others}", first.name) };
        #[expect(clippy::cast_precision_loss, reason = "a name has few letters")]
        let width = text.chars().count() as f64 * letter;
        let (x, y, gap) = (cluster.x, cluster.y, cluster.radius + 5.0);
        let places = [
            (x + gap, y + 5.0, "start", (x + gap, y - 8.0, x + gap + width, y + 9.0)),
            (x - gap, y + 5.0, "end", (x - gap - width, y - 8.0, x - gap, y + 9.0)),
            (x, y + gap + 12.0, "middle", (x - width / 2.0, y + gap, x + width / 2.0, y + gap + 16.0)),
            (x, y - gap, "middle", (x - width / 2.0, y - gap - 13.0, x + width / 2.0, y - gap + 3.0)),
        ];
        let within =
            |room: Room| room.0 > 2.0 && room.1 > 2.0 && room.2 < plane.width - 2.0 && room.3 < plane.height - 2.0;
        let free = |room: Room| within(room) && !taken.iter().any(|other| overlap(room, *other));
        if let Some((x, y, anchor, room)) = places.into_iter().find(|(.., room)| free(*room)) {
            taken.push(room);
            labels.push(Label { x, y, anchor, text });
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(name: &str, lon: f64, lat: f64, count: usize) -> Mark<'_> {
        Mark { name, country: "BE", lat, lon, count, href: "#", held: true }
    }

    fn places() -> [Mark<'static>; 4] {
        [
            mark("Bruxelles", 4.3517, 50.8503, 6),
            mark("Namur", 4.8675, 50.4669, 4),
            mark("Mons", 3.9523, 50.4542, 1),
            mark("Lyon", 4.8357, 45.764, 2),
        ]
    }

    #[test]
    fn places_that_lie_on_each_other_are_one_mark_and_none_is_lost() {
        let marks = places();
        for (held, expected) in [(&marks[..3], 3), (&marks[..], 2)] {
            let lonlat: Vec<_> = held.iter().map(|mark| (mark.lon, mark.lat)).collect();
            let plane = Plane::holding(&lonlat, 360.0, 400.0, 190.0);
            let clusters = clusters(held, &plane, "narrow");
            assert_eq!(clusters.len(), expected);
            let total: usize = clusters.iter().map(Cluster::count).sum();
            assert_eq!(total, held.iter().map(|mark| mark.count).sum::<usize>());
        }
    }

    #[test]
    fn no_name_lies_on_another_or_on_a_mark() {
        let marks = places();
        let lonlat: Vec<_> = marks.iter().map(|mark| (mark.lon, mark.lat)).collect();
        let plane = Plane::holding(&lonlat, 640.0, 620.0, 330.0);
        let clusters = clusters(&marks, &plane, "wide");
        let labels = labels(&clusters, &plane, "wide");
        assert!(labels.iter().any(|label| label.text == "Lyon"));
        for (place, one) in labels.iter().enumerate() {
            for other in &labels[place + 1..] {
                assert!((one.y - other.y).abs() > 12.0 || (one.x - other.x).abs() > 20.0, "{one:?} {other:?}");
            }
        }
    }
}
