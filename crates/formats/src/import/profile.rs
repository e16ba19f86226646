//! How files of one bank are read: a small TOML file that a person can read, edit and share.
//!
//! A profile is made from what was detected ([`Layout::to_profile`]); each value it holds is taken
//! instead of being detected, each value it lacks is detected as without it.

use std::collections::BTreeMap;

use domain::CurrencyCode;
use serde::{Deserialize, Serialize};

use super::csv::normalise;
use super::date::DateOrder;
use super::layout::{Fees, Layout, Role, Signs};

/// What is known about the files of a bank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// The header's words, folded and joined: which files it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
    /// The text encoding: `windows-1252`, `utf-16le`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// What separates the columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// Lines above the header, or above the first row when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skip_lines: Option<u32>,
    /// Whether there is a header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<bool>,
    /// The order of day, month and year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// The decimal mark, `.` or `,`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<char>,
    /// The currency of all rows, when no column says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<CurrencyCode>,
    /// True when money out is written as positive.
    #[serde(default, skip_serializing_if = "is_false")]
    pub inverted: bool,
    /// Whether the fees of a column come on top of the amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fees: Option<Fees>,
    /// Words of the sign column that mean money in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub money_in: Vec<String>,
    /// Words of the sign column that mean money out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub money_out: Vec<String>,
    /// For each role its columns, by header or as `#3`, the first one preferred.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<Role, Vec<String>>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// Why a text is no profile.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// Not TOML, or keys and values that are unknown.
    #[error("the profile can't be read")]
    Syntax(#[from] toml::de::Error),
    /// A value that can't be written as TOML.
    #[error("the profile can't be written")]
    Write(#[from] toml::ser::Error),
}

impl Profile {
    /// Reads a profile from TOML.
    pub fn from_toml(text: &str) -> Result<Self, ProfileError> {
        Ok(toml::from_str(text)?)
    }

    /// Writes the profile as TOML.
    pub fn to_toml(&self) -> Result<String, ProfileError> {
        Ok(toml::to_string_pretty(self)?)
    }

    /// True when a file with this header ([`super::fingerprint`]) is one that it was made for.
    pub fn fits(&self, fingerprint: &str) -> bool {
        self.fingerprint.as_deref() == Some(fingerprint)
    }

    /// The role of a column, and how far from the first choice it is.
    pub(super) fn role(&self, name: &str, at: usize) -> Option<(Role, u8)> {
        let position = format!("#{}", at + 1);
        let wanted = domain::text::fold(name);
        self.columns.iter().find_map(|(role, names)| {
            let rank = names
                .iter()
                .position(|known| *known == position || domain::text::fold(known) == wanted)?;
            Some((*role, u8::try_from(rank).unwrap_or(u8::MAX)))
        })
    }
}

impl Layout {
    /// Makes a profile of what was decided.
    pub fn to_profile(&self, name: &str) -> Profile {
        let mut columns: BTreeMap<Role, Vec<String>> = BTreeMap::new();
        // A name says which column is meant when no other has it, used or not.
        let header = self.fingerprint.as_deref().unwrap_or_default();
        for column in &self.columns {
            let word = normalise(&column.name);
            let repeated = header.split('|').filter(|other| *other == word).count() > 1;
            let name = if repeated {
                format!("#{}", column.number)
            } else {
                column.name.clone()
            };
            columns.entry(column.role).or_default().push(name);
        }
        Profile {
            name: name.to_owned(),
            fingerprint: self.fingerprint.clone(),
            encoding: Some(self.encoding.clone()).filter(|encoding| !encoding.is_empty()),
            delimiter: self.delimiter,
            date_order: self.date_order,
            decimal: self.decimal,
            currency: self.currency,
            fees: self.fees,
            inverted: self.signs == Some(Signs::Inverted),
            columns,
            ..Profile::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ColumnUse, Hints, read};
    use super::*;

    #[test]
    fn of_columns_with_one_name_a_profile_says_the_place() {
        let file = b"Fecha;Glosa;Monto;Monto\n01/03/2026;TE;-1;-2\n13/03/2026;PAN;3;4\n";
        let today = chrono::NaiveDate::from_ymd_opt(2026, 3, 14).unwrap();
        let mut profile = Profile::default();
        for (role, name) in [
            (Role::Date, "Fecha"),
            (Role::Text, "Glosa"),
            (Role::Amount, "#4"),
        ] {
            profile.columns.insert(role, vec![name.to_owned()]);
        }
        let hints = Hints {
            profile: Some(&profile),
            date_order: Some(DateOrder::Dmy),
            ..Hints::new(today)
        };
        let layout = read(file, &hints).unwrap().layout;
        let amount = layout.columns.iter().find(|one| one.role == Role::Amount);
        assert_eq!(amount.map(|one: &ColumnUse| one.number), Some(4));
        let saved = layout.to_profile("mine");
        assert_eq!(saved.columns[&Role::Amount], ["#4"]);
        assert_eq!(saved.columns[&Role::Date], ["Fecha"]);
    }
}
