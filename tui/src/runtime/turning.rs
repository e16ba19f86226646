//! The loop: wait, let the model take what came, hand its effects on, draw.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crossterm::event::{Event, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::hands::Hands;
use super::keyboard::Inbound;
use super::settings;
use super::terminal::Screen;
use super::touch::Touch;
use crate::app::{Effect, Model, Msg, Opening, Target, Trouble};
use crate::cli::session::{Session, Time};
use crate::config::Setting;

/// How long drawing waits for an answer that is on its way: less than an eye notices, and enough
/// for rows that are read from the page cache, so that nothing flickers.
const GRACE: Duration = Duration::from_millis(1);

/// The loop and all it holds.
pub(super) struct Turning<'s> {
    /// The state.
    pub(super) model: Model,
    hands: Hands,
    session: &'s Session,
    targets: Vec<(Rect, Target)>,
    /// Where the time comes from.
    time: Time,
    /// After how long the ledger is locked; never without one.
    idle_lock: Option<Duration>,
    /// Whether the terminal can do more than ASCII.
    unicode: bool,
    touched: Touch,
    over: bool,
    signal: Option<i32>,
}

impl<'s> Turning<'s> {
    /// A loop that has not begun.
    pub(super) fn new(model: Model, hands: Hands, session: &'s Session) -> Self {
        let unicode = match session.config.config().ascii {
            Some(_) => Session::speaks_utf8(),
            None => model.appearance.theme.glyphs.unicode,
        };
        Self {
            model,
            hands,
            session,
            targets: Vec::new(),
            idle_lock: session.config.config().idle_limit(),
            unicode,
            touched: Touch::now(session.time()),
            time: session.time(),
            over: false,
            signal: None,
        }
    }

    /// Runs until the person leaves, or a signal says so.
    pub(super) fn run(
        &mut self,
        screen: &mut impl Screen,
        inbox: &Receiver<Inbound>,
        opening: Option<Opening>,
    ) -> io::Result<Option<i32>> {
        self.begin(opening, screen)?;
        self.draw(screen)?;
        while !self.over {
            match self.wait(inbox) {
                Ok(inbound) => self.take(inbound, screen)?,
                Err(RecvTimeoutError::Timeout) => self.lock_when_idle(screen)?,
                Err(RecvTimeoutError::Disconnected) => break,
            }
            self.take_all(inbox, screen)?;
            if !self.over {
                self.draw(screen)?;
            }
        }
        Ok(self.signal)
    }

    /// Opens the ledger, if it is known how.
    pub(super) fn begin(
        &mut self,
        opening: Option<Opening>,
        screen: &mut impl Screen,
    ) -> io::Result<()> {
        let effects = self.model.begin_with(opening);
        self.carry_out(effects, screen)
    }

    /// Something happens.
    #[cfg(test)]
    pub(super) fn happens(&mut self, msg: Msg, screen: &mut impl Screen) -> io::Result<()> {
        self.update(msg, screen)
    }

    /// True when the person left.
    #[cfg(test)]
    pub(super) fn is_over(&self) -> bool {
        self.over
    }

    /// Ends the threads; a change that is running is saved first, unless a signal says to hurry.
    /// Why there was nothing to show comes back.
    pub(super) fn end(mut self) -> Option<Trouble> {
        if self.signal.is_some() {
            self.hands.cancel();
        }
        self.hands.end();
        self.model.failed.take()
    }

    /// Takes whatever else is there, and what comes within the grace, before anything is drawn.
    pub(super) fn take_all(
        &mut self,
        inbox: &Receiver<Inbound>,
        screen: &mut impl Screen,
    ) -> io::Result<()> {
        let until = Instant::now() + GRACE;
        loop {
            let next = if self.model.is_waiting() && !self.over {
                inbox
                    .recv_timeout(until.saturating_duration_since(Instant::now()))
                    .ok()
            } else {
                inbox.try_recv().ok()
            };
            match next {
                Some(inbound) => self.take(inbound, screen)?,
                None => return Ok(()),
            }
            if Instant::now() >= until {
                return Ok(());
            }
        }
    }

    /// Draws, and remembers what lies where. Nothing is shown beyond the limit: not when an answer
    /// comes, nor after the program or the whole machine slept.
    pub(super) fn draw(&mut self, screen: &mut impl Screen) -> io::Result<()> {
        self.lock_when_idle(screen)?;
        let (model, targets) = (&self.model, &mut self.targets);
        screen.draw(|frame| *targets = model.view(frame))
    }

    /// Waits for what comes next, but no longer than until the ledger is to be locked.
    fn wait(&self, inbox: &Receiver<Inbound>) -> Result<Inbound, RecvTimeoutError> {
        let limit = self.idle_lock.filter(|_| self.model.locks());
        let Some(limit) = limit else {
            return inbox.recv().map_err(|_| RecvTimeoutError::Disconnected);
        };
        inbox.recv_timeout(limit.saturating_sub(self.touched.elapsed(self.time)))
    }

