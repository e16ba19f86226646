//! What was asked of the bench.

use anyhow::{Context, bail};

/// A part of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    Cli,
    Size,
    Ledger,
    Import,
    Tui,
    Backup,
}

/// The parsed command line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    groups: Vec<Group>,
    /// Transactions in each demo ledger.
    pub(crate) sizes: Vec<u32>,
    /// The length of the ledger whose first backup is measured.
    pub(crate) bytes: u32,
    /// How often each command runs.
    pub(crate) runs: usize,
    /// Whether the demo ledgers are made anew.
    pub(crate) fresh: bool,
}

impl Options {
    /// Reads the words after `bench`.
    pub(crate) fn parse(arguments: &[String]) -> anyhow::Result<Self> {
        let mut options = Self {
            groups: Vec::new(),
            sizes: vec![1_000, 100_000, 1_000_000],
            bytes: 1_000_000_000,
            runs: 15,
            fresh: false,
        };
        let mut words = arguments.iter().map(String::as_str);
        while let Some(word) = words.next() {
            match word {
                "cli" => options.groups.push(Group::Cli),
                "size" => options.groups.push(Group::Size),
                "ledger" => options.groups.push(Group::Ledger),
                "import" => options.groups.push(Group::Import),
                "tui" => options.groups.push(Group::Tui),
                "backup" => options.groups.push(Group::Backup),
                "--fresh" => options.fresh = true,
                "--sizes" => {
                    let sizes = words.next().context("--sizes takes a list like 1k,100k")?;
                    options.sizes = sizes.split(',').map(size).collect::<Result<_, _>>()?;
                }
                "--bytes" => {
                    let bytes = words.next().context("--bytes takes a size like 1000M")?;
                    options.bytes = size(bytes)?;
                }
                "--runs" => {
                    let runs = words.next().context("--runs takes a number")?;
                    options.runs = runs.parse().context("--runs takes a number")?;
                }
                unknown => bail!("`bench` does not know `{unknown}`"),
            }
        }
        if options.runs == 0 {
            bail!("--runs takes a number above 0");
        }
        Ok(options)
    }

    /// Whether a group was named, or none was.
    pub(crate) fn wants(&self, group: Group) -> bool {
        self.groups.is_empty() || self.groups.contains(&group)
    }
}

/// `1k`, `100k`, `1M`, or plain digits.
fn size(text: &str) -> anyhow::Result<u32> {
    let (digits, factor) = match text.strip_suffix(['k', 'K']) {
        Some(digits) => (digits, 1_000),
        None => match text.strip_suffix(['m', 'M']) {
            Some(digits) => (digits, 1_000_000),
            None => (text, 1),
        },
    };
    let number: u32 = digits
        .parse()
        .with_context(|| format!("`{text}` is no size"))?;
    number
        .checked_mul(factor)
        .with_context(|| format!("`{text}` is too large"))
}

/// The way sizes are shown: the other way round.
pub(crate) fn size_word(size: u32) -> String {
    match size {
        0 => "0".to_owned(),
        _ if size.is_multiple_of(1_000_000) => format!("{}M", size / 1_000_000),
        _ if size.is_multiple_of(1_000) => format!("{}k", size / 1_000),
        _ => size.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Group, Options, size_word};

    fn parse(line: &str) -> anyhow::Result<Options> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Options::parse(&words)
    }

    #[test]
    fn sizes_read_and_print_alike() {
        let options = parse("ledger --sizes 1k,100k,2M,7 --bytes 64M").unwrap();
        let words: Vec<_> = options.sizes.iter().map(|size| size_word(*size)).collect();
        assert_eq!(words, ["1k", "100k", "2M", "7"]);
        assert_eq!(size_word(options.bytes), "64M");
        assert!(options.wants(Group::Ledger) && !options.wants(Group::Import));
    }

    #[test]
    fn no_group_means_all() {
        assert!(parse("--runs 3").unwrap().wants(Group::Size));
    }

    #[test]
    fn nonsense_is_refused() {
        for line in ["fast", "--sizes", "--sizes 1x", "--bytes 9999M", "--runs 0"] {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
