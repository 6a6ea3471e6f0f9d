//! The command itself: which files it writes, when it writes none, and how it ends.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use service_providers_tests::exports::{awkward_data, own_data, register};
use service_providers_tests::run;
use service_providers_tools::export::{ALL_EDITIONS, AllEditions, FORMATS};

fn export(data: &Path, out: &Path, more: &[&str]) -> ExitCode {
    let (data, out) = (data.to_str().expect("UTF-8"), out.to_str().expect("UTF-8"));
    let arguments = ["export", "--data", data, "--out", out];
    run(arguments.into_iter().chain(more.iter().copied()))
}

/// Every file below a folder, by its path with `/`.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).into_iter().flatten() {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below the folder");
                let name = name.to_str().expect("UTF-8").replace('\\', "/");
                files.insert(name, fs::read(&path).expect("the file can be read"));
            }
        }
    }
    files
}

#[test]
fn two_runs_give_the_same_bytes_and_they_are_those_of_the_formats() {
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    assert_eq!(export(&own_data(), first.path(), &[]), ExitCode::SUCCESS);
    assert_eq!(export(&own_data(), second.path(), &[]), ExitCode::SUCCESS);
    let written = files(first.path());
    assert!(written == files(second.path()));
    let register = register(&own_data());
    let mut expected = BTreeMap::new();
    for edition in register.editions() {
        for file in FORMATS.iter().flat_map(|format| format.files(&register, edition)) {
            expected.insert(format!("{}/{}", edition.id, file.path), file.bytes);
        }
    }
    for file in FORMATS.iter().flat_map(|format| format.files_of_all(&AllEditions::new(&register)))
    {
        expected.insert(format!("{ALL_EDITIONS}/{}", file.path), file.bytes);
    }
    assert_eq!(written.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    let other = written.iter().find(|(path, bytes)| expected[*path] != **bytes);
    assert_eq!(other.map(|(path, _)| path), None);
}

#[test]
fn what_spans_editions_is_not_made_of_one() {
    let out = tempfile::tempdir().unwrap();
    let one = ["--edition", "2024-02-29"];
    assert_eq!(export(&awkward_data(), out.path(), &one), ExitCode::SUCCESS);
    assert!(files(out.path()).keys().all(|path| path.starts_with("2024-02-29/")));
    let spanning = [&one[..], &["--format", "csv", "--format", "sql"]].concat();
    assert_eq!(export(&awkward_data(), out.path(), &spanning), ExitCode::from(2));
    assert!(!out.path().join(ALL_EDITIONS).exists());
    let sql = ["--format", "sql"];
    assert_eq!(export(&awkward_data(), out.path(), &sql), ExitCode::SUCCESS);
    let written: Vec<String> = files(&out.path().join(ALL_EDITIONS)).into_keys().collect();
    assert_eq!(written, ["sql/postgresql.sql", "sql/sqlite.sql"]);
}

#[test]
fn an_edition_and_formats_can_be_chosen() {
    let out = tempfile::tempdir().unwrap();
    let chosen = ["--edition", "2024-02-29", "--format", "csv", "--format", "json"];
    assert_eq!(export(&awkward_data(), out.path(), &chosen), ExitCode::SUCCESS);
    let written: Vec<String> = files(out.path()).into_keys().collect();
    assert_eq!(
        written,
        [
            "2024-02-29/contract-facts.csv",
            "2024-02-29/data-transparency.csv",
            "2024-02-29/denials.csv",
            "2024-02-29/disclosures.csv",
            "2024-02-29/service-providers.csv",
            "2024-02-29/service-providers.json",
            "2024-02-29/service-providers.schema.json",
        ]
    );
}

#[test]
fn an_unknown_edition_is_wrong_usage() {
    let out = tempfile::tempdir().unwrap();
    let code =
        export(&awkward_data(), out.path(), &["--edition", "2020-01-01", "--edition", "2021"]);
    assert_eq!(code, ExitCode::from(2));
    assert!(files(out.path()).is_empty());
}

#[test]
fn broken_data_is_not_exported() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for (path, bytes) in files(&awkward_data()) {
        let path = data.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let table = data.path().join("providers.csv");
    let text = fs::read_to_string(&table).unwrap();
    fs::write(&table, text.replace("zed,", "Zed,")).unwrap();
    assert_eq!(export(data.path(), out.path(), &[]), ExitCode::from(1));
    assert!(files(out.path()).is_empty());
}

#[test]
fn only_left_over_tables_are_removed() {
    let out = tempfile::tempdir().unwrap();
    let edition = ["--edition", "2020-01-01"];
    assert_eq!(export(&awkward_data(), out.path(), &edition), ExitCode::SUCCESS);
    let before = files(out.path());
    let folder = out.path().join("2020-01-01");
    for stray in ["tables/gone.csv", "tables/vocabulary/gone.json", "tables/notes.txt", "mine.csv"]
    {
        fs::write(folder.join(stray), "x").unwrap();
    }
    // A format that writes no tables touches none.
    let csv = ["--edition", "2020-01-01", "--format", "csv"];
    assert_eq!(export(&awkward_data(), out.path(), &csv), ExitCode::SUCCESS);
    assert_eq!(files(out.path()).len(), before.len() + 4);
    assert_eq!(export(&awkward_data(), out.path(), &edition), ExitCode::SUCCESS);
    let mut after = files(out.path());
    assert!(after.remove("2020-01-01/tables/notes.txt").is_some());
    assert!(after.remove("2020-01-01/mine.csv").is_some());
    assert_eq!(after, before);
}

#[test]
fn nothing_changes_if_one_file_may_not_be_replaced() {
    let out = tempfile::tempdir().unwrap();
    let mine = out.path().join("2024-02-29/service-providers.jsonld");
    fs::create_dir_all(mine.parent().expect("a folder")).unwrap();
    fs::write(&mine, "mine").unwrap();
    let before = files(out.path());
    assert_eq!(export(&awkward_data(), out.path(), &[]), ExitCode::from(2));
    assert_eq!(files(out.path()), before);
    assert_eq!(export(&awkward_data(), out.path(), &["--force"]), ExitCode::SUCCESS);
    assert_ne!(fs::read(&mine).unwrap(), b"mine");
    assert!(files(out.path()).keys().all(|path| !path.contains(".writing")));
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let out = tempfile::tempdir().unwrap();
    let mine = out.path().join("2024-02-29/tables/mine.csv");
    fs::create_dir_all(mine.parent().expect("a folder")).unwrap();
    fs::write(&mine, "x").unwrap();
    let before = files(out.path());
    assert_eq!(export(&awkward_data(), out.path(), &[]), ExitCode::from(2));
    assert_eq!(files(out.path()), before);
}
