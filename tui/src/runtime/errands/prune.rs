//! Ending old versions: first what that would do, then that very plan.

use backup::{PruneError, RemoteName};

use super::keeper::{Keeper, about};
use crate::cli::error::{Explain as _, Failure, Kind};
use crate::i18n::text;
use crate::present;
use crate::screens::backups::{Came, Plan};

impl Keeper<'_> {
    /// What the policy of the configuration would end.
    pub(super) fn plan(&self, remote: &RemoteName) -> Result<Came, Failure> {
        let texts = self.texts;
        let policy = self.config()?.keep;
        if policy.is_empty() {
            return Err(Failure::new(Kind::Usage, texts.get("error-keep-nothing")));
        }
        let mut site = self.site(remote)?;
        let catalog = self.catalog(&mut site)?;
        let plan = site.plan_prune(&policy, &catalog.versions, self.now());
        Ok(Came {
            plan: Some(Plan {
                remote: remote.clone(),
                plan,
            }),
            ..Came::default()
        })
    }

    /// Carries a plan out, if the versions are still those it was made for.
    pub(super) fn prune(&self, Plan { remote, plan }: &Plan) -> Result<Came, Failure> {
        let texts = self.texts;
        let mut site = self.site(remote)?;
        let catalog = self.catalog(&mut site)?;
        site.prune(plan, &catalog, self.now(), &self.watch())
            .map_err(|error| match error {
                PruneError::Outdated => error.explain(texts),
                error => about(remote, error.explain(texts)),
            })?;
        let said = text!(
            texts,
            "say-pruned",
            remote = remote.as_str(),
            n = i64::try_from(plan.forget.len()).unwrap_or(i64::MAX),
            freed = present::bytes(plan.freed, texts.language())
        );
        Ok(Came {
            said: Some(said),
            ..Came::default()
        })
    }
}
