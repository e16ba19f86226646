//! What the writer tells the loop of a long change, some times a second, and hears back.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use ops::Step;

use super::keyboard::Inbound;
use super::stop::StopWriter;

/// Each message is a frame: no more of them than an eye can follow, and none for short changes.
const PAUSE: Duration = Duration::from_millis(100);

/// Tells how far a change is.
#[derive(Debug)]
pub(super) struct Teller {
    out: Sender<Inbound>,
    stop: Arc<StopWriter>,
    next: Option<Instant>,
}

impl Teller {
    pub(super) const fn new(out: Sender<Inbound>, stop: Arc<StopWriter>) -> Self {
        Self {
            out,
            stop,
            next: None,
        }
    }
}

impl ops::Progress for Teller {
    fn step(&mut self, step: Step) -> ControlFlow<()> {
        let now = Instant::now();
        if now >= *self.next.get_or_insert(now + PAUSE) {
            self.next = Some(now + PAUSE);
            // A loop that is gone needs to know no more.
            let _ = self.out.send(Inbound::Step(step));
        }
        if self.stop.is_stopped() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    fn over(&mut self) {
        self.next = None;
    }
}
