//! The word or letter beside an amount without a sign, which tells money in from money out.

use super::choose::Table;
use super::money::{Money, Reading, Source};
use super::records::Record;
use super::roles::Candidate;
use super::signs::{SignWords, has_plain_letters, is_purchase, is_sign_word};
use crate::import::error::ReadError;
use crate::import::layout::Role;

/// Rows from which on a column of two words seems to tell something.
const FLAGS: u32 = 4;

/// The column of words beside an amount without signs; `None` when there is none.
pub(super) fn with_word(
    table: Table<'_, '_, '_>,
    amount: &Candidate<'_>,
) -> Option<Result<Source, ReadError>> {
    let columns = WordColumns::find(table);
    let numbers = &amount.column.numbers;
    let signed = numbers.negative > 0;
    if signed && columns.purchases_are_positive(table, amount) {
        let (column, inverted) = (amount.at, true);
        return Some(Ok(Source::Signed { column, inverted }));
    }
    let Some((candidate, words)) = columns.learn(amount) else {
        let unknown = columns
            .unknown()
            .filter(|_| !signed && numbers.signed == 0)?;
        return Some(Err(unknown_signs(unknown)));
    };
    let (column, sign) = (amount.at, candidate.at);
    let source = Source::Word {
        column,
        sign,
        words,
    };
    match (signed, one_way(candidate)) {
        (false, _) => Some(Ok(source)),
        // One word on every row says less than the signs of the amounts.
        (true, true) => None,
        // A minus everywhere, whatever the words say.
        (true, false) if numbers.positive == 0 => Some(Err(unknown_signs(candidate))),
        (true, false) => Some(Ok(reconcile(table, source, column))),
    }
}

/// The columns that may hold such words, the likeliest first.
struct WordColumns<'c, 's> {
    /// By their headers.
    named: Vec<&'c Candidate<'s>>,
    /// Kinds of transactions.
    kinds: Vec<&'c Candidate<'s>>,
    /// Without a telling header, by their contents.
    others: Vec<&'c Candidate<'s>>,
}

impl<'c, 's> WordColumns<'c, 's> {
    fn find(table: Table<'c, 's, '_>) -> Self {
        let candidates = table.candidates;
        let mut named = candidates.with(Role::Sign, |column| column.filled > 0);
        // `Cargo/Abono` may be the name of an amount and of the word beside one.
        for role in [Role::Amount, Role::Debit, Role::Credit] {
            named.extend(candidates.with(role, |column| column.filled > 0 && !column.is_amounts()));
        }
        let vague = |role| matches!(role, Role::Text | Role::Memo | Role::Category);
        let others = candidates
            .all
            .iter()
            .filter(|candidate| match candidate.meaning {
                Some(meaning) => vague(meaning.role) && known_words(candidate) == Some(true),
                None => {
                    known_words(candidate) == Some(true)
                        || has_letters(candidate)
                        || is_flag(candidate, candidates.records)
                        || is_partly_known(candidate, candidates.records)
                }
            });
        Self {
            named,
            kinds: candidates.with(Role::Kind, |_| true),
            others: others.collect(),
        }
    }

