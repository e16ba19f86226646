//! Proves that the catalogues and the source fit each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::FluentResource;
use regex_lite::Regex;
use rstest::rstest;

use super::{Language, Texts};

/// Each id (`id` or `id.attribute`) of a language with the variables of its text.
fn catalogue(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("locales")
        .join(language.as_str());
    let head = Regex::new(r"^([a-z][a-z0-9-]*) =|^    \.([a-z][a-z0-9-]*) =").unwrap();
    let variable = Regex::new(r"\$([a-z_]+)").unwrap();
    let mut entries: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        FluentResource::try_new(source.clone()).expect("each file is well-formed Fluent");
        let (mut message, mut entry) = (String::new(), String::new());
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some(found) = head.captures(line) {
                if let Some(id) = found.get(1) {
                    message = id.as_str().to_owned();
                    entry.clone_from(&message);
                } else if let Some(attribute) = found.get(2) {
                    entry = format!("{message}.{}", attribute.as_str());
                }
                assert!(
                    entries.insert(entry.clone(), BTreeSet::new()).is_none(),
                    "{entry} twice"
                );
            }
            let names = variable
                .captures_iter(line)
                .map(|found| found[1].to_owned());
            if let Some(known) = entries.get_mut(&entry) {
                known.extend(names);
            }
        }
    }
    entries
}

/// The ids that the source names.
fn used(folder: &Path, ids: &mut BTreeSet<String>) {
    let id = Regex::new(
        r#""((?:error|hint|say|ask|head|word|usage|check|act|title|label|why|tell)-[a-z0-9-]+)""#,
    )
    .unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            used(&path, ids);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("i18n/tests.rs") {
            let source = fs::read_to_string(&path).unwrap();
            ids.extend(id.captures_iter(&source).map(|found| found[1].to_owned()));
        }
    }
}

#[test]
fn both_languages_have_the_same_ids_and_variables() {
    let (en, es) = (catalogue(Language::En), catalogue(Language::Es));
    let ids = |c: &BTreeMap<String, _>| c.keys().cloned().collect::<BTreeSet<_>>();
    let missing: Vec<_> = ids(&en).symmetric_difference(&ids(&es)).cloned().collect();
    assert!(missing.is_empty(), "in one language only: {missing:?}");
    for (id, variables) in &en {
        assert_eq!(Some(variables), es.get(id), "variables of {id}");
    }
}

#[test]
fn each_id_in_the_source_exists_and_each_text_is_used() {
    let mut ids = BTreeSet::new();
    used(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut ids);
    let catalogue = catalogue(Language::En);
    let known: BTreeSet<_> = catalogue
        .keys()
        .filter(|id| !id.starts_with("help-"))
        .cloned()
        .collect();
    let unknown: Vec<_> = ids.difference(&known).collect();
    assert!(unknown.is_empty(), "no text for {unknown:?}");
    let unused: Vec<_> = known.difference(&ids).collect();
    assert!(unused.is_empty(), "no use for {unused:?}");
}

#[test]
fn no_direction_marks_are_added() {
    for language in Language::ALL {
        let text = super::text!(Texts::new(language), "error-no-ledger", path = "/tmp/x");
        assert!(
            text.contains("/tmp/x") && !text.contains(['\u{2068}', '\u{2069}']),
            "{text:?}"
        );
    }
}

#[rstest]
#[case(&[("LANG", "es_CL.UTF-8")], Language::Es)]
#[case(&[("LANG", "es_CL.UTF-8"), ("LC_ALL", "C")], Language::En)]
#[case(&[("LANG", "es"), ("LC_ALL", "")], Language::Es)]
#[case(&[("LC_MESSAGES", "es_ES"), ("LANG", "de_DE")], Language::Es)]
#[case(&[("LANG", "fr_FR")], Language::En)]
#[case(&[], Language::En)]
fn the_locale_decides(#[case] variables: &[(&str, &str)], #[case] expected: Language) {
    let read = |name: &str| {
        let found = variables.iter().find(|(n, _)| *n == name);
        found.map(|(_, value)| (*value).into())
    };
    assert_eq!(Language::of_locale(read), expected);
}

#[rstest]
#[case(&["luka", "add", "--lang", "es"], Some(Language::Es))]
#[case(&["luka", "--lang=en", "add"], Some(Language::En))]
#[case(&["luka", "--lang"], None)]
#[case(&["luka", "--", "--lang", "es"], None)]
fn the_flag_is_found_early(#[case] words: &[&str], #[case] expected: Option<Language>) {
    let words: Vec<_> = words.iter().map(Into::into).collect();
    assert_eq!(Language::in_arguments(&words), expected);
}
