//! The form for another passphrase. Who changes it must know the old one, or hold the recovery code.

use ops::session::Passphrase;

use super::State;
use crate::app::{Context, Do, Proof, Rewrap};
use crate::screens::passphrase::{AGAIN, PASSPHRASE, chosen, secret};
use crate::widgets::form::{Field, FieldError, Form};

/// The form of a new passphrase.
pub(super) const FORM: &str = "passphrase";
const OLD: &str = "old";

impl State {
    pub(super) fn passphrase_form(&self, cx: &Context<'_>) -> Form {
        let mut fields = vec![
            Field::secret(PASSPHRASE, cx.text("label-new-passphrase")),
            Field::secret(AGAIN, cx.text("label-passphrase-again")),
        ];
        let intro = if self.recovery.is_some() {
            "say-after-recovery"
        } else {
            fields.insert(0, Field::secret(OLD, cx.text("label-old-passphrase")));
            "say-passwd"
        };
        let mut form = Form::new(FORM, cx.text("title-passphrase"), fields);
        form.intro = vec![cx.text(intro), String::new()];
        form
    }

    pub(super) fn submit_passphrase(
        &mut self,
        form: &Form,
        cx: &Context<'_>,
    ) -> Result<Vec<Do>, FieldError> {
        let proof = match &self.recovery {
            Some(code) => Proof::RecoveryCode(code.clone()),
            None => match secret(form, OLD).filter(|typed| !typed.is_empty()) {
                Some(old) => Proof::Passphrase(Passphrase::new(old.to_owned())),
                None => {
                    return Err(FieldError {
                        field: OLD.into(),
                        message: cx.text("error-needed"),
                    });
                }
            },
        };
        let new = chosen(form, cx)?;
        self.rewrapping = true;
        Ok(vec![Do::Rewrap(Box::new(Rewrap { proof, new }))])
    }
}
