//! Networks: which organisations are members of which federations, and since when.
//!
//! An organisation may be in several networks, a federation may be a member of another; nobody is a member of itself.

use std::collections::BTreeSet;

use passerelle_kernel::{Date, Id};

use crate::{Organisation, OrganisationId, Period, Refusal};

/// The membership of an organisation in a network, for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NetworkLink {
    /// Its id.
    pub id: Id<NetworkLink>,
    /// The federation.
    pub network: OrganisationId,
    /// The organisation that is a member of it.
    pub member: OrganisationId,
    /// From when to when.
    pub period: Period,
}

impl NetworkLink {
    /// Whether the link holds on that day.
    pub fn is_active(&self, on: Date) -> bool {
        self.period.is_active(on)
    }

    /// Whether the link can stand beside the others; `network` is the organisation that is joined.
    pub fn check(&self, network: &Organisation, others: &[Self]) -> Result<(), Refusal> {
        if !network.is_network() {
            return Err(Refusal::NotANetwork);
        }
        let at_once = |other: &&Self| other.id != self.id && other.period.overlaps(self.period);
        if others.iter().filter(at_once).any(|o| (o.network, o.member) == (self.network, self.member)) {
            return Err(Refusal::NetworkTwice);
        }
        let mut above = BTreeSet::from([self.network]);
        let mut next = vec![self.network];
        while let Some(below) = next.pop() {
            let links = others.iter().filter(at_once).filter(|other| other.member == below);
            next.extend(links.map(|link| link.network).filter(|network| above.insert(*network)));
        }
        if above.contains(&self.member) { Err(Refusal::NetworkCircle) } else { Ok(()) }
    }

    /// Ends the link; `last` is its last day.
    pub fn end(mut self, last: Date) -> Result<Self, Refusal> {
        self.period = self.period.ending(last)?;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use passerelle_kernel::{Chance, Timestamp};

    use super::*;
    use crate::{Country, Name, OrganisationKind};

    fn id<T: ?Sized>(seed: u64) -> Id<T> {
        Id::new(Timestamp::UNIX_EPOCH, &Chance::seeded(seed))
    }

    fn organisation(kind: OrganisationKind, seed: u64) -> Organisation {
        Organisation::new(id(seed), kind, Name::new("Réseau").unwrap(), Country::BELGIUM)
    }

    fn link(network: u64, member: u64) -> NetworkLink {
        let period = Period::new(date(2026, 1, 1), None).unwrap();
        NetworkLink { id: id(100 * network + member), network: id(network), member: id(member), period }
    }

    #[test]
    fn an_organisation_is_in_several_networks_but_once_in_each() {
        let network = organisation(OrganisationKind::Federation, 1);
        let others = [link(2, 9), link(3, 9)];
        assert_eq!(link(1, 9).check(&network, &others), Ok(()));
        let again = NetworkLink { id: id(5), ..link(1, 9) };
        assert_eq!(again.check(&network, &[link(1, 9)]), Err(Refusal::NetworkTwice));
        let ended = link(1, 9).end(date(2026, 1, 1)).unwrap();
        let later = NetworkLink { period: Period::new(date(2026, 1, 2), None).unwrap(), ..again };
        assert_eq!(later.check(&network, &[ended]), Ok(()));
    }

    #[test]
    fn only_federations_have_members_and_none_is_its_own() {
        let network = organisation(OrganisationKind::Federation, 1);
        let ward = organisation(OrganisationKind::Institution, 1);
        assert_eq!(link(1, 9).check(&ward, &[]), Err(Refusal::NotANetwork));
        assert_eq!(link(1, 1).check(&network, &[]), Err(Refusal::NetworkCircle));
        assert_eq!(link(1, 3).check(&network, &[link(2, 1), link(3, 2)]), Err(Refusal::NetworkCircle));
    }
}
