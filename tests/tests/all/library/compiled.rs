//! The library of another register, compiled in a folder of its own.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use service_providers_tests::root;

/// Writes the library with the Rust of another register into a folder of this name.
pub fn library(name: &str, rust: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("library").join(name);
    copy(&root().join("src"), &folder.join("src"));
    fs::write(folder.join("src/generated.rs"), rust).unwrap();
    folder
}

/// Checks the library in a folder, as cargo checks a dependency: without its warnings. Code about
/// values that an empty enum does not have is unreachable, and the compiler says so.
pub fn check(folder: &Path) {
    rustc(folder, &["--crate-type=lib", "--emit=metadata", "--cap-lints=allow", "src/lib.rs"]);
}

/// Builds the documentation of the library in a folder. Links that lead nowhere and markup that was
/// not meant fail.
pub fn document(folder: &Path) {
    let rustdoc = env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into());
    run(folder, rustdoc, &["--crate-name=service_providers", "src/lib.rs"]);
}

/// What a program prints that uses the library in a folder.
pub fn printed(folder: &Path, program: &str) -> String {
    fs::write(folder.join("main.rs"), program).unwrap();
    rustc(folder, &["--crate-type=lib", "--crate-name=service_providers", "src/lib.rs"]);
    rustc(folder, &["main.rs", "--extern=service_providers=libservice_providers.rlib"]);
    let output = Command::new(folder.join("main")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (entry, to) = (entry.as_ref().unwrap(), to.join(entry.as_ref().unwrap().file_name()));
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn rustc(folder: &Path, arguments: &[&str]) {
    run(folder, env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()), arguments);
}

fn run(folder: &Path, program: OsString, arguments: &[&str]) {
    let output = Command::new(program)
        .current_dir(folder)
        .args(["--edition=2024", "-Dwarnings"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{folder:?}\n{}", String::from_utf8_lossy(&output.stderr));
}
