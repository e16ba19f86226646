//! Networks of trusted proxies, and the address that a request really came from.

use std::net::IpAddr;

use super::SettingsError;

/// Some networks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Networks(Vec<(IpAddr, u8)>);

impl Networks {
    /// `10.0.0.0/8`, `192.0.2.1`, `fd00::/8`.
    pub(crate) fn parse(texts: &[String]) -> Result<Self, SettingsError> {
        let network = |text: &String| {
            let (address, bits) = match text.split_once('/') {
                Some((address, bits)) => (address, Some(bits)),
                None => (text.as_str(), None),
            };
            let address: IpAddr = address.parse().ok()?;
            let most = if address.is_ipv4() { 32 } else { 128 };
            let bits = bits.map_or(Some(most), |bits| bits.parse().ok())?;
            (bits <= most).then_some((address, bits))
        };
        let networks: Option<Vec<_>> = texts.iter().map(network).collect();
        networks.map(Self).ok_or(SettingsError::Invalid {
            key: "trusted_proxies",
            why: "each is an address or a network, like 10.0.0.0/8",
        })
    }

    /// True when the address lies in one of them.
    pub(crate) fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0
            .iter()
            .any(|&(network, bits)| match (network, address) {
                (IpAddr::V4(network), IpAddr::V4(address)) => {
                    let shift = 32 - u32::from(bits);
                    (network.to_bits() ^ address.to_bits())
                        .checked_shr(shift)
                        .unwrap_or(0)
                        == 0
                }
                (IpAddr::V6(network), IpAddr::V6(address)) => {
                    let shift = 128 - u32::from(bits);
                    (network.to_bits() ^ address.to_bits())
                        .checked_shr(shift)
                        .unwrap_or(0)
                        == 0
                }
                _ => false,
            })
    }

    /// Who is behind the peer: the last hop of `X-Forwarded-For` that is no proxy of ours. Without
    /// a trusted peer the header says nothing.
    pub(crate) fn client<'h>(
        &self,
        peer: IpAddr,
        forwarded: impl DoubleEndedIterator<Item = &'h str>,
    ) -> IpAddr {
        let mut client = peer.to_canonical();
        let hops = forwarded.flat_map(|line| line.split(','));
        let hops: Vec<&str> = hops.map(str::trim).collect();
        for hop in hops.into_iter().rev() {
            if !self.contains(client) {
                break;
            }
            match hop.parse::<IpAddr>() {
                Ok(address) => client = address.to_canonical(),
                Err(_) => break,
            }
        }
        client
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn networks(texts: &[&str]) -> Networks {
        let texts: Vec<String> = texts.iter().map(|&text| text.to_owned()).collect();
        Networks::parse(&texts).unwrap()
    }

    fn client(trusted: &[&str], peer: &str, lines: &[&str]) -> String {
        let peer = peer.parse().unwrap();
        networks(trusted)
            .client(peer, lines.iter().copied())
            .to_string()
    }

    #[test]
    fn a_header_from_a_stranger_says_nothing() {
        assert_eq!(client(&[], "203.0.113.9", &["1.1.1.1"]), "203.0.113.9");
        assert_eq!(
            client(&["10.0.0.0/8"], "203.0.113.9", &["1.1.1.1"]),
            "203.0.113.9"
        );
    }

    #[test]
    fn the_last_hop_that_is_no_proxy_is_the_client() {
        let lines = ["6.6.6.6, 198.51.100.7", "10.0.0.2"];
        assert_eq!(client(&["10.0.0.0/8"], "10.0.0.1", &lines), "198.51.100.7");
        assert_eq!(client(&["::1"], "::1", &["2001:db8::1"]), "2001:db8::1");
        assert_eq!(
            client(&["127.0.0.1"], "::ffff:127.0.0.1", &["garbage"]),
            "127.0.0.1"
        );
    }

    #[test]
    fn a_network_has_no_more_bits_than_its_addresses() {
        for text in ["10.0.0.0/33", "::/129", "ten", "10.0.0.0/x"] {
            assert!(Networks::parse(&[text.to_owned()]).is_err(), "{text}");
        }
        assert!(networks(&["0.0.0.0/0"]).contains("8.8.8.8".parse().unwrap()));
        assert!(!networks(&["0.0.0.0/0"]).contains("::2".parse().unwrap()));
    }
}
