//! Numbers that are dates: the days since 1900 (or 1904) of Excel, and the formats that show them.

use chrono::{Days, NaiveDate};
use domain::Decimal;

use super::grid::Cell;

/// Which cells of a workbook are dates.
#[derive(Clone, Debug, Default)]
pub(super) struct Formats {
    /// Days are counted from 1904.
    pub(super) from_1904: bool,
    /// For each style of a cell, whether it shows a date.
    pub(super) dates: Vec<bool>,
}

impl Formats {
    /// A number with its style as a cell.
    pub(super) fn cell(&self, number: Decimal, style: usize) -> Cell {
        let is_date = self.dates.get(style).copied().unwrap_or_default();
        let date = is_date.then(|| date(number, self.from_1904)).flatten();
        date.unwrap_or_else(|| Cell::Number(number.normalize()))
    }
}

/// A float as Excel shows it: fifteen digits, so `0.1 + 0.2` is `0.3`.
pub(super) fn exact(number: f64) -> Option<Decimal> {
    if !number.is_finite() {
        return None;
    }
    let number = Decimal::from_scientific(&format!("{number:.14e}")).ok()?;
    Some(number.normalize())
}

/// The day, and the time where there is one; none for what is no day.
fn date(serial: Decimal, from_1904: bool) -> Option<Cell> {
    let whole = serial.trunc();
    let days = u64::try_from(whole.mantissa())
        .ok()
        .filter(|_| whole.scale() == 0)?;
    let days = days.checked_sub(u64::from(!from_1904))?;
    // Excel counts the 29th of February 1900, which was no day.
    let days = if !from_1904 && days >= 59 {
        days - 1
    } else {
        days
    };
    let begin = if from_1904 {
        (1904, 1, 1)
    } else {
        (1900, 1, 1)
    };
    let begin = NaiveDate::from_ymd_opt(begin.0, begin.1, begin.2)?;
    let date = begin.checked_add_days(Days::new(days))?;
    let fits = domain::date::YEARS.contains(&chrono::Datelike::year(&date));
    let seconds = (serial - whole).checked_mul(Decimal::from(86_400))?.round();
    let seconds = u32::try_from(seconds.mantissa()).unwrap_or(0).min(86_399);
    let part = |number: u32| u8::try_from(number).unwrap_or(0);
    let time = [
        part(seconds / 3600),
        part(seconds / 60 % 60),
        part(seconds % 60),
    ];
    fits.then_some(Cell::Date(date, (time != [0; 3]).then_some(time)))
}

/// True for the numbers of formats that Excel has built in for dates.
pub(super) const fn is_built_in_date(id: u16) -> bool {
    matches!(id, 14..=17 | 22 | 27..=36 | 50..=58)
}

/// True for a format that shows a day, month or year: `dd/mm/yyyy`, `[$-340A]d "de" mmmm`.
pub(super) fn is_date_format(code: &str) -> bool {
    let mut plain = String::new();
    let mut chars = code.chars().take(200);
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                chars.by_ref().find(|c| *c == '"');
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                // `[h]` counts hours.
                if inside
                    .to_ascii_lowercase()
                    .trim_start_matches(['h', 'm', 's'])
                    .is_empty()
                {
                    return false;
                }
            }
            '\\' | '_' | '*' => {
                chars.next();
            }
            ';' => break,
            c => plain.push(c.to_ascii_lowercase()),
        }
    }
    if plain.starts_with("general") {
        return false;
    }
    let (day_or_year, month) = (plain.contains(['y', 'd']), plain.contains('m'));
    // `m` alone is a month, `m` beside hours, seconds or digits is none.
    let other = plain.contains(['h', 's', '0', '#', '?']);
    day_or_year || (month && !other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("dd/mm/yyyy", true)]
    #[case("d-mmm-yy", true)]
    #[case("[$-340A]d \"de\" mmmm;@", true)]
    #[case("mmm-yy", true)]
    #[case("m/d/yyyy h:mm", true)]
    #[case("General", false)]
    #[case("#,##0.00", false)]
    #[case("\"yd\"#,##0", false)]
    #[case("[Red]-#,##0", false)]
    #[case("_-* #,##0\\ \"de\"_-", false)]
    #[case("h:mm:ss", false)]
    #[case("[h]:mm", false)]
    #[case("mm:ss.0", false)]
    #[case("@", false)]
    fn formats(#[case] code: &str, #[case] expected: bool) {
        assert_eq!(is_date_format(code), expected, "{code}");
    }

    #[rstest]
    #[case("46055", false, "2026-02-02", None)]
    #[case("46054.5", false, "2026-02-01", Some([12, 0, 0]))]
    #[case("44593", true, "2026-02-02", None)]
    #[case("25569", false, "1970-01-01", None)]
    fn days(
        #[case] serial: &str,
        #[case] from_1904: bool,
        #[case] day: &str,
        #[case] time: Option<[u8; 3]>,
    ) {
        let found = date(serial.parse().unwrap(), from_1904).unwrap();
        assert_eq!(found, Cell::Date(day.parse().unwrap(), time));
    }

    #[rstest]
    #[case("0")]
    #[case("-5")]
    #[case("99999999")]
    #[case("79228162514264337593543950335")]
    fn what_is_no_day_is_a_number(#[case] serial: &str) {
        let formats = Formats {
            from_1904: false,
            dates: vec![true],
        };
        let number: Decimal = serial.parse().unwrap();
        assert_eq!(formats.cell(number, 0), Cell::Number(number));
    }

    #[test]
    fn floats_are_what_excel_shows() {
        let shown = |number: f64| exact(number).unwrap().to_string();
        assert_eq!(shown(0.1 + 0.2), "0.3");
        assert_eq!(shown(-1_234_567.89), "-1234567.89");
        assert_eq!(shown(53_386_477.0), "53386477");
        assert_eq!(shown(1e-7), "0.0000001");
        assert_eq!((exact(1e40), exact(f64::NAN)), (None, None));
    }
}
