//! What happens to the reports.

use ratatui::layout::Rect;

use super::period::Unit;
use super::trend::check_category;
use super::{Behind, Entry, State, Tab, Wish};
use crate::app::{Answer, Context, Do, Page, Paper, Read, Target, Trouble};
use crate::keymap::{Action, Scope};
use crate::screens::transactions::shell_word;
use crate::screens::{Screen, transactions};
use crate::widgets::form::{FieldError, Form};

/// A report is asked for under this name.
const REPORT: &str = "report";

impl State {
    fn ask(&mut self, cx: &Context<'_>) -> Vec<Do> {
        self.waiting = true;
        let mut period = self.period(cx);
        if self.tab.is_of_a_day() {
            period.from = None;
        }
        if self.tab.ends_today() {
            period.to = Some(self.until(cx));
        }
        let main = cx.facts.currency.filter(|_| self.converted);
        let wish = Wish {
            tab: self.tab,
            period,
            term: self.typed_period(cx),
            by_year: self.unit == Unit::Always,
            category: self.category.clone(),
            currency: main.map(|main| main.code),
        };
        vec![Do::Read(REPORT, Read::Reports(wish))]
    }

    /// Shows another report from its beginning.
    pub(super) fn show(&mut self, tab: Tab, cx: &Context<'_>) -> Vec<Do> {
        if tab != self.tab {
            self.tab = tab;
            self.found = None;
            self.cursor = crate::widgets::cursor::Cursor::default();
        }
        self.ask(cx)
    }

    fn size(&mut self, unit: Option<Unit>, cx: &Context<'_>) -> Vec<Do> {
        self.unit = unit.unwrap_or(self.unit);
        self.ask(cx)
    }

    /// Moves by some lines; the names of currencies are passed over.
    fn step(&mut self, by: isize) -> Vec<Do> {
        let entries = self.shown().map(super::Found::entries).unwrap_or_default();
        self.cursor.step(by, entries.len());
        self.rest(by < 0, &entries);
        Vec::new()
    }

    /// Leaves the name of a currency for the line before or after it.
    fn rest(&mut self, up: bool, entries: &[Entry]) {
        if !matches!(entries.get(self.cursor.at), Some(Entry::Currency(_))) {
            return;
        }
        let onwards = if up && self.cursor.at > 0 { -1 } else { 1 };
        self.cursor.step(onwards, entries.len());
    }

    /// Opens what is behind the line under the cursor.
    fn open(&self) -> Vec<Do> {
        let list = match self.current().and_then(|line| line.behind.clone()) {
            Some(Behind::Rows(terms)) => transactions::State::matching(terms),
            Some(Behind::Account(name)) => transactions::State::of_account(&name),
            None => return Vec::new(),
        };
        vec![Do::Push(Box::new(Screen::Transactions(Box::new(list))))]
    }

    /// Takes a report in; the cursor stays on the line of the same name.
    fn take(&mut self, found: super::Found, cx: &Context<'_>) {
        let name = self.current().map(|line| line.name.clone());
        let entries = found.entries();
        let same = |entry: &Entry| found.line(*entry).map(|line| &line.name) == name.as_ref();
        if let Some(at) = entries.iter().position(same).filter(|_| name.is_some()) {
            self.cursor.at = at;
        } else if name.is_none() || self.tab.is_series() {
            self.cursor.at = found.first();
        }
        self.found = Some(found);
        self.cursor.to(self.cursor.at, entries.len());
        self.rest(false, &entries);
        self.cursor
            .settle(entries.len(), usize::from(cx.size.1 / 2));
    }
}

