//! People. What is kept is what is needed to reach them and to plan travel; nothing about health, ever.

use passerelle_kernel::Language;

use crate::{Country, Email, Name, Phone, Point, Refusal, SpokenLanguages, Towns};

/// A person as the directory describes them: as typed when written, as kept when read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PersonFacts {
    /// Their name as they write it, in one piece.
    pub name: String,
    /// Their e-mail address; some people have none and do not sign in.
    pub email: Option<String>,
    /// The language in which they read us.
    pub language: Language,
    /// Their telephone number, if they want to give it.
    pub phone: Option<String>,
    /// The country of their town.
    pub country: Country,
    /// The town they travel from; never a street.
    pub town: Option<String>,
    /// Where that town is, when the town is known; worked out when written.
    pub point: Option<Point>,
    /// The languages they speak with people.
    pub languages: SpokenLanguages,
}

impl PersonFacts {
    /// The facts in the form in which they are kept; else every reason why not.
    pub fn read(&self) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let given =
            |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let mut refuse = |refusal| refusals.push(refusal);
        let name = Name::new(&self.name).map_err(&mut refuse).ok();
        let email = given(&self.email).map(|text| Email::parse(&text)).transpose().map_err(&mut refuse).ok().flatten();
        let phone = given(&self.phone).map(|text| Phone::parse(&text)).transpose().map_err(&mut refuse).ok().flatten();
        let town = given(&self.town);
        let (Some(name), true) = (name, refusals.is_empty()) else { return Err(refusals) };
        Ok(Self {
            name: name.to_string(),
            email: email.map(|email| email.to_string()),
            phone: phone.map(|phone| phone.to_string()),
            point: town.as_deref().and_then(|town| Towns::built_in().point(town, self.country)),
            town,
            ..self.clone()
        })
    }

    /// Kilometres as the crow flies from their town, when both places are known.
    pub fn distance_km(&self, to: Point) -> Option<f64> {
        self.point.map(|home| home.distance_km(to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_told_at_once() {
        let facts = PersonFacts { email: Some("x".into()), phone: Some("y".into()), ..PersonFacts::default() };
        assert_eq!(facts.read(), Err(vec![Refusal::NameMissing, Refusal::Email, Refusal::Phone]));
        let facts = PersonFacts { name: " Noor  El ".into(), email: Some(" ".into()), ..PersonFacts::default() };
        let kept = facts.read().unwrap();
        assert_eq!((kept.name.as_str(), kept.email), ("Noor El", None));
    }
}
