//! The words and letters that tell money in from money out.
//!
//! Single letters mean different things in different banks (`C` is credit beside `D`, and *cargo*,
//! money out, beside `A`), so a column's letters are only read together.

use super::shape::Shape;

/// Which way money goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    In,
    Out,
}

#[rustfmt::skip]
const IN: &[&str] = &[
    "credit", "cr", "crdt", "bij", "kredit", "haben", "inflow", "in", "deposit", "abono", "abonos",
    "ingreso", "entrada", "credito", "haber", "gutschrift", "eingang", "avere", "accredito",
    "entrata", "uznanie", "uznania", "wplyw", "wpływ", "prijem", "jovairas", "bevetel",
    "insattning", "indbetaling", "innskudd", "pano", "received", "incoming", "money in", "+",
    "income", "cred", "a favor", "deposito", "kreedit", "recette", "recettes", "creditado",
    "bijschrijving", "transfer in", "panot", "credits", "habenumsatz", "收入", "入金", "入账",
    "приход", "поступление", "зачисление", "пополнение", "πιστωση", "ghi co",
];

#[rustfmt::skip]
const OUT: &[&str] = &[
    "debit", "dr", "dbit", "af", "debet", "soll", "outflow", "out", "withdrawal", "cargo",
    "cargos", "egreso", "salida", "gasto", "debito", "debe", "lastschrift", "ausgang", "belastung",
    "dare", "addebito", "uscita", "obciazenie", "obciążenie", "vydaj", "terheles", "kiadas",
    "uttag", "udbetaling", "uttak", "otto", "sent", "outgoing", "money out", "-", "expense", "deb",
    "en contra", "giro", "retiro", "deebet", "depense", "depenses", "saida", "afschrijving",
    "transfer out", "otot", "debits", "sollumsatz", "支出", "出金", "出账", "расход",
    "списание", "χρεωση", "ghi no",
];

/// Letters that belong together: money in, money out.
#[rustfmt::skip]
const LETTERS: &[(&str, &str)] = &[
    ("c", "d"), ("k", "d"), ("a", "c"), ("h", "s"), ("h", "d"), ("e", "s"), ("i", "e"), ("e", "u"),
    ("i", "g"), ("b", "a"), ("w", "o"), ("i", "o"), ("+", "-"), ("a", "d"), ("u", "o"),
    ("π", "χ"),
];

/// Letters that no other pair uses in another sense.
const PLAIN_LETTERS: &[[&str; 2]] = &[
    ["c", "d"],
    ["k", "d"],
    ["h", "s"],
    ["i", "o"],
    ["+", "-"],
    ["π", "χ"],
];

/// How the words of one column are read.
#[derive(Clone, Debug)]
pub(super) struct SignWords {
    letters: Option<(&'static str, &'static str)>,
    money_in: Vec<String>,
    money_out: Vec<String>,
    /// What an empty cell means.
    blank: Option<Way>,
}

impl SignWords {
    /// Reads the distinct words of a column; gives back those that are unknown. `blanks` is true
    /// when some cells are empty: beside `CR` alone they are money out.
    pub(super) fn learn(words: &[String], header: &str, blanks: bool) -> Result<Self, Vec<String>> {
        let letters = words
            .iter()
            .filter(|word| word.chars().count() == 1)
            .count();
        let letters = (letters > 0).then(|| pair(words, header)).flatten();
        let mut signs = Self {
            letters,
            money_in: Vec::new(),
            money_out: Vec::new(),
            blank: None,
        };
        let ways: Vec<Option<Way>> = words.iter().map(|word| signs.way(word)).collect();
        let both = ways.contains(&Some(Way::In)) && ways.contains(&Some(Way::Out));
        let unknown: Vec<String> = words
            .iter()
            .filter(|word| signs.way(word).is_none())
            .cloned()
            .collect();
        // Beside two letters that belong together another word is the error of its row.
        let noise = both && letters.is_some() && unknown.len() < 2;
        if words.is_empty() || !(unknown.is_empty() || noise) {
            return Err(unknown);
        }
        if blanks && !both {
            signs.blank = Some(if ways.contains(&Some(Way::In)) {
                Way::Out
            } else {
                Way::In
            });
        }
        Ok(signs)
    }

    /// Words that a profile gives.
    pub(super) fn given(money_in: &[String], money_out: &[String]) -> Self {
        let fold = |words: &[String]| words.iter().map(|word| domain::text::fold(word)).collect();
        Self {
            letters: None,
            money_in: fold(money_in),
            money_out: fold(money_out),
            blank: None,
        }
    }

