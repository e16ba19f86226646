//! The table that the bench prints.
//!
//! A row is a measured command or one that failed; the ratio is cost over limit, so that 1.00 and
//! below is within. Numbers are kept in whole microseconds and hundredths.

use std::fmt;
use std::process::ExitCode;

use super::sample::Sample;

/// Peak memory that no command may pass, Argon2's aside.
const PEAK_KIB: u64 = 40 * 1024;

/// All rows, in the order of measuring.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    what: String,
    size: String,
    outcome: Outcome,
}

#[derive(Debug)]
enum Outcome {
    Cost(Sample, Option<Limit>),
    Bytes(u64),
    Memory {
        kib: u64,
        limit_kib: u64,
    },
    Count {
        number: u64,
        limit: u64,
        unit: &'static str,
    },
    Failed(String),
    Skipped(String),
}

/// What a command may cost.
#[derive(Debug, Clone)]
pub(crate) struct Limit {
    /// Microseconds of CPU.
    pub(crate) micros: u64,
    /// Where the limit comes from.
    pub(crate) why: String,
}

impl Limit {
    /// A fixed number of milliseconds.
    pub(crate) fn millis(millis: u64) -> Self {
        Self {
            micros: millis * 1000,
            why: format!("{millis} ms"),
        }
    }

    /// A multiple, in hundredths, of something else that was measured.
    pub(crate) fn times(hundredths: u64, of: Sample, what: &str) -> Self {
        Self {
            micros: of.micros * hundredths / 100,
            why: format!("{} × {what}", Hundredths(hundredths)),
        }
    }

    /// At least so many hundredths of the rate of something else that was measured.
    pub(crate) fn at_rate(hundredths: u64, of: Sample, what: &str) -> Self {
        Self {
            micros: of.micros * 100 / hundredths,
            why: format!("{hundredths} % of the rate of {what}"),
        }
    }
}

impl Table {
    /// Adds a row, and shows at once how it went, for the whole takes minutes.
    pub(crate) fn add(
        &mut self,
        what: &str,
        size: &str,
        measured: anyhow::Result<Sample>,
        limit: Option<Limit>,
    ) {
        let outcome = match measured {
            Ok(sample) => Outcome::Cost(sample, limit),
            Err(error) => Outcome::Failed(format!("{error:#}")),
        };
        self.push(what, size, outcome);
    }

    /// Adds the size of a file.
    pub(crate) fn bytes(&mut self, what: &str, bytes: u64) {
        self.push(what, "", Outcome::Bytes(bytes));
    }

    /// Adds the memory of a process that stays.
    pub(crate) fn memory(&mut self, what: &str, size: &str, kib: u64, limit_kib: u64) {
        self.push(what, size, Outcome::Memory { kib, limit_kib });
    }

    /// Adds what was counted.
    pub(crate) fn count(
        &mut self,
        what: &str,
        size: &str,
        number: u64,
        limit: u64,
        unit: &'static str,
    ) {
        self.push(
            what,
            size,
            Outcome::Count {
                number,
                limit,
                unit,
            },
        );
    }

    /// Adds what could not be tried on this machine.
    pub(crate) fn skip(&mut self, what: &str, why: &str) {
        self.push(what, "", Outcome::Skipped(why.to_owned()));
    }

    fn push(&mut self, what: &str, size: &str, outcome: Outcome) {
        let row = Row {
            what: what.to_owned(),
            size: size.to_owned(),
            outcome,
        };
        eprintln!("bench: {row}");
        self.rows.push(row);
    }

