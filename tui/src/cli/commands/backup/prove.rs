//! Who opens the rebuilt ledgers: the key of the ledger here when it can be had, else what the
//! version's own key slots take.

use backup::Rebuilt;
use ops::backup::{Proof, prove};
use ops::session::{DeviceId, LedgerDir, LedgerKey, Locked};

use crate::cli::args::backup::Verify;
use crate::cli::ask;
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::session::{Secret, Session, device_id, key, key_by_secret, key_without_asking};

/// Opens rebuilt ledgers, as far as anything opens them.
pub(super) struct Prover<'s> {
    session: &'s Session,
    recovery: bool,
    /// `None` when nothing is to be opened.
    device: Option<DeviceId>,
    key: Option<LedgerKey>,
}

impl<'s> Prover<'s> {
    /// Asks for the key first, so that nothing is fetched for a wrong passphrase.
    pub(super) fn new(session: &'s Session, args: &Verify) -> Result<Self, Failure> {
        let texts = &session.texts;
        let mut prover = Self {
            session,
            recovery: args.recovery,
            device: None,
            key: None,
        };
        if args.no_open {
            return Ok(prover);
        }
        prover.device = Some(device_id(&session.places.device_file(), texts)?);
        if session.ledger().holds_ledger() {
            let locked = Locked::find(session.ledger()).or_explain(texts)?;
            prover.key = prover.ask(&locked)?;
        }
        Ok(prover)
    }

    fn ask(&self, locked: &Locked) -> Result<Option<LedgerKey>, Failure> {
        if self.recovery {
            return key_by_secret(self.session, locked, Secret::RecoveryCode).map(Some);
        }
        match key_without_asking(self.session, locked)? {
            None if ask::can_ask() => key(self.session, locked).map(Some),
            found => Ok(found),
        }
    }

    /// What the doctor says of a rebuilt ledger; `None` when nothing opens it.
    pub(super) fn examine(&mut self, rebuilt: &Rebuilt) -> Result<Option<Proof>, Failure> {
        let Some(device) = self.device.clone() else {
            return Ok(None);
        };
        let texts = &self.session.texts;
        if self.key.is_none() && !self.session.ledger().holds_ledger() {
            let directory = LedgerDir::new(rebuilt.path());
            let locked = Locked::find_to_examine(directory).or_explain(texts)?;
            match self.ask(&locked) {
                // An earlier passphrase: this version stays unopened, the next one may open.
                Err(failure) if failure.kind == Kind::Locked => {}
                found => self.key = found?,
            }
        }
        let Some(key) = &self.key else {
            return Ok(None);
        };
        prove(rebuilt.path(), key, device)
            .or_explain(texts)
            .map(Some)
    }
}
