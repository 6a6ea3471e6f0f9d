//! What somebody hears who has the draft notice read aloud.

use std::collections::BTreeSet;

use service_providers_codegen::{Certainty, Register};
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
    let changes = notice.find("in both lists, with differences ---").expect("there are some");
    let (_, rest) = notice[changes..]
        .split_once(&format!(" {provider} Both lists say: "))
        .expect("both lists name the provider");
    rest.split_once(&format!(" {next} ")).expect("another one follows").0
}

/// The sentences of both lists, of the older one and of the newer one.
fn by_list(told: &str) -> [&str; 3] {
    let (both, rest) = told.split_once("The older list: ").expect("the older list");
    let (older, newer) = rest.split_once("The newer list: ").expect("the newer list");
    [both, older, newer]
}

/// A list that no longer denies something does not tell of it. Nobody hears that anything is gone, or
/// that it is new: the lists stand under one another.
#[test]
fn the_lists_stand_under_one_another() {
    let notice = real_notice();
    let [both, older, newer] = by_list(about(&notice, "Greenhouse", "MongoDB Atlas"));
    assert!(
        both.contains("Receives about Contractor and Job applicant: Recruitment data."),
        "{both}"
    );
    assert!(older.contains("- Said not to receive from ClassDojo about User: Personal data."));
    assert!(older.contains("- Said not to be used for: User."), "{older}");
    assert!(newer.contains(
        "- Said not to receive from ClassDojo about User: data of any kind. Limit: In areas of the \
         service where users are logged in, as the introduction of the page says."
    ));
    // A limit that only one list names is told by that list.
    let [_, older, newer] = by_list(about(&notice, "Pubnub", "SendGrid"));
    assert!(older.contains("Receives about User: User ID. Not said about whom: Server logs."));
    assert!(newer.contains("Channel ID, Class ID, User ID. Limit: With certain product events."));
    for claim in [
        "now also",
        "no longer named",
        "Newly named",
        "no limit named",
        "does not mean that the data",
    ] {
        assert!(!notice.contains(claim), "{claim}");
    }
    assert!(notice.contains(
        "What only the newer list says may have been so before, and what only the older list says may \
         go on."
    ));
}

/// What both lists say is not told again as what one of them says.
#[test]
fn what_both_lists_say_is_told_once() {
    let notice = real_notice();
    let [both, older, newer] = by_list(about(&notice, "SendGrid", "Twilio"));
    for sentence in [
        "Receives about Parent, School leader and Teacher: Account data, E-mail address; Name (named as \
         an example).",
        "Said not to receive from ClassDojo about Student: Account data, E-mail address.",
    ] {
        assert!(both.contains(sentence), "{both}");
        assert!(!older.contains(sentence) && !newer.contains(sentence), "{older} {newer}");
    }
    // Of two remarks, the sentences with which both begin.
    let [both, older, newer] = by_list(about(&notice, "YouTube", "Zendesk"));
    assert!(both.contains("data on viewing still goes from the viewer to the provider."), "{both}");
    assert!(older.contains("- Remark of the register: A second link,"), "{older}");
    assert!(newer.contains("- Remark of the register: The row itself does not say"), "{newer}");
}

/// Data that both lists name in another form is said by both. The form is told by the list that names it.
#[test]
fn a_form_of_the_same_data_is_told_by_its_list() {
    let notice = real_notice();
    let [both, older, newer] = by_list(about(&notice, "DataDog", "Dun & Bradstreet"));
    let same = "Receives about User: Product event logs, Server logs. Limit: At user level.";
    assert!(both.contains(same), "{both}");
    let form = "In which form: Receives about User: Server logs (in a form that is not stated); Product \
                event logs (pseudonymous). Limit: At user level.";
    assert!(older.contains(form), "{older}");
    assert!(!newer.contains("Product event logs"), "{newer}");
}

