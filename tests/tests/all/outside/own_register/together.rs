//! Crates of several organisations: each whole, all of them in one program.

use std::fs;

use super::super::{root, succeed};
use super::organisation::{VENDORS, advertising, begin, cloud, shop};
use super::{cargo, outside};

/// The smallest register has no provider, and all that its crate shows compiles and runs.
#[test]
fn an_empty_register_passes_its_tests_and_examples() {
    let outside = outside();
    let project = begin(outside.path(), "blank", "Blank");
    let mut test = cargo(&outside, &project, &["test", "--quiet", "--features", "serde,alloc"]);
    test.env("RUSTFLAGS", "-Dwarnings");
    succeed(test);
    let mut doc = cargo(&outside, &project, &["doc", "--quiet", "--no-deps"]);
    doc.env("RUSTDOCFLAGS", "-Dwarnings");
    assert_eq!(succeed(doc), "");
}

#[test]
fn three_organisations_and_this_one_in_one_program() {
    let outside = outside();
    let folder = outside.path();
    let projects = [shop(folder), cloud(folder), advertising(folder)];
    // Its examples name its own providers, and one of them must not compile.
    let examples = succeed(cargo(&outside, &projects[0], &["test"]));
    assert!(examples.contains(" - compile fail ... ok"), "{examples}");
    let program = folder.join("program");
    fs::create_dir_all(program.join("src")).unwrap();
    let manifest = format!(
        "[package]\nname = \"program\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nservice-providers = {{ path = {:?} }}\n\
         harbour-vendors = {{ path = \"../harbour-vendors\" }}\n\
         nimbus-rack-vendors = {{ path = \"../nimbus-rack-vendors\" }}\n\
         billboard-vendors = {{ path = \"../billboard-vendors\" }}\n",
        root()
    );
    fs::write(program.join("Cargo.toml"), manifest).unwrap();
    fs::write(program.join("src/main.rs"), MAIN).unwrap();
    let mut run = cargo(&outside, &program, &["run", "--quiet"]);
    run.env("RUSTFLAGS", "-Dwarnings");
    let said = succeed(run);
    let vendors = format!("Billboard: {VENDORS}");
    assert_eq!(said.lines().collect::<Vec<_>>(), ["Harbour & Sons: 5", "Nimbus Rack: 4", &vendors]);
}

/// What each register answers is held against its tables, most of it by the compiler.
const MAIN: &str = r#"
use billboard_vendors as billboard;
use harbour_vendors as harbour;
use nimbus_rack_vendors as nimbus;

// One policy for each, with the names of each.
const CARDS: harbour::Policy = harbour::Policy::new().deny(
    "cards stay in the EEA",
    harbour::Disclosures::current()
        .category(harbour::DataCategory::PaymentCard)
        .stored_outside(harbour::set::CountrySet::EEA),
);
const PAY: &[harbour::Provider] = CARDS.allow(&[harbour::Provider::Tallypay]);

// The region of a customer may be anywhere.
const ANYWHERE: nimbus::set::ProviderSet =
    nimbus::Disclosures::current().stored_outside(nimbus::EEA_AND_US).providers();
const _: () = assert!(ANYWHERE.contains(nimbus::Provider::Ironvault));
const _: () = assert!(!ANYWHERE.contains(nimbus::Provider::Greywatch));

const COOKIES: usize = billboard::Disclosures::current()
    .category(billboard::DataCategory::CookieId)
    .subject(billboard::DataSubject::WebsiteVisitor)
    .providers()
    .len();
const _: () = assert!(COOKIES == billboard::Provider::CURRENT.len());

fn main() {
    assert_eq!(PAY.len(), 1);
    let backup = nimbus::Provider::IronvaultBackup.current_engagement().unwrap();
    assert_eq!(backup.hosted_by, Some(nimbus::Provider::Ironvault));
    let facts = nimbus::Provider::Ironvault.current_engagement().unwrap().contract_facts();
    assert!(facts.iter().any(|fact| fact.value == Some("Standard contractual clauses")));
    let number_755 = |vendor: &&billboard::Provider| {
        vendor.identifiers().iter().any(|id| (id.scheme, id.value) == ("gvl", "755"))
    };
    let vendor = billboard::Provider::ALL.iter().find(number_755);
    assert_eq!(vendor, Some(&billboard::Provider::Vendor755));
    assert!(service_providers::Provider::CURRENT.len() > 0);
    println!("{}: {}", harbour::PUBLISHER, harbour::Provider::CURRENT.len());
    println!("{}: {}", nimbus::PUBLISHER, nimbus::Provider::CURRENT.len());
    println!("{}: {}", billboard::PUBLISHER, billboard::Provider::CURRENT.len());
}
"#;
