//! Versions by what a person types: the first digits of an id, at least four.

use backup::ObjectName;

use crate::cli::error::{Failure, Kind};
use crate::cli::session::Session;
use crate::i18n::text;

/// Fewer digits than this are a slip of the hand.
const LEAST: usize = 4;
/// The one version whose id begins as typed; gives its place among `names`.
pub(super) fn find<'n>(
    session: &Session,
    typed: &str,
    names: impl IntoIterator<Item = &'n ObjectName>,
) -> Result<usize, Failure> {
    let texts = &session.texts;
    let wanted = typed.trim().to_ascii_lowercase();
    let is_hex = wanted.bytes().all(|byte| byte.is_ascii_hexdigit());
    if wanted.len() < LEAST || !is_hex {
        let message = text!(texts, "error-version-id", id = typed);
        return Err(Failure::new(Kind::BadInput, message).hint(texts.get("hint-version-id")));
    }
    let fits: Vec<_> = names
        .into_iter()
        .enumerate()
        .filter(|(_, name)| name.id_text().starts_with(&wanted))
        .collect();
    match fits.as_slice() {
        [] => {
            let message = text!(texts, "error-no-version", id = typed);
            Err(Failure::new(Kind::NotFound, message).hint(texts.get("hint-version")))
        }
        [(place, _)] => Ok(*place),
        several => {
            let message = text!(texts, "error-version-ambiguous", id = typed);
            let ids: Vec<_> = several.iter().map(|(_, name)| name.id_text()).collect();
            let hint = text!(texts, "hint-choice", values = ids.join(", "));
            Err(Failure::new(Kind::Conflict, message).hint(hint))
        }
    }
}
