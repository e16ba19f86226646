//! The period of a report: how long it is, where it is, what it is called.
//!
//! A report that goes from month to month shows the twelve months up to the one that is chosen,
//! where others show that month alone.

use chrono::{Datelike as _, Months};
use domain::{NaiveDate, Period};

use super::{State, Tab};
use crate::app::Context;
use crate::i18n::text;
use crate::present;

/// How long a period is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Unit {
    #[default]
    Month,
    Quarter,
    Year,
    Always,
}

impl Unit {
    /// The next longer one that makes a difference.
    pub(super) const fn wider(self, tab: Tab) -> Option<Self> {
        match self {
            Self::Month if tab.is_series() => Some(Self::Year),
            Self::Month => Some(Self::Quarter),
            Self::Quarter => Some(Self::Year),
            Self::Year if tab.is_of_a_day() => None,
            Self::Year => Some(Self::Always),
            Self::Always => None,
        }
    }

    /// The next shorter one that makes a difference.
    pub(super) const fn narrower(self, tab: Tab) -> Option<Self> {
        match self {
            Self::Month => None,
            Self::Quarter if tab.is_series() => None,
            Self::Quarter => Some(Self::Month),
            Self::Year if tab.is_series() => Some(Self::Month),
            Self::Year => Some(Self::Quarter),
            Self::Always => Some(Self::Year),
        }
    }

    const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year | Self::Always => 12,
        }
    }
}

impl State {
    fn day(&self, cx: &Context<'_>) -> NaiveDate {
        self.anchor.unwrap_or(cx.today)
    }

    /// The month, quarter or year; all days.
    fn chosen(&self, cx: &Context<'_>) -> Period {
        let day = self.day(cx);
        match self.unit {
            Unit::Month => Period::month_of(day),
            Unit::Quarter => {
                let first = NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1);
                Period::months(first.unwrap_or(day), 3)
            }
            Unit::Year => Period::year(day.year()),
            Unit::Always => Period::ALWAYS,
        }
    }

    /// The days that the report is about.
    pub(super) fn period(&self, cx: &Context<'_>) -> Period {
        let chosen = self.chosen(cx);
        let from = match (self.unit, chosen.to) {
            (Unit::Month | Unit::Quarter, Some(to)) if self.tab.is_series() => {
                present::first_of_month(to).checked_sub_months(Months::new(11))
            }
            _ => chosen.from,
        };
        Period { from, ..chosen }
    }

    /// The last day of a report that tells what there is.
    pub(super) fn until(&self, cx: &Context<'_>) -> NaiveDate {
        let last = self.chosen(cx).to;
        last.map_or(cx.today, |last| last.min(cx.today))
    }

    /// Goes to the period before or after.
    pub(super) fn turn(&mut self, later: bool, cx: &Context<'_>) {
        let months = Months::new(self.unit.months());
        let day = present::first_of_month(self.day(cx));
        let next = if later {
            day.checked_add_months(months)
        } else {
            day.checked_sub_months(months)
        };
        // The period of today follows the day.
        self.anchor = next;
        if self.chosen(cx).contains(cx.today) {
            self.anchor = None;
        }
    }

    /// Why there is no later period, as a text id.
    pub(super) fn why_not_later(&self, cx: &Context<'_>) -> Option<&'static str> {
        if self.unit == Unit::Always {
            return Some("why-all-time");
        }
        let last = self.chosen(cx).to;
        last.is_none_or(|last| last >= cx.today)
            .then_some("why-no-later")
    }

    /// The period as the command line and `date:` take it; none for all days.
    pub(super) fn typed_period(&self, cx: &Context<'_>) -> Option<String> {
        let period = self.period(cx);
        let (from, to) = (period.from?, period.to?);
        let quarter = || format!("{}-q{}", from.format("%Y"), from.month0() / 3 + 1);
        Some(match self.unit {
            _ if self.unit == Unit::Year => from.format("%Y").to_string(),
            _ if self.tab.is_series() => {
                format!("{}..{}", from.format("%Y-%m"), to.format("%Y-%m"))
            }
            Unit::Quarter => quarter(),
            _ => from.format("%Y-%m").to_string(),
        })
    }

    /// The period in words.
    pub(super) fn period_in_words(&self, cx: &Context<'_>) -> String {
        if self.tab.is_of_a_day() {
            let day = present::date(self.until(cx));
            return text!(cx.texts, "say-on-day", day = day);
        }
        let period = self.period(cx);
        let (Some(from), Some(to)) = (period.from, period.to) else {
            return cx.text("word-all-time");
        };
        let month = |day| present::month(day, cx.texts.language());
        match self.unit {
            Unit::Year => from.format("%Y").to_string(),
            _ if present::first_of_month(to) == from => month(from),
            _ => {
                let dash = if cx.theme.glyphs.unicode { "–" } else { "-" };
                format!("{} {dash} {}", month(from), month(to))
            }
        }
    }

    /// How long the period is, in words.
    pub(super) fn unit_in_words(&self, cx: &Context<'_>) -> String {
        cx.text(match self.unit {
            Unit::Month | Unit::Quarter if self.tab.is_series() => "word-twelve-months",
            Unit::Month => "word-month",
            Unit::Quarter => "word-quarter",
            Unit::Year => "word-year",
            Unit::Always => "word-everything",
        })
    }
}
