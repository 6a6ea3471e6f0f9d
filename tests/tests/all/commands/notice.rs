//! What somebody hears who has the draft notice read aloud.

use std::collections::BTreeSet;

use service_providers_codegen::Register;
use service_providers_tests::fixture;
use service_providers_tools::diff::{self, model::Fact};

use super::diff::{between, flat, names, of, real};

fn real_notice() -> String {
    let (diff, names) = real();
    flat(&diff::notice::page(&diff, &names))
}

fn made_up_notice(register: &Register) -> String {
    let diff = between(register, "2020-01-01", "2021-01-01");
    flat(&diff::notice::page(&diff, &names(register)))
}

/// What the notice says of a provider that stays, up to the next one.
fn about<'n>(notice: &'n str, provider: &str, next: &str) -> &'n str {
    let changes = notice.find("Changes to service providers").expect("there are changes");
    let notice = &notice[changes..];
    let (_, rest) = notice.split_once(&format!(" {provider} - ")).expect("the provider changed");
    rest.split_once(&format!(" {next} - ")).expect("another one follows").0
}

/// A denial that is gone is no disclosure, and nobody hears it as one.
#[test]
fn a_denial_that_is_gone_is_not_heard_as_a_disclosure() {
    let notice = real_notice();
    let greenhouse = about(&notice, "Greenhouse", "MongoDB Atlas");
    for sentence in [
        "The list no longer says that it is not used for: User. That does not mean that it is used \
         for them now.",
        "The list no longer says that it does not receive: Personal data (User). That does not mean \
         that the data passes now.",
    ] {
        assert!(greenhouse.contains(sentence), "{greenhouse}");
    }
    assert!(!notice.contains("named: said not"), "{notice}");
}

/// What the introduction says of a section is a fact of its rows. So `YouTube` loses no promise, and two
/// rows that tell of use where the introduction denies it have both.
#[test]
fn what_a_section_promises_is_told_of_its_rows() {
    let register = fixture::real();
    for row in register.published_rows("2025-11-17") {
        let denies = row.engagement.standing_disclosures().any(|disclosure| {
            disclosure.data_category.to_string() == "any"
                && disclosure.data_subject.to_string() == "user"
                && disclosure.condition.known().is_some_and(|text| text.contains("logged in"))
        });
        let is_website = row.listing.section.to_string() == "website";
        assert_eq!(denies, is_website, "{}", row.engagement.row.key);
    }
    let (diff, _) = real();
    let youtube = of(&diff, "youtube");
    assert!(youtube.disclosures_lost.is_empty(), "{:?}", youtube.disclosures_lost);
    let safeguards = youtube.facts.iter().find(|change| change.fact == Fact::Safeguards).unwrap();
    assert!(safeguards.before.is_subset(&safeguards.after));
    let notice = real_notice();
    assert!(about(&notice, "YouTube", "Zendesk").contains(
        "said not to receive from users data of any kind: of Student before, of User now;"
    ));
    assert!(notice.contains("by the introduction of the page; the row itself tells of use inside"));
}

/// Data that was said to be somebody's, and is now also said without saying whose, is not new.
#[test]
fn data_of_people_not_named_is_not_new() {
    let notice = real_notice();
    let zendesk = about(&notice, "Zendesk", "CrowdIn");
    assert!(
        zendesk.contains(
            "Newly named without saying whose it is: receives E-mail address (whose is not said: may \
             be included, named as an example, said before of Support requester)."
        ),
        "{zendesk}"
    );
    assert!(!zendesk.contains("Newly named: receives E-mail"), "{zendesk}");
    // And the other way round: a group is named beside people who are not.
    let mut sources = fixture::sources("editions");
    let row = |engagement, position, subject| {
        [
            engagement,
            position,
            "publisher",
            "provider",
            "name",
            subject,
            "plain",
            "stated",
            "no",
            "none",
            "none",
            "yes",
            "none",
        ]
    };
    fixture::add(&mut sources, "disclosures.csv", &row("alpha-2020-01-01", "50", "unknown"));
    fixture::add(&mut sources, "disclosures.csv", &row("alpha-2021-01-01", "50", "unknown"));
    fixture::add(&mut sources, "disclosures.csv", &row("alpha-2021-01-01", "60", "parent"));
    let notice = made_up_notice(&fixture::register(&sources));
    let told = "Newly named: receives Name (Parent: said before without saying whose).";
    assert!(notice.contains(told), "{notice}");
}

