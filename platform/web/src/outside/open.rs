//! Which addresses are of the open internet: the others are networks of somebody's own, this machine, or nobody.
//!
//! The source is the registries of special-purpose addresses (RFC 6890, iana-ipv4-special-registry and
//! iana-ipv6-special-registry). Of version 6 only what is given out as global unicast (2000::/3) is open, without the
//! parts of it that carry an address of version 4 or are kept for tests and documentation.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Networks of version 4 that are not open: the first address, and how many bits they have in common.
const CLOSED_4: [(Ipv4Addr, u32); 15] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// Networks within 2000::/3 that are not open.
const CLOSED_6: [(Ipv6Addr, u32); 4] = [
    // What the IETF keeps for protocols: Teredo, which carries version 4, tests, ORCHID.
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    // 6to4, which carries version 4.
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// Whether an address is of the open internet.
pub(super) fn is_open(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(four) => {
            let is_in = |(first, bits): &(Ipv4Addr, u32)| (four.to_bits() ^ first.to_bits()) >> (32 - bits) == 0;
            !CLOSED_4.iter().any(is_in)
        }
        IpAddr::V6(six) => {
            let is_in = |(first, bits): &(Ipv6Addr, u32)| (six.to_bits() ^ first.to_bits()) >> (128 - bits) == 0;
            six.to_bits() >> 125 == 0b001 && !CLOSED_6.iter().any(is_in)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn open(text: &str) -> bool {
        is_open(text.parse().unwrap())
    }

    /// The first and the last address of each closed network, and their neighbours outside it where those are open.
    #[test]
    fn the_network_of_the_server_is_out_of_reach() {
        let closed = [
            ["0.0.0.0", "0.255.255.255"],
            ["10.0.0.0", "10.255.255.255"],
            ["100.64.0.0", "100.127.255.255"],
            ["127.0.0.1", "127.255.255.255"],
            ["169.254.0.0", "169.254.169.254"],
            ["172.16.0.0", "172.31.255.255"],
            ["192.0.0.0", "192.0.0.255"],
            ["192.0.2.0", "192.0.2.255"],
            ["192.88.99.0", "192.88.99.255"],
            ["192.168.0.0", "192.168.255.255"],
            ["198.18.0.0", "198.19.255.255"],
            ["198.51.100.0", "198.51.100.255"],
            ["203.0.113.0", "203.0.113.255"],
            ["224.0.0.0", "239.255.255.255"],
            ["240.0.0.0", "255.255.255.255"],
            ["::", "::1"],
            ["::7f00:1", "::ffff:10.0.0.1"],
            ["::ffff:127.0.0.1", "::ffff:169.254.169.254"],
            ["64:ff9b::a00:1", "64:ff9b:1::1"],
            ["100::1", "fc00::1"],
            ["fd12:3456::1", "fe80::1"],
            ["fec0::1", "ff02::1"],
            ["2001::1", "2001:1ff:ffff::1"],
            ["2001:db8::", "2001:db8:ffff::1"],
            ["2002:a00:1::1", "2002:7f00:1::1"],
            ["3fff::1", "3fff:fff::1"],
            ["4000::1", "1fff:ffff::1"],
        ];
        for text in closed.iter().flatten() {
            assert!(!open(text), "{text}");
        }
        for text in [
            "1.0.0.0",
            "9.9.9.9",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.0",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.0",
            "192.0.3.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "203.0.112.255",
            "203.0.114.0",
            "223.255.255.255",
            "2001:200::1",
            "2001:4860:4860::8888",
            "2003::1",
            "2620:fe::fe",
            "3ffe:ffff::1",
            "::ffff:9.9.9.9",
        ] {
            assert!(open(text), "{text}");
        }
    }

    /// What the standard library knows to be of nobody or of somebody's own.
    fn is_known_closed(four: Ipv4Addr) -> bool {
        four.is_private()
            || four.is_loopback()
            || four.is_link_local()
            || four.is_documentation()
            || four.is_multicast()
            || four.is_broadcast()
            || four.is_unspecified()
    }

    proptest! {
        /// An address of version 4 is judged in the same way when version 6 maps it, and never opens inside another form.
        #[test]
        fn an_address_is_judged_in_every_form_in_which_it_is_written(bits in any::<u32>()) {
            let four = Ipv4Addr::from_bits(bits);
            prop_assert_eq!(is_open(four.into()), is_open(four.to_ipv6_mapped().into()));
            prop_assert!(!(is_known_closed(four) && is_open(four.into())), "{}", four);
            let wide = u128::from(bits);
            for carrier in [wide, (0x64_ff9b << 96) | wide, (0x2002 << 112) | (wide << 80), (0x2001 << 112) | !wide & 0xffff_ffff] {
                prop_assert!(!is_open(Ipv6Addr::from_bits(carrier).into()), "{}", Ipv6Addr::from_bits(carrier));
            }
        }

        /// Any address within a closed network is closed, whatever its other bits.
        #[test]
        fn no_address_of_a_closed_network_is_open(at in 0..CLOSED_4.len(), bits in any::<u32>(), at_6 in 0..CLOSED_6.len(), bits_6 in any::<u128>()) {
            let (first, length) = CLOSED_4[at];
            let within = Ipv4Addr::from_bits(first.to_bits() | (bits & (u32::MAX >> length)));
            prop_assert!(!is_open(within.into()), "{}", within);
            let (first, length) = CLOSED_6[at_6];
            let within = Ipv6Addr::from_bits(first.to_bits() | (bits_6 & (u128::MAX >> length)));
            prop_assert!(!is_open(within.into()), "{}", within);
        }

        /// Of version 6 nothing is open but global unicast.
        #[test]
        fn nothing_beside_global_unicast_is_open(bits in any::<u128>()) {
            let six = Ipv6Addr::from_bits(bits);
            let local = six.is_loopback() || six.is_multicast() || six.is_unicast_link_local() || six.is_unique_local();
            prop_assert!(!(local && is_open(six.into())));
            if bits >> 125 != 1 && six.to_ipv4_mapped().is_none() {
                prop_assert!(!is_open(six.into()), "{}", six);
            }
        }
    }
}
