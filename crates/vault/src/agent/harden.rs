//! What the agent's process does to itself so that a key in its memory stays there.
//!
//! Best effort: a system that refuses leaves the agent as safe as any other process of its user.
//! It changes the whole process, so only the agent calls it.

use rustix::process::{Resource, Rlimit};

/// Forbids core dumps, and on Linux also debuggers and `/proc` readers of the same user.
pub(super) fn harden_process() {
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let _ = rustix::process::setrlimit(Resource::Core, none);
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
