//! What every organisation gets speaks of no organisation, and of no trade.

use std::fs;
use std::path::Path;

use super::super::{empty_folder, files, root};
use super::organisation::begin;

/// Words of this register alone.
const OURS: [&str; 8] =
    ["classdojo", "dojo", "school", "student", "teacher", "twilio", "speechsuper", "rostering"];

/// The first word of this register in a text.
fn ours(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    OURS.into_iter().find(|word| text.contains(word))
}

/// A project that `init` began has none of them, in any file.
#[test]
fn a_new_project_knows_nothing_of_this_register() {
    let folder = empty_folder("own-foreign");
    let project = begin(&folder, "acme", "Acme");
    let files = files(&project);
    assert!(files.len() > 100);
    for (name, bytes) in files {
        let text = String::from_utf8(bytes).unwrap();
        // The dictionary and the schemas explain columns by examples of several trades.
        let explains = name.starts_with("schema/");
        assert!(explains || ours(&text).is_none(), "{name}: {:?}", ours(&text));
        assert!(!text.to_lowercase().contains("classdojo"), "{name}");
    }
}

/// The code names the publisher of this register nowhere but in tests, and in what is about it.
#[test]
fn the_code_does_not_know_whose_register_it_is() {
    for folder in ["src", "codegen/src", "tools/src", "tools/embedded", "xtask/src", "build"] {
        for (name, bytes) in files(&root().join(folder)) {
            if name == "generated.rs" || name.ends_with("library/generated.rs") {
                continue;
            }
            let text = String::from_utf8(bytes).unwrap();
            assert!(
                !text.to_lowercase().contains("classdojo"),
                "{}",
                Path::new(folder).join(name).display()
            );
        }
    }
    let build = fs::read_to_string(root().join("build.rs")).unwrap();
    assert!(!build.to_lowercase().contains("classdojo"));
}
