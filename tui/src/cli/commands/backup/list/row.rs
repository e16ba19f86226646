//! A version as a row of the list.

use backup::{RemoteName, Version};
use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::cli::output::{Cell, Row};
use crate::cli::session::Session;
use crate::i18n::text;
use crate::present;
use crate::present::short_id;

/// A version as a row.
#[derive(Serialize)]
pub(super) struct VersionRow {
    id: String,
    remote: String,
    created_at: DateTime<Utc>,
    size: u64,
    ledger_bytes: u64,
    verified_at: Option<DateTime<Utc>>,
    proven_at: Option<DateTime<Utc>>,
    /// Unknown where there is no ledger yet.
    opens_with_current_passphrase: Option<bool>,
    made_here: bool,
    #[serde(skip)]
    words: Option<Words>,
}

/// What a table says instead of moments and yes or no.
pub(super) struct Words {
    proof: String,
    passphrase: Option<String>,
}

impl Row for VersionRow {
    fn cells(&self) -> Vec<Cell> {
        let moment = |at: Option<DateTime<Utc>>| at.map_or(Cell::Empty, Cell::Moment);
        let id = match &self.words {
            Some(_) => short_id(&self.id),
            None => &self.id,
        };
        let mut cells = vec![
            Cell::text(id),
            Cell::text(self.remote.as_str()),
            Cell::Moment(self.created_at),
            Cell::Bytes(self.size),
            Cell::Bytes(self.ledger_bytes),
        ];
        if let Some(words) = &self.words {
            cells.push(Cell::text(words.proof.as_str()));
            cells.extend(words.passphrase.as_deref().map(Cell::text));
        } else {
            cells.extend([moment(self.verified_at), moment(self.proven_at)]);
            let opens = self.opens_with_current_passphrase;
            cells.push(opens.map_or(Cell::Empty, |opens| Cell::text(opens.to_string())));
        }
        cells
    }
}

/// The row of a version.
pub(super) fn row(
    remote: &RemoteName,
    version: &Version,
    has_ledger: bool,
    words: Option<Words>,
) -> VersionRow {
    VersionRow {
        id: version.name.id_text().to_owned(),
        remote: remote.to_string(),
        created_at: version.created_at,
        size: version.size,
        ledger_bytes: version.ledger_bytes,
        verified_at: version.verified_at,
        proven_at: version.proven_at,
        opens_with_current_passphrase: has_ledger.then_some(version.keys_are_current),
        made_here: version.is_ours,
        words,
    }
}

/// What a table says of a version; of the passphrase when there is an earlier one among them.
pub(super) fn words(session: &Session, version: &Version, earlier: bool) -> Words {
    let texts = &session.texts;
    let day = |at: DateTime<Utc>| present::date(at.with_timezone(&chrono::Local).date_naive());
    let proof = match (version.proven_at, version.verified_at) {
        (Some(at), _) => text!(texts, "word-proven", day = day(at)),
        (None, Some(at)) => text!(texts, "word-verified", day = day(at)),
        (None, None) => String::new(),
    };
    let passphrase = if version.keys_are_current {
        "word-passphrase-now"
    } else {
        "word-passphrase-earlier"
    };
    Words {
        proof,
        passphrase: earlier.then(|| texts.get(passphrase)),
    }
}
