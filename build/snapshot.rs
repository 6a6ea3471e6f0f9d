//! Compares the digest of the tables with the one that the committed snapshot states.
//!
//! Everybody who depends on a checkout builds this first, so it uses only the standard library.

#[path = "../codegen/src/digest/sum.rs"]
mod sum;

use std::error::Error;
use std::fs;

use sum::Sum;

const SNAPSHOT: &str = "src/generated.rs";

pub fn run() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SNAPSHOT}");
    let mut sum = Sum::default();
    add_files(&mut sum, "data")?;
    add_files(&mut sum, "schema")?;
    let snapshot = fs::read_to_string(SNAPSHOT)?;
    // The second line states the digest.
    let stated = snapshot.lines().nth(1).and_then(|line| line.strip_prefix("// sources: "));
    if stated != Some(sum.to_hex().as_str()) {
        println!(
            "cargo::error={SNAPSHOT} was not made from data/ and schema/ as they are now; run \
             `cargo xtask sync`"
        );
    }
    Ok(())
}

/// Adds the files in a folder. Folders below `schema/` hold schemas of what is made from the
/// register.
fn add_files(sum: &mut Sum, folder: &str) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let path = format!("{folder}/{name}");
        if entry.file_type()?.is_dir() {
            if folder != "schema" {
                add_files(sum, &path)?;
            }
        } else if name.ends_with(".csv") || name.ends_with(".json") {
            sum.add(&path, &fs::read(&path)?);
        }
    }
    Ok(())
}