    /// Failure when a row failed or is over its limit.
    pub(crate) fn verdict(&self) -> ExitCode {
        if self.rows.iter().all(Row::is_fine) {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

impl Row {
    fn is_fine(&self) -> bool {
        match &self.outcome {
            Outcome::Cost(sample, limit) => {
                let in_time = limit.as_ref().is_none_or(|l| sample.micros <= l.micros);
                in_time && sample.peak_kib <= PEAK_KIB
            }
            Outcome::Memory { kib, limit_kib } => kib <= limit_kib,
            Outcome::Count { number, limit, .. } => number <= limit,
            Outcome::Bytes(_) | Outcome::Skipped(_) => true,
            Outcome::Failed(_) => false,
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<34} {:>5} {:>10} {:>6} {:>9}  limit",
            "command", "size", "CPU ms", "ratio", "peak MiB"
        )?;
        for row in &self.rows {
            writeln!(f, "{row}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<34} {:>5} ", self.what, self.size)?;
        match &self.outcome {
            Outcome::Cost(sample, limit) => {
                let millis = Hundredths(sample.micros / 10).to_string();
                let peak = Hundredths(sample.peak_kib * 100 / 1024).to_string();
                let (ratio, why) = match limit {
                    Some(limit) => (
                        Hundredths(sample.micros * 100 / limit.micros.max(1)).to_string(),
                        limit.why.as_str(),
                    ),
                    None => (String::new(), ""),
                };
                write!(f, "{millis:>10} {ratio:>6} {peak:>9}  {why}")?;
                f.write_str(if self.is_fine() { "" } else { "  OVER" })
            }
            Outcome::Bytes(bytes) => {
                write!(f, "{} MiB", Hundredths(bytes * 100 / (1024 * 1024)))
            }
            Outcome::Memory { kib, limit_kib } => {
                let ratio = Hundredths(kib * 100 / limit_kib.max(&1)).to_string();
                let peak = Hundredths(kib * 100 / 1024).to_string();
                let limit = limit_kib / 1024;
                write!(f, "{:>10} {ratio:>6} {peak:>9}  {limit} MiB", "")?;
                f.write_str(if self.is_fine() { "" } else { "  OVER" })
            }
            Outcome::Count {
                number,
                limit,
                unit,
            } => {
                let number = format!("{number}{unit}");
                write!(f, "{number:>10} {:>6} {:>9}  {limit}{unit}", "", "")?;
                f.write_str(if self.is_fine() { "" } else { "  OVER" })
            }
            Outcome::Failed(error) => write!(f, "FAILED: {error}"),
            Outcome::Skipped(why) => write!(f, "skipped: {why}"),
        }
    }
}

/// A number with two decimals.
struct Hundredths(u64);

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::{Limit, Sample, Table};
    use std::process::ExitCode;

    fn cost(micros: u64, peak_kib: u64) -> Sample {
        Sample { micros, peak_kib }
    }

    #[test]
    fn a_row_shows_its_ratio() {
        let mut table = Table::default();
        table.add(
            "luka list",
            "1k",
            Ok(cost(7_500, 9 * 1024)),
            Some(Limit::millis(15)),
        );
        assert!(table.to_string().contains("7.50   0.50      9.00  15 ms\n"));
        assert_eq!(table.verdict(), ExitCode::SUCCESS);
    }

    #[test]
    fn a_rate_is_a_time_and_a_count_is_held_against_its_limit() {
        let limit = Limit::at_rate(70, cost(700, 0), "sealing");
        assert_eq!(
            (limit.micros, limit.why.as_str()),
            (1_000, "70 % of the rate of sealing")
        );
        for (number, verdict) in [(2, ExitCode::SUCCESS), (3, ExitCode::FAILURE)] {
            let mut table = Table::default();
            table.count("requests", "", number, 2, "");
            assert_eq!(table.verdict(), verdict, "{table}");
        }
    }

    #[test]
    fn over_in_time_or_memory_or_failed_is_a_failure() {
        let base = cost(1_000, 0);
        let limit = || Some(Limit::times(150, base, "sqlite3 --version"));
        for row in [
            Ok(cost(1_501, 0)),
            Ok(cost(1, 41 * 1024)),
            Err(anyhow::anyhow!("no")),
        ] {
            let mut table = Table::default();
            table.add("x", "", row, limit());
            assert_eq!(table.verdict(), ExitCode::FAILURE, "{table}");
        }
    }
}
