//! The keys: their names, their values, their defaults.

use backup::Policy;
use backup::settings::parse_duration;

use super::{ColourWish, Config, IdleLock};
use crate::cli::args::values::duration;
use crate::keymap::Action;
use crate::theme::Palette;

/// A key of the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// `language`
    Language,
    /// `color`
    Color,
    /// `currency`
    Currency,
    /// `list.limit`
    ListLimit,
    /// `agent.ttl`
    AgentTtl,
    /// `tui.theme`
    Theme,
    /// `tui.ascii`
    Ascii,
    /// `tui.idle-lock`
    IdleLock,
    /// `backup.max_age`
    MaxAge,
    /// `backup.keep_last` and its like
    Keep(Keep),
    /// `sync.quiet` and its like, which are the daemon's.
    Sync(Pace),
    /// `server.url`
    ServerUrl,
    /// `server.pin`
    ServerPin,
}

/// How the daemon paces itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    /// How long the ledger is left alone before a backup.
    Quiet,
    /// How long after the first change there is one all the same.
    AtMost,
    /// How often the ledger is looked at.
    Poll,
    /// How often the newest version is verified.
    VerifyEvery,
    /// Whether old versions are ended.
    Prune,
    /// The first wait after a failure.
    RetryFirst,
    /// The longest wait after failures.
    RetryMost,
}

/// How many versions are kept of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    /// The last so many.
    Last,
    /// The last of each of so many days.
    Daily,
    /// Of so many weeks.
    Weekly,
    /// Of so many months.
    Monthly,
    /// Of so many years.
    Yearly,
}

/// Something that the file can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    /// The value of a key.
    Value(Key),
    /// A person's own keys for an action.
    Keys(Action),
}

impl Key {
    /// All keys, in the order in which they are listed.
    pub(crate) const ALL: [Self; 23] = [
        Self::Language,
        Self::Color,
        Self::Currency,
        Self::ListLimit,
        Self::AgentTtl,
        Self::Theme,
        Self::Ascii,
        Self::IdleLock,
        Self::MaxAge,
        Self::Keep(Keep::Last),
        Self::Keep(Keep::Daily),
        Self::Keep(Keep::Weekly),
        Self::Keep(Keep::Monthly),
        Self::Keep(Keep::Yearly),
        Self::Sync(Pace::Quiet),
        Self::Sync(Pace::AtMost),
        Self::Sync(Pace::Poll),
        Self::Sync(Pace::VerifyEvery),
        Self::Sync(Pace::Prune),
        Self::Sync(Pace::RetryFirst),
        Self::Sync(Pace::RetryMost),
        Self::ServerUrl,
        Self::ServerPin,
    ];

    /// The key as it is written, with a dot for each table.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Color => "color",
            Self::Currency => "currency",
            Self::ListLimit => "list.limit",
            Self::AgentTtl => "agent.ttl",
            Self::Theme => "tui.theme",
            Self::Ascii => "tui.ascii",
            Self::IdleLock => "tui.idle-lock",
            Self::MaxAge => "backup.max_age",
            Self::Keep(Keep::Last) => "backup.keep_last",
            Self::Keep(Keep::Daily) => "backup.keep_daily",
            Self::Keep(Keep::Weekly) => "backup.keep_weekly",
            Self::Keep(Keep::Monthly) => "backup.keep_monthly",
            Self::Keep(Keep::Yearly) => "backup.keep_yearly",
            Self::Sync(Pace::Quiet) => "sync.quiet",
            Self::Sync(Pace::AtMost) => "sync.at_most",
            Self::Sync(Pace::Poll) => "sync.poll",
            Self::Sync(Pace::VerifyEvery) => "sync.verify_every",
            Self::Sync(Pace::Prune) => "sync.prune",
            Self::Sync(Pace::RetryFirst) => "sync.retry_first",
            Self::Sync(Pace::RetryMost) => "sync.retry_most",
            Self::ServerUrl => "server.url",
            Self::ServerPin => "server.pin",
        }
    }

    /// The key with this name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.as_str() == name)
    }

    /// What holds when the file says nothing, where that is a fixed value.
    pub(crate) const fn default_value(self) -> Option<&'static str> {
        match self {
            Self::Color => Some("auto"),
            Self::Currency => Some(DEFAULT_CURRENCY),
            Self::AgentTtl => Some(DEFAULT_TTL),
            Self::Theme => Some("dark"),
            Self::IdleLock => Some(DEFAULT_IDLE_LOCK),
            Self::MaxAge => Some(DEFAULT_MAX_AGE),
            Self::Keep(keep) => Some(keep.usual()),
            Self::Sync(pace) => Some(pace.usual()),
            Self::Language | Self::ListLimit | Self::Ascii | Self::ServerUrl | Self::ServerPin => {
                None
            }
        }
    }

    /// Which values it takes, as text id.
    pub(crate) const fn values(self) -> &'static str {
        match self {
            Self::Language => "hint-config-language",
            Self::Color => "hint-config-color",
            Self::Currency => "hint-currency-code",
            Self::ListLimit => "hint-config-limit",
            Self::Keep(_) => "hint-config-keep",
            Self::Sync(Pace::Prune) | Self::Ascii => "hint-config-ascii",
            Self::Sync(Pace::VerifyEvery) => "hint-config-verify",
            Self::AgentTtl | Self::MaxAge | Self::Sync(_) => "hint-duration",
            Self::IdleLock => "hint-config-idle-lock",
            Self::Theme => "hint-config-theme",
            Self::ServerUrl => "hint-server-address",
            Self::ServerPin => "hint-config-server-pin",
        }
    }

    /// Whether the key takes this value.
    pub(crate) fn takes(self, value: &str) -> bool {
        self.put(&mut Config::default(), value).is_some()
    }

    /// Puts a value into the configuration; `None` when it makes no sense.
    pub(super) fn put(self, config: &mut Config, value: &str) -> Option<()> {
        match self {
            Self::Language => config.language = Some(value.parse().ok()?),
            Self::Color => config.color = Some(colour(value)?),
            Self::Currency => config.currency = Some(value.parse().ok()?),
            Self::ListLimit => config.list_limit = Some(value.parse().ok().filter(|n| *n > 0)?),
            Self::AgentTtl => config.agent_ttl = Some(duration(value).ok()?),
            Self::Theme => config.theme = Some(Palette::from_name(value)?),
            Self::Ascii => config.ascii = Some(value.parse().ok()?),
            Self::IdleLock => config.idle_lock = Some(idle_lock(value)?),
            Self::MaxAge => config.max_age = Some(duration(value).ok()?),
            Self::Keep(keep) => *keep.of(&mut config.keep) = value.parse().ok()?,
            // The daemon reads it for itself.
            Self::Sync(pace) => pace.takes(value).then_some(())?,
            Self::ServerUrl => config.server_url = Some(value.parse().ok()?),
            Self::ServerPin => config.server_pin = Some(value.parse().ok()?),
        }
        Some(())
    }
}