    /// The way of a folded word.
    pub(super) fn way(&self, word: &str) -> Option<Way> {
        if word.is_empty() {
            return self.blank;
        }
        if self.money_in.iter().any(|known| known == word) {
            return Some(Way::In);
        }
        if self.money_out.iter().any(|known| known == word) {
            return Some(Way::Out);
        }
        if let Some((letter_in, letter_out)) = self.letters {
            if word == letter_in {
                return Some(Way::In);
            }
            if word == letter_out {
                return Some(Way::Out);
            }
        }
        if IN.contains(&word) {
            Some(Way::In)
        } else if OUT.contains(&word) {
            Some(Way::Out)
        } else {
            None
        }
    }
}

/// Words of a credit card's statement: a limit, purchases that are or are not billed yet.
#[rustfmt::skip]
const CARD: &[&str] = &[
    "no facturad", "movimientos facturad", "compras facturad", "tarjeta de credito",
    "tarjetas de credito", "tipo de tarjeta", "cupo utilizado", "cupo disponible", "cupo total",
    "cupo nacional", "cupo internacional", "monto facturado", "cuotas pendientes", "valor cuota",
    "titular adicional", "titular/adicional", "movimientos por facturar", "compras por facturar",
];

/// True when the lines above a table, or its header, are those of a credit card.
pub(super) fn is_card(shape: &Shape<'_>) -> bool {
    let cells = shape.preamble.iter().flatten().chain(shape.names());
    cells.filter(|cell| cell.len() < 200).any(|cell| {
        let cell = domain::text::fold(cell);
        CARD.iter().any(|words| cell.contains(words))
    })
}

/// Columns that only the statements of cards have.
#[rustfmt::skip]
const CARD_COLUMNS: &[&str] = &[
    "cuotas", "tipo tarjeta", "tipo de tarjeta", "card member", "parcelas", "parcela",
    "installments", "card balance",
];

/// True when a header has a column that only cards have.
pub(super) fn has_card_columns(names: &[String]) -> bool {
    let known = |name: &String| CARD_COLUMNS.contains(&super::words::normalise(name).as_str());
    names.iter().any(known)
}

/// Words that mean a purchase, whichever way its amount is written.
#[rustfmt::skip]
const PURCHASES: &[&str] = &[
    "purchase", "purchases", "sale", "compra", "compras", "achat", "achats", "kauf", "aankoop",
    "acquisto", "zakup", "cash advance",
];

/// True for a folded word that means a purchase.
pub(super) fn is_purchase(word: &str) -> bool {
    PURCHASES.contains(&word)
}

/// True for a folded word that tells the way by itself.
pub(super) fn is_sign_word(word: &str) -> bool {
    IN.contains(&word) || OUT.contains(&word)
}

/// True when two letters are there that mean one thing wherever they stand together.
pub(super) fn has_plain_letters(words: &[String]) -> bool {
    let both = |pair: &&[&str; 2]| {
        pair.iter()
            .all(|letter| words.iter().any(|word| word == letter))
    };
    PLAIN_LETTERS.iter().any(|pair| both(&pair))
}

/// The letters of a column: both seen, or the one seen together with the words of the header.
fn pair(words: &[String], header: &str) -> Option<(&'static str, &'static str)> {
    let seen = |letter: &str| words.iter().any(|word| word == letter);
    let both = LETTERS.iter().find(|(a, b)| seen(a) && seen(b));
    let header = super::words::normalise(header);
    let initials: Vec<&str> = header.split(' ').filter_map(|word| word.get(..1)).collect();
    let named = || {
        LETTERS
            .iter()
            .find(|(a, b)| (seen(a) || seen(b)) && initials.contains(a) && initials.contains(b))
    };
    both.or_else(named).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(&["af", "bij"], "Af Bij", "af", Way::Out)]
    #[case(&["c", "d"], "", "c", Way::In)]
    #[case(&["c", "a"], "CARGO/ABONO", "c", Way::Out)]
    #[case(&["c"], "Cargo/Abono", "c", Way::Out)]
    #[case(&["c"], "D/C", "c", Way::In)]
    #[case(&["s", "h"], "", "s", Way::Out)]
    #[case(&["i", "e"], "", "e", Way::Out)]
    #[case(&["inflow", "outflow"], "", "inflow", Way::In)]
    fn ways(#[case] words: &[&str], #[case] header: &str, #[case] word: &str, #[case] way: Way) {
        let words: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
        assert_eq!(
            SignWords::learn(&words, header, false).unwrap().way(word),
            Some(way)
        );
    }

    #[rstest]
    #[case(&["c"], "Code")]
    #[case(&["debit", "blue"], "Type")]
    fn unknown(#[case] words: &[&str], #[case] header: &str) {
        let words: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
        assert!(SignWords::learn(&words, header, false).is_err());
    }
}
