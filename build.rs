//! Two ways to build, one truth.
//!
//! With the feature `from-source`, the tables in `data/` are validated and compiled into
//! `OUT_DIR`; a problem in the data fails the build with its place. Without it, the committed
//! snapshot `src/generated.rs` is used as it is; where the tables lie beside it, their digest must
//! be the one it was made from.

#![forbid(unsafe_code)]

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Where the tables are not part of the package there is nothing to watch or compare.
    if Path::new("data").is_dir() {
        println!("cargo::rerun-if-changed=data");
        println!("cargo::rerun-if-changed=schema");
        build();
    }
}

#[cfg(feature = "from-source")]
fn build() {
    use service_providers_codegen::{Sources, compile, digest, emit};

    let fail = |message: &dyn std::fmt::Display| println!("cargo::error={message}");
    let sources = match Sources::read(Path::new("data"), Path::new("schema")) {
        Ok(sources) => sources,
        Err(error) => return fail(&error),
    };
    let register = match compile(&sources) {
        Ok(register) => register,
        Err(report) => return report.problems().iter().for_each(|problem| fail(problem)),
    };
    let rust = emit::rust(&register, &digest(&sources));
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    if let Err(error) = std::fs::write(Path::new(&out).join("generated.rs"), rust) {
        fail(&error);
    }
}

#[cfg(not(feature = "from-source"))]
fn build() {
    println!("cargo::rerun-if-changed=src/generated.rs");
    let stated = std::fs::read_to_string("src/generated.rs").ok().and_then(|snapshot| {
        let line = snapshot.lines().find_map(|line| line.strip_prefix("// sources: "))?;
        Some(line.to_owned())
    });
    match digest::of_sources() {
        Ok(found) if stated.as_ref() == Some(&found) => {}
        Ok(_) => println!(
            "cargo::error=src/generated.rs was not made from data/ and schema/ as they are now; \
             run `cargo xtask sync`"
        ),
        Err(error) => println!("cargo::error={error}"),
    }
}

/// The digest of the tables, as `service_providers_codegen::digest` computes it, with nothing but
/// the standard library.
#[cfg(not(feature = "from-source"))]
mod digest {
    use std::path::Path;
    use std::{fs, io};

    pub fn of_sources() -> io::Result<String> {
        let mut state = 0xcbf2_9ce4_8422_2325;
        for folder in ["data", "schema"] {
            let mut files = Vec::new();
            visit(Path::new(folder), "", &mut files)?;
            // Folders below `schema/` hold schemas of what is made from the register.
            files.retain(|(path, _)| folder == "data" || !path.contains('/'));
            files.sort();
            for (path, bytes) in files {
                state = fnv1a(state, folder.as_bytes());
                state = fnv1a(state, b"/");
                state = fnv1a(state, path.as_bytes());
                state = fnv1a(state, &(bytes.len() as u64).to_le_bytes());
                state = fnv1a(state, &bytes);
            }
        }
        Ok(format!("{state:016x}"))
    }

    fn fnv1a(state: u64, bytes: &[u8]) -> u64 {
        bytes.iter().fold(state, |state, byte| {
            (state ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    }

    fn visit(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
            if name.starts_with('.') {
                continue;
            }
            if entry.file_type()?.is_dir() {
                visit(&entry.path(), &path, files)?;
            } else if path.ends_with(".csv") || path.ends_with(".json") {
                files.push((path, fs::read(entry.path())?));
            }
        }
        Ok(())
    }
}
