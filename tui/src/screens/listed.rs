//! Several names in one field: between commas, and in quotes where a name has a comma itself.

/// Writes names so that [`read`] reads the same ones.
pub(crate) fn write(names: &[String]) -> String {
    let names = names.iter().map(|name| {
        if name.contains([',', '"']) {
            format!("\"{}\"", name.replace('"', "\"\""))
        } else {
            name.clone()
        }
    });
    names.collect::<Vec<_>>().join(", ")
}

/// The names in a field, without blanks around them.
pub(crate) fn read(typed: &str) -> Vec<String> {
    let (mut names, mut name, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = typed.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => name.push('"'),
            '"' if quoted => quoted = false,
            // In the middle of a name it is a letter like others.
            '"' if name.trim().is_empty() => quoted = true,
            ',' if !quoted => names.push(std::mem::take(&mut name)),
            _ => name.push(letter),
        }
    }
    names.push(name);
    let names = names.iter().map(|name| name.trim());
    let names = names.filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_were_written() {
        for names in [
            vec!["trip", "work"],
            vec!["Ñuñoa, casa", "b"],
            vec!["12\" pipes", "\"quoted\"", "a,\"b\",c"],
            vec![],
        ] {
            let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
            assert_eq!(read(&write(&names)), names);
        }
    }

    #[test]
    fn what_is_typed_plainly_is_read_plainly() {
        assert_eq!(read(" trip ,, work,"), ["trip", "work"]);
        assert_eq!(read("\"a, b"), ["a, b"]);
    }
}
