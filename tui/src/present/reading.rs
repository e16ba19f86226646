//! How a bank file was read, in the person's words.

use ops::import::{Evidence, Role};

use crate::i18n::{Texts, text};

/// What a column is used for.
pub(crate) fn role(role: Role, texts: &Texts) -> String {
    texts.get(match role {
        Role::Date => "word-role-date",
        Role::ValueDate => "word-role-value-date",
        Role::Payee => "word-role-payee",
        Role::Sender => "word-role-sender",
        Role::Recipient => "word-role-recipient",
        Role::Text => "word-role-text",
        Role::Memo => "word-role-memo",
        Role::Amount => "word-role-amount",
        Role::Debit => "word-role-debit",
        Role::Credit => "word-role-credit",
        Role::Sign => "word-role-sign",
        Role::Currency => "word-role-currency",
        Role::Balance => "word-role-balance",
        Role::Account => "word-role-account",
        Role::CounterAccount => "word-role-counter-account",
        Role::Id => "word-role-id",
        Role::CheckNumber => "word-role-check-number",
        Role::Category => "word-role-category",
        Role::Fee => "word-role-fee",
        Role::Status => "word-role-status",
        Role::Kind => "word-role-kind",
        Role::Other => "word-role-other",
    })
}

/// Why something was decided.
pub(crate) fn evidence(reason: &Evidence, texts: &Texts) -> String {
    let id = match reason {
        Evidence::Given("date format") => "say-given-dates",
        Evidence::Given("decimal mark") => "say-given-decimal",
        Evidence::Given("fees") => "say-given-fees",
        Evidence::DatesFitOneOrder => "say-dates-fit",
        Evidence::DatesWithPoints => "say-dates-points",
        Evidence::OrderOfRows => "say-dates-order",
        Evidence::OneMonth => "say-dates-month",
        Evidence::NoFutureDates => "say-dates-future",
        Evidence::NumbersFitOneMark => "say-numbers-fit",
        Evidence::CurrencyDecimals => "say-numbers-currency",
        Evidence::RunningBalance(rows) => {
            return text!(texts, "say-running-balance", n = i64::from(*rows));
        }
        Evidence::HeaderWords => "say-header-words",
        Evidence::ColumnContents => "say-column-contents",
        Evidence::FeesSubtracted => "say-fees-subtracted",
        Evidence::CardWords => "say-card-words",
        other => return other.to_string(),
    };
    texts.get(id)
}
