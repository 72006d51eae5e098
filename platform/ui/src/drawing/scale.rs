//! The measures of the week drawing: from days and times to points of the drawing.

use passerelle_kernel::Time;

/// The room that a drawing has, in points.
pub(super) struct Scale {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) days: usize,
    pub(super) first_hour: i8,
    pub(super) last_hour: i8,
}

impl Scale {
    pub(super) fn column(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a week has seven days")]
        let days = self.days.max(1) as f64;
        (self.width - self.left) / days
    }

    pub(super) fn x(&self, day: usize) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a week has seven days")]
        let day = day as f64;
        self.left + self.column() * day
    }

    pub(super) fn y(&self, time: Time) -> f64 {
        let hours = f64::from(time.hour()) + f64::from(time.minute()) / 60.0;
        let span = f64::from(self.last_hour - self.first_hour).max(1.0);
        let part = ((hours - f64::from(self.first_hour)) / span).clamp(0.0, 1.0);
        self.top + part * (self.height - self.top - 10.0)
    }

    /// Every second full hour.
    pub(super) fn hours(&self) -> impl Iterator<Item = Time> {
        (self.first_hour..=self.last_hour).step_by(2).filter_map(|hour| Time::new(hour.min(23), 0, 0, 0).ok())
    }
}

/// As much of a text as fits into so many points, at a letter's average width.
pub(super) fn fitting(text: &str, points: f64, letter: f64) -> String {
    if width(text, letter) <= points {
        return text.to_owned();
    }
    let mut room = points;
    let mut kept = String::new();
    for character in text.chars() {
        room -= letter;
        if room < letter {
            return format!("{}…", kept.trim_end());
        }
        kept.push(character);
    }
    kept
}

/// A text broken between its words into so many lines at the most; what is too long ends with an ellipsis.
pub(super) fn wrapped(text: &str, points: f64, letter: f64, lines: usize) -> Vec<String> {
    let mut broken: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let more = broken.last().map(|last| format!("{last} {word}"));
        match more.filter(|more| width(more, letter) <= points || broken.len() >= lines) {
            Some(more) => drop(broken.pop().map(|_| broken.push(more))),
            None => broken.push(word.to_owned()),
        }
    }
    broken.iter().take(lines).map(|line| fitting(line, points, letter)).collect()
}

fn width(text: &str, letter: f64) -> f64 {
    text.chars().map(|_| letter).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: Scale =
        Scale { width: 120.0, height: 120.0, left: 20.0, top: 10.0, days: 5, first_hour: 8, last_hour: 18 };

    #[test]
    fn times_and_days_fall_on_their_places() {
        assert!((SCALE.x(2) - 60.0).abs() < 1e-9);
        assert!((SCALE.y(Time::constant(13, 0, 0, 0)) - 60.0).abs() < 1e-9);
        assert!((SCALE.y(Time::constant(5, 0, 0, 0)) - 10.0).abs() < 1e-9, "before the first hour is at the edge");
        assert_eq!(SCALE.hours().count(), 6);
    }

    #[test]
    fn a_text_that_is_too_long_says_so() {
        assert_eq!(fitting("Unité 4", 100.0, 8.0), "Unité 4");
        assert_eq!(fitting("Fondation de Nice", 80.0, 8.0), "Fondation…");
        assert_eq!(fitting("13 h – 16 h 30", 112.0, 8.0), "13 h – 16 h 30", "what just fits is not cut");
    }

    #[test]
    fn a_long_text_goes_on_in_the_next_line() {
        let lines = |count| wrapped("Préparer la sortie de l’hôpital", 100.0, 8.0, count);
        assert_eq!(lines(3), ["Préparer la", "sortie de", "l’hôpital"]);
        assert_eq!(lines(2), ["Préparer la", "sortie de l…"]);
        assert_eq!(lines(0), Vec::<String>::new());
    }
}
