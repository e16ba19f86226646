//! Payees by the texts of files: found by name or alias, made when they are new.

use std::collections::HashMap;

use domain::Payee;
use domain::id::PayeeId;
use domain::label::{MAX_NAME, tidy_name};
use domain::text::fold;
use store::{StoreError, View, Writer};

/// All payees of a ledger, looked up once.
pub(super) struct Payees {
    /// By folded name.
    by_name: HashMap<String, PayeeId>,
    /// By the text in the file, so that each text is tidied and folded once.
    by_text: HashMap<Box<str>, Option<PayeeId>>,
}

impl Payees {
    pub(super) fn new(view: View<'_>) -> Result<Self, StoreError> {
        let mut by_name = HashMap::new();
        for payee in view.payees()? {
            for name in payee.aliases.iter().chain([&payee.name]) {
                by_name.insert(fold(name), payee.id);
            }
        }
        Ok(Self {
            by_name,
            by_text: HashMap::new(),
        })
    }

    /// The payee with this folded name.
    pub(super) fn known(&self, folded: &str) -> Option<PayeeId> {
        self.by_name.get(folded).copied()
    }

    /// The payee of a text; none when nothing of it can be a name.
    pub(super) fn of(
        &mut self,
        writer: &mut Writer<'_>,
        text: &str,
    ) -> Result<Option<PayeeId>, StoreError> {
        if let Some(known) = self.by_text.get(text) {
            return Ok(*known);
        }
        let clean: String = text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let short: String = clean.trim().chars().take(MAX_NAME).collect();
        let id = match tidy_name(&short) {
            Ok(name) => Some(self.named(writer, name)?),
            Err(_) => None,
        };
        self.by_text.insert(text.into(), id);
        Ok(id)
    }

    fn named(&mut self, writer: &mut Writer<'_>, name: String) -> Result<PayeeId, StoreError> {
        let folded = fold(&name);
        if let Some(id) = self.by_name.get(&folded) {
            return Ok(*id);
        }
        let payee = Payee {
            id: PayeeId(writer.next_id()?),
            name,
            aliases: Vec::new(),
        };
        writer.create(&payee)?;
        self.by_name.insert(folded, payee.id);
        Ok(payee.id)
    }
}
