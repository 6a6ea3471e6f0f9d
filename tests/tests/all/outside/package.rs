//! Both crates as packages: what is in them, and that what is in them builds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::{env, fs};

use service_providers_codegen::{Sources, compile, digest, emit};

use super::{cargo, empty_folder, fail, files, root, succeed, write_consumer};

/// The two packages, made in one call and unpacked: the library and its compiler.
static PACKAGES: LazyLock<(PathBuf, PathBuf)> = LazyLock::new(|| {
    let folder = empty_folder("package");
    let mut command =
        cargo(root(), &["package", "--offline", "--allow-dirty", "--no-verify", "--quiet"]);
    command.args(["-p", "service-providers", "-p", "service-providers-codegen", "--target-dir"]);
    command.arg(&folder);
    succeed(command);
    let version = env!("CARGO_PKG_VERSION");
    let unpack = |name: &str| {
        let name = format!("{name}-{version}");
        let mut tar = Command::new("tar");
        // With the time of now: packed files bear a fixed one, and a build would take them for the old.
        tar.arg("-xmzf").arg(folder.join(format!("package/{name}.crate"))).arg("-C").arg(&folder);
        succeed(tar);
        folder.join(name)
    };
    (unpack("service-providers"), unpack("service-providers-codegen"))
});

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        let to = to.join(name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, bytes).unwrap();
    }
}

const MAIN: &str = "fn main() { println!(\"{}\", service_providers::Provider::Twilio); }\n";

/// A dependent of the registry compiles the snapshot and nothing else: no build script, no tables.
#[test]
fn packages_hold_what_is_compiled_and_nothing_else() {
    let (library, compiler) = &*PACKAGES;
    let by_cargo = [".cargo_vcs_info.json", "Cargo.lock", "Cargo.toml", "Cargo.toml.orig"];
    let own = ["LICENSE-APACHE", "LICENSE-MIT", "README.md"];
    for folder in [library, compiler] {
        for name in files(folder).into_keys() {
            let source = name.starts_with("src/") && name.ends_with(".rs");
            let known = by_cargo.contains(&name.as_str()) || own.contains(&name.as_str());
            assert!(source || known, "{name} should not be in the package");
        }
    }
    for name in own {
        assert!(library.join(name).exists(), "{name} is missing");
    }
    let manifest = fs::read_to_string(library.join("Cargo.toml")).unwrap();
    assert!(manifest.contains("build = false"), "{manifest}");
}

/// The commands are installed from their own package, so it must hold every template.
#[test]
fn the_package_of_the_commands_holds_everything_that_it_embeds() {
    let package = "service-providers-tools";
    let listed =
        succeed(cargo(root(), &["package", "--offline", "--allow-dirty", "--list", "-p", package]));
    let listed: BTreeSet<&str> = listed.lines().collect();
    let tools = root().join("tools");
    let sources = tools.join("src").canonicalize().unwrap();
    for name in files(&sources).into_keys() {
        assert!(listed.contains(&*format!("src/{name}")), "{name} is missing");
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        assert!(listed.contains(name), "{name} is missing");
        assert_eq!(fs::read(tools.join(name)).unwrap(), fs::read(root().join(name)).unwrap());
    }
    // Nothing that is embedded lies outside of the package.
    for (name, bytes) in files(&sources) {
        let text = String::from_utf8(bytes).unwrap();
        for embedded in text.split("include_str!(\"").skip(1) {
            let path = embedded.split('"').next().unwrap();
            let file = sources.join(&name).parent().unwrap().join(path);
            assert!(file.canonicalize().unwrap().starts_with(&sources), "{name}: {path}");
        }
    }
}

/// The snapshot is what a build from source would make.
#[test]
fn both_ways_give_the_same_bytes() {
    let sources = Sources::read(&root().join("data"), &root().join("schema")).unwrap();
    let register =
        compile(&sources).unwrap_or_else(|report| panic!("{:?}", report.problems().first()));
    let snapshot = fs::read_to_string(root().join("src/generated.rs")).unwrap();
    assert!(
        snapshot == emit::rust(&register, &digest(&sources)),
        "src/generated.rs is stale: run `cargo xtask sync`"
    );
}

#[test]
fn the_snapshot_builds_alone_and_leaves_the_package_as_it_was() {
    let (library, _) = &*PACKAGES;
    let folder = empty_folder("package-snapshot");
    let package = folder.join("library");
    copy(library, &package);
    let before = files(&package);
    make_read_only(&package);
    let consumer = folder.join("consumer");
    write_consumer(&consumer, &package, "", MAIN);
    assert!(succeed(cargo(&consumer, &["run", "--offline", "--quiet"])).contains("Twilio"));
    let lock = fs::read_to_string(consumer.join("Cargo.lock")).unwrap();
    assert_eq!(lock.matches("[[package]]").count(), 2, "{lock}");
    assert!(files(&package) == before);
}

#[test]
fn the_package_says_where_it_can_be_built_from_source() {
    let (library, compiler) = &*PACKAGES;
    let consumer = empty_folder("package-from-source").join("consumer");
    write_consumer(&consumer, library, ", features = [\"from-source\"]", MAIN);
    // The versions that are here already.
    fs::copy(root().join("Cargo.lock"), consumer.join("Cargo.lock")).unwrap();
    let patch = format!("patch.crates-io.service-providers-codegen.path={compiler:?}");
    let message = fail(cargo(&consumer, &["check", "--offline", "--config", &patch]));
    assert!(message.contains("works in a checkout of the repository alone"), "{message}");
}

#[test]
fn a_snapshot_that_disagrees_with_its_data_does_not_build() {
    let folder = empty_folder("package-stale");
    let (checkout, consumer) = (folder.join("checkout"), folder.join("consumer"));
    for part in ["build", "codegen/src/digest", "data", "schema", "src"] {
        copy(&root().join(part), &checkout.join(part));
    }
    for file in ["Cargo.toml", "build.rs"] {
        fs::copy(root().join(file), checkout.join(file)).unwrap();
    }
    write_consumer(&consumer, &checkout, "", MAIN);
    let providers = checkout.join("data/providers.csv");
    let text = fs::read_to_string(&providers).unwrap();
    fs::write(&providers, text.replacen("Twilio", "Twillio", 1)).unwrap();
    let message = fail(cargo(&consumer, &["check", "--offline"]));
    assert!(message.contains("src/generated.rs was not made from data/ and schema/"), "{message}");
    assert!(message.contains("run `cargo xtask sync`"), "{message}");
    fs::write(&providers, text).unwrap();
    succeed(cargo(&consumer, &["check", "--offline"]));
}

/// A checkout on a system that writes CRLF still has the digest of its snapshot.
#[test]
fn a_checkout_with_crlf_keeps_the_sources() {
    let folder = empty_folder("package-crlf");
    let mut git = Command::new("git");
    git.args(["clone", "--quiet", "-c", "core.autocrlf=true", "-c", "core.eol=crlf"]);
    git.arg(root()).arg(folder.join("clone"));
    succeed(git);
    for part in ["data", "schema", "src"] {
        for (name, bytes) in files(&folder.join("clone").join(part)) {
            assert!(!bytes.contains(&b'\r'), "{part}/{name} has a carriage return");
        }
    }
}

fn make_read_only(folder: &Path) {
    let mut chmod = Command::new("chmod");
    chmod.args(["-R", "a-w"]).arg(folder);
    succeed(chmod);
}