    /// The first column of which all words are understood. Without a telling header that takes
    /// whole words or letters of one meaning only, and amounts without signs of their own.
    fn learn(&self, amount: &Candidate<'_>) -> Option<(&'c Candidate<'s>, SignWords)> {
        let plain = |other: &&&Candidate<'_>| {
            let words = other.column.words.as_deref().unwrap_or_default();
            let telling = known_words(other) == Some(true) || has_plain_letters(words);
            telling && amount.column.numbers.negative == 0
        };
        let others = self.others.iter().filter(plain);
        let columns = self.named.iter().chain(&self.kinds).chain(others);
        columns.copied().find_map(|candidate| {
            let words = candidate.column.words.as_deref()?;
            let blanks = candidate.column.filled < amount.column.filled;
            Some((
                candidate,
                SignWords::learn(words, &candidate.name, blanks).ok()?,
            ))
        })
    }

    /// True when kinds say that every row with a positive amount, and no other, is a purchase.
    fn purchases_are_positive(&self, table: Table<'_, '_, '_>, amount: &Candidate<'_>) -> bool {
        let (column, inverted) = (amount.at, false);
        let source = Source::Signed { column, inverted };
        let money = Money::new(source, table.mark, None, None);
        self.kinds.iter().any(|kind| {
            let (mut records, mut record) = (table.records.clone(), Record::default());
            let (mut bought, mut unlike) = (0u32, 0u32);
            while records.read(&mut record) {
                let Reading::Amount(amount, _) = money.read(&record) else {
                    continue;
                };
                let purchase = is_purchase(&domain::text::fold(record.cell(kind.at)));
                bought += u32::from(purchase);
                unlike += u32::from(purchase == amount.is_sign_negative() && !amount.is_zero());
            }
            bought > 0 && unlike == 0
        })
    }

    /// A column that seems to tell the way of the money, in words that are not understood.
    fn unknown(&self) -> Option<&'c Candidate<'s>> {
        let telling = |kind: &&&Candidate<'_>| known_words(kind).is_some() || has_letters(kind);
        let first = self
            .named
            .first()
            .or_else(|| self.kinds.iter().find(telling));
        first.or_else(|| self.others.first()).copied()
    }
}

fn unknown_signs(candidate: &Candidate<'_>) -> ReadError {
    ReadError::UnknownSigns {
        column: candidate.name.clone(),
        words: candidate.column.words.clone().unwrap_or_default(),
    }
}

/// Whether all words of a column tell the way of money; `None` when none does.
fn known_words(candidate: &Candidate<'_>) -> Option<bool> {
    let words = candidate.column.words.as_ref()?;
    let known = words.iter().filter(|word| is_sign_word(word)).count();
    (known > 0).then_some(known == words.len())
}

/// True when a column holds two or more single letters, and hardly anything else.
fn has_letters(candidate: &Candidate<'_>) -> bool {
    let letter = |word: &&String| {
        word.chars().count() == 1 && !word.starts_with(|c: char| c.is_ascii_digit())
    };
    let words = candidate.column.words.as_ref();
    words.is_some_and(|words| words.len() < 5 && words.iter().filter(letter).count() > 1)
}

/// True when every row has one of a few words, of which some tell the way of money.
fn is_partly_known(candidate: &Candidate<'_>, records: u32) -> bool {
    let column = candidate.column;
    let few = column.words.as_ref().is_some_and(|words| words.len() <= 4);
    few && column.filled >= records.max(FLAGS) && known_words(candidate).is_some()
}

/// True when every row has one of two words.
fn is_flag(candidate: &Candidate<'_>, records: u32) -> bool {
    let column = candidate.column;
    let two = column.words.as_ref().is_some_and(|words| words.len() == 2);
    let few = column.longest_is_at_most(16) && column.worded == column.filled;
    two && few && column.filled >= records.max(FLAGS) && !column.is_codes()
}

/// True when a column of words holds the same word throughout.
pub(super) fn one_way(candidate: &Candidate<'_>) -> bool {
    candidate
        .column
        .words
        .as_ref()
        .is_some_and(|words| words.len() == 1)
}

/// How amounts with signs of their own and the words beside them fit together.
fn reconcile(table: Table<'_, '_, '_>, source: Source, column: usize) -> Source {
    let signed = |inverted| Source::Signed { column, inverted };
    let plain = Money::new(signed(false), table.mark, None, None);
    let worded = Money::new(source, table.mark, None, None);
    let (mut same, mut opposite) = (0u32, 0u32);
    let mut records = table.records.clone();
    let mut record = Record::default();
    while records.read(&mut record) {
        if let (Reading::Amount(worded, _), Reading::Amount(plain, _)) =
            (worded.read(&record), plain.read(&record))
            && !plain.is_zero()
        {
            let out = worded != plain;
            same += u32::from(out == plain.is_sign_negative());
            opposite += u32::from(out != plain.is_sign_negative());
        }
    }
    match (same, opposite) {
        (_, 0) => signed(false),
        (0, _) => signed(true),
        _ => worded.source,
    }
}