impl Pace {
    /// What holds when the file says nothing: that of `backup::settings::Pace::STANDARD`.
    const fn usual(self) -> &'static str {
        match self {
            Self::Quiet => "2m",
            Self::VerifyEvery => "7d",
            Self::Prune => "true",
            Self::RetryFirst => "30s",
            Self::RetryMost => "1h",
            Self::AtMost | Self::Poll => "15m",
        }
    }

    fn takes(self, value: &str) -> bool {
        match self {
            Self::Prune => value.parse::<bool>().is_ok(),
            Self::VerifyEvery if value == "never" => true,
            _ => parse_duration(value).is_ok(),
        }
    }
}

impl Keep {
    /// How many when the file says nothing: those of `Policy::STANDARD`.
    const fn usual(self) -> &'static str {
        match self {
            Self::Last => "30",
            Self::Daily => "14",
            Self::Weekly => "8",
            Self::Monthly => "24",
            Self::Yearly => "20",
        }
    }

    /// Its place in a policy.
    pub(crate) const fn of(self, policy: &mut Policy) -> &mut u32 {
        match self {
            Self::Last => &mut policy.keep_last,
            Self::Daily => &mut policy.keep_daily,
            Self::Weekly => &mut policy.keep_weekly,
            Self::Monthly => &mut policy.keep_monthly,
            Self::Yearly => &mut policy.keep_yearly,
        }
    }
}

/// The currency of a new ledger, when neither flag nor configuration name one: a luka is a
/// thousand Chilean pesos.
pub(crate) const DEFAULT_CURRENCY: &str = "CLP";
/// How long `unlock` keeps a key: a working day.
const DEFAULT_TTL: &str = "8h";
/// How old the last backup to a remote may be.
const DEFAULT_MAX_AGE: &str = "3d";
/// After how long without a key the screens lock themselves.
const DEFAULT_IDLE_LOCK: &str = "10m";

/// Whether a value of `tui.idle-lock` means that the screens never lock themselves.
pub(crate) fn is_never(value: &str) -> bool {
    matches!(value.trim(), "never" | "0")
}

fn idle_lock(value: &str) -> Option<IdleLock> {
    if is_never(value) {
        return Some(IdleLock::Never);
    }
    duration(value).ok().map(IdleLock::After)
}

fn colour(value: &str) -> Option<ColourWish> {
    <ColourWish as clap::ValueEnum>::from_str(value, false).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_values_are_those_that_hold_without_a_file() {
        let mut config = Config::default();
        for key in Key::ALL {
            if let Some(usual) = key.default_value() {
                key.put(&mut config, usual).unwrap();
            }
        }
        let bare = Config::default();
        assert_eq!(config.keep, bare.keep);
        assert_eq!(config.keep, Policy::STANDARD);
        let sync = Key::ALL.into_iter().filter_map(|key| {
            let name = key.as_str().strip_prefix("sync.")?;
            Some(format!("{name} = \"{}\"\n", key.default_value()?))
        });
        let text = format!("[sync]\n{}", sync.collect::<String>());
        let settings = backup::settings::Settings::from_toml(&text).unwrap();
        assert_eq!(settings, backup::settings::Settings::STANDARD);
        assert_eq!(config.max_age(), bare.max_age());
        assert_eq!(config.idle_limit(), bare.idle_limit());
    }
}
