//! `luka settings pull|push`: preferences there and back, over the account server.
//!
//! The difference is shown first, and nothing is done while both sides changed the same document:
//! that is exit 6. `pull` and `push` do it; this room looks at both sides and asks.

mod pull;
mod push;
mod row;

use api::client::{Client, Documents};
use serde_json::{Value, json};

use crate::carry::{Agreed, Change, Document, Verdict, changes, local, verdict};
use crate::cli::args::server::{Carrying, SettingsCommand};
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::output::{Column, Format, Shape};
use crate::cli::session::Session;
use crate::i18n::text;
use crate::login::Login;
use crate::present::MoneyStyle;
use row::SettingRow;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Pull,
    Push,
}

impl Direction {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Pull => "pull",
            Self::Push => "push",
        }
    }
}

/// What is to be done about a document.
struct Item {
    document: Document,
    here: Option<Value>,
    there: Option<Value>,
    verdict: Verdict,
    changes: Vec<Change>,
}

/// Both sides, and who is asked.
struct Desk<'s> {
    session: &'s Session,
    args: Carrying,
    direction: Direction,
    login: Login,
    agreed: Agreed,
    there: Documents,
    items: Vec<Item>,
}

/// Carries the settings one way.
pub(super) fn run(session: &Session, command: SettingsCommand) -> Result<(), Failure> {
    let (direction, args) = match command {
        SettingsCommand::Pull(args) => (Direction::Pull, args),
        SettingsCommand::Push(args) => (Direction::Push, args),
    };
    let mut desk = Desk::open(session, direction, args)?;
    let table = session.format()? == Format::Table;
    if table {
        desk.write(false)?;
    }
    if desk.items.iter().any(|item| item.verdict == Verdict::Both) {
        return Err(desk.conflict());
    }
    let n = desk.count();
    if !args.dry_run && desk.wants(n)? {
        match direction {
            Direction::Pull => pull::apply(&mut desk)?,
            Direction::Push => push::apply(&mut desk)?,
        }
    } else if n > 0 && !args.dry_run {
        session.say(&session.texts.get("say-nothing-changed"));
        return Ok(());
    }
    if table {
        return desk.tell(n);
    }
    desk.write(!args.dry_run)
}

impl<'s> Desk<'s> {
    fn open(session: &'s Session, direction: Direction, args: Carrying) -> Result<Self, Failure> {
        let texts = &session.texts;
        let directory = session.places.login();
        let login = Login::open(directory.clone(), session.config.config());
        let mut login = login.or_explain(texts)?;
        let there = login.call(Client::documents).or_explain(texts)?;
        let agreed = Agreed::load(&directory, login.server(), login.user_id());
        let mut desk = Self {
            session,
            args,
            direction,
            login,
            agreed: agreed.or_explain(texts)?,
            there,
            items: Vec::new(),
        };
        for document in Document::OF_CONFIG {
            let item = desk.look(document)?;
            desk.items.push(item);
        }
        if direction == Direction::Push {
            let machine = push::machine(&desk);
            desk.items.extend(machine);
        }
        Ok(desk)
    }

    fn look(&self, document: Document) -> Result<Item, Failure> {
        let before = self.agreed.value(document);
        let here = local(document, &self.session.config, before);
        let there = self.there.values.get(document.as_str());
        let found = match verdict(here.as_ref(), before, there) {
            Verdict::Both if self.args.force => self.direction.wanted(),
            found => found,
        };
        let changes = changes(document, here.as_ref(), there).or_explain(&self.session.texts)?;
        Ok(Item {
            document,
            there: there.cloned(),
            here,
            verdict: found,
            changes,
        })
    }

    /// The items that go the way that was asked for.
    fn going(&self) -> impl Iterator<Item = &Item> {
        let wanted = self.direction.wanted();
        self.items.iter().filter(move |item| item.verdict == wanted)
    }

    fn count(&self) -> usize {
        self.going().map(|item| item.changes.len()).sum()
    }

    /// Whether it is to be done; what both sides say already is noted without a question.
    fn wants(&self, n: usize) -> Result<bool, Failure> {
        let id = match self.direction {
            Direction::Pull => "ask-settings-pull",
            Direction::Push => "ask-settings-push",
        };
        let question = text!(self.session.texts, id, n = n);
        if n == 0 {
            return Ok(true);
        }
        self.session.confirm(&question)
    }

    fn conflict(&self) -> Failure {
        let texts = &self.session.texts;
        let both = self.items.iter().filter(|it| it.verdict == Verdict::Both);
        let names: Vec<_> = both.map(|item| item.document.as_str()).collect();
        let message = text!(texts, "error-settings-conflict", names = names.join(", "));
        Failure::new(Kind::Conflict, message).hint(texts.get("hint-settings-conflict"))
    }

    fn write(&self, applied: bool) -> Result<(), Failure> {
        let texts = &self.session.texts;
        let shape = Shape {
            name: "changes",
            head: vec![
                ("direction", json!(self.direction.as_str())),
                ("applied", json!(applied)),
            ],
            columns: vec![
                Column::text("document", texts.get("head-document")),
                Column::text("setting", texts.get("head-setting")),
                Column::text("here", texts.get("head-here")),
                Column::text("server", texts.get("head-server")),
                Column::text("goes", texts.get("head-goes")),
            ],
        };
        let style = MoneyStyle::new(texts.language(), None);
        let table = self.session.format()? == Format::Table;
        let mut listing = self.session.listing(shape, style)?;
        for item in self.items.iter().filter(|it| it.verdict != Verdict::Same) {
            for change in &item.changes {
                let row = SettingRow::of(item, change, table.then_some(texts));
                listing.row(&row).or_explain(texts)?;
            }
        }
        listing.finish(&[]).or_explain(texts)
    }

    /// Says what was done, or would be, and what waits for the other way.
    fn tell(&self, n: usize) -> Result<(), Failure> {
        let (texts, dry) = (&self.session.texts, self.args.dry_run);
        let id = match (n, dry, self.direction) {
            (0, _, _) => "say-settings-same",
            (_, true, _) => "say-settings-would",
            (_, false, Direction::Pull) => "say-settings-pulled",
            (_, false, Direction::Push) => "say-settings-pushed",
        };
        self.session.outcome([text!(texts, id, n = n)])?;
        let wanted = self.direction.wanted();
        let waits = |it: &Item| it.verdict != wanted && it.verdict != Verdict::Same;
        if self.items.iter().any(waits) {
            self.session.say(&texts.get(match self.direction {
                Direction::Pull => "say-settings-to-push",
                Direction::Push => "say-settings-to-pull",
            }));
        }
        Ok(())
    }

    /// Keeps what both sides say now.
    fn save(&self) -> Result<(), Failure> {
        let saved = self.agreed.save(&self.session.places.login());
        saved.or_explain(&self.session.texts)
    }
}

impl Direction {
    /// The verdict on documents that go this way.
    const fn wanted(self) -> Verdict {
        match self {
            Self::Pull => Verdict::There,
            Self::Push => Verdict::Here,
        }
    }
}
