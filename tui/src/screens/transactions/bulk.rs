//! Setting fields of many rows at once: a form, and the number of rows that it is about.

use ops::transaction::{BulkEdit, Selection, Setting};

use super::State;
use crate::app::{Change, Context, Do};
use crate::i18n::text;
use crate::screens::entry::{account_choices, category_choices, status_options};
use crate::widgets::form::{Choice, Field, FieldError, Form, Take};

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
            Some(Selection::Matching(_)) => self.count.unwrap_or(0),
            Some(Selection::Typed(_)) | None => 0,
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

    /// Says what would be set.
    #[expect(clippy::unused_self, reason = "the twin of `submit_bulk`")]
    pub(super) fn check_bulk(&self, form: &mut Form, cx: &Context<'_>) {
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
        let makers: [(&'static str, fn(String) -> Setting); 6] = [
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
                field: CATEGORY,
                message: cx.text("error-nothing-to-set"),
            });
        }
        let Some(selection) = self.selection() else {
            return Ok(Vec::new());
        };
        let request = BulkEdit {
            selection,
            settings,
        };
        Ok(vec![Do::Change(Change::Bulk(Box::new(request)))])
    }
}