/// What a whole edition does not tell is said once. Nobody is said to have lost it.
#[test]
fn what_an_edition_does_not_tell_is_not_compared() {
    let (diff, names) = real();
    let columns = [Fact::EntityCountry, Fact::Storage, Fact::Features, Fact::Section];
    let columns = BTreeSet::from_iter([&columns[..], &[Fact::ServiceCategory]].concat());
    assert_eq!(diff.not_compared.not_in_older, columns);
    assert_eq!(diff.not_compared.not_in_newer, BTreeSet::from([Fact::PolicyUrl]));
    let notice = flat(&diff::notice::page(&diff, &names));
    assert_eq!(notice.matches("Link to the privacy policy").count(), 1, "{notice}");
    assert!(notice.contains(
        "Not compared: Link to the privacy policy. The list of 2025-11-17, as the register holds it, \
         tells it of no service provider. The page itself may tell it."
    ));
}

/// Links are compared where both editions have some.
#[test]
fn links_are_compared_with_links() {
    let register_with_link = |document: &str| {
        let mut sources = fixture::sources("editions");
        let link = "https://example.com/privacy";
        fixture::set(&mut sources, "listings.csv", &[document, "2", "1"], "policy_url", link);
        fixture::register(&sources)
    };
    let register = register_with_link("page-2022");
    let diff = between(&register, "2021-01-01", "2022-01-01");
    assert!(diff.not_compared.not_in_older.contains(&Fact::PolicyUrl));
    let notice = diff::notice::page(&diff, &names(&register));
    assert_eq!(notice.matches("Link to the privacy policy").count(), 1, "{notice}");
    let diff = between(&register_with_link("page-2021"), "2020-01-01", "2021-01-01");
    assert!(!diff.not_compared.not_in_newer.contains(&Fact::PolicyUrl));
    assert!(of(&diff, "alpha").facts.iter().any(|change| change.fact == Fact::PolicyUrl));
}

/// Facts that only a text of the register holds are told: whoever is described, its summary and its
/// notes are printed.
#[test]
fn every_text_is_told() {
    let register = fixture::real();
    let (diff, _) = real();
    let notice = real_notice();
    let rows = register.published_rows_by_provider("2025-11-17");
    let followers = diff.succeeded.iter().flat_map(|event| &event.to);
    let described = diff.added.iter().map(|listed| &listed.provider).chain(followers);
    let (mut summaries, mut notes) = (0, 0);
    for row in described.flat_map(|key| &rows[key.as_str()]) {
        let row = &row.engagement.row;
        summaries += 1;
        assert!(notice.contains(&format!("What it does: {}", &*row.summary)), "{}", row.key);
        if let Some(note) = row.note.known() {
            notes += 1;
            assert!(
                notice.contains(&format!("Remark of the register: {}", &**note)),
                "{}",
                row.key
            );
        }
    }
    assert!(summaries > 20 && notes > 20, "{summaries} {notes}");
    for fact in [
        "may use the raw audio for itself",
        "A separate privacy policy governs",
        "to improve it where the law allows",
        "What it does now: Sends updates by e-mail to parents and teachers,",
    ] {
        assert!(notice.contains(fact), "{fact}");
    }
}

