//! What somebody hears who has the draft notice read aloud.

use std::collections::BTreeSet;

use service_providers_codegen::{Certainty, Register};
use service_providers_tests::fixture;
use service_providers_tools::diff::{
    self,
    model::{Disclosure, Fact},
};

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
        "The list no longer says that it does not receive from ClassDojo: Personal data (User). That \
         does not mean that the data passes now.",
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
            "Newly named, also without saying whose it is: receives E-mail address (whose is not \
             said: may be included, named as an example, said before and now of Support requester)."
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
    let told = "Newly named: receives Name (Parent: said before and now without saying whose).";
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
         tells this of no service provider."
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
        "- The older list names 33 service providers, the newer one 39.",
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

/// The counts of the summary add up to both lists, whatever became of the providers.
#[test]
fn the_counts_add_up_to_both_lists() {
    let made_up = fixture::register(&fixture::sources("editions"));
    let mut diffs = vec![real()];
    for (from, to) in
        [("2020-01-01", "2021-01-01"), ("2021-01-01", "2022-01-01"), ("2020-01-01", "2022-01-01")]
    {
        diffs.push((between(&made_up, from, to), names(&made_up)));
    }
    for (diff, names) in &diffs {
        let notice = flat(&diff::notice::page(diff, names));
        // The number in front of these words, whether one or several are counted.
        let count = |one: &str, several: &str| -> usize {
            let lines = notice.split(" - ").filter_map(|line| line.split_once(" service provider"));
            lines
                .filter(|(_, rest)| {
                    rest.starts_with(&format!(" {one}"))
                        || rest.starts_with(&format!("s {several}"))
                })
                .map(|(number, _)| number.parse::<usize>().expect("a number stands in front"))
                .sum()
        };
        let stay = count("stays, and", "stay, and");
        let before_too = count(
            "is what others became, and was listed before",
            "are what others became, and were listed before",
        );
        let old = count("is no longer listed", "are no longer listed")
            + count("was renamed", "were renamed");
        let new = count("is new", "are new")
            + count("is listed again", "are listed again")
            + count("of those that were split is", "of those that were split are")
            + count(
                "is what others became, and was not listed",
                "are what others became, and were not listed",
            );
        assert_eq!(old + before_too + stay, diff.from.providers, "{notice}");
        assert_eq!(new + before_too + stay, diff.to.providers, "{notice}");
    }
}

/// A denial that names no sender is heard as one of all senders. Google gets data from users of the
/// sign-on, and the list says only that the publisher passes none.
#[test]
fn every_denial_names_its_sender() {
    let notice = real_notice();
    for (at, denial) in
        notice.match_indices("not to receive").chain(notice.match_indices("not receive"))
    {
        let rest = &notice[at + denial.len()..];
        assert!(rest.starts_with(" from "), "{}", &rest[..60]);
    }
    for sign_on in ["Google", "Microsoft"] {
        let denial = format!(
            "- For {sign_on} single sign-on, said not to receive from ClassDojo: Personal data (User)."
        );
        assert!(notice.contains(&denial), "{denial}");
    }
    assert!(!notice.contains("Passes from the publisher"), "{notice}");
    assert!(notice.contains("ClassDojo passes on to users: E-mail address (Parent)."), "{notice}");
}

/// The list says of classroom tools alone that prompts hold nothing about users.
#[test]
fn prompts_are_about_no_person_in_classroom_tools_only() {
    let notice = real_notice();
    let openings: Vec<&str> = notice
        .split(" - ")
        .filter(|line| line.contains("AI prompts (about no person)"))
        .map(|line| line.split(':').next().expect("a line is not empty"))
        .collect();
    assert_eq!(openings, ["For AI classroom tools, receives"; 2]);
}

/// What is no longer named may go on.
#[test]
fn what_is_no_longer_named_is_not_told_as_gone() {
    let notice = real_notice();
    for sentence in [
        "no longer named: Messaging infrastructure. That does not mean that it is no longer used for \
         that.",
        "No longer named: receives Server logs (whose is not said). That does not mean that the data \
         no longer passes.",
        "- The list now names as a safeguard: Data kept only as long as the task needs.",
    ] {
        assert!(notice.contains(sentence), "{sentence}");
    }
    assert_eq!(
        notice.matches("No longer named: ").count(),
        notice.matches("data no longer passes").count()
    );
}

