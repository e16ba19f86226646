//! Which versions stay: a policy, a plan that can be read before it is carried out, and the pruning.
//!
//! A plan is data: a dry run prints it, `prune` carries it out. Pruning removes a version from sight
//! first (a list of forgotten ones, or the object itself) and the objects that nobody builds on
//! after; so a crash leaves garbage at worst, never a version without its parts.

mod forgotten;
mod plan;
mod policy;
mod prune;

pub(crate) use forgotten::Forgotten;
pub use plan::{Kept, PrunePlan, Reason};
pub use policy::Policy;
pub use prune::PruneError;
