//! Everything that is kept: the only SQL of the server, one file for each kind of thing.

pub(crate) mod codes;
pub(crate) mod config;
pub(crate) mod devices;
pub(crate) mod identities;
pub(crate) mod logins;
pub(crate) mod sessions;
pub(crate) mod sweep;
pub(crate) mod users;
pub(crate) mod visits;
