//! Registers that are unusual and right: nothing is said about them.

use service_providers_codegen::emit;
use service_providers_tests::mini::{Mini, broken};
use service_providers_tests::unusual::UNUSUAL;

#[track_caller]
fn right(change: impl FnOnce(&mut Mini)) {
    assert_eq!(broken(change).to_string(), "");
}

#[test]
fn what_publishers_really_print_is_right() {
    for unusual in UNUSUAL {
        let register = unusual.mini().compile();
        let register = register.unwrap_or_else(|report| panic!("{}:\n{report}", unusual.name));
        assert!(!emit::rust(&register, "digest").is_empty(), "{}", unusual.name);
    }
}

/// A key has at most 64 characters; where provider and edition take more, the key is free.
#[test]
fn the_key_of_a_long_provider() {
    let long = format!("oldmail-{}", "x".repeat(46));
    let rename = |file: &'static str, from: &'static str, to: String| {
        move |mini: &mut Mini| {
            mini.edit(file, |text| text.replace(from, &to));
        }
    };
    right(|mini| {
        rename("providers.csv", "oldmail,", format!("{long},"))(mini);
        rename("successions.csv", "oldmail,", format!("{long},"))(mini);
        rename("practice-recipients.csv", ",oldmail,", format!(",{long},"))(mini);
        rename("engagements.csv", "oldmail-2024-01-15,oldmail,", format!("om-2024,{long},"))(mini);
        rename("disclosures.csv", "oldmail-2024-01-15,", "om-2024,".to_owned())(mini);
        rename("storage.csv", "oldmail-2024-01-15,", "om-2024,".to_owned())(mini);
        rename("listings.csv", "oldmail-2024-01-15,", "om-2024,".to_owned())(mini);
    });
}

/// No letter has this accent in it, so there is nothing to compose.
#[test]
fn an_accent_that_stands_apart() {
    right(|mini| {
        mini.cell("successions.csv", 2, "evidence", "Printed as q\u{307} there.");
    });
}

#[test]
fn an_edition_that_takes_effect_on_the_day_of_its_publication() {
    right(|mini| {
        mini.replace(
            "register.json",
            "\"effective\": \"unknown\"",
            "\"effective\": \"2024-01-15\"",
        );
    });
}

/// A denial that names its use leaves room for the same data in another one, and a group that is
/// excluded from everything may have denials without a limit.
#[test]
fn a_denial_beside_a_disclosure_of_another_use() {
    right(|mini| {
        mini.edit("disclosures.csv", |text| {
            let denial = "mailer-2025-03-01,20,publisher,provider,email-address,student,plain,\
                          stated,no,none,When they write to us.,no,none\n";
            text.replace("mailer-2025-03-01,100,", &format!("{denial}mailer-2025-03-01,100,"))
        });
    });
}
