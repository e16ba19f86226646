//! What `cargo metadata` knows about the workspace, in our own few types.

use std::path::PathBuf;

use anyhow::Context;
use serde_json::Value;

use crate::process;

/// The workspace's places and members.
#[derive(Debug)]
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
    pub(crate) members: Vec<Member>,
}

/// A package of the workspace.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) directory: PathBuf,
    pub(crate) dependencies: Vec<Dependency>,
}

/// One line of a `[dependencies]` table.
#[derive(Debug)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

/// Which table the dependency stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Normal,
    Build,
    Dev,
}

impl Workspace {
    /// Asks cargo.
    pub(crate) fn load() -> anyhow::Result<Self> {
        let arguments = ["metadata", "--format-version", "1", "--no-deps"];
        let text = process::output(process::cargo().args(arguments))?;
        Self::parse(&text)
    }

    /// Reads what cargo said.
    pub(crate) fn parse(text: &str) -> anyhow::Result<Self> {
        let value: Value = serde_json::from_str(text).context("cargo metadata is no JSON")?;
        let packages = value["packages"]
            .as_array()
            .context("cargo metadata lists no packages")?;
        Ok(Self {
            root: PathBuf::from(string(&value, "workspace_root")?),
            target: PathBuf::from(string(&value, "target_directory")?),
            members: packages.iter().map(member).collect::<Result<_, _>>()?,
        })
    }
}

fn member(package: &Value) -> anyhow::Result<Member> {
    let manifest = PathBuf::from(string(package, "manifest_path")?);
    let directory = manifest.parent().context("a manifest without a folder")?;
    let dependencies = package["dependencies"].as_array();
    Ok(Member {
        name: string(package, "name")?,
        directory: directory.to_owned(),
        dependencies: dependencies
            .into_iter()
            .flatten()
            .map(dependency)
            .collect::<Result<_, _>>()?,
    })
}

fn dependency(value: &Value) -> anyhow::Result<Dependency> {
    Ok(Dependency {
        name: string(value, "name")?,
        kind: match value["kind"].as_str() {
            Some("dev") => Kind::Dev,
            Some("build") => Kind::Build,
            _ => Kind::Normal,
        },
    })
}

fn string(value: &Value, key: &str) -> anyhow::Result<String> {
    let text = value[key].as_str();
    Ok(text
        .with_context(|| format!("cargo metadata has no `{key}`"))?
        .to_owned())
}