/// Every provider of the newer edition is counted once.
#[test]
fn who_stays_the_same_is_counted() {
    let (diff, _) = real();
    let notice = real_notice();
    for sentence in [
        "- 12 service providers stay, and something said about them changed.",
        "- 3 service providers stay, and no fact about them changed.",
        "without a changed fact --------------------------------------------------- - Algolia - \
         Pdfcrowd - SurveyMonkey What only",
    ] {
        assert!(notice.contains(sentence), "{sentence}");
    }
    let followers: usize = diff.succeeded.iter().map(|event| event.to.len()).sum();
    assert_eq!(diff.added.len() + followers + 12 + 3, diff.to.providers);
}

/// Where several providers take part, a sentence says which of them it is about, and each follower is
/// described.
#[test]
fn who_took_over_what_is_told() {
    let notice = real_notice();
    for sentence in [
        "- Google Cloud: Newly named: for Google Translate, receives Story posts (User).",
        "- Google Single Sign On (SSO): Safeguards: now also No account passwords.",
        "- Fabric (Google): No longer named: receives Product event logs (User: pseudonymous).",
        "What is said of Google Cloud now: - What it does: Finds the coordinates of school addresses,",
        "Split. No document says so. The register infers it; the evidence is strong.",
        "In 2025-11-17 the Maps part, coordinates for school addresses, stands in the row of Google \
         Cloud",
    ] {
        assert!(notice.contains(sentence), "{sentence}");
    }
    let notice = made_up_notice(&fixture::register(&fixture::sources("editions")));
    assert!(notice.contains("- Daughter: Newly named: receives Name (Parent)."), "{notice}");
    assert!(!notice.contains("- Mother: "), "nothing changed about it: {notice}");
}

/// How surely data passes, and that it is an example, is said of what changed as well.
#[test]
fn what_may_pass_is_not_said_to_pass() {
    let notice = real_notice();
    for sentence in [
        "Changed: receives Personal data (whose is not said: may be included): now also without a \
         condition.",
        "Personal data (User of the provider: may be included). Condition: Limited information, to \
         let users import or publish designs.",
        "Homework Helper (named as an example, out of school)",
        "- All products (all, in school): Dun & Bradstreet -",
    ] {
        assert!(notice.contains(sentence), "{sentence}");
    }
}

/// How to object is told in the words of the register, or not at all.
#[test]
fn how_to_object_is_told_if_known() {
    let mut sources = fixture::sources("editions");
    let unknown = made_up_notice(&fixture::register(&sources));
    let missing =
        "The documents do not say how to object. Add it here before this notice goes out.";
    assert!(unknown.ends_with(missing), "{unknown}");
    fixture::edit_register(&mut sources, |file| {
        file["publisher"]["contact"] = "privacy@example.com".into();
        file["publisher"]["objection"] = "Write to the privacy team.".into();
    });
    let known = made_up_notice(&fixture::register(&sources));
    let told = "Write to the privacy team. Questions go to: privacy@example.com";
    assert!(known.ends_with(told), "{known}");
    assert!(!known.contains(missing), "{known}");
}

/// That a list names no data does not mean that none passes.
#[test]
fn data_that_is_not_named_may_pass() {
    let told = |status, column, value| {
        let mut sources = fixture::sources("editions");
        fixture::set(&mut sources, "engagements.csv", &["third-2022-01-01"], "data", status);
        let key = ["third-2022-01-01", "10"];
        fixture::set(&mut sources, "disclosures.csv", &key, column, value);
        let register = fixture::register(&sources);
        let diff = between(&register, "2021-01-01", "2022-01-01");
        flat(&diff::notice::page(&diff, &names(&register)))
    };
    let none = "The list says that no personal data passes.";
    let unknown = "The list does not say which data passes.";
    let notice = told("none", "asserted", "no");
    assert!(notice.contains(none) && !notice.contains(unknown), "{notice}");
    let notice = told("unknown", "withdrawn", "The page does not say so.");
    assert!(notice.contains(unknown) && !notice.contains(none), "{notice}");
}
