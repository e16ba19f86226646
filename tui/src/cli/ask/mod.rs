//! Questions to the person at the terminal: secrets without echo, yes or no.
//!
//! Nothing is asked unless someone can see the question: then stdin or stderr is a terminal. All
//! questions go to the terminal itself, so that a pipe on stdin or stdout is not disturbed. What a
//! script should do instead, whoever asks says in the error.

mod terminal;

pub(crate) use terminal::{can_ask, line, restore_terminal, secret};
