//! What must stay true of backups, with a ledger of bare pages: this room does not know what is in
//! them. With real ledgers and real writers it is tested from `ops`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod damage;
mod faults;
mod memory;
mod pruning;
mod rig;
mod vectors;
mod versions;
