//! Compiles the tables into `OUT_DIR`. A problem in the data fails the build with its place.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use service_providers_codegen::{Sources, compile, digest, emit};

pub fn run() -> Result<(), Box<dyn Error>> {
    let sources = Sources::read(Path::new("data"), Path::new("schema"))?;
    match compile(&sources) {
        Ok(register) => {
            let rust = emit::rust(&register, &digest(&sources));
            fs::write(PathBuf::from(std::env::var("OUT_DIR")?).join("generated.rs"), rust)?;
            println!("cargo::rustc-cfg=from_source");
        }
        Err(report) => {
            for problem in report.problems() {
                println!("cargo::error={problem}");
            }
        }
    }
    Ok(())
}
