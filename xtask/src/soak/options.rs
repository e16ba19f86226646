//! What was typed.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, bail};

/// How to soak.
#[derive(Debug)]
pub(super) struct Options {
    pub(super) minutes: u64,
    pub(super) seed: u64,
    pub(super) transactions: u64,
    pub(super) profile: &'static str,
}

impl Options {
    pub(super) fn parse(arguments: &[String]) -> anyhow::Result<Self> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
        let mut options = Self {
            minutes: 5,
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
                "--seed" => options.seed = number()?,
                "--transactions" => options.transactions = number()?,
                "--debug" => options.profile = "debug",
                _ => bail!("`soak` takes --minutes, --seed, --transactions, --debug"),
            }
        }
        Ok(options)
    }
}
