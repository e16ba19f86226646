//! The actions, found by their words: those of this screen (`?`), or all of them (`:`).

use crossterm::event::Event;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use crate::app::{Context, Paper, Target};
use crate::keymap::Action;
use crate::widgets::cursor::Cursor;
use crate::widgets::fuzzy;
use crate::widgets::text::{fit, left, width};

/// One action in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// What it does.
    pub(crate) action: Action,
    /// Where it belongs.
    pub(crate) place: String,
    /// Its words.
    pub(crate) words: String,
    /// Other words that one may look for it by.
    pub(crate) keywords: String,
    /// Its keys.
    pub(crate) keys: String,
    /// The command line that does the same.
    pub(crate) command: &'static str,
    /// Why it can't be done now.
    pub(crate) why_not: Option<String>,
}

/// The list, and what is typed to narrow it.
#[derive(Debug)]
pub(crate) struct Menu {
    title: String,
    items: Vec<Item>,
    input: Input,
    found: Vec<usize>,
    cursor: Cursor,
}

impl Menu {
    /// A list of actions.
    pub(crate) fn new(title: String, items: Vec<Item>) -> Self {
        let mut menu = Self {
            title,
            items,
            input: Input::default(),
            found: Vec::new(),
            cursor: Cursor::default(),
        };
        menu.search();
        menu
    }

    /// True when an action with these words is in the list.
    #[cfg(test)]
    pub(crate) fn offers(&self, words: &str) -> bool {
        self.items.iter().any(|item| item.words == words)
    }

    pub(super) fn title(&self) -> &str {
        &self.title
    }

    pub(super) fn typed(&mut self, event: &Event) {
        match event {
            Event::Paste(text) => {
                let text: String = text.chars().filter(|c| !c.is_control()).take(100).collect();
                self.input = Input::new(text);
            }
            event => {
                self.input.handle_event(event);
            }
        }
        self.search();
    }

    pub(super) fn clicked(&mut self, target: Target) {
        if let Target::Row(at) = target {
            self.cursor.to(at, self.found.len());
        }
    }

    /// Moves in the list; false for an action that means nothing here.
    pub(crate) fn act(&mut self, action: Action) -> bool {
        let rows = self.found.len();
        match action {
            Action::NextChoice | Action::NextField => self.cursor.step(1, rows),
            Action::PreviousChoice | Action::PreviousField => self.cursor.step(-1, rows),
            _ => return false,
        }
        true
    }

    pub(super) fn chosen(&self) -> Option<Action> {
        self.current().map(|item| item.action)
    }

    /// The command of the action under the cursor.
    pub(crate) fn current(&self) -> Option<&Item> {
        let at = self.found.get(self.cursor.at)?;
        self.items.get(*at)
    }

    fn search(&mut self) {
        let typed = self.input.value();
        let words = self.items.iter().map(|item| item.words.as_str());
        let found = fuzzy::find(typed, words, usize::MAX);
        // What is meant by another word comes before letters that are found here and there.
        let wanted = domain::text::fold(typed.trim());
        let meant = |item: &Item| {
            let mut words = item.keywords.split_whitespace();
            !wanted.is_empty() && words.any(|word| domain::text::fold(word).starts_with(&wanted))
        };
        let said = |at: &usize| {
            let item = self.items.get(*at);
            item.is_some_and(|item| domain::text::fold(&item.words).contains(&wanted))
        };
        let (mut first, loose): (Vec<usize>, Vec<usize>) = found.into_iter().partition(said);
        let items = self.items.iter().enumerate();
        let meant = items.filter(|(at, item)| !first.contains(at) && meant(item));
        let meant: Vec<usize> = meant.map(|(at, _)| at).collect();
        first.extend(meant);
        let loose = loose.into_iter().filter(|at| !first.contains(at));
        let loose: Vec<usize> = loose.collect();
        first.extend(loose);
        self.found = first;
        self.cursor = Cursor::default();
    }

    pub(super) fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let theme = cx.theme;
        let typed = if self.input.value().is_empty() {
            Span::styled(cx.text("ask-narrow"), theme.dim)
        } else {
            Span::raw(fit(self.input.value(), area.width.saturating_sub(2)))
        };
        let place = Rect::new(area.x, area.y, area.width, 1);
        let cursor = u16::try_from(self.input.visual_cursor()).unwrap_or(0) + 2;
        let column = (area.x + cursor).min(area.right().saturating_sub(1));
        paper.frame.set_cursor_position((column, area.y));
        let prompt = Span::styled(format!("{} ", theme.glyphs.closed), theme.accent);
        paper
            .frame
            .render_widget(Line::from(vec![prompt, typed]), place);
        let list = Rect::new(
            area.x,
            area.y + 1,
            area.width,
            area.height.saturating_sub(2),
        );
        let seen = self
            .cursor
            .window(self.found.len(), usize::from(list.height));
        let items: Vec<(usize, &Item)> = seen
            .filter_map(|row| Some((row, self.items.get(*self.found.get(row)?)?)))
            .collect();
        let keys = items.iter().map(|(_, item)| width(&item.keys)).max();
        let keys = keys.unwrap_or(0).min(area.width / 3);
        for ((row, item), line) in items.into_iter().zip(list.y..list.bottom()) {
            let place = Rect::new(list.x, line, list.width, 1);
            paper.target(place, Target::Row(row));
            let current = row == self.cursor.at;
            let drawn = item_line(item, keys, list.width, cx);
            let drawn = if current {
                drawn.patch_style(theme.selected)
            } else {
                drawn
            };
            paper.frame.render_widget(drawn, place);
        }
        self.foot(
            paper,
            Rect::new(area.x, area.bottom().saturating_sub(1), area.width, 1),
            cx,
        );
    }

    /// Why the current action can't be done, else the command that does the same.
    fn foot(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let Some(item) = self.current() else {
            let nothing = Line::styled(cx.text("say-nothing-found"), cx.theme.dim);
            paper.frame.render_widget(nothing, area);
            return;
        };
        let (text, style) = match &item.why_not {
            Some(why) => (why.clone(), cx.theme.warn),
            None if item.command.is_empty() => (String::new(), cx.theme.dim),
            None => (format!("$ {}", item.command), cx.theme.dim),
        };
        paper
            .frame
            .render_widget(Line::styled(fit(&text, area.width), style), area);
    }
}

fn item_line(item: &Item, keys: u16, room: u16, cx: &Context<'_>) -> Line<'static> {
    let style = if item.why_not.is_some() {
        cx.theme.dim
    } else {
        Style::new()
    };
    let place = width(&item.place);
    let room = room.saturating_sub(keys + 2);
    let words = room.saturating_sub(if room > 40 { place + 1 } else { 0 });
    let mut spans = vec![
        Span::styled(left(&item.keys, keys), cx.theme.accent),
        Span::styled(format!("  {}", left(&item.words, words)), style),
    ];
    if room > 40 {
        spans.push(Span::styled(item.place.clone(), cx.theme.dim));
    }
    Line::from(spans)
}
