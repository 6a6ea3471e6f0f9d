//! One run of the compiler on the miniature register with one file replaced. Also run by the tests
//! of the workspace over the committed corpus, without a fuzzer.

use std::path::Path;
use std::sync::LazyLock;

use service_providers_codegen::{Sources, compile, schema, tidy};

static MINI: LazyLock<Sources> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = root.join("tests/fixtures/mini/data");
    let read = Sources::read(&folder, &folder).expect("the miniature register can be read");
    let data = read.data_files().map(|(path, file)| (path.to_owned(), file.bytes.clone()));
    let schema = schema::files().into_iter().map(|(path, text)| (path, text.into_bytes()));
    Sources::from_memory(data.collect::<Vec<_>>(), schema)
});

/// The first byte chooses the file, the others replace it.
pub fn run(input: &[u8]) {
    let Some((choice, bytes)) = input.split_first() else { return };
    let count = MINI.data_files().count();
    let path = MINI.data_files().nth(usize::from(*choice) % count).map(|(path, _)| path);
    let path = path.expect("there are files").to_owned();
    let mut sources = MINI.clone();
    sources.set_data(&path, bytes.to_vec());
    match compile(&sources) {
        Ok(register) => {
            // Of a JSON file `check` leaves the layout open.
            for (path, bytes) in register.source_files() {
                let found = &sources.data(&path).expect("it was read").bytes;
                let same = *found == bytes || path.ends_with(".json");
                assert!(same, "{path} comes back as it was: {:?}", String::from_utf8_lossy(found));
            }
        }
        Err(report) => {
            assert!(!report.is_empty());
            for problem in report.problems() {
                let place = &problem.place;
                assert!(place.line >= 1 && place.column >= 1, "{problem}");
                let length = sources.by_name(&place.file).map_or(0, |file| file.bytes.len());
                assert!(
                    place.span.start <= place.span.end && place.span.end <= length,
                    "{problem}"
                );
            }
        }
    }
    let files = tidy(&sources).files;
    for file in &files {
        sources.set_data(&file.path, file.bytes.clone());
    }
    let again = tidy(&sources).files;
    assert_eq!(again.len(), files.len(), "what was tidied can be tidied");
    assert!(again.iter().all(|file| file.mended.is_empty()), "tidied twice");
}
