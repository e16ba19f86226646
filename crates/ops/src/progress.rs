//! How far a long verb is: what a face is told, and how it breaks the verb off.
//!
//! A face gives its book a `Progress` once; verbs that may take long say how much there is to do and
//! count what they did. Breaking off gives the operation up as a whole: nothing of it is saved. When
//! and how anything is shown is the face's business; nothing here looks at the clock.

use std::fmt::Debug;
use std::ops::ControlFlow;

use store::StoreError;

/// How far a verb is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// So many are done.
    pub done: u64,
    /// Of so many.
    pub of: u64,
}

impl Step {
    /// The share that is done, in thousandths.
    pub fn per_mille(self) -> u16 {
        let share = u128::from(self.done) * 1000 / u128::from(self.of.max(1));
        u16::try_from(share.min(1000)).unwrap_or(1000)
    }
}

/// What a face does with it.
pub trait Progress: Debug + Send {
    /// A verb got further; breaking off gives it up.
    fn step(&mut self, step: Step) -> ControlFlow<()>;

    /// The verb is over, whatever came of it.
    fn over(&mut self);
}

/// After so many it is told how many there are.
const TOLD_AFTER: u64 = 256;

/// One verb at work.
pub(crate) struct Work<'p> {
    progress: Option<&'p mut dyn Progress>,
    step: Step,
}

impl<'p> Work<'p> {
    pub(crate) fn new(progress: Option<&'p mut (dyn Progress + 'static)>) -> Self {
        Self {
            progress: progress.map(|progress| progress as &mut dyn Progress),
            step: Step { done: 0, of: 0 },
        }
    }

    /// There is so much more to do.
    pub(crate) fn expect(&mut self, more: usize) {
        self.step.of += u64::try_from(more).unwrap_or(u64::MAX);
    }

    /// One more is done.
    pub(crate) fn one(&mut self) -> Result<(), StoreError> {
        self.step.done += 1;
        if !self.step.done.is_multiple_of(TOLD_AFTER) {
            return Ok(());
        }
        let told = self.progress.as_mut();
        match told.map_or(ControlFlow::Continue(()), |progress| {
            progress.step(self.step)
        }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(StoreError::Interrupted),
        }
    }
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        if let Some(progress) = &mut self.progress {
            progress.over();
        }
    }
}
