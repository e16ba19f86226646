//! The near end of signing in through a browser (RFC 8252): a port of 127.0.0.1 that is open for one
//! answer, the state that ties it to its question, and the verifier of PKCE (RFC 7636).
//!
//! Only an answer to this very address that carries our state counts; whatever else knocks (another
//! page's guess, a browser's idle connection) gets a page and changes nothing. What to ask for and
//! what to do with the code is the business of whoever asks: `drive` at Google, `api` at the account
//! server. Nothing here opens a browser or prints.

mod listener;
mod secret;
mod visit;

pub use listener::{Listener, Unanswered, Waiting};
pub use secret::{challenge, word};
pub use visit::{Answer, Pages};
