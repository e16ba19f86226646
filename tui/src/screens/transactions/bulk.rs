//! Setting fields of many rows at once: a form, and the number of rows that it is about.

use ops::transaction::{BulkEdit, Selection, Setting};

use super::{Row, State};
use crate::app::{Change, Context, Do};
use crate::i18n::text;
use crate::present;
use crate::screens::entry::{account_choices, category_choices, status_options};
use crate::widgets::form::{Choice, Field, FieldError, Form, Take};

/// Makes a setting of what was filled in.
type Maker = fn(String) -> Setting;
/// Rows whose difference is shown.
const PREVIEW: usize = 5;

/// The fields that can be set; what stays empty stays as it is.
const CATEGORY: &str = "category";
const ACCOUNT: &str = "account";
const PAYEE: &str = "payee";
const MEMO: &str = "memo";
const STATUS: &str = "status";
const TAG: &str = "tag";
const UNTAG: &str = "untag";

impl State {
    /// The form about all that are meant.
    pub(super) fn bulk_form(&self, cx: &Context<'_>) -> Form {
        let n = match self.selection() {
            Some(Selection::These(ids)) => ids.len() as u64,
            Some(Selection::AllBut(_, unmarked)) => self
                .count
                .unwrap_or(0)
                .saturating_sub(unmarked.len() as u64),
            Some(Selection::Matching(_) | Selection::Typed(_)) | None => 0,
        };
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        let tags = || {
            cx.facts.tags.iter().map(|tag| Choice {
                value: tag.clone(),
                note: String::new(),
            })
        };
        let mut statuses = vec![("", cx.text("word-unchanged"))];
        statuses.extend(status_options(cx.texts));
        let fields = vec![
            Field::pick(
                CATEGORY,
                cx.text("head-category"),
                category_choices(cx),
                Take::Best,
            ),
            Field::pick(
                ACCOUNT,
                cx.text("head-account"),
                account_choices(cx),
                Take::Best,
            ),
            Field::text_line(PAYEE, cx.text("head-payee")),
            Field::text_line(MEMO, cx.text("head-memo")),
            Field::one_of(STATUS, cx.text("head-status"), statuses),
            Field::pick(
                TAG,
                cx.text("label-tag"),
                tags().collect(),
                Take::Completion,
            ),
            Field::pick(
                UNTAG,
                cx.text("label-untag"),
                tags().collect(),
                Take::Completion,
            ),
        ];
        let mut form = Form::new("bulk", text!(cx.texts, "title-bulk", n = n), fields);
        form.intro = vec![cx.text("say-bulk")];
        form
    }

    /// Says what would be set, in the first rows that it would be set in.
    pub(super) fn check_bulk(&self, form: &mut Form, cx: &Context<'_>) {
        let chosen = |row: &&Row| {
            let none = !self.all_marked && self.marks.is_empty();
            let current = self.current().is_some_and(|current| current.id == row.id);
            self.is_marked(row.id) || (none && current)
        };
        let rows = self.list.rows.iter().filter(chosen);
        let mut lines = rows.filter_map(|row| difference(row, form, cx));
        let mut preview: Vec<String> = lines.by_ref().take(PREVIEW).collect();
        if lines.next().is_some() {
            preview.push(cx.theme.glyphs.busy.to_owned());
        }
        form.preview = preview;
        let unknown = form
            .filled(CATEGORY)
            .filter(|name| !cx.facts.categories().any(|known| known.path == *name));
        if let Some(field) = form.field_mut(CATEGORY) {
            field.note = unknown.map(|_| cx.text("say-choose"));
        }
    }

    /// Sets what was filled in, as one operation.
    pub(super) fn submit_bulk(&self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        let mut settings = Vec::new();
        let makers: [(&'static str, Maker); 6] = [
            (CATEGORY, Setting::Category),
            (ACCOUNT, Setting::Account),
            (PAYEE, Setting::Payee),
            (MEMO, Setting::Memo),
            (TAG, Setting::Tag),
            (UNTAG, Setting::Untag),
        ];
        for (name, make) in makers {
            settings.extend(form.filled(name).map(make));
        }
        let status = domain::Status::from_word(&form.text(STATUS));
        settings.extend(status.map(Setting::Status));
        if settings.is_empty() {
            return Err(FieldError {
                field: CATEGORY.into(),
                message: cx.text("error-nothing-to-set"),
            });
        }
        // What was chosen when the form opened, whatever was reloaded since.
        let Some(selection) = self.chosen.clone() else {
            return Ok(Vec::new());
        };
        let request = BulkEdit {
            selection,
            settings,
        };
        Ok(vec![Do::Change(Change::Bulk(Box::new(request)))])
    }
}

/// What would change in a row: `2026-03-04 Café Luna: Food:Coffee → Food:Lunch`.
fn difference(row: &Row, form: &Form, cx: &Context<'_>) -> Option<String> {
    let arrow = cx.theme.glyphs.arrow;
    let fields = [
        (CATEGORY, &row.category),
        (ACCOUNT, &row.account),
        (PAYEE, &row.payee),
        (MEMO, &row.memo),
    ];
    let mut changes: Vec<String> = fields
        .into_iter()
        .filter_map(|(name, before)| {
            let after = form.filled(name).filter(|after| after != before)?;
            Some(format!("{before} {arrow} {after}"))
        })
        .collect();
    let status = domain::Status::from_word(&form.text(STATUS));
    if let Some(status) = status.filter(|status| *status != row.status) {
        let words = |status| cx.text(super::details::status_id(status));
        changes.push(format!("{} {arrow} {}", words(row.status), words(status)));
    }
    let new_tag = form.filled(TAG).filter(|tag| !row.tags.contains(tag));
    changes.extend(new_tag.map(|tag| format!("+{tag}")));
    let old_tag = form.filled(UNTAG).filter(|tag| row.tags.contains(tag));
    changes.extend(old_tag.map(|tag| format!("-{tag}")));
    let who = if row.payee.is_empty() {
        &row.category
    } else {
        &row.payee
    };
    (!changes.is_empty())
        .then(|| format!("{} {who}: {}", present::date(row.date), changes.join(", ")))
}