/// Who gets data that the provider does not pass on is the subject.
#[test]
fn who_receives_is_the_subject() {
    let notice = real_notice();
    let told = "- Third parties may receive from users about Video viewer: Browsing behaviour.";
    assert!(notice.contains(told), "{notice}");
}

/// A denial of data of any kind is told once.
#[test]
fn a_denial_of_all_data_includes_that_of_one_kind() {
    let notice = real_notice();
    let told =
        "- For Site analytics, said not to receive from ClassDojo about Child: data of any kind.";
    assert!(notice.contains(told), "{notice}");
    assert!(!notice.contains("Advertising data"), "{notice}");
}

/// What the introduction says of a section is a fact of its rows. So `YouTube` loses no promise
/// but makes a wider one, and two
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
    let [lost, gained] =
        [&safeguards.before - &safeguards.after, &safeguards.after - &safeguards.before];
    assert_eq!(lost, BTreeSet::from(["child-area-exclusion".to_owned()]));
    assert_eq!(gained, BTreeSet::from(["logged-in-area-exclusion".to_owned()]));
    let notice = real_notice();
    let [_, older, newer] = by_list(about(&notice, "YouTube", "Zendesk"));
    assert!(older.contains("from users about Student: data of any kind. Limit: In areas where"));
    assert!(
        newer.contains("from users about User: data of any kind. Limit: In areas of the service")
    );
    assert!(notice.contains("as the introduction of the page says; the row itself tells of use"));
}

/// Data that was said to be somebody's, and is now also said without saying whose, is not new.
#[test]
fn data_of_people_not_named_is_not_new() {
    let notice = real_notice();
    let [both, _, newer] = by_list(about(&notice, "Zendesk", "Service providers"));
    assert!(both.contains("- Receives about Support requester: E-mail address,"), "{both}");
    assert!(
        newer.contains(
            "- May receive, not said about whom: Personal data; Contact handle, E-mail address (each \
             named as an example). Limit: Incidentally, as the introduction of the page says."
        ),
        "{newer}"
    );
    let (diff, _) = real();
    let gained = of(&diff, "zendesk").disclosures_gained.iter();
    let mut addresses = gained.filter(|of| of.flow.data_category == "email-address");
    assert!(addresses.next().unwrap().same_of.contains("support-requester"));
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
    let diff = between(&fixture::register(&sources), "2020-01-01", "2021-01-01");
    let gained = &of(&diff, "alpha").disclosures_gained;
    let name = gained.iter().find(|of| of.flow.data_category == "name").expect("it is told");
    assert!(name.same_of.contains("unknown"), "{:?}", name.same_of);
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
        "The list of 2025-11-17 does not tell these facts, or the text that the register holds has lost \
         them: “Link to the privacy policy”."
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
    let notice = flat(&diff::notice::page(&diff, &names(&register)));
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
            for sentence in note.split_inclusive(". ") {
                assert!(notice.contains(sentence.trim_end()), "{}: {sentence}", row.key);
            }
        }
    }
    assert!(summaries > 20 && notes > 20, "{summaries} {notes}");
    for fact in [
        "Separately, the publisher may use the raw audio",
        "A separate privacy policy governs",
        "to improve it where the law allows",
        "What it does: Sends updates by e-mail to parents and teachers,",
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
        "- 12 service providers stand in both lists, with differences.",
        "- 3 service providers stand in both lists, no difference where both say something.",
        "- Of those in both lists, printed under two names: AWS, Dun & Bradstreet and MongoDB Atlas.",
    ] {
        assert!(notice.contains(sentence), "{sentence}");
    }
    let (_, same) =
        notice.split_once("no difference where both say something ---").expect("there are some");
    for (provider, next) in [("Algolia", "Pdfcrowd"), ("Pdfcrowd", "SurveyMonkey")] {
        let (_, told) = same.split_once(&format!(" {provider} Both lists say: ")).unwrap();
        let (told, _) = told.split_once(&format!(" {next} ")).unwrap();
        assert!(!told.contains("The older list:"), "{told}");
        assert!(told.contains("The newer list: - Company in: "), "{told}");
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
        let stay = count("stands in both lists", "stand in both lists");
        let before_too = count(
            "took the place of others and was listed before",
            "took the place of others and were listed before",
        );
        let old = count("is no longer listed", "are no longer listed")
            + count("was renamed", "were renamed");
        let new = count("is new", "are new")
            + count("is listed again", "are listed again")
            + count("of those that were split is", "of those that were split are")
            + count(
                "took the place of others and was not listed",
                "took the place of others and were not listed",
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
            "- For {sign_on} single sign-on, said not to receive from ClassDojo about User: Personal data."
        );
        assert!(notice.contains(&denial), "{denial}");
    }
    assert!(!notice.contains("Passes from the publisher"), "{notice}");
    assert!(
        notice.contains("ClassDojo passes on to users about Parent: E-mail address."),
        "{notice}"
    );
}

