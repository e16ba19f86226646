//! Colours and glyphs. Meaning is never carried by colour alone, so every theme may lose its own.

mod glyphs;

use ratatui::style::{Color, Modifier, Style};

pub(crate) use glyphs::Glyphs;

/// The themes that can be chosen, by their names in the configuration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Palette {
    /// For dark terminals.
    #[default]
    Dark,
    /// For light terminals.
    Light,
    /// As much contrast as there is.
    Contrast,
    /// The terminal's own sixteen colours.
    Ansi,
    /// No colour at all: `NO_COLOR`.
    Plain,
}

impl Palette {
    /// All of them.
    pub(crate) const ALL: [Self; 5] = [
        Self::Dark,
        Self::Light,
        Self::Contrast,
        Self::Ansi,
        Self::Plain,
    ];

    /// The name in the configuration.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Ansi => "ansi",
            Self::Plain => "plain",
        }
    }

    /// The palette with a name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|palette| palette.as_str() == name)
    }
}

/// A style for each thing that is drawn.
#[derive(Clone, Debug)]
pub(crate) struct Theme {
    /// Less important words.
    pub(crate) dim: Style,
    /// Titles, keys, labels.
    pub(crate) accent: Style,
    /// The top line.
    pub(crate) title: Style,
    /// Money that comes in; what went well.
    pub(crate) good: Style,
    /// Money that is missing; what went wrong.
    pub(crate) bad: Style,
    /// What wants attention.
    pub(crate) warn: Style,
    /// The current row.
    pub(crate) selected: Style,
    /// A marked row.
    pub(crate) marked: Style,
    /// A field that is typed into.
    pub(crate) field: Style,
    /// The letters that a search found, and heads of columns.
    pub(crate) head: Style,
    /// Bars and lines of charts, one for each series.
    pub(crate) series: [Style; 4],
    /// The glyphs.
    pub(crate) glyphs: Glyphs,
}

/// The green of LukaLibre.
const BRAND: Color = Color::Rgb(0x3A, 0x63, 0x51);

impl Theme {
    /// The styles of a palette; `unicode` chooses the glyphs.
    pub(crate) fn new(palette: Palette, unicode: bool) -> Self {
        let glyphs = Glyphs::new(unicode);
        match palette {
            Palette::Dark => Self::coloured(glyphs, &DARK),
            Palette::Light => Self::coloured(glyphs, &LIGHT),
            Palette::Contrast => Self::coloured(glyphs, &CONTRAST),
            Palette::Ansi => Self::coloured(glyphs, &ANSI),
            Palette::Plain => Self::plain(glyphs),
        }
    }

    fn coloured(glyphs: Glyphs, tones: &Tones) -> Self {
        let colour = |colour| Style::new().fg(colour);
        Self {
            dim: colour(tones.dim),
            accent: colour(tones.accent).add_modifier(Modifier::BOLD),
            title: tones.title,
            good: colour(tones.good),
            bad: colour(tones.bad),
            warn: colour(tones.warn),
            selected: tones.chosen,
            marked: colour(tones.warn).add_modifier(Modifier::BOLD),
            field: tones.field,
            head: colour(tones.dim).add_modifier(Modifier::UNDERLINED),
            series: [
                colour(tones.good),
                colour(tones.bad),
                colour(tones.other),
                colour(tones.warn),
            ],
            glyphs,
        }
    }

    fn plain(glyphs: Glyphs) -> Self {
        let (none, bold) = (Style::new(), Style::new().add_modifier(Modifier::BOLD));
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        Self {
            dim: none,
            accent: bold,
            title: reversed,
            good: none,
            bad: bold,
            warn: bold,
            selected: reversed,
            marked: bold,
            field: Style::new().add_modifier(Modifier::UNDERLINED),
            head: Style::new().add_modifier(Modifier::UNDERLINED),
            series: [none, bold, none, none],
            glyphs,
        }
    }
}

/// The colours that make a theme.
struct Tones {
    accent: Color,
    title: Style,
    good: Color,
    bad: Color,
    warn: Color,
    dim: Color,
    chosen: Style,
    field: Style,
    other: Color,
}

const DARK: Tones = Tones {
    accent: Color::Rgb(0x8F, 0xC9, 0xAE),
    title: Style::new().fg(Color::White).bg(BRAND),
    good: Color::Rgb(0x8F, 0xC9, 0xAE),
    bad: Color::Rgb(0xF2, 0x8B, 0x82),
    warn: Color::Rgb(0xF0, 0xC6, 0x74),
    dim: Color::Rgb(0x9A, 0xA5, 0xA0),
    chosen: Style::new()
        .bg(Color::Rgb(0x2B, 0x4A, 0x3D))
        .fg(Color::White),
    field: Style::new().bg(Color::Rgb(0x26, 0x30, 0x2C)),
    other: Color::Rgb(0x7F, 0xB2, 0xE5),
};

const LIGHT: Tones = Tones {
    accent: BRAND,
    title: Style::new().fg(Color::White).bg(BRAND),
    good: BRAND,
    bad: Color::Rgb(0xA8, 0x1E, 0x1E),
    warn: Color::Rgb(0x8A, 0x5A, 0x00),
    dim: Color::Rgb(0x5F, 0x6B, 0x66),
    chosen: Style::new()
        .bg(Color::Rgb(0xCF, 0xE3, 0xD8))
        .fg(Color::Black),
    field: Style::new().bg(Color::Rgb(0xE9, 0xEF, 0xEC)),
    other: Color::Rgb(0x1F, 0x5A, 0x96),
};

const CONTRAST: Tones = Tones {
    accent: Color::White,
    title: Style::new().fg(Color::Black).bg(Color::White),
    good: Color::LightGreen,
    bad: Color::LightRed,
    warn: Color::LightYellow,
    dim: Color::White,
    chosen: Style::new().fg(Color::Black).bg(Color::White),
    field: Style::new().add_modifier(Modifier::UNDERLINED),
    other: Color::LightCyan,
};

const ANSI: Tones = Tones {
    accent: Color::Green,
    title: Style::new().fg(Color::Black).bg(Color::Green),
    good: Color::Green,
    bad: Color::Red,
    warn: Color::Yellow,
    dim: Color::DarkGray,
    chosen: Style::new().add_modifier(Modifier::REVERSED),
    field: Style::new().add_modifier(Modifier::UNDERLINED),
    other: Color::Cyan,
};
