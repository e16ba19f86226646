//! What was typed.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, bail};

/// How to soak.
#[derive(Debug)]
pub(super) struct Options {
    pub(super) minutes: u64,
    /// It goes on until so many processes were killed, be the time over or not.
    pub(super) kills: usize,
    /// How many versions at each remote are restored and held against what was acknowledged.
    pub(super) proofs: usize,
    /// Whether one of the remotes is the Drive double.
    pub(super) drive: bool,
    pub(super) seed: u64,
    pub(super) transactions: u64,
    pub(super) profile: &'static str,
}

impl Options {
    pub(super) fn parse(arguments: &[String]) -> anyhow::Result<Self> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
        let mut options = Self {
            minutes: 5,
            kills: 0,
            proofs: 12,
            drive: false,
            seed: now.as_secs(),
            transactions: 5000,
            profile: "release",
        };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let mut number = || -> anyhow::Result<u64> {
                let value = arguments.next();
                let value = value.with_context(|| format!("`{argument}` takes a number"))?;
                value
                    .parse()
                    .with_context(|| format!("`{value}` is no number"))
            };
            match argument.as_str() {
                "--minutes" => options.minutes = number()?,
                "--kills" => options.kills = usize::try_from(number()?)?,
                "--proofs" => options.proofs = usize::try_from(number()?)?,
                "--seed" => options.seed = number()?,
                "--transactions" => options.transactions = number()?,
                "--debug" => options.profile = "debug",
                "--remote" => match arguments.next().map(String::as_str) {
                    Some("folders") => options.drive = false,
                    Some("drive") => options.drive = true,
                    _ => bail!("--remote takes `folders` or `drive`"),
                },
                _ => bail!(
                    "`soak` takes --minutes, --kills, --proofs, --remote, --seed, --transactions, \
                     --debug"
                ),
            }
        }
        Ok(options)
    }
}
