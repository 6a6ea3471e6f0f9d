//! Checking the data of a large register with every rule, beside `csv` and `jsonschema` driven over
//! the same files with the same row schemas and nothing else: the floor.

use std::cell::Cell;
use std::path::Path;
use std::time::Duration;

use clap::ValueEnum;
use serde_json::{Map, Value};
use service_providers_codegen::TABLES;

use crate::generator::{self, Size};
use crate::process::{print_figures, run_contestant};
use crate::project::{register, root};
use crate::rounds::{Contestant as Turn, medians, timed};
use crate::table::{Table, ratio};

/// Who checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Contestant {
    /// All stages and rules.
    Check,
    /// `csv` and `jsonschema` alone.
    Floor,
}

const ROWS: [usize; 2] = [25_000, 100_000];

pub fn run(rounds: usize, editions: usize) -> crate::Result<Table> {
    let mut table = Table::new(
        "Checking a register",
        &[
            "engagements",
            "input bytes",
            "check, seconds",
            "floor, seconds",
            "check / floor",
            "memory / input",
        ],
    );
    for rows in ROWS {
        let folder = tempfile::tempdir()?;
        let data = folder.path().join("data");
        generator::write(&Size::of_check(rows, editions), &data)?;
        let input = size(&data)?;
        let memory = Cell::new(0);
        let turn = |contestant: Contestant| -> crate::Result<Duration> {
            let (time, peak) = run_contestant("check-once", contestant, &data)?;
            if contestant == Contestant::Check {
                memory.set(peak.max(memory.get()));
            }
            Ok(time)
        };
        let times = medians(
            rounds,
            &mut [
                Turn::new("check", || turn(Contestant::Check)),
                Turn::new("floor", || turn(Contestant::Floor)),
            ],
        )?;
        let (check, floor) = (times[0].as_secs_f64(), times[1].as_secs_f64());
        table.row([
            rows.to_string(),
            input.to_string(),
            format!("{check:.2}"),
            format!("{floor:.2}"),
            ratio(check, floor),
            ratio(memory.get() as f64, input as f64),
        ]);
    }
    Ok(table)
}

/// Lets one contestant work, and prints its time and peak memory.
pub fn once(contestant: Contestant, data: &Path) -> crate::Result {
    let time = match contestant {
        Contestant::Check => timed(|| {
            register(data)?;
            Ok(())
        })?,
        Contestant::Floor => timed(|| floor(data))?,
    };
    print_figures(time)
}

/// Every row of every table against its schema, and nothing else.
fn floor(data: &Path) -> crate::Result {
    for table in TABLES {
        let schema = std::fs::read(root().join("schema").join(table.schema_path()))?;
        let schema: Value = serde_json::from_slice(&schema)?;
        let validator = jsonschema::options().build(&schema)?;
        let lists: Vec<bool> = (schema["properties"].as_object().into_iter().flatten())
            .map(|(_, property)| property["type"] == "array")
            .collect();
        let mut reader = csv::Reader::from_path(data.join(table.path))?;
        let header = reader.headers()?.clone();
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record)? {
            let row: Map<String, Value> = (header.iter().zip(&record).zip(&lists))
                .map(|((name, cell), list)| {
                    let value = if *list {
                        cell.split(';').map(Value::from).collect()
                    } else {
                        Value::from(cell)
                    };
                    (name.to_owned(), value)
                })
                .collect();
            if !validator.is_valid(&Value::Object(row)) {
                return Err(format!("{}: a row is refused", table.path).into());
            }
        }
    }
    Ok(())
}

fn size(folder: &Path) -> crate::Result<u64> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        bytes += if entry.file_type()?.is_dir() {
            size(&entry.path())?
        } else {
            entry.metadata()?.len()
        };
    }
    Ok(bytes)
}
