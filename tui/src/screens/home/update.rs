//! What happens to the month.

use chrono::Months;
use ratatui::layout::Rect;

use super::{Item, State, Wish};
use crate::app::{Answer, Context, Do, Page, Paper, Read, Target};
use crate::keymap::{Action, Scope};
use crate::screens::transactions::shell_word;
use crate::screens::{Screen, transactions};

/// The month is asked for under this name.
const MONTH: &str = "month";

impl State {
    fn ask(&self, cx: &Context<'_>) -> Vec<Do> {
        let month = self.month(cx);
        vec![Do::Read(MONTH, Read::Home(Wish { month }))]
    }

    /// Goes to the month before or after.
    fn turn(&mut self, later: bool, cx: &Context<'_>) -> Vec<Do> {
        let (month, one) = (self.month(cx), Months::new(1));
        let next = if later {
            month.checked_add_months(one)
        } else {
            month.checked_sub_months(one)
        };
        // The month of today follows the day.
        self.month = next.filter(|next| *next != crate::present::first_of_month(cx.today));
        self.ask(cx)
    }

    fn step(&mut self, by: isize) -> Vec<Do> {
        let last = self.items().len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        Vec::new()
    }

    /// Opens what is behind the row under the cursor.
    fn open(&self, cx: &Context<'_>) -> Vec<Do> {
        let list = match self.current() {
            Some(Item::Category(name)) => transactions::State::matching(vec![
                format!("cat:{name}"),
                format!("date:{}", self.month(cx).format("%Y-%m")),
            ]),
            Some(Item::Account(name)) => transactions::State::of_account(&name),
            Some(Item::Goal(_)) => return vec![Do::Act(Action::GoGoals)],
            None => return Vec::new(),
        };
        vec![Do::Push(Box::new(Screen::Transactions(Box::new(list))))]
    }
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Home, Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-home")
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
            Action::PreviousPeriod => self.turn(false, cx),
            Action::NextPeriod => self.turn(true, cx),
            Action::Open => self.open(cx),
            _ => Vec::new(),
        }
    }

    fn clicked(&mut self, target: Target, cx: &Context<'_>) -> Vec<Do> {
        match target {
            Target::Row(row) if row == self.at => self.open(cx),
            Target::Row(row) => {
                self.at = row;
                self.step(0)
            }
            _ => Vec::new(),
        }
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, _cx: &Context<'_>) -> Vec<Do> {
        let Answer::Home(found) = answer else {
            return Vec::new();
        };
        let before = self.current();
        self.found = Some(*found);
        let items = self.items();
        let kept = before.and_then(|before| items.iter().position(|item| *item == before));
        self.at = kept.unwrap_or(self.at).min(items.len().saturating_sub(1));
        Vec::new()
    }

    fn account(&self) -> Option<&str> {
        let found = self.found.as_ref()?;
        let at = self.at.checked_sub(found.spent.len())?;
        found.balances.get(at).map(|one| one.name.as_str())
    }

    fn why_not(&self, action: Action, cx: &Context<'_>) -> Option<&'static str> {
        let this = crate::present::first_of_month(cx.today);
        match action {
            Action::Open if self.items().is_empty() || cx.facts.transactions == 0 => {
                Some("why-no-rows")
            }
            Action::NextPeriod if self.month(cx) >= this => Some("why-no-later"),
            _ => None,
        }
    }

    fn command(&self, cx: &Context<'_>) -> Option<String> {
        let month = self.month(cx).format("%Y-%m");
        Some(match self.current() {
            Some(Item::Account(name)) => format!("luka report register {}", shell_word(&name)),
            Some(Item::Goal(_)) => "luka report goals".to_owned(),
            Some(Item::Category(_)) | None => {
                let into = cx.facts.currency.map(|main| format!(" --in {}", main.code));
                format!(
                    "luka report categories --period {month}{}",
                    into.unwrap_or_default()
                )
            }
        })
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}
