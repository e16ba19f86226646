//! What all the amounts of a file together say about its decimal mark.

use domain::Decimal;

use super::Figure;
use crate::import::layout::Evidence;

/// The decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Mark {
    Point,
    Comma,
}

impl Mark {
    pub(super) const fn byte(self) -> u8 {
        match self {
            Self::Point => b'.',
            Self::Comma => b',',
        }
    }

    /// The mark as a character.
    pub(in crate::import) const fn as_char(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// The mark that a person named.
    pub(in crate::import) const fn from_char(mark: char) -> Option<Self> {
        match mark {
            '.' => Some(Self::Point),
            ',' => Some(Self::Comma),
            _ => None,
        }
    }
}

/// Counts over the amounts of one or more columns.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct NumberEvidence {
    /// Cells that are amounts with some mark.
    pub(in crate::import) figures: u32,
    only_point: u32,
    only_comma: u32,
    /// Cells with two readings, by the mark that stands in them.
    open_point: u32,
    open_comma: u32,
    /// Of those, the ones whose decimal reading uses the third decimal (`1.234`, not `1.230`).
    third_decimal: u32,
    /// Cells below a thousand without any mark, which a fixed number of decimals would not leave.
    bare_small: u32,
    bare_large: u32,
    pub(in crate::import) negative: u32,
    pub(in crate::import) positive: u32,
    pub(in crate::import) signed: u32,
    grouping: Option<char>,
    example: Option<(Box<str>, [Decimal; 2])>,
}

/// Several decimal marks stay possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct OpenMarks {
    pub(in crate::import) example: Box<str>,
    pub(in crate::import) readings: [Decimal; 2],
}

impl NumberEvidence {
    /// Counts a cell; false when it is no amount.
    pub(in crate::import) fn count(&mut self, cell: &str) -> bool {
        let Some(figure) = Figure::read(cell) else {
            return false;
        };
        let readings = [figure.value(Mark::Point), figure.value(Mark::Comma)];
        match readings {
            [None, None] => return false,
            [Some(_), None] => self.only_point += 1,
            [None, Some(_)] => self.only_comma += 1,
            [Some(point), Some(comma)] => self.count_both(cell, &figure, point, comma),
        }
        self.figures += 1;
        self.signed += u32::from(figure.signed);
        let value = readings[0].or(readings[1]).unwrap_or_default();
        if !value.is_zero() {
            self.negative += u32::from(value.is_sign_negative());
            self.positive += u32::from(value.is_sign_positive());
        }
        self.note_grouping(&figure);
        true
    }

    fn count_both(&mut self, cell: &str, figure: &Figure, point: Decimal, comma: Decimal) {
        if point == comma {
            let value = point.abs();
            let small = value < Decimal::ONE_THOUSAND;
            self.bare_small += u32::from(figure.is_bare() && small && !value.is_zero());
            self.bare_large += u32::from(figure.is_bare() && !small);
            return;
        }
        let decimal = if point.abs() < comma.abs() {
            point
        } else {
            comma
        };
        if figure.body[figure.lead()] == b'.' {
            self.open_point += 1;
        } else {
            self.open_comma += 1;
        }
        self.third_decimal += u32::from(decimal.normalize().scale() > 2);
        let grouped = if decimal == point { comma } else { point };
        self.example
            .get_or_insert_with(|| (cell.trim().into(), [grouped, decimal]));
    }

    fn note_grouping(&mut self, figure: &Figure) {
        let body = &figure.body[..figure.len];
        let mark = body.get(figure.lead()).map(|b| char::from(*b));
        let again = body.iter().filter(|b| !b.is_ascii_digit()).count() > 1;
        if again || matches!(mark, Some(' ' | '\'')) {
            self.grouping = self.grouping.or(mark);
        }
    }

    /// True when marks stand between the digits of some amount.
    pub(in crate::import) const fn has_marks(&self) -> bool {
        self.only_point + self.only_comma + self.open_point + self.open_comma > 0
    }

