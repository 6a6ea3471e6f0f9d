//! Rust made from a register full of awkward texts compiles and says the same texts. The texts go
//! around the checks of the tables: what they let through is not what keeps Rust in one piece.

use service_providers_codegen::row::ProviderRow;
use service_providers_codegen::{Register, emit};
use service_providers_tests::fixture;

use super::compiled::{document, library, printed};

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
    "an address: https://example.com/a?b=c, www.example.com, a@example.com",
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
    let mut register = fixture::real();
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
use service_providers::record::Engagement;
use service_providers::{DataCategory, Provider};

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

#[test]
fn awkward_texts_compile_and_stay_what_they_are() {
    let register = awkward();
    let rust = emit::rust(&register, "0");
    let program = format!("{PROGRAM}\n{}", constants(&rust));
    let folder = library("awkward", &rust);
    assert_eq!(printed(&folder, &program), expected(&register));
    document(&folder);
}
