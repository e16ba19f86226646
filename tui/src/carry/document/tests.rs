use rstest::rstest;
use serde_json::json;

use super::*;

fn file(text: &str) -> ConfigFile {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    std::fs::write(&path, text).unwrap();
    ConfigFile::load(path).unwrap()
}

const FULL: &str = "language = \"es\"\ncurrency = \"CLP\"\ncolor = \"never\"\n\
    [list]\nlimit = 50\n[tui]\ntheme = \"light\"\n[backup]\nkeep_last = 5\n\
    [sync]\nquiet = \"5m\"\n[keys]\nundo = \"z\"\n\
    [server]\nurl = \"https://luka.example.org\"\n";

#[rstest]
#[case(Document::Locale, json!("es"))]
#[case(Document::BaseCurrency, json!("CLP"))]
#[case(Document::Theme, json!("light"))]
#[case(Document::Preferences, json!({"color": "never", "list.limit": "50"}))]
#[case(Document::Keymap, json!({"undo": "z"}))]
#[case(Document::BackupPolicy, json!({"backup.keep_last": "5", "sync.quiet": "5m"}))]
fn each_key_is_in_its_document(#[case] document: Document, #[case] value: Value) {
    assert_eq!(local(document, &file(FULL), None), Some(value));
    assert_eq!(local(document, &file(""), None), None);
}

#[test]
fn where_the_server_is_stays_here() {
    for document in Document::OF_CONFIG {
        let said = local(document, &file(FULL), None).unwrap().to_string();
        assert!(!said.contains("example.org"), "{said}");
    }
}

#[test]
fn the_documents_are_those_that_the_server_knows() {
    let mut names: Vec<_> = Document::OF_CONFIG.map(Document::as_str).into();
    names.push(Document::Devices.as_str());
    assert_eq!(names, api::config::KNOWN);
}

#[test]
fn members_of_a_newer_version_are_left_as_they_are() {
    let before = json!({"list.limit": "10", "tui.sound": {"on": true}, "language": "en"});
    let said = local(Document::Preferences, &file(FULL), Some(&before)).unwrap();
    let expected = json!({
        "color": "never", "list.limit": "50", "tui.sound": {"on": true}, "language": "en",
    });
    assert_eq!(said, expected);
    let found = changes(Document::Preferences, None, Some(&before)).unwrap();
    let known: Vec<_> = found
        .iter()
        .filter(|change| change.setting.is_some())
        .collect();
    // `language` has a document of its own, and is none of this one's settings
    assert_eq!(known.len(), 1, "{found:?}");
    assert_eq!(known[0].setting, Some(Setting::Value(Key::ListLimit)));
    assert_eq!(known[0].there.as_deref(), Some("10"));
}

#[rstest]
#[case(Document::Theme, json!({"a": 1}))]
#[case(Document::Theme, json!([]))]
#[case(Document::Keymap, json!("z"))]
#[case(Document::Keymap, json!({"undo": ["z"]}))]
fn what_is_of_another_form_is_told(#[case] document: Document, #[case] value: Value) {
    assert_eq!(
        changes(document, None, Some(&value)),
        Err(Unusable(document))
    );
}

#[test]
fn a_difference_names_both_sides() {
    let (here, there) = (json!({"undo": "z"}), json!({"redo": "y"}));
    let found = changes(Document::Keymap, Some(&here), Some(&there)).unwrap();
    let shown: Vec<_> = found
        .iter()
        .map(|c| (c.name.as_str(), c.here.as_deref(), c.there.as_deref()))
        .collect();
    assert_eq!(
        shown,
        [("redo", None, Some("y")), ("undo", Some("z"), None)]
    );
}
