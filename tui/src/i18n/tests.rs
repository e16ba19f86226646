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

/// The ids that a file names.
fn used_in(path: &Path, ids: &mut BTreeSet<String>) {
    let id = Regex::new(
        r#""((?:error|hint|say|ask|head|word|usage|check|act|title|label|why|tell)-[a-z0-9-]+)""#,
    )
    .unwrap();
    let source = fs::read_to_string(path).unwrap();
    ids.extend(id.captures_iter(&source).map(|found| found[1].to_owned()));
}

/// The ids that the source names.
fn used(folder: &Path, ids: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            used(&path, ids);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("i18n/tests.rs") {
            used_in(&path, ids);
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
        .filter(|id| !id.contains('.'))
        .cloned()
        .collect();
    let unknown: Vec<_> = ids.difference(&known).collect();
    assert!(unknown.is_empty(), "no text for {unknown:?}");
    let unused: Vec<_> = known.difference(&ids).collect();
    assert!(unused.is_empty(), "no use for {unused:?}");
}

/// Where nothing is that the screens can say: what is typed in a shell, and verbs without a screen.
const NOT_IN_SCREENS: [&str; 14] = [
    "agent.rs",
    "backup.rs",
    "budget.rs",
    "clap.rs",
    "config.rs",
    "drive.rs",
    "private.rs",
    "rebuild.rs",
    "remote.rs",
    "render.rs",
    "restore.rs",
    "rule.rs",
    "schedule.rs",
    "server.rs",
];

#[test]
fn what_the_screens_say_names_keys_and_fields_and_no_flags() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut ids = BTreeSet::new();
    for room in ["app", "keymap", "present", "runtime", "screens", "widgets"] {
        used(&source.join(room), &mut ids);
    }
    used_in(&source.join("cli/profiles.rs"), &mut ids);
    used_in(&source.join("cli/bank_file.rs"), &mut ids);
    for entry in fs::read_dir(source.join("cli/error")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !NOT_IN_SCREENS.contains(&name.as_str()) {
            used_in(&path, &mut ids);
        }
    }
    let shell = Regex::new(r"luka [a-z\-]|--[a-z]|\$flag").unwrap();
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let texts = Texts::of_screens(language);
        for id in &ids {
            // The settings of the command line are set here too.
            let settings = id.starts_with("label-config-") || id.starts_with("say-config-");
            let said = texts.get(id);
            if !settings && shell.is_match(&said) {
                wrong.push(format!("{id} ({}): {said}", language.as_str()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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

#[test]
fn counts_in_the_screens_have_their_thousands_apart() {
    for (language, expected) in [(Language::En, "1,234,567"), (Language::Es, "1.234.567")] {
        let rows = |texts: &Texts| super::text!(texts, "say-rows", n = 1_234_567_i64);
        let said = rows(&Texts::of_screens(language));
        assert!(said.contains(expected), "{said}");
        let said = super::text!(Texts::of_screens(language), "say-rows", n = 999_i64);
        assert!(said.contains("999"), "{said}");
        assert!(
            rows(&Texts::new(language)).contains("1234567"),
            "scripts read these"
        );
    }
}