/// The list says of classroom tools alone that prompts hold nothing about users.
#[test]
fn prompts_are_about_no_person_in_classroom_tools_only() {
    let notice = real_notice();
    let openings: Vec<&str> = notice
        .split(" - ")
        .filter(|line| line.contains("about no person: AI instructions from the publisher"))
        .map(|line| line.split(':').next().expect("a line is not empty"))
        .collect();
    assert_eq!(openings, ["For AI classroom tools, receives about no person"]);
}

/// What records of the older time say stands beside the lists, with the country, and is not taken for
/// what a list says. How sure it is that a record means this kind of data is told.
#[test]
fn what_records_say_stands_beside_the_lists() {
    let notice = real_notice();
    let sendgrid = about(&notice, "SendGrid", "Twilio");
    assert!(
        sendgrid.ends_with(
            "Data transparency records held for the time of 2018-11-05 also name Sendgrid. Kinds of \
             data: Form of address and Language preference. Kinds that the register infers: E-mail \
             address, Name and School affiliation. Country named with it: United States."
        ),
        "{sendgrid}"
    );
    // Records name Crashlytics with the United States, where the newer list says anywhere.
    let (_, crashlytics) = notice.split_once("also name Crashlytics. ").expect("records name it");
    assert!(crashlytics.starts_with(
        "Kinds that the register infers: Device data. Country named with it: United States."
    ));
    // An identity that is inferred is told beside the kinds.
    let mongodb = about(&notice, "MongoDB Atlas", "Pubnub");
    let told = "also name MLab, which the register takes for MongoDB Atlas by inference. Kinds of data: \
                Age,";
    assert!(mongodb.contains(told), "{mongodb}");
    let recorded = |table, key: &[&str], column, value| {
        let mut sources = fixture::real_sources();
        fixture::set(&mut sources, table, key, column, value);
        let register = fixture::register(&sources);
        let recorded = between(&register, "2018-11-05", "2025-11-17").practices.recorded_before;
        recorded.into_iter().find(|of| of.provider == "datadog").expect("records name it").gets
    };
    // Data comes from a provider, too.
    let bradstreet = about(&notice, "Dun & Bradstreet", "Greenhouse");
    let told = "also say that data comes from a provider that the register takes for Dun & Bradstreet. \
                Kinds that the register infers: School information.";
    assert!(bradstreet.ends_with(told), "{bradstreet}");
    let data = recorded("practices.csv", &["practice-17"], "certainty", "stated");
    assert_eq!(data.get("ip-address"), Some(&Certainty::Stated));
    let data = recorded("practices.csv", &["practice-17"], "data_category", "name");
    assert!(data.contains_key("name") && !data.contains_key("ip-address"), "{data:?}");
}

