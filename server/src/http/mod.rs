//! HTTP: connections, requests with limits, answers with the headers that all of them carry.

mod answer;
mod connection;
mod cors;
mod framing;
mod json;
mod listener;
mod request;
mod security;
mod service;

pub(crate) use answer::Answer;
pub(crate) use json::{Json, Raw};
pub(crate) use listener::{ListenError, Listener, Served};
pub(crate) use request::Request;
