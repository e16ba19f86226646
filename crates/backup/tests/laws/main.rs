//! What must stay true of backups, with a ledger of bare pages: this room does not know what is in
//! them. With real ledgers and real writers it is tested from `ops`.

mod damage;
mod faults;
mod pruning;
mod rig;
mod versions;
