//! The `q` of `files.list`, as far as it is used: terms joined by `and`.

/// One term.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Term {
    /// `'ID' in parents`
    Parent(String),
    /// `trashed = BOOL`
    Trashed(bool),
    /// `name = 'TEXT'`; Drive does not look at case.
    Name(String),
    /// `mimeType = 'TEXT'`
    Mime(String),
    /// `appProperties has { key='K' and value='V' }`
    Property(String, String),
}

/// Reads a query; `None` when it is not understood (Drive answers 400).
pub(crate) fn parse(text: &str) -> Option<Vec<Term>> {
    let tokens = tokens(text)?;
    let mut rest = tokens.as_slice();
    let mut terms = Vec::new();
    loop {
        let (term, after) = term(rest)?;
        terms.push(term);
        match after {
            [] => return Some(terms),
            [Token::Word(word), after @ ..] if word == "and" => rest = after,
            _ => return None,
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Text(String),
    Sign(char),
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut characters = text.chars().peekable();
    while let Some(next) = characters.next() {
        match next {
            ' ' => {}
            '=' | '{' | '}' => tokens.push(Token::Sign(next)),
            '\'' => {
                let mut quoted = String::new();
                loop {
                    match characters.next()? {
                        '\'' => break,
                        '\\' => quoted.push(characters.next()?),
                        other => quoted.push(other),
                    }
                }
                tokens.push(Token::Text(quoted));
            }
            _ => {
                let mut word = String::from(next);
                while let Some(more) = characters.next_if(char::is_ascii_alphanumeric) {
                    word.push(more);
                }
                tokens.push(Token::Word(word));
            }
        }
    }
    Some(tokens)
}

fn term(tokens: &[Token]) -> Option<(Term, &[Token])> {
    use Token::{Sign, Text, Word};
    match tokens {
        [Text(id), Word(is), Word(field), rest @ ..] if is == "in" && field == "parents" => {
            Some((Term::Parent(id.clone()), rest))
        }
        [Word(field), Sign('='), Word(value), rest @ ..] if field == "trashed" => {
            Some((Term::Trashed(value.parse().ok()?), rest))
        }
        [Word(field), Sign('='), Text(value), rest @ ..] if field == "name" => {
            Some((Term::Name(value.clone()), rest))
        }
        [Word(field), Sign('='), Text(value), rest @ ..] if field == "mimeType" => {
            Some((Term::Mime(value.clone()), rest))
        }
        [
            Word(field),
            Word(has),
            Sign('{'),
            Word(key),
            Sign('='),
            Text(name),
            Word(and),
            Word(value),
            Sign('='),
            Text(text),
            Sign('}'),
            rest @ ..,
        ] if field == "appProperties"
            && has == "has"
            && key == "key"
            && and == "and"
            && value == "value" =>
        {
            Some((Term::Property(name.clone(), text.clone()), rest))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terms_that_are_known_are_read() {
        let text = r"'f1' in parents and trashed = false and name = 'it\'s' and mimeType='a/b' and appProperties has { key='k' and value='v' }";
        let expected = vec![
            Term::Parent("f1".into()),
            Term::Trashed(false),
            Term::Name("it's".into()),
            Term::Mime("a/b".into()),
            Term::Property("k".into(), "v".into()),
        ];
        assert_eq!(parse(text), Some(expected));
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        for text in [
            "",
            "name = 'a",
            "name contains 'a'",
            "trashed = false or trashed = true",
            "x",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
