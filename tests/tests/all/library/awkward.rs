//! Rust made from a register full of awkward texts compiles and says the same texts. The texts go
//! around the checks of the tables: what they let through is not what keeps Rust in one piece.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use service_providers_codegen::row::ProviderRow;
use service_providers_codegen::{Register, Sources, compile, emit};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

const NAMES: &[&str] = &[
    "7-Eleven \"Pay\"",
    "type",
    "O'Brien & Söhne {GmbH}",
    "C:\\Temp\\n",
    "*/ pub fn broken() {} /*",
    "// not a comment",
    "\"#; broken",
    "日本語の会社",
    "r#\"raw\"# {} {0} %s",
    "[link](http://example.com) <b>`bold`</b> | # *x* _y_ ~z~",
    "line\nbreak\ttab\r\nnul\0bell\u{7}",
    "\u{202e}right to left\u{200b}\u{feff}",
    "ends with a backslash\\",
];

/// Keys that are no Rust names, or only raw ones, or easily one name.
const KEYS: &[&str] = &[
    "1",
    "7zip",
    "a-1-2",
    "a-12",
    "abstract",
    "all",
    "crate",
    "empty",
    "from-key",
    "none",
    "long-key-in-the-middle-1-different",
    "long-key-in-the-middle-2-different",
    "option",
    "self",
    "some",
    "static",
    "str",
    "super",
    "type",
    "u64",
    "union",
    "vec",
];

/// The real register with awkward texts wherever there is text.
fn awkward() -> Register {
    let sources = Sources::read(&root().join("data"), &root().join("schema")).unwrap();
    let mut register =
        compile(&sources).unwrap_or_else(|report| panic!("{:?}", report.problems().first()));
    let template = register.providers[0].clone();
    register.providers.extend(KEYS.iter().map(|key| ProviderRow {
        key: key.parse().unwrap(),
        name: format!("Name of {key}").parse().unwrap(),
        ..template.clone()
    }));
    register.providers.sort_by(|a, b| a.key.cmp(&b.key));
    for (provider, name) in register.providers.iter_mut().zip(NAMES) {
        provider.name = name.parse().unwrap();
        provider.aliases = vec![format!("{name} alias"), format!("alias {name}")].into();
    }
    // Names that only a more exact hash tells apart.
    register.providers[0].aliases = vec!["like [one]".to_owned()].into();
    register.providers[1].aliases = vec!["like {one}".to_owned()].into();
    let long = "very long text with ünïcödé and \"quotes\" ".repeat(400);
    let mut texts = NAMES.iter().copied().chain([long.as_str()]).cycle();
    let mut next = || texts.next().unwrap().parse().unwrap();
    for engagement in &mut register.engagements {
        engagement.row.summary = next();
        engagement.row.note = service_providers_codegen::Stated::Known(next());
    }
    for category in &mut register.vocabulary.data_categories {
        category.description = next();
    }
    register
}

/// A program with the library inside it that prints what the register's constants say.
const PROGRAM: &str = r##"
use service_providers::{DataCategory, Engagement, Provider};

fn main() {
    for provider in Provider::ALL {
        println!("{:?} {:?} {:?}", provider.key(), provider.name(), provider.aliases());
        assert_eq!(Provider::from_key(provider.key()), Some(*provider));
        assert_eq!(Provider::from_name(provider.name()), Some(*provider));
        for alias in provider.aliases() {
            assert_eq!(Provider::from_name(alias), Some(*provider));
        }
    }
    for engagement in Engagement::ALL {
        println!("{:?} {:?} {:?}", engagement.key, engagement.summary, engagement.note);
    }
    for category in DataCategory::ALL {
        println!("{:?}", category.record().description);
    }
    for (constant, record) in constants() {
        assert_eq!(constant, record);
    }
}
"##;

/// Every constant of the generated Rust beside the record of its term, as the program's constant.
fn constants(rust: &str) -> String {
    let mut pairs = String::new();
    let mut count = 0;
    for (module, record) in
        [("providers", "ProviderRecord"), ("data_categories", "DataCategoryRecord")]
    {
        let kind = format!(": {record} =");
        for line in rust.lines().filter(|line| line.contains(&kind)) {
            let name = line.trim().trim_start_matches("pub const ").split(':').next().unwrap();
            let constant = format!("service_providers::{module}::{name}");
            pairs += &format!(
                "(format!(\"{{:?}}\", {constant}), format!(\"{{:?}}\", {constant}.term.record())),\n"
            );
            count += 1;
        }
    }
    let terms =
        rust.matches("term: Provider::").count() + rust.matches("term: DataCategory::").count();
    assert_eq!(count, terms);
    format!("#[allow(deprecated)]\nfn constants() -> [(String, String); {count}] {{ [{pairs}] }}\n")
}

fn expected(register: &Register) -> String {
    let mut text = String::new();
    for row in &register.providers {
        text += &format!("{:?} {:?} {:?}\n", &*row.key, &*row.name, row.aliases.names());
    }
    let mut engagements: Vec<_> = register.engagements.iter().map(|e| &e.row).collect();
    engagements.sort_by_key(|row| (&row.provider, &row.key));
    for row in engagements {
        let note = row.note.known().map(|note| &**note);
        text += &format!("{:?} {:?} {:?}\n", &*row.key, &*row.summary, note);
    }
    for row in &register.vocabulary.data_categories {
        text += &format!("{:?}\n", &*row.description);
    }
    text
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (entry, to) = (entry.as_ref().unwrap(), to.join(entry.as_ref().unwrap().file_name()));
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn rustc(folder: &Path, arguments: &[&str]) {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .current_dir(folder)
        .args(["--edition=2024", "-Dwarnings"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn awkward_texts_compile_and_stay_what_they_are() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("awkward");
    let register = awkward();
    copy(&root().join("src"), &folder.join("src"));
    let rust = emit::rust(&register, "0");
    fs::write(folder.join("main.rs"), format!("{PROGRAM}\n{}", constants(&rust))).unwrap();
    fs::write(folder.join("src/generated.rs"), rust).unwrap();
    rustc(&folder, &["--crate-type=lib", "--crate-name=service_providers", "src/lib.rs"]);
    rustc(&folder, &["main.rs", "--extern=service_providers=libservice_providers.rlib"]);
    let output = Command::new(folder.join("main")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected(&register));
}
