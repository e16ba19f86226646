//! `cargo xtask bench suggest [EXPORT.json]`: how good the suggested categories are.
//!
//! A lossless export is split by time: the model learns from the first four fifths of its payments
//! and is asked about the rest, one by one and without learning from them, as at one large import. Of
//! what it would have applied without asking, and of its first and first three guesses, the share is
//! told that a person had chosen. Without a file the demo ledger is taken, whose payees are as
//! regular as nobody's life.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use domain::id::AccountId;
use domain::suggest::{Model, Payment};
use serde_json::Value;

use super::luka::Luka;
use super::place::Place;
use crate::process;
use crate::workspace::Workspace;

/// Transactions in the demo ledger.
const DEMO: u32 = 5_000;
/// The model learns from this share of the payments.
const LEARNT: (usize, usize) = (4, 5);

/// Measures, and prints a few lines.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<ExitCode> {
    let (name, text) = match arguments {
        [] => ("the demo ledger".to_owned(), demo()?),
        [file] => (file.clone(), std::fs::read_to_string(Path::new(file))?),
        _ => bail!("`bench suggest` takes one lossless export"),
    };
    let book: Value = serde_json::from_str(&text).context("no JSON export")?;
    let payments = payments(&book)?;
    let cut = payments.len() * LEARNT.0 / LEARNT.1;
    let (past, future) = payments.split_at(cut);
    let mut model = Model::default();
    for lesson in past {
        model.learn(&lesson.payment(), lesson.category);
    }
    let mut score = Score::default();
    for question in future {
        score.ask(&model, question);
    }
    println!(
        "{name}: learned from {} payments, asked about {}",
        past.len(),
        future.len()
    );
    print!("{score}");
    Ok(ExitCode::SUCCESS)
}

fn demo() -> anyhow::Result<String> {
    let workspace = Workspace::load()?;
    process::check(process::cargo().args(["build", "--release", "--locked", "-p", "luka"]))?;
    let place = Place::open(&workspace)?;
    let luka = Luka::demo(&place, DEMO, false)?;
    process::output(&mut luka.command(&["export", "--format", "json"]))
}

/// One payment with the category that a person gave it.
struct Lesson {
    date: String,
    payee: String,
    memo: String,
    minor: i64,
    category: AccountId,
}

impl Lesson {
    fn payment(&self) -> Payment<'_> {
        Payment {
            payee: &self.payee,
            memo: &self.memo,
            minor: self.minor,
        }
    }
}

/// The transactions of one account and one category, by date.
fn payments(book: &Value) -> anyhow::Result<Vec<Lesson>> {
    let transactions = book["transactions"].as_array().context("no transactions")?;
    let mut categories: BTreeMap<String, AccountId> = BTreeMap::new();
    let mut lessons = Vec::new();
    for transaction in transactions {
        let word = |field: &str| transaction[field].as_str().unwrap_or_default().to_owned();
        let legs = transaction["postings"].as_array().context("no postings")?;
        let is_category = |leg: &&Value| {
            let kind = leg["kind"].as_str().unwrap_or_default();
            matches!(kind, "income" | "expense" | "saving")
        };
        let ([one, other], 1) = (legs.as_slice(), legs.iter().filter(is_category).count()) else {
            continue;
        };
        let (category, own) = if is_category(&one) {
            (one, other)
        } else {
            (other, one)
        };
        let name = category["account"]
            .as_str()
            .context("a leg without account")?;
        let next = i64::try_from(categories.len() + 1)?;
        let id = *categories
            .entry(name.to_owned())
            .or_insert_with(|| AccountId::from_raw(next));
        let digits: String = own["amount"]
            .as_str()
            .context("a leg without amount")?
            .chars()
            .filter(|c| *c != '.')
            .collect();
        lessons.push(Lesson {
            date: word("date"),
            payee: word("payee"),
            memo: word("memo"),
            minor: digits.parse()?,
            category: id,
        });
    }
    lessons.sort_by(|one, other| one.date.cmp(&other.date));
    Ok(lessons)
}

/// What came of the questions.
#[derive(Default)]
struct Score {
    asked: u32,
    answered: u32,
    first: u32,
    among_three: u32,
    applied: u32,
    applied_right: u32,
}

impl Score {
    fn ask(&mut self, model: &Model, question: &Lesson) {
        let found = model.suggest(&question.payment(), 3);
        self.asked += 1;
        let right = |category: AccountId| category == question.category;
        if let Some(best) = found.first() {
            self.answered += 1;
            self.first += u32::from(right(best.category));
            if best.is_sure() {
                self.applied += 1;
                self.applied_right += u32::from(right(best.category));
            }
        }
        self.among_three += u32::from(found.iter().any(|one| right(one.category)));
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = |part: u32, whole: u32| {
            let whole = whole.max(1);
            format!(
                "{} of {whole} ({}.{} %)",
                part,
                part * 100 / whole,
                part * 1000 / whole % 10
            )
        };
        writeln!(
            f,
            "  has a guess            {}",
            share(self.answered, self.asked)
        )?;
        writeln!(
            f,
            "  first guess is right   {}",
            share(self.first, self.asked)
        )?;
        writeln!(
            f,
            "  right among three      {}",
            share(self.among_three, self.asked)
        )?;
        writeln!(
            f,
            "  applied without asking {}",
            share(self.applied, self.asked)
        )?;
        writeln!(
            f,
            "  of those right         {}",
            share(self.applied_right, self.applied)
        )
    }
}
