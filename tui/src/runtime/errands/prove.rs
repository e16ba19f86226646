//! Verifying and proving a version: rebuilt in a folder of this machine's own, each byte held against
//! what was saved, then opened with the key of the ledger and examined like any other.

use backup::{ObjectName, RemoteName, Site};
use ops::backup::prove;

use super::keeper::{Keeper, about};
use crate::app::Trouble;
use crate::cli::doctor;
use crate::cli::error::{Explain as _, Failure, Kind, OrExplain as _};
use crate::i18n::text;
use crate::present::short_id;
use crate::screens::backups::Came;

impl Keeper<'_> {
    pub(super) fn verify(
        &self,
        remote: &RemoteName,
        version: &ObjectName,
    ) -> Result<Came, Failure> {
        let texts = self.texts;
        let mut site = self.site(remote)?;
        let rebuilt = match site.verify(version, self.now(), &self.watch()) {
            Err(error) if error.is_damage() => {
                return Ok(self.unsound(remote, version, &error.explain(texts).message));
            }
            rebuilt => rebuilt
                .or_explain(texts)
                .map_err(|failure| about(remote, failure))?,
        };
        let device = self.ground.device(texts)?;
        let proof = prove(rebuilt.path(), &self.held.key, device).or_explain(texts)?;
        if let Some((check, finding)) = proof.first_wrong() {
            site.distrust(version, self.now()).or_explain(texts)?;
            let check = texts.get(doctor::name(*check));
            let detail = doctor::detail(finding, texts);
            let problem = text!(texts, "word-check-failed", check = check, detail = detail);
            return Ok(self.unsound(remote, version, &problem));
        }
        self.refuse_cancelled()?;
        self.note_proven(&mut site, version)?;
        let id = short_id(version.id_text());
        let said = text!(texts, "tell-proven", remote = remote.as_str(), id = id);
        Ok(Came {
            said: Some(said),
            checked: Some((version.clone(), true)),
            ..Came::default()
        })
    }

    fn note_proven(&self, site: &mut Site, version: &ObjectName) -> Result<(), Failure> {
        site.proven(version, self.now()).or_explain(self.texts)
    }

    fn refuse_cancelled(&self) -> Result<(), Failure> {
        if self.recall.is_cancelled() {
            return Err(Failure::new(Kind::Interrupted, ""));
        }
        Ok(())
    }

    /// A version that can't be restored: the errand is done, and this is what it found.
    fn unsound(&self, remote: &RemoteName, version: &ObjectName, problem: &str) -> Came {
        let texts = self.texts;
        let message = text!(
            texts,
            "error-version-unsound",
            remote = remote.as_str(),
            id = short_id(version.id_text()),
            problem = problem
        );
        Came {
            trouble: Some(Trouble {
                message,
                hint: Some(texts.get("hint-other-versions")),
            }),
            checked: Some((version.clone(), false)),
            ..Came::default()
        }
    }
}
