//! The reports that there are, in the order of their tabs.

/// A report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// Income and expense of each month.
    #[default]
    Monthly,
    /// What each category took.
    Categories,
    /// Income, expenses and savings, and what is left.
    Income,
    /// What is owned and owed, and whose it is.
    BalanceSheet,
    /// What is owned less what is owed, over time.
    NetWorth,
    /// What came into one's accounts and left them.
    CashFlow,
    /// What was spent with whom.
    Payees,
    /// One category over time.
    Trend,
    /// What each account holds.
    Balances,
}

impl Tab {
    /// All of them.
    pub(crate) const ALL: [Self; 9] = [
        Self::Monthly,
        Self::Categories,
        Self::Income,
        Self::BalanceSheet,
        Self::NetWorth,
        Self::CashFlow,
        Self::Payees,
        Self::Trend,
        Self::Balances,
    ];

    /// The text id of its name.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Monthly => "title-report-monthly",
            Self::Categories => "title-categories",
            Self::Income => "title-report-income",
            Self::BalanceSheet => "title-report-balance-sheet",
            Self::NetWorth => "title-report-networth",
            Self::CashFlow => "title-report-cashflow",
            Self::Payees => "title-payees",
            Self::Trend => "title-report-trend",
            Self::Balances => "title-report-balances",
        }
    }

    /// Its name on the command line.
    pub(super) const fn command(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::Categories => "categories",
            Self::Income => "income",
            Self::BalanceSheet => "balance-sheet",
            Self::NetWorth => "networth",
            Self::CashFlow => "cashflow",
            Self::Payees => "payees",
            Self::Trend => "trend",
            Self::Balances => "balance",
        }
    }

    /// True when it goes from month to month, so that one month alone says nothing.
    pub(super) const fn is_series(self) -> bool {
        matches!(
            self,
            Self::Monthly | Self::NetWorth | Self::CashFlow | Self::Trend
        )
    }

    /// True when it is about a day.
    pub(super) const fn is_of_a_day(self) -> bool {
        matches!(self, Self::BalanceSheet | Self::Balances)
    }

    /// True when it tells what there is, not what happened: nothing of days to come.
    pub(super) const fn ends_today(self) -> bool {
        self.is_of_a_day() || matches!(self, Self::NetWorth)
    }

    pub(super) fn place(self) -> usize {
        Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0)
    }

    /// The report some tabs further; after the last comes the first.
    pub(super) fn turned(self, by: usize) -> Self {
        let at = (self.place() + by) % Self::ALL.len();
        Self::ALL.get(at).copied().unwrap_or_default()
    }
}
