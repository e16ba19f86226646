//! Drive against its double: every promise, and every fault by its name.
//!
//! | file | what must stay true |
//! |---|---|
//! | `contract` | the promises of every remote |
//! | `puts` | exactly one object, whatever happens to requests and answers |
//! | `reads` | finding, listing, reading, removing |
//! | `folder` | the folder is made once, never behind anybody's back |
//! | `permission` | few requests for tokens, no loop, nothing lost, nothing shown |
//! | `authorize` | how a person gives the permission |
//! | `lines` | connections: kept, closed, slow, encrypted |
//! | `storm` | everything at once, at random |
#![allow(clippy::unwrap_used, reason = "tests")]

mod authorize;
mod contract;
mod folder;
mod lines;
mod permission;
mod puts;
mod reads;
mod rig;
mod storm;
