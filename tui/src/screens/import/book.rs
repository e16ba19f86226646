//! A whole book of another program: what it would bring is said, and Enter brings it.
//!
//! It has accounts of its own, so there are no rows to decide about. What else can be said about a
//! book is said on the command line.

use std::path::PathBuf;

use ops::import::BookImport;

use super::options::{DECIMAL, decimal, decimal_field};
use super::view::veiled;
use super::{Outcome, State, Step, Wanted, plan::Counts};
use crate::app::{Change, Context, Dialog, Do};
use crate::i18n::text;
use crate::widgets::form::Form;

/// The form's name.
pub(super) const BOOK: &str = "book";
/// So many things that need attention are said; the command line says all.
const MOST: usize = 6;

/// What a book would bring.
#[derive(Clone, Debug)]
pub(crate) struct BookPlan {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its name.
    pub(crate) file: String,
    /// Which program it is from.
    pub(crate) format: &'static str,
    /// What its bytes were.
    pub(crate) print: u64,
    /// How it was read.
    pub(crate) request: BookImport,
    /// Transactions by what becomes of them.
    pub(crate) counts: Counts,
    /// Its accounts and prices.
    pub(crate) accounts: usize,
    pub(crate) prices: usize,
    /// What can't be carried over.
    pub(crate) uncarried: usize,
    /// What a person should look at: errors, warnings, what stays behind.
    pub(crate) notes: Vec<String>,
}

impl State {
    /// Shows what a book would bring.
    pub(super) fn show_book(&mut self, plan: BookPlan, cx: &Context<'_>) -> Vec<Do> {
        self.reading = None;
        self.options.decimal = plan.request.decimal;
        let fields = vec![decimal_field(&self.options, cx)];
        let mut form = Form::new(BOOK, plan.file.clone(), fields);
        let number = |count: usize| cx.style.number(count.into());
        form.intro = vec![
            text!(
                cx.texts,
                "say-book-holds",
                format = plan.format.to_owned(),
                new = number(plan.counts.new),
                known = number(plan.counts.known),
                accounts = number(plan.accounts),
                prices = number(plan.prices)
            ),
            text!(
                cx.texts,
                "say-book-leaves",
                uncarried = number(plan.uncarried),
                bad = number(plan.counts.bad)
            ),
        ];
        let notes = plan.notes.iter().take(MOST);
        form.intro.extend(notes.map(|note| veiled(note, cx)));
        form.intro.push(String::new());
        self.book = Some(Box::new(plan));
        vec![Do::Ask(Dialog::Form(form))]
    }

    /// Brings it; with another decimal mark it is looked at again.
    pub(super) fn submit_book(&mut self, form: &Form) -> Vec<Do> {
        let Some(plan) = &self.book else {
            return Vec::new();
        };
        let mark = decimal(&form.text(DECIMAL));
        if mark != plan.request.decimal {
            let path = plan.path.clone();
            self.options.decimal = mark;
            return self.look(path);
        }
        self.booking = true;
        let wanted = Wanted::Book {
            path: plan.path.clone(),
            print: plan.print,
            request: Box::new(plan.request.clone()),
        };
        vec![Do::Change(Change::Import(wanted))]
    }

    /// It was brought.
    pub(super) fn booked(&mut self) -> bool {
        let Some(plan) = self.book.take_if(|_| self.booking) else {
            return false;
        };
        self.booking = false;
        self.step = Step::Done(Outcome {
            file: plan.file,
            counts: plan.counts,
            batch: None,
        });
        true
    }
}
