//! Looking at the remote before a version is made: is what it will build on still there?
//!
//! One request: the list, for a folder always and elsewhere once a day, else only the newest
//! version. What a list lacks is asked for by itself before it is believed to be gone, since lists
//! may be late.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::BackupError;
use crate::chain::Step;
use crate::{ObjectName, RemoteError, Site};

/// How old the last list may be where a list may be long.
const LIST_EVERY: TimeDelta = TimeDelta::days(1);

impl Site {
    /// Makes the remote ready and finds what is gone; the next version builds on none of it.
    pub(super) fn check_remote(
        &mut self,
        now: DateTime<Utc>,
    ) -> Result<Vec<ObjectName>, BackupError> {
        let is_new = self.state.versions.is_empty();
        let is_folder = self.remote.staging().is_some();
        if is_new && !is_folder {
            self.remote.prepare()?;
        }
        let listed_at = self.state.listed_at;
        let is_due = listed_at.is_none_or(|at| now - at >= LIST_EVERY || at > now);
        let lost = if is_new || is_folder || is_due {
            self.check_list(now)?
        } else {
            self.check_newest()?
        };
        if is_folder && self.remote.staging().is_some_and(|path| !path.is_dir()) {
            self.remote.prepare()?;
        }
        Ok(lost)
    }

    fn check_list(&mut self, now: DateTime<Utc>) -> Result<Vec<ObjectName>, BackupError> {
        let objects: BTreeMap<_, _> = self
            .remote
            .list()?
            .into_iter()
            .map(|object| (object.name, object.size))
            .collect();
        let shown = |name: &&ObjectName| !self.is_forgotten(name);
        let known: Vec<_> = self.state.versions.keys().filter(shown).cloned().collect();
        if !known.is_empty() && !known.iter().any(|name| objects.contains_key(name)) {
            // An empty directory where a disk is mounted at other times: nothing is put there.
            return Err(RemoteError::Gone.into());
        }
        if let Some(key) = &self.state.key_object
            && !objects.contains_key(key)
        {
            self.state.key_object = None;
        }
        for name in objects.keys() {
            self.state.count_past(self.device, name);
        }
        let mut lost = Vec::new();
        for step in self.state.chain.steps().to_vec() {
            if objects.get(&step.name) != Some(&step.size) {
                lost.extend(self.confirm_lost(&step)?);
            }
        }
        let others = known.into_iter().filter(|name| !objects.contains_key(name));
        let others: Vec<_> = others.filter(|name| !lost.contains(name)).collect();
        for name in others {
            if self.remote.size(&name)?.is_none() {
                lost.push(name);
            }
        }
        self.state.listed_at = Some(now);
        Ok(lost)
    }

    fn check_newest(&mut self) -> Result<Vec<ObjectName>, BackupError> {
        match self.state.chain.newest().cloned() {
            Some(newest) => Ok(self.confirm_lost(&newest)?.into_iter().collect()),
            None => Ok(Vec::new()),
        }
    }

    /// Asks for one object; the chain ends when it is not there as it was.
    fn confirm_lost(&mut self, step: &Step) -> Result<Option<ObjectName>, BackupError> {
        if self.remote.size(&step.name)? == Some(step.size) {
            return Ok(None);
        }
        self.break_chain(&step.name);
        Ok(Some(step.name.clone()))
    }
}
