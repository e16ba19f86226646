//! Lines of a table that are no transactions: balances, totals, notes, failed payments.

/// Whole descriptions of lines that only repeat a balance. `starting balance` is not among them:
/// budgeting programs book it.
#[rustfmt::skip]
const BALANCES: &[&str] = &[
    "saldo inicial", "saldo final", "saldo anterior", "saldo actual", "saldo del dia",
    "saldo do dia", "saldo diario", "saldo disponible", "saldo contable", "s a l d o", "saldo",
    "opening balance", "closing balance", "balance brought forward", "balance carried forward",
    "brought forward", "carried forward", "beginning balance", "ending balance", "balance forward",
    "previous balance", "closing ledger balance", "opening ledger balance", "daily balance",
    "statement balance", "anfangssaldo", "endsaldo", "kontostand", "alter kontostand",
    "neuer kontostand", "abschlusssaldo", "saldovortrag", "beginsaldo", "eindsaldo", "oud saldo",
    "nieuw saldo", "solde initial", "solde final", "ancien solde", "nouveau solde",
    "solde precedent", "saldo iniziale", "saldo finale", "saldo precedente", "saldo contabile",
    "saldo poczatkowe", "saldo koncowe", "pocatecni zustatek", "konecny zustatek",
    "nyito egyenleg", "zaro egyenleg", "ingaende saldo", "utgaende saldo",
    "saldo total disponivel dia",
];

/// The first word of a line of sums.
#[rustfmt::skip]
const TOTALS: &[&str] = &[
    "total", "totals", "totales", "totaal", "totale", "totaux", "summe", "gesamt", "gesamtsumme",
    "suma", "razem", "celkem", "osszesen", "summa", "subtotal", "sum", "turnover", "umsatze",
    "obrat", "obroty", "grand",
];

/// Statuses of payments for which no money moved.
#[rustfmt::skip]
const FAILED: &[&str] = &[
    "reverted", "declined", "failed", "denied", "cancelled", "canceled", "rejected", "expired",
    "voided", "void", "rechazado", "rechazada", "cancelado", "cancelada", "anulado", "anulada",
    "abgelehnt", "storniert", "fehlgeschlagen", "refuse", "annule", "rifiutato", "annullato",
    "geweigerd", "recusado", "odrzucona", "odrzucony", "zamitnuto",
];

/// Beginnings of statuses of payments that are not booked yet.
#[rustfmt::skip]
const PENDING: &[&str] = &[
    "pending", "pendiente", "vorgemerkt", "umsatz vorgemerkt", "in process", "processing",
    "authorised", "authorized", "authorization", "offen", "en attente", "in attesa", "pendente",
    "in behandeling", "reserved", "reservert", "reserverad", "oczekuj", "cekajici", "fuggoben",
    "por facturar", "en proceso", "unposted", "unbooked", "blokada", "preliminar",
];

/// Phrases of payments that settle a card.
#[rustfmt::skip]
const CARD_PAYMENTS: &[&str] = &[
    "thank you", "payment received", "autopay", "online payment", "internet payment",
    "mobile payment", "ach deposit", "direct debit payment", "pago recibido", "pago tarjeta",
    "gracias", "monto cancelado", "abono pago", "pagamento recebido", "pagamento efetuado",
    "pago pesos", "abono recibido", "zahlung erhalten", "paiement recu", "betaling ontvangen",
    "pagamento ricevuto", "mottatt betaling", "tack for din betalning",
];

/// The first words of payments, which mean a card's only in the statement of one.
#[rustfmt::skip]
const PAYMENTS: &[&str] = &[
    "pago", "abono", "payment", "pagamento", "paiement", "zahlung", "betaling", "autopay",
];

/// True for the text of a payment that settles a card; on a `card`'s statement plainer words do.
pub(super) fn is_card_payment(text: Option<&str>, card: bool) -> bool {
    let text = text.map(domain::text::fold).unwrap_or_default();
    let first = text.split(' ').next().unwrap_or_default();
    CARD_PAYMENTS.iter().any(|phrase| text.contains(phrase)) || card && PAYMENTS.contains(&first)
}

/// How much of a text are the words of a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BalanceWords {
    None,
    /// It goes on: `Closing balance as of 31/01/2026`, or the name of a shop.
    Beginning,
    /// Nothing else is written.
    Whole,
}

/// True for the description of a line that only repeats a balance, if it is one.
pub(super) fn is_balance(text: &str) -> bool {
    balance_words(text) != BalanceWords::None
}

/// How much of a text are the words of a balance.
pub(super) fn balance_words(text: &str) -> BalanceWords {
    if !may_be_balance(text) {
        return BalanceWords::None;
    }
    let text = domain::text::fold(text);
    let text = text.trim_end_matches([':', '.']);
    let goes_on = |phrase: &&&str| {
        let rest = text.strip_prefix(**phrase).filter(|_| phrase.contains(' '));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':']))
    };
    if BALANCES.contains(&text) {
        BalanceWords::Whole
    } else if BALANCES.iter().any(|phrase| goes_on(&phrase)) {
        BalanceWords::Beginning
    } else {
        BalanceWords::None
    }
}

/// Tells by the first two letters that a text can't repeat a balance, which is so for almost all
/// of them, and costs less than folding each.
fn may_be_balance(text: &str) -> bool {
    match text.trim_start().as_bytes() {
        [first, second, ..] if first.is_ascii() && second.is_ascii() => {
            let start = [first.to_ascii_lowercase(), second.to_ascii_lowercase()];
            BALANCES
                .iter()
                .any(|phrase| phrase.as_bytes().starts_with(&start))
        }
        _ => true,
    }
}

/// True for the first text of a line of sums.
pub(super) fn is_total(text: &str) -> bool {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let text = domain::text::fold(text);
    let first = text
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    TOTALS.contains(&first) || is_balance(&text)
}

/// What a status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Booked,
    Pending,
    Failed,
}

/// Reads a status.
pub(super) fn standing(status: &str) -> Standing {
    if status.is_empty() {
        return Standing::Booked;
    }
    let status = domain::text::fold(status);
    if FAILED.contains(&status.as_str()) {
        Standing::Failed
    } else if PENDING.iter().any(|start| status.starts_with(start)) {
        Standing::Pending
    } else {
        Standing::Booked
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("SALDO INICIAL", true)]
    #[case("Beginning balance as of 01/01/2021", true)]
    #[case("Starting Balance", false)]
    #[case("Saldo Supermarket", false)]
    fn balances(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(is_balance(text), expected);
    }

    #[rstest]
    #[case("COMPLETED", Standing::Booked)]
    #[case("Pending", Standing::Pending)]
    #[case("Umsatz vorgemerkt", Standing::Pending)]
    #[case("DECLINED", Standing::Failed)]
    fn statuses(#[case] status: &str, #[case] expected: Standing) {
        assert_eq!(standing(status), expected);
    }
}