/// Of a provider of which the list says all that it says of one in front of it, only the rest is told.
#[test]
fn what_is_said_of_two_new_providers_is_told_once() {
    let notice = real_notice();
    let told = "OpenAI - The list says the same of it as of Anthropic. - Remark of the \
                register: Also spelt Open AI. RevenueCat";
    assert!(notice.contains(told), "{notice}");
    // One limit of one kind of data makes the difference.
    let mut sources = fixture::real_sources();
    let key = ["anthropic-2025-11-17", "60"];
    fixture::set(&mut sources, "disclosures.csv", &key, "condition", "In summer.");
    let register = fixture::register(&sources);
    let diff = between(&register, "2018-11-05", "2025-11-17");
    let notice = flat(&diff::notice::page(&diff, &names(&register)));
    assert!(!notice.contains("all that it says of"), "{notice}");
    assert!(notice.contains("OpenAI - What it does: A language model"), "{notice}");
}

/// Who is gone is described, so that a reader knows whom the data went to and which.
#[test]
fn who_is_gone_is_described() {
    let notice = real_notice();
    let (_, gone) = notice.split_once("Service providers that are no longer listed").unwrap();
    let (gone, _) = gone.split_once("Service providers that were renamed").unwrap();
    for sentence in [
        "CrowdIn - What it does: Lets many people help with translations.",
        "- Said not to receive from ClassDojo about User: Personal data.",
        "Loggly - What it does: Tracks errors on the website. Used for: Error tracking. - Receives, not \
         said about whom: Server logs.",
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
        "The older list: - Printed name: MongoLab.",
        "The newer list: - Printed name: MongoDB Atlas.",
        "and MongoDB Atlas. The register takes both names for one service.",
        "- Remark of the register: That MongoLab is the same as MongoDB Atlas is said by",
        "and that pseudo-anonymized, no settled term, means linked to a pseudonym.",
        "- Remark of the register: The use ends in an open mention of other things.",
        "Source: Publisher's public policies, revision of 2022-03-10, whose text the register does not \
         hold.",
        "Source: Third Party Service Providers of 2025-11-17.",
        "the evidence is moderate where it is weakest.",
        "How the documents of 2018-11-05 are dated. Third Party Service Providers: The text bears no \
         date. It is, byte for byte, the first revision",
        "Data Transparency: Undated. Why a document without this date is among them: That it belongs",
        "of 2025-11-17 are dated. Third Party Service Providers: The document states the day of its",
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
        "The older list says of Google Cloud: - What it does: Translates messages.",
        "The newer list says of Google Cloud: - What it does: Finds the coordinates of school addresses,",
        "The older list says of Fabric (Google): - What it does: Supplies mobile analytics. Used for: \
         Analytics. - Receives about User: Product event logs (pseudonymous). Limit: At user level.",
        "The newer list says of Google Single Sign On (SSO): - What it does: Lets students, parents and",
        "Probably split. No document says so. The register infers it; the evidence is strong.",
        "In 2025-11-17 the Maps part, coordinates for school addresses, stands in the row of Google \
         Cloud",
    ] {
        assert!(notice.contains(sentence), "{sentence}");
    }
    let notice = made_up_notice(&fixture::register(&fixture::sources("editions")));
    for provider in ["The older list says of Mother:", "The newer list says of Daughter:"] {
        assert!(notice.contains(provider), "{notice}");
    }
}

/// How surely data passes, and that it is an example, is said of what changed as well.
#[test]
fn what_may_pass_is_not_said_to_pass() {
    let notice = real_notice();
    for sentence in [
        "Both lists say: - What it does: ClassDojo's own e-mail, documents, slides and spreadsheets. Used \
         for: Office work. - May receive, not said about whom: Personal data. Limit: In the course of \
         using the tools.",
        "- May give ClassDojo, not said about whom: Personal data; Account identifier, Design metadata, \
         Designs (each named as an example). Limit: Limited information, to let users import or publish \
         designs.",
        "- If the user chooses, receives from users, not said about whom: Phone number.",
        "Homework Helper (named as an example, out of school)",
        "Needed when used with: All products (all, in school). Section of the page",
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
