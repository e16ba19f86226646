//! `luka-server dev`: everything at once, on the loopback address, and nothing left of it afterwards.

use identity_double::Double;
use throwaway_postgres::{Cluster, ClusterError};
use tokio::runtime::Runtime;

use crate::http::Served;
use crate::serve::{self, ServeError};
use crate::settings::{SettingsError, Texts};

const DATABASE: &str = "luka";

/// Why it did not start.
#[derive(Debug, thiserror::Error)]
pub(super) enum DevError {
    #[error(transparent)]
    Postgres(#[from] ClusterError),
    #[error("no identity provider to try with: {0}")]
    Provider(#[source] std::io::Error),
    #[error("no folder for the keys: {0}")]
    Keys(#[source] std::io::Error),
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error(transparent)]
    Serve(#[from] ServeError),
}

/// Serves until it is told to end.
pub(super) fn serve(runtime: &Runtime) -> Result<Served, DevError> {
    eprintln!("luka-server: making a Postgres of its own, which takes some seconds");
    let cluster = Cluster::start()?;
    let database = cluster.create_database(DATABASE)?;
    let provider = Double::for_people(0).map_err(DevError::Provider)?;
    let keys = tempfile::tempdir().map_err(DevError::Keys)?;
    let mut texts = Texts::read(None)?;
    texts.database_url = Some(database.into());
    texts.keys_dir = Some(keys.path().join("keys"));
    texts.oidc_issuer = Some(provider.issuer());
    texts.oidc_client_id = Some(identity_double::CLIENT_ID.to_owned());
    texts.oidc_client_secret = Some(identity_double::CLIENT_SECRET.to_owned().into());
    let settings = texts.settings()?;
    let listen = settings.listen;
    eprintln!(
        "luka-server: for trying things only; anybody is believed to be whoever they say.\n\
         \n  luka login --server http://{listen}\n\n\
         ctrl-c ends it, and nothing of it is left."
    );
    Ok(runtime.block_on(serve::serve(settings))?)
}
