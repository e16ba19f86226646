//! The words of a bank beside an amount: put together, bounded, and told from those that only
//! fill a place.

/// The most bytes of a memo.
const MAX_MEMO: usize = 4000;

/// Words that banks write where a reference or a name must stand and there is none.
pub(super) fn is_placeholder(text: &str) -> bool {
    let word: String = text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .take(20)
        .collect::<String>()
        .to_ascii_uppercase();
    let none = [
        "",
        "NONREF",
        "NOREF",
        "NOREFERENCE",
        "NOTPROVIDED",
        "NOTAVAILABLE",
        "NONE",
        "NULL",
        "NA",
        "UNKNOWN",
        "KREFNONREF",
    ];
    none.contains(&word.as_str()) || word.bytes().all(|byte| byte == b'0')
}

/// Adds words to a text.
pub(super) fn push_text(text: &mut String, words: &str) {
    for word in words.split_whitespace() {
        if text.len() + word.len() > MAX_MEMO {
            return;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
}
