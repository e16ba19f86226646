//! Signs beyond letters and digits, each with a stand-in for terminals that have only ASCII.

/// The signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Glyphs {
    /// Beside the current row or field.
    pub(crate) cursor: &'static str,
    /// Beside a marked row.
    pub(crate) mark: &'static str,
    /// One letter of a passphrase.
    pub(crate) dot: &'static str,
    /// What the bank has too. Not the sign of hidden amounts.
    pub(crate) cleared: &'static str,
    /// In place of an amount.
    pub(crate) hidden: &'static str,
    /// Between the parts of a line.
    pub(crate) between: &'static str,
    /// From one thing to another.
    pub(crate) arrow: &'static str,
    /// One of a few, by the arrow keys.
    pub(crate) either: &'static str,
    /// An open branch.
    pub(crate) open: &'static str,
    /// A closed branch.
    pub(crate) closed: &'static str,
    /// A full piece of a bar.
    pub(crate) full: &'static str,
    /// An empty piece of a bar.
    pub(crate) empty: &'static str,
    /// Something that was taken back.
    pub(crate) undone: &'static str,
    /// Something that goes on.
    pub(crate) busy: &'static str,
    /// Whether everything beyond ASCII may be drawn.
    pub(crate) unicode: bool,
}

impl Glyphs {
    /// The signs, or their stand-ins.
    pub(crate) const fn new(unicode: bool) -> Self {
        if unicode {
            Self {
                cursor: "▸",
                mark: "●",
                dot: "•",
                cleared: "✓",
                hidden: "•••",
                between: "·",
                arrow: "→",
                either: "◂▸",
                open: "▾",
                closed: "▸",
                full: "█",
                empty: "░",
                undone: "↶",
                busy: "…",
                unicode,
            }
        } else {
            Self {
                cursor: ">",
                mark: "#",
                dot: "*",
                cleared: "+",
                hidden: "***",
                between: "-",
                arrow: "->",
                either: "<>",
                open: "v",
                closed: ">",
                full: "#",
                empty: ".",
                undone: "x",
                busy: "...",
                unicode,
            }
        }
    }
}
