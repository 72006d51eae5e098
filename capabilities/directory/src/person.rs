//! People. What is kept is what is needed to reach them and to plan travel; nothing about health, ever.

use passerelle_kernel::{Id, Language};

use crate::{Email, Name, Phone, Point, SpokenLanguages};

/// A person of the directory.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Their id.
    pub id: Id<Person>,
    /// Their name as they write it, in one piece.
    pub name: Name,
    /// Their e-mail address; some people have none.
    pub email: Option<Email>,
    /// Their telephone number, if they want to give it.
    pub phone: Option<Phone>,
    /// The languages they speak with people.
    pub spoken: SpokenLanguages,
    /// The town they travel from; never a street.
    pub home_town: Option<String>,
    /// Where that town is.
    pub home: Option<Point>,
    /// The language in which they read us.
    pub language: Language,
}

impl Person {
    /// Kilometres as the crow flies from their town, when both places are known.
    pub fn distance_km(&self, to: Point) -> Option<f64> {
        self.home.map(|home| home.distance_km(to))
    }
}
