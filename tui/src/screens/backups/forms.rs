//! The forms of backups: a new folder, where a version is restored to, whether old ones end.

use super::{Errand, Plan, Row, State, ToRestore};
use crate::app::{Context, Do};
use crate::i18n::text;
use crate::present;
use crate::present::short_id;
use crate::screens::typed;
use crate::widgets::form::{Field, FieldError, Form};

const NEW: &str = "new";
const RESTORE: &str = "restore";
const PRUNE: &str = "prune";
const NAME: &str = "name";
const FOLDER: &str = "folder";
const WHETHER: &str = "whether";
const STAY: &str = "stay";
const END: &str = "end";
/// Versions that a plan names; of more it says how many.
const NAMED: usize = 5;

impl State {
    /// Asks for a folder as a new remote.
    pub(super) fn new_form(cx: &Context<'_>) -> Form {
        let fields = vec![
            Field::text_line(NAME, cx.text("label-name")),
            Field::text_line(FOLDER, cx.text("label-folder")),
        ];
        let mut form = Form::new(NEW, cx.text("title-new-remote"), fields);
        form.intro = vec![cx.text("say-new-remote"), cx.text("say-new-drive")];
        form
    }

    /// Asks where the version under the cursor goes.
    pub(super) fn restore_form(&mut self, cx: &Context<'_>) -> Option<Form> {
        let row = self.current(cx.backups)?;
        let opens = match row {
            Row::Whole(version) => version.keys_are_current,
            Row::Lost(_) | Row::Damaged(_) => true,
        };
        let remote = self.remote(cx.backups)?.name.clone();
        self.restoring = Some((remote, row.name().clone(), opens));
        let made = row
            .name()
            .stamp()
            .map(|stamp| present::moment(stamp.created_at));
        let title = text!(
            cx.texts,
            "title-restore",
            made = made.clone().unwrap_or_default()
        );
        let fields = vec![Field::text_line(FOLDER, cx.text("label-folder"))];
        let mut form = Form::new(RESTORE, title, fields);
        form.intro = vec![cx.text("say-restore")];
        if !opens {
            let made = made.unwrap_or_default();
            form.intro
                .push(text!(cx.texts, "say-passphrase-of", made = made));
        }
        Some(form)
    }

    /// Shows what would end, and asks whether it shall.
    pub(super) fn prune_form(plan: &Plan, cx: &Context<'_>) -> Form {
        let ends = &plan.plan.forget;
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let mut form = Form::new(
            PRUNE,
            text!(cx.texts, "title-prune", remote = plan.remote.as_str()),
            Vec::new(),
        );
        form.intro = vec![
            text!(cx.texts, "say-keeps", n = count(plan.plan.keep.len())),
            text!(
                cx.texts,
                "say-would-prune",
                remote = plan.remote.as_str(),
                n = count(ends.len()),
                freed = present::bytes(plan.plan.freed, cx.texts.language())
            ),
        ];
        let named = ends.iter().take(NAMED).map(|name| {
            let made = name.stamp().map(|stamp| present::moment(stamp.created_at));
            let id = short_id(name.id_text());
            format!("  {id}  {}", made.unwrap_or_default())
        });
        form.intro.extend(named);
        if let Some(more) = ends.len().checked_sub(NAMED).filter(|more| *more > 0) {
            form.intro
                .push(text!(cx.texts, "say-more-versions", n = count(more)));
        }
        let mut options = vec![(STAY, cx.text("word-all-stay"))];
        if !(ends.is_empty() && plan.plan.remove.is_empty()) {
            options.push((END, cx.text("word-they-end")));
        }
        form.fields = vec![Field::one_of(WHETHER, cx.text("label-whether"), options)];
        form
    }

    pub(super) fn submit(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        let errand = match form.name {
            NEW => Errand::Add {
                name: typed::needed(form, NAME, cx)?,
                path: typed::needed(form, FOLDER, cx)?,
            },
            RESTORE => {
                let to = typed::needed(form, FOLDER, cx)?;
                let Some((remote, version, opens)) = self.restoring.clone() else {
                    return Ok(Vec::new());
                };
                Errand::Restore(ToRestore {
                    remote,
                    version,
                    to,
                    opens,
                })
            }
            _ => match self.plan.take().filter(|_| form.text(WHETHER) == END) {
                Some(plan) => Errand::Prune(plan),
                None => return Ok(Vec::new()),
            },
        };
        Ok(vec![Do::Errand(errand)])
    }
}