    /// Locks the ledger when nobody touched anything for too long.
    fn lock_when_idle(&mut self, screen: &mut impl Screen) -> io::Result<()> {
        let elapsed = self.touched.elapsed(self.time);
        let is_idle = self.idle_lock.is_some_and(|limit| elapsed >= limit);
        if is_idle && self.model.locks() {
            return self.update(Msg::Idle, screen);
        }
        Ok(())
    }

    /// From now on it is this late.
    #[cfg(test)]
    pub(super) fn pass(&mut self, by: Duration) {
        let mut clock = self.time.now();
        clock.now_ms += i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        self.time = Time::Stands(clock);
    }

    /// Lets the model take what came in.
    pub(super) fn take(&mut self, inbound: Inbound, screen: &mut impl Screen) -> io::Result<()> {
        match inbound {
            Inbound::Event(event) => self.event(event, screen),
            Inbound::Reply(reply) => self.update(Msg::Reply(reply), screen),
            Inbound::Progress(said) => self.update(Msg::Progress(said), screen),
            Inbound::Step(step) => self.update(Msg::Step(step), screen),
            Inbound::ErrandStep(step) => self.update(Msg::ErrandStep(step), screen),
            Inbound::Sleep => screen.suspend(),
            Inbound::Wake => screen.clear(),
            Inbound::End(signal) => {
                (self.over, self.signal) = (true, Some(signal));
                Ok(())
            }
            Inbound::Gone => {
                self.over = true;
                Ok(())
            }
        }
    }

    fn event(&mut self, event: Event, screen: &mut impl Screen) -> io::Result<()> {
        let was_open = self.model.open;
        self.lock_when_idle(screen)?;
        self.touched = Touch::now(self.time);
        // The key that was pressed then was not meant for the passphrase either.
        let locked = was_open && !self.model.open;
        if locked && !matches!(event, Event::Resize(..)) {
            return Ok(());
        }
        #[cfg(debug_assertions)]
        panic_when_told(&event);
        self.turn_the_day(screen)?;
        let msg = match event {
            Event::Key(key) => Msg::Key(key),
            Event::Paste(text) => Msg::Paste(text),
            Event::Mouse(mouse) if mouse.kind == MouseEventKind::Moved => return Ok(()),
            Event::Mouse(mouse) => {
                let at = Position::new(mouse.column, mouse.row);
                let targets = self.targets.iter().rev();
                let found = targets.clone().find(|(area, _)| area.contains(at));
                Msg::Mouse(mouse, found.map(|(_, target)| *target))
            }
            Event::Resize(columns, rows) => Msg::Resize(columns, rows),
            Event::FocusGained | Event::FocusLost => return Ok(()),
        };
        self.update(msg, screen)
    }

    /// Someone who comes back in the morning sees the new day.
    fn turn_the_day(&mut self, screen: &mut impl Screen) -> io::Result<()> {
        let today = self.time.now().today;
        if today == self.model.today {
            return Ok(());
        }
        self.update(Msg::Today(today), screen)
    }

    pub(super) fn update(&mut self, msg: Msg, screen: &mut impl Screen) -> io::Result<()> {
        let effects = self.model.update(msg);
        self.carry_out(effects, screen)
    }

    fn carry_out(&mut self, effects: Vec<Effect>, screen: &mut impl Screen) -> io::Result<()> {
        for effect in effects {
            match effect {
                Effect::Read(ticket, read) => self.hands.read(ticket, read),
                Effect::Forget(ticket) => self.hands.forget(ticket),
                Effect::Change(ticket, change) => self.hands.change(ticket, change),
                Effect::Open(ticket, opening) => self.hands.open(ticket, opening),
                Effect::CancelChange => self.hands.cancel(),
                Effect::Errand(ticket, errand) => self.hands.errand(ticket, errand),
                Effect::CancelErrand => self.hands.cancel_errand(),
                Effect::Lock => self.hands.close(),
                Effect::Speak(language) => self.hands.speak(language),
                Effect::Copy(text) => screen.copy(&text)?,
                Effect::Configure(setting, value) => {
                    self.configure(setting, value.as_deref(), screen)?;
                }
                Effect::Rewrap(ticket, rewrap) => self.hands.rewrap(ticket, rewrap),
                Effect::Suspend => screen.suspend()?,
                Effect::Redraw => screen.clear()?,
                Effect::Quit => self.over = true,
            }
        }
        Ok(())
    }

    /// Writes a setting into the configuration file; what goes wrong is said.
    fn configure(
        &mut self,
        setting: Setting,
        value: Option<&str>,
        screen: &mut impl Screen,
    ) -> io::Result<()> {
        let (session, texts) = (self.session, &self.model.appearance.texts);
        let looks = settings::write(session, setting, value, texts).and_then(|config| {
            self.idle_lock = config.idle_limit();
            settings::looks(session, &config, setting, self.unicode, texts)
        });
        self.update(Msg::Configured(looks.map(Box::new)), screen)
    }
}

/// A way for a test to see what a panic does to the terminal; no release has it.
#[cfg(debug_assertions)]
fn panic_when_told(event: &Event) {
    let f12 = matches!(event, Event::Key(key) if key.code == crossterm::event::KeyCode::F(12));
    let told = std::env::var_os("LUKA_PANIC_AT_F12").is_some();
    assert!(!(f12 && told), "told to");
}
