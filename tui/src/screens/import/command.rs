//! The command line that does the same.

use ops::import::{DateOrder, Fees};

use super::{Matches, Signs, State, Step};
use crate::screens::transactions::shell_word;

impl State {
    /// What detects the file, imports it, or lists what was imported.
    pub(super) fn command_line(&self) -> Option<String> {
        match &self.step {
            Step::Files => {
                let path = self.browser.current_path()?;
                let path = shell_word(&path.display().to_string());
                Some(format!("luka import --detect {path}"))
            }
            Step::Rows(review) => {
                let path = shell_word(&review.plan.path.display().to_string());
                Some(format!("luka import {path}{}", self.flags()))
            }
            Step::Done(outcome) => {
                let batch = outcome.batch.as_ref()?;
                Some(format!("luka list source:import:{batch}"))
            }
        }
    }

    /// The options as flags of the command line.
    fn flags(&self) -> String {
        let options = &self.options;
        let mut flags = String::new();
        for (in_file, account) in self.accounts() {
            let value = match in_file {
                Some(in_file) => format!("{in_file}={account}"),
                None => account.clone(),
            };
            flags = format!("{flags} --account {}", shell_word(&value));
        }
        let mut add = |flag: &str| flags.push_str(flag);
        match options.date_order {
            Some(DateOrder::Dmy) => add(" --date-format DMY"),
            Some(DateOrder::Mdy) => add(" --date-format MDY"),
            Some(DateOrder::Ymd) => add(" --date-format YMD"),
            None => {}
        }
        if let Some(mark) = options.decimal {
            add(&format!(" --decimal {mark}"));
        }
        match options.signs {
            Signs::Open => {}
            Signs::AsWritten => add(" --as-written"),
            Signs::Inverted => add(" --invert"),
        }
        match options.fees {
            Some(Fees::Apart) => add(" --fees apart"),
            Some(Fees::Within) => add(" --fees within"),
            None => {}
        }
        match options.matches {
            Matches::Review => {}
            Matches::Merge => add(" --matches merge"),
            Matches::New => add(" --matches new"),
        }
        if let Some(profile) = options
            .profile
            .as_ref()
            .filter(|_| options.columns.is_none())
        {
            add(&format!(" --profile {}", shell_word(profile)));
        }
        flags
    }
}
