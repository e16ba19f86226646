//! Signing in with a code that is typed on another device (RFC 8628).

use std::time::Duration;

use hyper::Method;
use tokio::time::{Instant, sleep};

use super::error::printable;
use super::sign_in::{TokenFault, client_id};
use super::{Client, ClientError};
use crate::device::{DeviceAuthorization, DeviceRequest};
use crate::token::{TokenRequest, Tokens};

/// The longest that a code may be said to live, in seconds.
const LONGEST_LIFE: u64 = 60 * 60;
/// The longest that a server may keep us between two questions, in seconds.
const LONGEST_INTERVAL: u64 = 60;
/// How much seldomer to ask when told so (section 3.5).
const SLOWER: u64 = 5;

impl Client {
    /// Shows a code and where to type it, and asks until it was typed, refused or too old.
    pub fn on_a_device(
        &self,
        device_name: &str,
        show: &mut dyn FnMut(&DeviceAuthorization),
    ) -> Result<Tokens, ClientError> {
        self.wait(self.ask_device(device_name, show))
    }

    async fn ask_device(
        &self,
        device_name: &str,
        show: &mut dyn FnMut(&DeviceAuthorization),
    ) -> Result<Tokens, ClientError> {
        let mut given = self.begin(device_name).await?;
        for text in [
            &mut given.user_code,
            &mut given.verification_uri,
            &mut given.verification_uri_complete,
        ] {
            *text = printable(text);
        }
        show(&given);
        let end = Instant::now() + Duration::from_secs(given.expires_in.min(LONGEST_LIFE));
        let mut interval = given.interval;
        let request = TokenRequest::DeviceCode {
            device_code: given.device_code,
            client_id: client_id(),
            device_name: Some(device_name.to_owned()),
        };
        loop {
            let pause = Duration::from_secs(interval.clamp(1, LONGEST_INTERVAL));
            if Instant::now() + pause > end {
                return Err(ClientError::TimedOut);
            }
            sleep(pause).await;
            match self.redeem(&request).await {
                Ok(tokens) => return Ok(tokens),
                Err(fault) => interval = next_interval(interval, fault)?,
            }
        }
    }

    async fn begin(&self, device_name: &str) -> Result<DeviceAuthorization, ClientError> {
        let body = DeviceRequest {
            client_id: client_id(),
            device_name: Some(device_name.to_owned()),
        };
        let request = self.asking(Method::POST, "/auth/device")?.json(&body)?;
        self.wire.insist(&request.done()).await?.success()?.json()
    }
}

/// How long to wait after an answer that is none yet; what passes is waited for as long as the code
/// lives, and the specification wants it seldomer.
fn next_interval(interval: u64, fault: TokenFault) -> Result<u64, ClientError> {
    match fault {
        TokenFault::Said(word) if word == "authorization_pending" => Ok(interval),
        TokenFault::Said(word) if word == "slow_down" => Ok(interval + SLOWER),
        TokenFault::Other(error) if error.is_retryable() => Ok(interval + SLOWER),
        fault => Err(fault.into_error()),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("authorization_pending", Ok(5))]
    #[case("slow_down", Ok(10))]
    #[case("access_denied", Err("the permission was refused"))]
    #[case("expired_token", Err("nobody gave the permission in time"))]
    #[case("invalid_grant", Err("the server refused: invalid_grant"))]
    fn each_word_of_the_specification_has_its_answer(
        #[case] word: &str,
        #[case] expected: Result<u64, &str>,
    ) {
        let next = next_interval(5, TokenFault::Said(word.to_owned()));
        let next = next.map_err(|error| error.to_string());
        assert_eq!(next, expected.map_err(str::to_owned));
    }

    #[test]
    fn a_server_that_fails_for_a_moment_is_asked_seldomer() {
        let failing = TokenFault::Other(ClientError::Failing { status: 502 });
        assert_eq!(next_interval(5, failing).unwrap(), 10);
        let pin = TokenFault::Other(ClientError::Pin);
        assert!(next_interval(5, pin).is_err());
    }
}
