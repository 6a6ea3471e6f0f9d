//! Every table, and the workbook of all tables, opened and saved by LibreOffice: the tables with its
//! usual settings and with bad ones, the workbook as it is. Nothing is lost without a word. Needs `soffice`; `.ci/libreoffice` installs it and runs this.

use std::fs;
use std::path::Path;
use std::process::Command;

use service_providers_codegen::{Sources, TABLES, compile, schema, tidy};
#[cfg(unix)]
use service_providers_tests::mini::Mini;
use service_providers_tests::root;
use service_providers_tools::workbook::{WorkbookContent, sheets, write};

#[cfg(unix)]
use crate::commands::workbook::book::{Book, Value};

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

/// LibreOffice, with its settings in this folder. What to convert to, and the files, come next.
fn office(folder: &Path) -> Command {
    let mut office = Command::new("soffice");
    office.arg(format!("-env:UserInstallation=file://{}/profile", folder.display()));
    office.args(["--headless", "--convert-to"]);
    office
}

fn convert(mut office: Command) {
    let output = office.output().expect("LibreOffice runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The tables as LibreOffice opens and saves them.
fn saved(data: &Sources, settings: &Settings) -> Sources {
    let folder = tempfile::tempdir().expect("a folder");
    let (opened, out) = (folder.path().join("opened"), folder.path().join("out"));
    fs::create_dir(&opened).expect("a folder");
    let tables = || data.data_files().filter(|(path, _)| path.ends_with(".csv"));
    // One call opens all tables, so they lie in one folder.
    let flat = |path: &str| path.replace('/', "+");
    let mut office = office(folder.path());
    office.arg(format!("csv:Text - txt - csv (StarCalc):{}", settings.save));
    office.arg(format!("--infilter=Text - txt - csv (StarCalc):{}", settings.open));
    office.arg("--outdir").arg(&out);
    for (path, file) in tables() {
        let path = opened.join(flat(path));
        fs::write(&path, &file.bytes).expect("a file");
        office.arg(path);
    }
    convert(office);
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
    let data = data();
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

/// A workbook opened and saved in both forms that the command reads.
fn resaved(folder: &Path, book: &Path) -> [(&'static str, WorkbookContent); 2] {
    ["ods", "xlsx"].map(|ending| {
        let out = folder.join(ending);
        let mut office = office(folder);
        office.arg(ending).arg("--outdir").arg(&out).arg(book);
        convert(office);
        let name = Path::new(book.file_name().expect("a name")).with_extension(ending);
        (ending, tables(&out.join(name)))
    })
}

fn tables(book: &Path) -> WorkbookContent {
    WorkbookContent::of(&sheets(&fs::read(book).expect("a file")).expect("sheets"))
}

/// No byte of a table differs in what was saved.
#[test]
#[ignore = "needs LibreOffice; .ci/libreoffice runs it"]
fn a_saved_workbook_says_what_the_tables_say() {
    let data = data();
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("workbook.xlsx");
    fs::write(&book, write(&data).expect("a workbook").expect("columns")).expect("a file");
    for (ending, read) in resaved(folder.path(), &book) {
        assert_eq!(read.damage, [], "{ending}");
        assert_eq!(read.tables.len(), TABLES.len(), "{ending}");
        for table in read.tables {
            let file = data.data(table.path).expect("a table");
            assert!(table.bytes == file.bytes, "{ending}: {}", table.path);
        }
    }
}

/// What is no text is told of in the same words, whichever form it was saved in. Only a logical value is
/// left out: LibreOffice makes a formula of it.
#[test]
#[cfg(unix)]
#[ignore = "needs LibreOffice; .ci/libreoffice runs it"]
fn what_is_no_text_is_told_whichever_form_was_saved() {
    let mini = Mini::new();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("workbook.xlsx");
    fs::write(&path, write(&mini.sources).expect("a workbook").expect("columns")).expect("a file");
    let mut book = Book::open(&path);
    book.put("dpv-terms", "B2", Value::Date(2004, 1, 3));
    book.put("disclosures", "C2", Value::Number(10.0));
    book.put("disclosures", "C3", Value::Number(2.5));
    book.put("providers", "B2", Value::Formula("=1+1"));
    book.write("engagements", "G2", "One.\nTwo.");
    book.save(&path);
    let told = tables(&path).damage;
    assert_eq!(told.len(), 4);
    for (ending, read) in resaved(folder.path(), &path) {
        assert_eq!(read.damage, told, "{ending}");
    }
}

fn data() -> Sources {
    let data = root().join("data");
    Sources::read_data(&data, "data", schema::files()).expect("readable")
}