impl super::Found {
    /// Where the cursor begins: with the last month of a series, else with the first line that
    /// opens something.
    fn first(&self) -> usize {
        let opens = |entry: &Entry| {
            let line = self.line(*entry);
            line.is_some_and(|line| line.rank == super::Rank::Row && line.behind.is_some())
        };
        let entries = self.entries();
        let main = |entry: &Entry| matches!(entry, Entry::Currency(0) | Entry::Line(0, _));
        let at = if self.tab.is_series() {
            entries
                .iter()
                .rposition(|entry| main(entry) && opens(entry))
        } else {
            entries.iter().position(opens)
        };
        at.unwrap_or(0)
    }
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Reports, Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-reports")
    }

    fn load(&mut self, cx: &Context<'_>) -> Vec<Do> {
        self.ask(cx)
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        let page = isize::try_from(cx.size.1 / 2).unwrap_or(1);
        match action {
            Action::Down => self.step(1),
            Action::Up => self.step(-1),
            Action::PageDown => self.step(page),
            Action::PageUp => self.step(-page),
            Action::First => self.step(isize::MIN),
            Action::Last => self.step(isize::MAX),
            Action::PreviousPeriod => {
                self.turn(false, cx);
                self.ask(cx)
            }
            Action::NextPeriod => {
                self.turn(true, cx);
                self.ask(cx)
            }
            Action::Widen => self.size(self.unit.wider(self.tab), cx),
            Action::Narrow => self.size(self.unit.narrower(self.tab), cx),
            Action::NextReport => self.show(self.tab.turned(1), cx),
            Action::PreviousReport => self.show(self.tab.turned(Tab::ALL.len() - 1), cx),
            Action::Convert => {
                self.converted = !self.converted;
                self.ask(cx)
            }
            Action::Edit => self.choose_category(cx),
            Action::Open => self.open(),
            _ => Vec::new(),
        }
    }

    fn clicked(&mut self, target: Target, cx: &Context<'_>) -> Vec<Do> {
        match target {
            Target::Tab(at) => match Tab::ALL.get(at) {
                Some(tab) => self.show(*tab, cx),
                None => Vec::new(),
            },
            Target::Row(row) if row == self.cursor.at => self.open(),
            Target::Row(row) => {
                self.cursor.at = row;
                self.step(0)
            }
            _ => Vec::new(),
        }
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, cx: &Context<'_>) -> Vec<Do> {
        if let Answer::Reports(found) = answer {
            self.waiting = false;
            self.take(*found, cx);
        }
        Vec::new()
    }

    fn refused(
        &mut self,
        _slot: &'static str,
        trouble: Trouble,
        _cx: &Context<'_>,
    ) -> Option<Trouble> {
        self.waiting = false;
        Some(trouble)
    }

    fn check(&mut self, form: &mut Form, cx: &Context<'_>) {
        check_category(form, cx);
    }

    fn submitted(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        self.take_category(form, cx)
    }

    fn why_not(&self, action: Action, cx: &Context<'_>) -> Option<&'static str> {
        match action {
            Action::NextPeriod => self.why_not_later(cx),
            Action::PreviousPeriod if self.unit == Unit::Always => Some("why-all-time"),
            Action::Widen if self.unit.wider(self.tab).is_none() => Some("why-widest"),
            Action::Narrow if self.unit.narrower(self.tab).is_none() => Some("why-narrowest"),
            Action::Convert if cx.facts.known.len() < 2 => Some("why-one-currency"),
            Action::Open if self.current().is_none() => Some("why-no-rows"),
            Action::Open if self.current().is_some_and(|line| line.behind.is_none()) => {
                Some("why-a-sum")
            }
            _ => None,
        }
    }

    fn command(&self, cx: &Context<'_>) -> Option<String> {
        let mut command = format!("luka report {}", self.tab.command());
        if self.tab == Tab::Trend {
            let category = self.shown()?.subject.as_ref()?;
            command = format!("{command} {}", shell_word(category));
        }
        if self.tab.is_of_a_day() {
            let day = self.until(cx).format("%Y-%m-%d");
            command = format!("{command} --date {day}");
        } else {
            let period = self.typed_period(cx).unwrap_or_else(|| "all".to_owned());
            command = format!("{command} --period {period}");
        }
        match cx.facts.currency.filter(|_| self.converted) {
            Some(main) => Some(format!("{command} --in {}", main.code)),
            None => Some(command),
        }
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}
