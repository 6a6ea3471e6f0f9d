//! Sources on disk: what is read, what is refused, and how files are called.

use std::fs;
use std::path::Path;

use service_providers_codegen::{Sources, compile};
use service_providers_tests::fixture;
use service_providers_tests::mini::Mini;

/// The miniature register as files.
fn on_disk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mini = Mini::new();
    fixture::write_files(&mini.sources, &folder.path().join("data"));
    for (path, file) in mini.sources.schema_files() {
        let path = folder.path().join("schema").join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, &file.bytes).expect("a file");
    }
    folder
}

fn report(folder: &Path) -> String {
    let sources = Sources::read(&folder.join("data"), &folder.join("schema")).expect("readable");
    compile(&sources).map_or_else(|report| report.to_string(), |_| String::new())
}

#[test]
fn a_folder_is_the_same_as_memory() {
    let folder = on_disk();
    assert_eq!(report(folder.path()), "");
    let read = Sources::read(&folder.path().join("data"), &folder.path().join("schema"));
    assert_eq!(read.expect("readable"), Mini::new().sources);
}

#[test]
fn files_that_no_table_has_are_refused_and_hidden_ones_are_not() {
    let folder = on_disk();
    fs::write(folder.path().join("data/.~lock.providers.csv"), "").expect("a file");
    fs::write(folder.path().join("data/README.md"), "Notes.").expect("a file");
    assert_eq!(report(folder.path()), "");
    fs::rename(folder.path().join("data/providers.csv"), folder.path().join("data/provider.csv"))
        .expect("renamed");
    insta::assert_snapshot!(report(folder.path()), @"
    data/provider.csv:1:1: unknown-file: `provider.csv` is not a table of the register; did you mean `providers.csv`?
    data/providers.csv:1:1: missing-file: the file is missing; put it back; a new table starts with its header line
    ");
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let error = Sources::read(Path::new("no/such/folder"), Path::new("schema"));
    let error = error.expect_err("no folder").to_string();
    assert!(error.starts_with("no/such/folder: "), "{error}");
}

#[test]
fn files_are_called_as_the_caller_says() {
    let folder = on_disk();
    fs::write(folder.path().join("data/providers.csv"), "key\n").expect("a file");
    let (data, schema) = (folder.path().join("data"), folder.path().join("schema"));
    let sources = Sources::read_as(&data, "../other/data/", &schema, "s").expect("readable");
    let report = compile(&sources).expect_err("broken").to_string();
    assert!(report.starts_with("../other/data/providers.csv:1:1: missing-column: "), "{report}");
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    use std::os::unix::fs::symlink;

    let folder = on_disk();
    let data = folder.path().join("data");
    fs::rename(data.join("providers.csv"), folder.path().join("elsewhere.csv")).expect("moved");
    symlink(folder.path().join("elsewhere.csv"), data.join("providers.csv")).expect("a link");
    symlink("/", data.join("root")).expect("a link");
    symlink(&data, data.join("vocabulary/round")).expect("a link");
    insta::assert_snapshot!(report(folder.path()), @"
    data/providers.csv:1:1: not-a-file: a link, not a file; put the file itself in its place
    data/root:1:1: not-a-file: a link, not a file; put the file itself in its place
    data/vocabulary/round:1:1: not-a-file: a link, not a file; put the file itself in its place
    ");
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text_and_names_that_hide_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let folder = on_disk();
    let data = folder.path().join("data");
    fs::write(data.join(OsStr::from_bytes(b"x\xff.csv")), "").expect("a file");
    fs::write(data.join("vsc\u{202e}.csv"), "").expect("a file");
    insta::assert_snapshot!(report(folder.path()), @r"
    data/vsc⟨U+202E⟩.csv:1:1: unknown-file: `vsc⟨U+202E⟩.csv` is not a table of the register; move it out of the data folder
    data/x⟨U+FFFD⟩.csv:1:1: not-a-file: the file's name is not text; rename the file
    ");
}

#[cfg(unix)]
#[test]
fn a_socket_is_no_file() {
    let folder = on_disk();
    let path = folder.path().join("data/pipe.csv");
    let _socket = std::os::unix::net::UnixListener::bind(path).expect("a socket");
    insta::assert_snapshot!(report(folder.path()), @"data/pipe.csv:1:1: not-a-file: neither a file nor a folder; put a file in its place");
}

/// A file beyond the limit is not even read. The file has a hole and takes no room.
#[test]
fn a_large_file_is_not_read() {
    let folder = on_disk();
    let file = fs::OpenOptions::new().write(true).open(folder.path().join("data/providers.csv"));
    file.and_then(|file| file.set_len((256 << 20) + 1)).expect("a file with a hole");
    insta::assert_snapshot!(report(folder.path()), @"data/providers.csv:1:1: over-limit: the file has 268435457 bytes, at most 268435456; look for rows that are there by mistake");
}
