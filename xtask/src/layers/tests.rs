//! Made-up workspaces, each with one wrong line.

use super::breaches;
use crate::workspace::Workspace;

/// What `cargo metadata` says of a workspace with one package of interest.
fn metadata(package: &str, dependencies: &[(&str, Option<&str>)]) -> String {
    let dependencies: Vec<_> = dependencies
        .iter()
        .map(|(name, kind)| serde_json::json!({ "name": name, "kind": kind, "req": "*" }))
        .collect();
    serde_json::json!({
        "workspace_root": "/w",
        "target_directory": "/w/target",
        "packages": [
            { "name": "domain", "manifest_path": "/w/crates/domain/Cargo.toml", "dependencies": [] },
            { "name": package, "manifest_path": "/w/p/Cargo.toml", "dependencies": dependencies },
        ],
    })
    .to_string()
}

fn said(package: &str, dependencies: &[(&str, Option<&str>)]) -> Vec<String> {
    let workspace = Workspace::parse(&metadata(package, dependencies)).unwrap();
    breaches(&workspace.members)
}

#[test]
fn the_table_is_allowed() {
    let imports = [("domain", None), ("vault", None), ("rusqlite", None)];
    assert_eq!(said("store", &imports), Vec::<String>::new());
}

#[test]
fn an_import_upwards_is_a_breach() {
    let said = said("store", &[("ops", None)]);
    assert_eq!(said, ["`store` imports `ops`; it may import domain, vault"]);
}

#[test]
fn the_ground_imports_nothing() {
    let said = said("vault", &[("domain", None)]);
    assert_eq!(
        said,
        ["`vault` imports `domain`; it may import nothing of the workspace"]
    );
}

#[test]
fn a_test_may_reach_further() {
    assert_eq!(
        said("formats", &[("ops", Some("dev"))]),
        Vec::<String>::new()
    );
}

#[test]
fn the_server_never_touches_the_ledger_not_even_in_a_test() {
    for name in ["domain", "store", "ops"] {
        let expected = format!("`luka-server` imports `{name}`: it never touches the ledger");
        assert_eq!(said("luka-server", &[(name, Some("dev"))]), [expected]);
    }
    assert_eq!(said("luka-syncd", &[("store", None)]).len(), 1);
}

#[test]
fn a_tool_has_one_owner() {
    assert_eq!(
        said("ops", &[("rusqlite", None)]),
        ["`ops` uses `rusqlite`; only `store` may"]
    );
    assert_eq!(
        said("formats", &[("clap_complete", Some("dev"))]),
        ["`formats` uses `clap_complete`; only `luka` may"]
    );
    assert_eq!(said("luka", &[("clap", None)]), Vec::<String>::new());
}

#[test]
fn a_tool_may_have_two_owners() {
    for package in ["api", "drive", "luka-server"] {
        assert_eq!(said(package, &[("hyper-util", None)]), Vec::<String>::new());
    }
    assert_eq!(
        said("ops", &[("hyper", Some("dev"))]),
        ["`ops` uses `hyper`; only `api`, `drive`, `luka-server` may"]
    );
}

#[test]
fn the_double_is_for_tests() {
    assert_eq!(
        said("drive", &[("drive-double", Some("dev"))]),
        Vec::<String>::new()
    );
    assert_eq!(
        said("drive", &[("drive-double", None)]),
        ["`drive` imports `drive-double`; it may import backup, loopback"]
    );
}

#[test]
fn a_package_without_a_row_is_a_breach() {
    let said = said("helpers", &[]);
    assert_eq!(
        said,
        ["`helpers` is not in the table: give it a row, with what it may import"]
    );
}

#[test]
fn a_prefix_does_not_catch_its_namesakes() {
    assert_eq!(said("ops", &[("csv-core", None)]), Vec::<String>::new());
}

#[test]
fn what_is_no_metadata_is_an_error() {
    assert!(Workspace::parse("{}").is_err());
    assert!(Workspace::parse("error: no workspace").is_err());
}
