//! Ledger's amount expressions: `($10 + 5 * $2)`.

use domain::Decimal;

use super::super::CommodityRef;
use super::amount::Cursor;
use super::{Amount, Reader};

/// Parentheses nest no deeper.
const MOST: u8 = 32;

/// A value, whose commodity may not be known yet.
#[derive(Clone, Copy)]
struct Value {
    number: Decimal,
    commodity: Option<CommodityRef>,
}

impl Reader {
    /// Reads an expression in parentheses; the cursor stands on the first one.
    pub(super) fn expression(&mut self, cursor: &mut Cursor<'_>) -> Option<Amount> {
        let mut at = *cursor;
        let value = self.factor(&mut at, 0)?;
        *cursor = at;
        let commodity = value.commodity.or(self.default_commodity);
        Some(Amount {
            number: value.number.round_dp(12),
            commodity: commodity.unwrap_or_else(|| self.commodities.of("")),
        })
    }

    fn sum(&mut self, cursor: &mut Cursor<'_>, depth: u8) -> Option<Value> {
        let mut left = self.product(cursor, depth)?;
        loop {
            cursor.blanks();
            let minus = if cursor.take("-") {
                true
            } else if cursor.take("+") {
                false
            } else {
                return Some(left);
            };
            let mut right = self.product(cursor, depth)?;
            if minus {
                right.number = -right.number;
            }
            let both = left.commodity.zip(right.commodity);
            if both.is_some_and(|(one, other)| one != other) {
                return None;
            }
            left = Value {
                number: left.number.checked_add(right.number)?,
                commodity: left.commodity.or(right.commodity),
            };
        }
    }

    fn product(&mut self, cursor: &mut Cursor<'_>, depth: u8) -> Option<Value> {
        let mut left = self.factor(cursor, depth)?;
        loop {
            cursor.blanks();
            let number = if cursor.take("*") {
                let right = self.factor(cursor, depth)?;
                left.commodity = left.commodity.or(right.commodity);
                left.number.checked_mul(right.number)
            } else if cursor.take("/") {
                let right = self.factor(cursor, depth)?;
                left.commodity = left.commodity.or(right.commodity);
                left.number.checked_div(right.number)
            } else {
                return Some(left);
            };
            left.number = number?;
        }
    }

    fn factor(&mut self, cursor: &mut Cursor<'_>, depth: u8) -> Option<Value> {
        cursor.blanks();
        if depth > MOST {
            return None;
        }
        if cursor.take("(") {
            let value = self.sum(cursor, depth + 1)?;
            cursor.blanks();
            return cursor.take(")").then_some(value);
        }
        if cursor.rest.starts_with("-(") && cursor.take("-") {
            let value = self.factor(cursor, depth + 1)?;
            return Some(Value {
                number: -value.number,
                ..value
            });
        }
        // A number alone is a factor, whatever the default commodity is.
        let default = self.default_commodity.take();
        let amount = self.amount(cursor);
        self.default_commodity = default;
        let amount = amount?;
        let bare = self.commodities.name(amount.commodity).is_empty();
        Some(Value {
            number: amount.number,
            commodity: (!bare).then_some(amount.commodity),
        })
    }
}
