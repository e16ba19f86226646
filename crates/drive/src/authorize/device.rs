//! The way over another device, for a machine without a browser (RFC 8628).

use std::time::{Duration, Instant};

use serde::Deserialize;
use yup_oauth2::error::{AuthError, AuthErrorCode};
use zeroize::Zeroizing;

use super::{Desk, failed, told};
use crate::error::DriveError;
use crate::fault::{Fault, words};
use crate::token::{SCOPE, Said, post};

const GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";
/// How often to ask where nothing is said, in seconds; and how much seldomer when told so.
const INTERVAL: u64 = 5;
/// The longest that a code may be said to live, in seconds.
const LONGEST_LIFE: u64 = 60 * 60;
/// How often somebody is asked whether to stop.
const SLICE: Duration = Duration::from_millis(100);

/// What a person types, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceCode {
    /// The page to open on the other device.
    pub verification_url: String,
    /// The code to type there.
    pub user_code: String,
    /// How long the code is good for.
    pub expires_in: Duration,
}

/// What Google gives; it says `url` where the RFC says `uri`.
#[derive(Deserialize)]
struct Given {
    device_code: Zeroizing<String>,
    user_code: String,
    #[serde(alias = "verification_uri")]
    verification_url: String,
    expires_in: u64,
    #[serde(default)]
    interval: Option<u64>,
}

pub(super) async fn ask(
    desk: &Desk<'_>,
    show: &mut dyn FnMut(&DeviceCode),
) -> Result<(), DriveError> {
    let given = begin(desk).await?;
    let life = given.expires_in.min(LONGEST_LIFE);
    show(&DeviceCode {
        verification_url: printable(&given.verification_url),
        user_code: printable(&given.user_code),
        expires_in: Duration::from_secs(life),
    });
    let end = Instant::now() + desk.pace.seconds(life);
    let mut interval = given.interval.unwrap_or(INTERVAL).clamp(1, 60);
    let form = [
        ("grant_type", GRANT),
        ("device_code", given.device_code.as_str()),
    ];
    loop {
        pause(desk, desk.pace.seconds(interval), end).await?;
        match desk.token(&form).await {
            Ok(Said::Granted(grant)) => return desk.keep(&grant),
            Ok(Said::Refused(code)) => match code.as_str() {
                "authorization_pending" => {}
                "slow_down" => interval += INTERVAL,
                _ => return Err(refused(&code)),
            },
            // What passes is waited for as long as the code lives; the RFC wants it seldomer.
            Err(Fault::Unsure { .. } | Fault::TooFast(_)) => interval += INTERVAL,
            Err(fault) => return Err(failed(fault)),
        }
    }
}

async fn begin(desk: &Desk<'_>) -> Result<Given, DriveError> {
    let mut tries = desk.tries();
    loop {
        let address = &desk.addresses.device;
        let form = [("scope", SCOPE)];
        let answer = post(&desk.wire, desk.progress, address, desk.client, &form).await;
        let fault = match answer {
            Ok(answer) if answer.is_success() => match answer.json() {
                Ok(given) => return Ok(given),
                Err(fault) => fault,
            },
            Ok(answer) => match serde_json::from_slice::<AuthError>(&answer.body) {
                Ok(refusal) if answer.status < 500 => return Err(refused(&refusal.error)),
                _ => answer.fault(),
            },
            Err(fault) => fault,
        };
        tries.after(fault).await.map_err(told)?;
    }
}

fn refused(code: &AuthErrorCode) -> DriveError {
    match code {
        AuthErrorCode::AccessDenied => DriveError::Denied,
        AuthErrorCode::ExpiredToken => DriveError::TimedOut,
        other => DriveError::Refused {
            what: words(400, other.as_str()),
        },
    }
}

/// Waits, unless the code gets too old or somebody wants it to stop.
async fn pause(desk: &Desk<'_>, time: Duration, end: Instant) -> Result<(), DriveError> {
    let wake = Instant::now() + time;
    loop {
        if desk.progress.is_cancelled() {
            return Err(DriveError::Cancelled);
        }
        let now = Instant::now();
        if now >= end {
            return Err(DriveError::TimedOut);
        }
        let left = wake.saturating_duration_since(now);
        if left.is_zero() {
            return Ok(());
        }
        tokio::time::sleep(left.min(SLICE)).await;
    }
}

/// What goes to a terminal has no control characters.
fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(200).collect()
}