/// Data that a record of the older time names with a provider is new on the list, and not new.
#[test]
fn what_a_record_names_is_not_new() {
    let notice = real_notice();
    let datadog = about(&notice, "DataDog", "Dun & Bradstreet");
    assert!(
        datadog.contains(
            "Newly named: receives Device type (User: named as an example), IP address (User: named \
             as an example, by inference named before in a data transparency record)."
        ),
        "{datadog}"
    );
    let mongodb = about(&notice, "MongoDB Atlas", "Pubnub");
    assert!(
        mongodb.contains(
            "Portfolio content (Student: named as an example, before perhaps in Personal data, before \
             perhaps in User content of a data transparency record)"
        ),
        "{mongodb}"
    );
    // The kind of data of the record is said outright, or the record is about other people.
    let with = |table, key: &[&str], column, value| {
        let mut sources = fixture::real_sources();
        fixture::set(&mut sources, table, key, column, value);
        let register = fixture::register(&sources);
        let diff = between(&register, "2018-11-05", "2025-11-17");
        of(&diff, "datadog").disclosures_gained.clone()
    };
    let ip_address = |gained: Vec<Disclosure>| {
        let mut gained = gained.into_iter();
        gained
            .find(|of| of.flow.data_category == "ip-address")
            .expect("it is new on the list")
            .in_records
    };
    let records = ip_address(with("practices.csv", &["practice-17"], "certainty", "stated"));
    assert_eq!(records.get("ip-address"), Some(&Certainty::Stated));
    let records = ip_address(with("practices.csv", &["practice-17"], "data_category", "name"));
    assert!(records.is_empty(), "{records:?}");
}

/// Who is gone is described, so that a reader knows whom the data went to and which.
#[test]
fn who_is_gone_is_described() {
    let notice = real_notice();
    let (_, gone) = notice.split_once("Service providers that are no longer listed").unwrap();
    let (gone, _) = gone.split_once("Service providers that were renamed").unwrap();
    for sentence in [
        "CrowdIn - What it does: Lets many people help with translations.",
        "- The list says that no personal data passes.",
        "Loggly - What it does: Tracks errors on the website. - Used for: Error tracking. - Receives: \
         Server logs (whose is not said).",
        "does not say what became of data that they may have held.",
    ] {
        assert!(gone.contains(sentence), "{gone}");
    }
}

/// What changed may rest on what the register took the older words for, and an identity on what it
/// took a name for. Both are told with their basis.
#[test]
fn what_the_register_took_words_for_is_told() {
    let notice = real_notice();
    for sentence in [
        "Printed as MongoLab before, as MongoDB Atlas now. The register takes these names for one service.",
        "Remark of the register on the older list: That MongoLab is the same as MongoDB Atlas is said by",
        "and that pseudo-anonymized, no settled term, means linked to a pseudonym.",
        "- Google Cloud: Remark of the register on the older list: The use ends in an open mention of \
         other things.",
        "Source: Publisher's public policies, revision of 2022-03-10, whose text the register does not \
         hold.",
        "Source: Third Party Service Providers of 2025-11-17.",
        "the evidence is moderate where it is weakest.",
        "Not every document held for the time of 2018-11-05 bears that date.",
    ] {
        assert!(notice.contains(sentence), "{sentence}");
    }
}

/// Where several providers take part, a sentence says which of them it is about, and each follower is
/// described.
#[test]
fn who_took_over_what_is_told() {
    let notice = real_notice();
    for sentence in [
        "- Google Cloud: Newly named: for Google Translate, receives Story posts (User).",
        "- Google Single Sign On (SSO): The list now also names as a safeguard: No account passwords.",
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
        "Changed: receives Personal data (whose is not said: may be included): now also with no \
         limit named.",
        "Personal data (whose is not said: may be included). Limit: Limited information, to let users \
         import or publish designs.",
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
