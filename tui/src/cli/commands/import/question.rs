//! What a file leaves open, asked at the terminal; without one it is an error that names the flag.

use domain::account::Wanted;
use ops::import::{AccountChoice, DateOrder, FileSigns, Import, ImportError, ReadError};

use super::super::names::Desk;
use crate::cli::ask;
use crate::cli::error::{Explain as _, Failure, OrExplain as _, ask_failure, marks};
use crate::i18n::text;

/// How often a question is asked.
const TRIES: usize = 3;

/// Puts the person's answer into the request; any other trouble is passed on.
pub(super) fn answer(
    desk: &Desk<'_>,
    error: &ImportError,
    request: &mut Import,
) -> Result<(), Failure> {
    let refused = || error.explain(&desk.session.texts);
    if !ask::can_ask() {
        return Err(refused());
    }
    match error {
        ImportError::Read {
            file,
            source: ReadError::AmbiguousDates { example, readings },
        } if request.date_order.is_none() => {
            let readings = readings.map(|day| day.to_string());
            let first = which(desk, file, example, &readings)?.ok_or_else(refused)?;
            request.date_order = Some(if first {
                DateOrder::Dmy
            } else {
                DateOrder::Mdy
            });
            Ok(())
        }
        ImportError::Read {
            file,
            source: ReadError::AmbiguousNumbers { example, readings },
        } if request.decimal.is_none() => {
            let readings = readings.map(|number| number.to_string());
            let grouped = which(desk, file, example, &readings)?.ok_or_else(refused)?;
            let (mark, other) = marks(example);
            request.decimal = Some(if grouped { other } else { mark });
            Ok(())
        }
        ImportError::Read {
            file,
            source: ReadError::AmbiguousSigns { example, amount },
        } if request.signs == FileSigns::Open => {
            let amount = amount.to_string();
            let words = ["word-signs-in", "word-signs-out"].map(|id| desk.text(id));
            let example = format!("{example} {amount}");
            let as_written = which(desk, file, &example, &words)?.ok_or_else(refused)?;
            request.signs = if as_written {
                FileSigns::AsWritten
            } else {
                FileSigns::Inverted
            };
            Ok(())
        }
        ImportError::WhichAccount { file, named } => {
            let known = request.accounts.len();
            accounts(desk, file, named, request)?;
            if request.accounts.len() == known {
                return Err(refused());
            }
            Ok(())
        }
        _ => Err(refused()),
    }
}

/// Which of two readings is meant: true for the first; none when the answer is neither.
fn which(
    desk: &Desk<'_>,
    file: &str,
    example: &str,
    [first, second]: &[String; 2],
) -> Result<Option<bool>, Failure> {
    let texts = &desk.session.texts;
    let question = text!(
        texts,
        "ask-which-reading",
        file = file.to_owned(),
        example = example.to_owned(),
        first = first.clone(),
        second = second.clone()
    );
    for _ in 0..TRIES {
        let typed = ask::line(&question).map_err(|error| ask_failure(texts, &error))?;
        match typed.as_str() {
            "" => return Ok(None),
            typed if typed == "1" || typed == first => return Ok(Some(true)),
            typed if typed == "2" || typed == second => return Ok(Some(false)),
            _ => {}
        }
    }
    Ok(None)
}

/// Asks for the ledger account of each account in the file that has none yet.
fn accounts(
    desk: &Desk<'_>,
    file: &str,
    named: &[String],
    request: &mut Import,
) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let chart = desk.book.view().chart().or_explain(texts)?;
    let named = named.iter().filter(|name| !name.trim().is_empty());
    let mut in_file: Vec<Option<&String>> = named.map(Some).collect();
    if in_file.is_empty() {
        in_file.push(None);
    }
    for in_file in in_file {
        let known = |choice: &AccountChoice| choice.in_file.as_ref() == in_file;
        if request.accounts.iter().any(known) {
            continue;
        }
        let question = match in_file {
            Some(account) => text!(
                texts,
                "ask-which-account-of",
                file = file.to_owned(),
                account = account.clone()
            ),
            None => text!(texts, "ask-which-account", file = file.to_owned()),
        };
        let mut tries = 0;
        let account = loop {
            tries += 1;
            let typed = ask::line(&question).map_err(|error| ask_failure(texts, &error))?;
            match chart.resolve(&typed, Wanted::Account).or_explain(texts) {
                Err(failure) if tries < TRIES && !typed.is_empty() => {
                    desk.session.say(&failure.message);
                }
                found => break found?,
            }
        };
        request.accounts.push(AccountChoice {
            in_file: in_file.cloned(),
            in_ledger: chart.path(account.id).to_owned(),
        });
    }
    Ok(())
}