    /// Adds the counts of another column.
    pub(in crate::import) fn merge(&mut self, other: &Self) {
        self.figures += other.figures;
        self.only_point += other.only_point;
        self.only_comma += other.only_comma;
        self.open_point += other.open_point;
        self.open_comma += other.open_comma;
        self.third_decimal += other.third_decimal;
        self.bare_small += other.bare_small;
        self.bare_large += other.bare_large;
        self.negative += other.negative;
        self.positive += other.positive;
        self.signed += other.signed;
        self.grouping = self.grouping.or(other.grouping);
        if self.example.is_none() {
            self.example.clone_from(&other.example);
        }
    }

    /// Decides the decimal mark; `exponent` is how many decimals the currency has, when known.
    pub(in crate::import) fn decide(
        &self,
        exponent: Option<u8>,
    ) -> Result<(Mark, Evidence), OpenMarks> {
        let one = Evidence::NumbersFitOneMark;
        let (point, comma) = (self.only_point, self.only_comma);
        if point > 0 && comma * 10 <= point {
            return Ok((Mark::Point, one));
        }
        if comma > 0 && point * 10 <= comma {
            return Ok((Mark::Comma, one));
        }
        let Some((example, readings)) = &self.example else {
            return Ok((
                if comma > point {
                    Mark::Comma
                } else {
                    Mark::Point
                },
                one,
            ));
        };
        // From here on every mark stands before exactly three digits.
        let grouping = match (self.open_point, self.open_comma) {
            (_, 0) => Some(Mark::Comma),
            (0, _) => Some(Mark::Point),
            _ => None,
        };
        let plain = point == 0 && comma == 0;
        let few = exponent.is_some_and(|exponent| exponent <= 2);
        let by_currency = exponent == Some(0) || (few && self.third_decimal > 0);
        let by_bare =
            self.bare_small > 0 && self.bare_large == 0 && exponent.is_none_or(|e| e <= 2);
        match grouping {
            Some(mark) if plain && by_currency => Ok((mark, Evidence::CurrencyDecimals)),
            Some(mark) if plain && by_bare => Ok((mark, one)),
            _ => Err(OpenMarks {
                example: example.clone(),
                readings: *readings,
            }),
        }
    }

    /// The numbers as people describe them.
    pub(in crate::import) fn describe(&self, mark: Mark) -> String {
        let decimals = match mark {
            Mark::Point => self.only_point,
            Mark::Comma => self.only_comma,
        };
        let group = match (self.grouping, mark) {
            (Some(group), _) if group != mark.as_char() => group.to_string(),
            _ if mark == Mark::Comma && self.open_point > 0 => ".".to_owned(),
            _ if mark == Mark::Point && self.open_comma > 0 => ",".to_owned(),
            _ => String::new(),
        };
        let fraction = if decimals > 0 {
            format!("{}56", mark.as_char())
        } else {
            String::new()
        };
        format!("1{group}234{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn decide(cells: &[&str], exponent: Option<u8>) -> Result<Mark, OpenMarks> {
        let mut evidence = NumberEvidence::default();
        for cell in cells {
            evidence.count(cell);
        }
        evidence.decide(exponent).map(|(mark, _)| mark)
    }

    #[rstest]
    #[case(&["1.000", "12,50"], None, Mark::Comma)]
    #[case(&["1,000", "12.50"], None, Mark::Point)]
    #[case(&["1.000"], Some(0), Mark::Comma)]
    #[case(&["1,000"], Some(0), Mark::Point)]
    #[case(&["500", "1.000"], None, Mark::Comma)]
    #[case(&["1,234"], Some(2), Mark::Point)]
    #[case(&["0.500"], None, Mark::Point)]
    #[case(&["1.234.567"], None, Mark::Comma)]
    #[case(&["50", "70"], None, Mark::Point)]
    fn decided(#[case] cells: &[&str], #[case] exponent: Option<u8>, #[case] expected: Mark) {
        assert_eq!(decide(cells, exponent), Ok(expected));
    }

    #[rstest]
    #[case(&["1.000"], None)]
    #[case(&["25,000"], Some(2))]
    #[case(&["1.234"], Some(3))]
    #[case(&["1.500", "1,500"], Some(2))]
    fn open(#[case] cells: &[&str], #[case] exponent: Option<u8>) {
        assert!(decide(cells, exponent).is_err());
    }
}
