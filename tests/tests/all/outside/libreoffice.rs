//! Every table opened and saved by LibreOffice, with its usual settings and with bad ones: nothing is
//! lost without a word. Needs `soffice`; `.ci/libreoffice` installs it and runs this.

use std::fs;
use std::path::Path;
use std::process::Command;

use service_providers_codegen::{Sources, compile, schema, tidy};
use service_providers_tests::root;

/// How somebody opens and saves the tables, as the filter of LibreOffice takes it: separators,
/// quotation mark, encoding, first line, columns, language, quoted cells as text, and whether numbers
/// and dates are looked for.
struct Settings {
    name: &'static str,
    open: &'static str,
    save: &'static str,
    /// The code of every problem that the tables then have. Empty if `sync` puts everything right.
    told: &'static [&'static str],
}

const SETTINGS: [Settings; 5] = [
    Settings {
        name: "usual",
        open: "44,34,76,1,,0,false,true",
        save: "44,34,76,1,,0,false,true,false",
        told: &[],
    },
    Settings {
        name: "German, saved with semicolons",
        open: "44,34,76,1,,1031,false,true",
        save: "59,34,76,1,,1031,false,true,false",
        told: &[],
    },
    Settings {
        name: "American, split at semicolons and tabs as well",
        open: "44/59/9,34,76,1,,1033,false,true",
        save: "44,34,76,1,,1033,false,true,false",
        told: &["wrong-separator"],
    },
    Settings {
        name: "Turkish, read as Windows-1252",
        open: "44,34,1,1,,1055,false,true",
        save: "44,34,76,1,,1055,false,true,false",
        told: &["damaged-text"],
    },
    Settings {
        name: "German, split at spaces as well, saved as Windows-1252",
        open: "44/59/9/32,34,76,1,,1031,false,true",
        save: "44,34,1,1,,1031,false,true,false",
        told: &["not-utf8", "wrong-separator"],
    },
];

/// The tables as LibreOffice opens and saves them.
fn saved(data: &Sources, settings: &Settings) -> Sources {
    let folder = tempfile::tempdir().expect("a folder");
    let (opened, out) = (folder.path().join("opened"), folder.path().join("out"));
    fs::create_dir(&opened).expect("a folder");
    let tables = || data.data_files().filter(|(path, _)| path.ends_with(".csv"));
    // One call opens all tables, so they lie in one folder.
    let flat = |path: &str| path.replace('/', "+");
    let mut office = Command::new("soffice");
    office.arg(format!("-env:UserInstallation=file://{}/profile", folder.path().display()));
    office.args(["--headless", "--convert-to"]);
    office.arg(format!("csv:Text - txt - csv (StarCalc):{}", settings.save));
    office.arg(format!("--infilter=Text - txt - csv (StarCalc):{}", settings.open));
    office.arg("--outdir").arg(&out);
    for (path, file) in tables() {
        let path = opened.join(flat(path));
        fs::write(&path, &file.bytes).expect("a file");
        office.arg(path);
    }
    let output = office.output().expect("LibreOffice runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut saved = data.clone();
    for (path, _) in tables() {
        let bytes = fs::read(out.join(flat(path)));
        saved.set_data(path, bytes.unwrap_or_else(|error| panic!("{path}: {error}")));
    }
    saved
}

/// Tables that `sync` puts right hold what they held before. All others have a problem that `check`
/// tells, and one problem each.
#[test]
#[ignore = "needs LibreOffice; .ci/libreoffice runs it"]
fn nothing_is_lost_without_a_word() {
    let data = Sources::read_data(Path::new(&root().join("data")), "data", schemas());
    let data = data.expect("readable");
    for settings in &SETTINGS {
        let saved = saved(&data, settings);
        let name = settings.name;
        let mut codes: Vec<&str> = Vec::new();
        let mut problems = 0;
        let tidied = tidy(&saved);
        let mut after = saved.clone();
        for file in tidied.files {
            after.set_data(&file.path, file.bytes);
        }
        let report = compile(&after).err().unwrap_or_default();
        for problem in report.problems() {
            codes.push(problem.code.name);
            problems += 1;
        }
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes, settings.told, "{name}: {report}");
        let differ = after.data_files().filter(|(path, file)| data.data(path) != Some(*file));
        let differ: Vec<&str> = differ.map(|(path, _)| path).collect();
        let untold = |path: &&&str| {
            let file = &after.data(path).expect("a file").name;
            !report.problems().iter().any(|problem| problem.place.file == **file)
        };
        let lost: Vec<&&str> = differ.iter().filter(untold).collect();
        assert!(lost.is_empty(), "{name}: {lost:?} differ, and nothing is said");
        assert!(problems <= differ.len(), "{name}: one problem a file: {report}");
    }
}

fn schemas() -> impl Iterator<Item = (String, String)> {
    schema::files().into_iter()
}
