//! A double of Google Drive for tests: the part of the API that backups use, on the loopback, with
//! faults that are asked for by name.
//!
//! It keeps to Google's documentation where that speaks and is strict where Google is (ids have to
//! be generated, pieces have a grain, only one scope is given). Its files lie in a directory, so it
//! can be stopped and started in the middle of things. It is no part of what is shipped.

mod fault;
mod files;
mod http;
mod mask;
mod oauth;
mod pages;
mod query;
mod server;
mod shared;
mod state;
mod upload;
pub mod visitor;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use server::Server;
use shared::{Shared, locked};
use state::{Metadata, State};

pub use fault::{Fault, Name, Route};
pub use oauth::{CLIENT_ID, CLIENT_SECRET, DeviceAnswer};
pub use shared::Entry;
pub use state::Row;

/// A Drive of one person, listening on the loopback until it is dropped.
#[derive(Debug)]
pub struct Double {
    shared: Arc<Shared>,
    server: Server,
    directory: PathBuf,
    own: Option<tempfile::TempDir>,
}

impl Double {
    /// Starts one with an empty Drive in a directory of its own.
    pub fn start() -> io::Result<Self> {
        Self::start_on(0)
    }

    /// The same, on a port that is known before.
    pub fn start_on(port: u16) -> io::Result<Self> {
        let own = tempfile::tempdir()?;
        let mut double = Self::start_in(own.path(), port)?;
        double.own = Some(own);
        Ok(double)
    }

    /// Starts one over what a directory holds; port 0 takes any.
    pub fn start_in(directory: &Path, port: u16) -> io::Result<Self> {
        let shared = Arc::new(Shared::new(State::open(directory)?));
        let server = Server::start(Arc::clone(&shared), port)?;
        Ok(Self {
            shared,
            server,
            directory: directory.to_path_buf(),
            own: None,
        })
    }

    /// Stops it and starts it again at the same address, with what lay on the disk.
    pub fn restart(&mut self) -> io::Result<()> {
        self.server.stop();
        self.shared = Arc::new(Shared::new(State::open(&self.directory)?));
        self.server = Server::start(Arc::clone(&self.shared), self.server.port())?;
        Ok(())
    }

    /// Serves until the process ends.
    pub fn serve(self) {
        self.server.join();
    }

    /// Cuts the connections that are open now.
    pub fn cut_connections(&self) {
        self.server.cut();
    }

    /// Where it is, without a slash at the end.
    pub fn url(&self) -> String {
        self.shared.url()
    }

    /// What Google's console would give: the file for `--client-secret`.
    pub fn client_json(&self) -> String {
        serde_json::json!({"installed": {
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "project_id": "double",
            "auth_uri": format!("{}/auth", self.url()),
            "token_uri": format!("{}/token", self.url()),
            "redirect_uris": ["http://localhost"],
        }})
        .to_string()
    }

    /// Makes a refresh token, as if a person had given the permission before.
    pub fn refresh_token(&self) -> io::Result<String> {
        let mut state = self.shared.state();
        let token = state.fresh("1//refresh");
        state.refresh_tokens.insert(token.clone());
        state.save()?;
        Ok(token)
    }

    /// Takes the permission away.
    pub fn revoke(&self) {
        let mut state = self.shared.state();
        state.refresh_tokens.clear();
        state.access_tokens.clear();
    }

    /// Ends the life of every access token.
    pub fn expire_access_tokens(&self) {
        self.shared.state().access_tokens.clear();
    }

    /// Lets something go wrong.
    pub fn fault(&self, fault: Fault) {
        self.shared.add_fault(fault);
    }

    /// Lets nothing go wrong any more.
    pub fn clear_faults(&self) {
        self.shared.clear_faults();
    }

    /// What devices hear before they are let in.
    pub fn device_answers(&self, answers: &[DeviceAnswer]) {
        *locked(&self.shared.device) = answers.to_vec();
    }

    /// The next person who is asked says no.
    pub fn refuse_next(&self) {
        *locked(&self.shared.refusal) = true;
    }

    /// Sets how many bytes fit.
    pub fn set_quota(&self, bytes: Option<u64>) {
        self.shared.state().quota = bytes;
    }

    /// Every request since the start, or since [`Double::forget_log`].
    pub fn log(&self) -> Vec<Entry> {
        self.shared.log().clone()
    }

    /// Empties the log.
    pub fn forget_log(&self) {
        self.shared.log().clear();
    }

    /// How many requests of a kind the log has.
    pub fn count(&self, route: Route) -> usize {
        let log = self.shared.log();
        log.iter().filter(|entry| entry.route == route).count()
    }

    /// How often bytes were sent again into a session and were not the same.
    pub fn overlap_mismatches(&self) -> u64 {
        self.shared.state().overlap_mismatches
    }

    /// Every file, the trash included.
    pub fn files(&self) -> Vec<Row> {
        self.shared.state().files.clone()
    }

    /// The files of a name, the trash included.
    pub fn named(&self, name: &str) -> Vec<Row> {
        let files = self.files().into_iter();
        files.filter(|row| row.name == name).collect()
    }

    /// The bytes of a file.
    pub fn bytes(&self, id: &str) -> io::Result<Vec<u8>> {
        fs::read(self.shared.state().content(id))
    }

    /// Changes the bytes of a file behind everybody's back.
    pub fn set_bytes(&self, id: &str, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.shared.state();
        let place = state.content(id);
        fs::write(&place, bytes)?;
        let (size, md5) = state::digest(&place)?;
        if let Some(row) = state.file_mut(id) {
            (row.size, row.md5) = (Some(size), Some(md5));
        }
        state.save()
    }

    /// Puts files into a folder, as another program would; all have the same bytes.
    pub fn add_files(
        &self,
        parent: &str,
        names: impl IntoIterator<Item = String>,
        properties: &BTreeMap<String, String>,
        bytes: &[u8],
    ) -> io::Result<()> {
        let mut state = self.shared.state();
        for name in names {
            let part = state.fresh("part");
            let place = state.content(&part);
            fs::write(&place, bytes)?;
            let metadata = Metadata {
                name: Some(name),
                parents: Some(vec![parent.to_owned()]),
                app_properties: Some(properties.clone()),
                ..Metadata::default()
            };
            state.create(&metadata, Some(&place))?;
        }
        state.save()
    }

    /// Puts a file or a folder into the trash, or takes it out.
    pub fn set_trashed(&self, id: &str, trashed: bool) {
        if let Some(row) = self.shared.state().file_mut(id) {
            row.trashed = trashed;
        }
    }

    /// Gives a file or a folder another name.
    pub fn rename(&self, id: &str, name: &str) {
        if let Some(row) = self.shared.state().file_mut(id) {
            name.clone_into(&mut row.name);
        }
    }

    /// Removes a file, or a folder with all that is in it.
    pub fn remove(&self, id: &str) {
        self.shared.state().delete(id);
    }

    /// Copies a file under another id: two of one name.
    pub fn duplicate(&self, id: &str) -> io::Result<Option<Row>> {
        let mut state = self.shared.state();
        let row = state.copy(id)?;
        state.save()?;
        Ok(row)
    }
}
