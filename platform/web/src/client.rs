//! The address of the client: of the connection, or what a proxy that we trust says in `X-Forwarded-For`.

use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    str::FromStr,
};

use axum::{extract::ConnectInfo, http::request::Parts};

/// A network of addresses, such as `10.0.0.0/8`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    first: u128,
    bits: u32,
}

impl Network {
    fn contains(self, address: IpAddr) -> bool {
        let shift = 128 - self.bits;
        // A shift by all bits is none.
        (number(address) ^ self.first).checked_shr(shift).unwrap_or(0) == 0
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is no address and no network");
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.trim().parse().map_err(|_| wrong())?;
        let all = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(all), |bits| bits.parse().map_err(|_| wrong()))?;
        if bits > all {
            return Err(wrong());
        }
        Ok(Self { first: number(address), bits: bits + 128 - all })
    }
}

/// An IPv4 address is the IPv6 address that maps it.
const fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => address.to_ipv6_mapped().to_bits(),
        IpAddr::V6(address) => address.to_bits(),
    }
}

/// The address of whoever sent the request; nothing when no connection is known (stories).
pub(crate) fn of(parts: &Parts, trusted: &[Network]) -> Option<IpAddr> {
    let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>()?.0.ip();
    let lines = parts.headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok());
    let hops: Vec<&str> = lines.flat_map(|line| line.split(',')).collect();
    Some(plain(behind(connection, &hops, trusted)))
}

/// Walks back from the connection through the proxies that we trust; what stands before them anybody may have written.
fn behind(connection: IpAddr, hops: &[&str], trusted: &[Network]) -> IpAddr {
    let mut client = connection;
    for hop in hops.iter().rev() {
        if !trusted.iter().any(|network| network.contains(client)) {
            break;
        }
        let Some(next) = address(hop.trim()) else { break };
        client = next;
    }
    client
}

/// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1` or `[2001:db8::1]:4711`.
fn address(hop: &str) -> Option<IpAddr> {
    let bare = hop.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(hop, |(inside, _)| inside);
    bare.parse().ok().or_else(|| hop.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

fn plain(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(six) => Ipv6Addr::to_ipv4_mapped(&six).map_or(address, IpAddr::V4),
        IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(connection: &str, header: &str, trusted: &[&str]) -> String {
        let trusted: Vec<Network> = trusted.iter().map(|text| text.parse().unwrap()).collect();
        let hops: Vec<&str> = header.split(',').filter(|hop| !hop.is_empty()).collect();
        plain(behind(connection.parse().unwrap(), &hops, &trusted)).to_string()
    }

    #[test]
    fn what_a_stranger_writes_into_the_header_counts_for_nothing() {
        assert_eq!(client("192.0.2.1", "198.51.100.7", &[]), "192.0.2.1");
        assert_eq!(client("192.0.2.1", "198.51.100.7", &["10.0.0.0/8"]), "192.0.2.1");
        // The client invents an address; the proxy adds the true one behind it.
        assert_eq!(client("10.0.0.1", "198.51.100.7, 192.0.2.9", &["10.0.0.0/8"]), "192.0.2.9");
    }

    #[test]
    fn a_row_of_trusted_proxies_is_walked_back() {
        let trusted = ["10.0.0.0/8", "2001:db8:ffff::/48"];
        assert_eq!(client("10.0.0.1", "192.0.2.9, 10.1.2.3", &trusted), "192.0.2.9");
        assert_eq!(client("2001:db8:ffff::1", "[2001:db8::7]:4711", &trusted), "2001:db8::7");
        assert_eq!(client("::ffff:10.0.0.1", "192.0.2.9:80", &trusted), "192.0.2.9", "IPv4 written as IPv6");
        assert_eq!(client("10.0.0.1", "", &trusted), "10.0.0.1");
        assert_eq!(client("10.0.0.1", "unknown", &trusted), "10.0.0.1");
    }

    #[test]
    fn a_network_is_read_or_refused() {
        assert!("0.0.0.0/0".parse::<Network>().unwrap().contains("198.51.100.7".parse().unwrap()));
        assert!(!"0.0.0.0/0".parse::<Network>().unwrap().contains("2001:db8::1".parse().unwrap()));
        assert!("::/0".parse::<Network>().unwrap().contains("2001:db8::1".parse().unwrap()));
        for text in ["", "proxy", "10.0.0.0/33", "10.0.0/8", "::1/129", "10.0.0.1/"] {
            assert!(text.parse::<Network>().is_err(), "{text}");
        }
    }
}
