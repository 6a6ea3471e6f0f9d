//! The layers of the compiler: a module uses the layers below its own, and none above.

use crate::{paths, sources};

/// The layers from the bottom up. Each may use those that stand before it. `rules::cell` and
/// `rules::register` are two layers in one folder: the first judges a cell while a table is read,
/// the second judges tables that were read.
const LAYERS: [&str; 21] = [
    "text",
    "limits",
    "hashing",
    "names",
    "suggest",
    "problem",
    "sources",
    "digest",
    "cells",
    "cell_types",
    "tables",
    "keys",
    "schema",
    "rules::cell",
    "read",
    "rules::register",
    "register",
    "compile",
    "migrate",
    "emit",
    // Lists every code; only tools and tests use it.
    "catalogue",
];

/// What is wrong with the paths in one file, as `file:line: message`.
fn faults(file: &str, source: &str) -> Vec<String> {
    let module = module_of(file);
    let Some(own) = layer_of(&module) else {
        // The root declares the layers, and so does a folder that holds several.
        let declares = LAYERS.iter().any(|layer| starts_with(layer, &module));
        return match declares && (module.is_empty() || paths::uses(&module, source).is_empty()) {
            true => Vec::new(),
            false => vec![format!("{file}:1: `{}` is in no layer", module.join("::"))],
        };
    };
    let fault = |used: paths::Use| {
        let path = used.path.join("::");
        let message = match layer_of(&used.path) {
            Some(layer) if layer <= own => return None,
            Some(layer) => format!(
                "layer `{}` uses `{path}` of layer `{}`, which is above it",
                LAYERS[own], LAYERS[layer]
            ),
            None => format!("`crate::{path}` names no layer; write the module that defines it"),
        };
        Some(format!("{file}:{}: {message}", used.line))
    };
    paths::uses(&module, source).into_iter().filter_map(fault).collect()
}

/// The module that a file holds: `cells/header.rs` is `cells::header`.
fn module_of(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs").trim_end_matches("mod").trim_end_matches('/');
    let parts = path.split('/').filter(|part| !matches!(*part, "" | "lib"));
    parts.map(str::to_owned).collect()
}

/// The layer, by its number, in which a path lies.
fn layer_of(path: &[String]) -> Option<usize> {
    LAYERS.iter().position(|layer| starts_with(&path.join("::"), &split(layer)))
}

/// Whether a path begins with these segments.
fn starts_with(path: &str, segments: &[String]) -> bool {
    split(path).starts_with(segments)
}

fn split(path: &str) -> Vec<String> {
    path.split("::").map(str::to_owned).collect()
}

#[test]
fn no_layer_uses_one_above_it() {
    let faults: Vec<String> =
        sources().iter().flat_map(|(file, source)| faults(file, source)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_layer_is_there() {
    let modules: Vec<Vec<String>> = sources().iter().map(|(file, _)| module_of(file)).collect();
    for layer in LAYERS {
        assert!(modules.contains(&split(layer)), "no module `{layer}`");
    }
}

#[test]
fn a_path_to_a_layer_above_is_found() {
    let source = "use crate::problem::Problem;\nuse crate::{text, read::Table};\n";
    assert_eq!(
        faults("cells/header.rs", source),
        ["cells/header.rs:2: layer `cells` uses `read::Table` of layer `read`, which is above it"]
    );
    assert!(faults("compile/mod.rs", source).is_empty());
    assert_eq!(
        faults("rules/cell/mod.rs", "fn f() {\n    super::register::check();\n}\n"),
        ["rules/cell/mod.rs:2: layer `rules::cell` uses `rules::register::check` of layer \
          `rules::register`, which is above it"]
    );
}

#[test]
fn a_module_without_a_layer_is_found() {
    assert_eq!(faults("helpers.rs", ""), ["helpers.rs:1: `helpers` is in no layer"]);
    assert_eq!(
        faults("rules/mod.rs", "use crate::text;\n"),
        ["rules/mod.rs:1: `rules` is in no layer"]
    );
    assert!(faults("rules/mod.rs", "mod cell;\n").is_empty());
    assert!(faults("lib.rs", "pub use crate::compile::compile;\n").is_empty());
}

#[test]
fn an_item_of_the_root_is_found() {
    assert_eq!(
        faults("compile/tidy.rs", "use crate::csv_text;\n"),
        ["compile/tidy.rs:1: `crate::csv_text` names no layer; write the module that defines it"]
    );
}
