//! What must stay true of backups, with a ledger of bare pages: this room does not know what is in
//! them. With real ledgers and real writers it is tested from `ops`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that can not go on must fail"
)]

mod damage;
mod faults;
mod memory;
mod pruning;
mod rig;
mod vectors;
mod versions;
