//! Rows of earlier files that wait for a person to decide about them.

use ops::import::WaitingRow;

use super::State;
use crate::app::{Context, Dialog, Do, Message};
use crate::i18n::text;
use crate::present;

impl State {
    /// How many wait, for the line above the files.
    pub(super) fn waiting_words(&self, cx: &Context<'_>) -> Option<String> {
        let n = i64::try_from(self.waiting.len()).unwrap_or(i64::MAX);
        (n > 0).then(|| text!(cx.texts, "say-waiting", n = n))
    }

    /// The list of them.
    pub(super) fn show_waiting(&self, cx: &Context<'_>) -> Vec<Do> {
        let between = format!(" {} ", cx.theme.glyphs.between);
        let line = |one: &WaitingRow| {
            let parts = [
                present::date(one.row.date),
                one.row.text.clone(),
                cx.money(one.row.amount),
                one.account.clone(),
                one.file.clone(),
            ];
            parts.join(&between)
        };
        let mut lines = vec![cx.text("say-waiting-how"), String::new()];
        lines.extend(self.waiting.iter().map(line));
        let message = Message::new(cx.text("title-waiting"), lines);
        vec![Do::Ask(Dialog::Message(message))]
    }
}
