//! Every file is part of the compiler.

use crate::sources;

/// The folder in which a file's module is declared, and the module's name.
fn module_of(file: &str) -> (&str, &str) {
    let path = file.strip_suffix("/mod.rs").or_else(|| file.strip_suffix(".rs")).unwrap();
    path.rsplit_once('/').unwrap_or(("", path))
}

#[test]
fn every_file_is_declared_in_the_folder_around_it() {
    let sources = sources();
    let text_of = |path: &str| sources.iter().find(|(file, _)| file == path).map(|(_, text)| text);
    for (file, _) in sources.iter().filter(|(file, _)| file != "lib.rs") {
        let (folder, name) = module_of(file);
        let parent =
            if folder.is_empty() { "lib.rs".to_owned() } else { format!("{folder}/mod.rs") };
        let text = text_of(&parent).unwrap_or_else(|| panic!("{file}: there is no {parent}"));
        let declared = text.lines().any(|line| line.ends_with(&format!("mod {name};")));
        assert!(declared, "{file}: {parent} does not declare it");
    }
}
