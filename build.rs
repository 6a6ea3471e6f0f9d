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

/// Compares the digest of the tables with the one that the snapshot states. Every dependent builds
/// this first, so it uses little of the standard library, and as little generic code as it can.
#[cfg(not(feature = "from-source"))]
fn build() {
    println!("cargo::rerun-if-changed=src/generated.rs");
    let mut digest = 0;
    if let Err(error) = digest::add_files("data", true, &mut digest) {
        println!("cargo::error=data: {error}");
    }
    if let Err(error) = digest::add_files("schema", false, &mut digest) {
        println!("cargo::error=schema: {error}");
    }
    let Ok(snapshot) = std::fs::read("src/generated.rs") else {
        return println!("cargo::error=src/generated.rs cannot be read; run `cargo xtask sync`");
    };
    if digest::stated_in(&snapshot) != digest {
        println!(
            "cargo::error=src/generated.rs was not made from data/ and schema/ as they are now; \
             run `cargo xtask sync`"
        );
    }
}

/// The digest of the tables, as `service_providers_codegen::digest` computes it, with nothing but
/// the standard library.
#[cfg(not(feature = "from-source"))]
mod digest {
    use std::{fs, io};

    /// Adds the digests of the files in a folder. Folders below `schema/` hold schemas of what is
    /// made from the register.
    pub fn add_files(folder: &str, deep: bool, digest: &mut u64) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{folder}/{name}");
            if entry.file_type()?.is_dir() {
                if deep {
                    add_files(&path, deep, digest)?;
                }
            } else if name.ends_with(".csv") || name.ends_with(".json") {
                let bytes = fs::read(&path)?;
                let state = fnv1a(0xcbf2_9ce4_8422_2325, path.as_bytes());
                let state = fnv1a(state, &(bytes.len() as u64).to_le_bytes());
                *digest = digest.wrapping_add(fnv1a(state, &bytes));
            }
        }
        Ok(())
    }

    /// The digest in the snapshot's second line, `// sources: ` and 16 hexadecimal digits.
    pub fn stated_in(snapshot: &[u8]) -> u64 {
        let mut at = 0;
        while at < snapshot.len() && snapshot[at] != b'\n' {
            at += 1;
        }
        at += "\n// sources: ".len();
        let end = at + 16;
        let mut digest = 0;
        while at < end && at < snapshot.len() {
            let digit = match snapshot[at] {
                digit @ b'0'..=b'9' => digit - b'0',
                digit @ b'a'..=b'f' => digit - b'a' + 10,
                _ => return 0,
            };
            digest = digest << 4 | digit as u64;
            at += 1;
        }
        digest
    }

    fn fnv1a(mut state: u64, bytes: &[u8]) -> u64 {
        let mut at = 0;
        while at < bytes.len() {
            state = (state ^ bytes[at] as u64).wrapping_mul(0x0000_0100_0000_01b3);
            at += 1;
        }
        state
    }
}
