//! What changed between two editions.

use service_providers_codegen::{Asserted, Certainty, Register};
use service_providers_tests::fixture;
use service_providers_tools::diff::model::{
    Aspect, Changes, Diff, Disclosure, DisclosureChange, Event, EventKind, Fact, Flow,
    ListedProvider, Nature, ProviderChange,
};
use service_providers_tools::diff::{self, EditionRef, compare};
use service_providers_tools::page::Names;
use std::collections::BTreeSet;

pub(super) fn between(register: &Register, from: &str, to: &str) -> Diff {
    compare(EditionRef { register, id: from }, EditionRef { register, id: to }, register)
}

pub(super) fn names(register: &Register) -> Names {
    Names::of(&[register])
}

pub(super) fn real() -> (Diff, Names) {
    let register = fixture::real();
    (between(&register, "2018-11-05", "2025-11-17"), names(&register))
}

fn made_up(from: &str, to: &str) -> Diff {
    between(&fixture::register(&fixture::sources("editions")), from, to)
}

/// A text in one line, however it is wrapped.
pub(super) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn keys(set: &BTreeSet<String>) -> Vec<&str> {
    set.iter().map(String::as_str).collect()
}

/// What changed about a provider that has one row in each edition.
pub(super) fn of<'d>(diff: &'d Diff, provider: &str) -> &'d Changes {
    let change = diff.changed.iter().find(|change| change.provider == provider);
    let change = change.unwrap_or_else(|| panic!("{provider} did not change"));
    assert_eq!((change.rows.len(), change.rows_added.len(), change.rows_gone.len()), (1, 0, 0));
    &change.rows[0].changes
}

#[test]
fn the_real_editions_as_a_page() {
    let (diff, names) = real();
    insta::assert_snapshot!(diff::markdown::page(&diff, &names));
}

#[test]
fn the_real_editions_as_a_notice() {
    let (diff, names) = real();
    insta::assert_snapshot!(diff::notice::page(&diff, &names));
}

/// A notice is ready to be mailed: no markup, no line that a mail program would break.
#[test]
fn a_notice_is_plain_text() {
    let (diff, names) = real();
    let notice = diff::notice::page(&diff, &names);
    for line in notice.lines() {
        // An address is not broken, however long it is.
        let is_one_word = !line.trim().contains(' ');
        assert!(line.chars().count() <= 72 || is_one_word, "{line:?}");
        assert!(!line.ends_with(' '), "{line:?}");
        assert!(!line.contains('\\') && !line.starts_with(['#', '|']), "{line:?}");
    }
    assert!(notice.contains("Dun & Bradstreet"));
    assert!(notice.contains("- 19 service providers are new.\n"), "{notice}");
}

/// Whatever tells of a disclosure tells the use and the condition under which it passes, or does not.
#[test]
fn every_use_and_condition_is_told() {
    let register = fixture::real();
    let (diff, names) = real();
    let page = flat(&diff::markdown::page(&diff, &names));
    let notice = flat(&diff::notice::page(&diff, &names));
    let feed = diff::atom(&diff, &names, None);
    let feed: atom_syndication::Feed = feed.parse().unwrap();
    let entries: Vec<&str> =
        feed.entries().iter().filter_map(|entry| entry.content()?.value()).collect();
    let feed = flat(&entries.join(" "));
    let json = flat(&diff::json::document(&diff));
    let mut told = 0;
    for listed in &diff.added {
        for row in
            register.published_rows_by_provider("2025-11-17")[listed.provider.as_str()].iter()
        {
            for disclosure in row.engagement.standing_disclosures() {
                if let Some(condition) = disclosure.condition.known() {
                    told += 1;
                    let said = |page: &String| {
                        let limits = ["Limit: ", "Limit of all this: "];
                        limits
                            .iter()
                            .any(|limit| page.contains(&flat(&format!("{limit}{condition}"))))
                    };
                    assert!([&notice, &feed, &page].into_iter().all(said), "{condition}");
                }
                if let Some(context) = disclosure.context.known() {
                    told += 1;
                    let member = format!("\"context\": \"{context}\"");
                    assert!(json.contains(&member), "{context}");
                }
            }
        }
    }
    assert!(told > 100, "{told}");
    assert!(notice.contains(
        "Said not to receive from ClassDojo about User: Direct identifiers. Limit: Unless they stand \
         in the text that a teacher, parent or child puts in."
    ));
    assert!(
        notice.contains(
            "For Teacher verification, said not to receive from ClassDojo about Child and Student: data \
             of any kind. Limit: When ages are verified."
        ),
        "{notice}"
    );
}

/// Of a provider in both lists, every disclosure of either list is told, with its people and its
/// condition.
#[test]
fn every_disclosure_of_both_lists_is_told() {
    let register = fixture::real();
    let (diff, names) = real();
    let page = diff::markdown::page(&diff, &names);
    let mut told = 0;
    for change in &diff.changed {
        let provider = change.provider.as_str();
        let title = format!("### {}\n", names.name("providers", provider).replace('&', "\\&"));
        let (_, section) = page.split_once(&title).unwrap_or_else(|| panic!("{title}"));
        let section = section.split("\n## ").next().unwrap().split("\n### ").next().unwrap();
        for edition in ["2018-11-05", "2025-11-17"] {
            let rows = &register.published_rows_by_provider(edition)[provider];
            for row in rows.iter().flat_map(|row| row.engagement.standing_disclosures()) {
                let (kind, people) = (row.data_category.to_string(), row.data_subject.to_string());
                let kind = names.name("data-categories", &kind);
                let people = match people.as_str() {
                    // At the beginning of a sentence or inside it.
                    "unknown" => "ot said about whom",
                    "none" => "bout no person",
                    group => names.name("data-subjects", group),
                };
                let condition = row.condition.known().map_or("", |text| &**text);
                let is_told = |line: &str| {
                    [kind, people, condition].iter().all(|words| line.contains(*words))
                };
                assert!(section.lines().any(is_told), "{provider}: {row:?}\n{section}");
                told += 1;
            }
        }
    }
    assert!(told > 150, "{told}");
}

/// What protected people and is no longer named stands among the changes.
#[test]
fn a_lost_safeguard_is_a_change() {
    let (diff, names) = real();
    let datadog = of(&diff, "datadog");
    let lost = datadog.facts.iter().find(|change| change.fact == Fact::Safeguards).unwrap();
    assert_eq!(lost.nature, Nature::NoLongerStated);
    assert!(lost.is_change() && datadog.is_change());
    let notice = flat(&diff::notice::page(&diff, &names));
    let changes = notice.find("in both lists, with differences ---").unwrap();
    let same = notice.find("no difference where both say something ---").unwrap();
    let place = notice.find("- Safeguards: Pseudonymisation.").unwrap();
    assert!(changes < place && place < same);
}

/// Two rows about one provider that disagree are both told.
#[test]
fn rows_that_disagree_are_both_told() {
    let (diff, names) = real();
    let blueshift = diff.added.iter().find(|listed| listed.provider == "blueshift").unwrap();
    let countries: Vec<Vec<&str>> =
        blueshift.rows.iter().map(|row| keys(&row.facts.entity_countries)).collect();
    assert_eq!(countries, [vec![], vec!["us"]]);
    let notice = flat(&diff::notice::page(&diff, &names));
    let (_, rows) = notice.split_once(" Blueshift The row").expect("it is new");
    let (rows, _) = rows.split_once(" Calendly The row").expect("it follows");
    let (technical, website) = rows
        .split_once("The row in the section Website providers says:")
        .expect("the second row is told apart");
    assert!(technical.starts_with(" in the section Technical service providers says:"));
    assert!(website.contains("- Company in: United States."), "{website}");
    assert!(!technical.contains("- Company in:"), "{technical}");
}

#[test]
fn made_up_editions_as_a_page() {
    let register = fixture::register(&fixture::sources("editions"));
    let diff = between(&register, "2020-01-01", "2021-01-01");
    insta::assert_snapshot!(diff::markdown::page(&diff, &names(&register)));
}

#[test]
fn a_notice_says_from_when_and_until_when() {
    let register = fixture::register(&fixture::sources("editions"));
    let diff = between(&register, "2020-01-01", "2021-01-01");
    let notice = diff::notice::page(&diff, &names(&register));
    assert!(notice.contains("The changes take effect: 2021-02-01."), "{notice}");
    assert!(notice.contains("You may object until 2021-01-20."), "{notice}");
    let diff = between(&register, "2021-01-01", "2022-01-01");
    let notice = diff::notice::page(&diff, &names(&register));
    assert!(notice.contains("The changes take effect: not stated in the documents."), "{notice}");
    assert!(notice.contains("do not say whether, how or until when you may object."), "{notice}");
    assert!(
        flat(&notice).ends_with("Say here what applies, before this notice goes out."),
        "{notice}"
    );
}

/// Nobody is forgotten, and nobody is told of twice.
#[test]
fn every_provider_is_in_one_place() {
    let (real, made_up) = (fixture::real(), fixture::register(&fixture::sources("editions")));
    for (register, from, to) in [
        (&real, "2018-11-05", "2025-11-17"),
        (&made_up, "2020-01-01", "2021-01-01"),
        (&made_up, "2021-01-01", "2022-01-01"),
        (&made_up, "2020-01-01", "2022-01-01"),
    ] {
        let diff = between(register, from, to);
        let provider = |change: &ProviderChange| change.provider.clone();
        let mut both: Vec<String> = diff.changed.iter().map(provider).collect();
        both.extend(diff.unchanged.iter().cloned());
        let (mut before, mut after) = (both.clone(), both);
        before.extend(diff.retired.iter().map(|listing| listing.provider.clone()));
        after.extend(diff.added.iter().map(|listing| listing.provider.clone()));
        after.extend(diff.returned.iter().map(|returned| returned.listed.provider.clone()));
        let listed_before = register.published_rows_by_provider(from);
        for event in &diff.succeeded {
            before.extend(event.from.iter().cloned());
            after.extend(event.to.iter().cloned());
            // A successor may have been listed before.
            let successors = event.to.difference(&event.from);
            before
                .extend(successors.filter(|key| listed_before.contains_key(key.as_str())).cloned());
        }
        for (told, listed) in
            [(&mut before, listed_before), (&mut after, register.published_rows_by_provider(to))]
        {
            told.sort();
            assert_eq!(*told, listed.into_keys().collect::<Vec<_>>(), "{from} to {to}");
        }
    }
}

/// What was said before, without what was lost and with what was gained, is what is said after.
#[test]
fn the_disclosures_add_up() {
    let register = fixture::real();
    let (diff, _) = real();
    let flows = |edition: &str, provider: &str| -> BTreeSet<String> {
        let rows = register.published_rows_by_provider(edition);
        let rows = rows.get(provider).into_iter().flatten();
        rows.flat_map(|row| row.engagement.standing_disclosures())
            .map(|row| {
                let (category, subject) = (&row.data_category, &row.data_subject);
                format!("{} {} {} {category} {subject}", row.asserted, row.sender, row.recipient)
            })
            .collect()
    };
    let text = |flow: &Flow, subject: &String| {
        let category = &flow.data_category;
        format!("{} {} {} {category} {subject}", flow.asserted, flow.sender, flow.recipient)
    };
    let own = |of: &Disclosure| text(&of.flow, &of.flow.data_subject);
    assert_eq!(diff.changed.len(), 15);
    for change in &diff.changed {
        let mut flows_now = flows("2018-11-05", &change.provider);
        let changes = of(&diff, &change.provider);
        let mut lost: Vec<String> = changes.disclosures_lost.iter().map(own).collect();
        let mut gained: Vec<String> = changes.disclosures_gained.iter().map(own).collect();
        let of_people = |change: &&DisclosureChange| change.aspect == Aspect::DataSubject;
        for other in changes.disclosures_changed.iter().filter(of_people) {
            lost.extend(other.before.iter().map(|subject| text(&other.flow, subject)));
            gained.extend(other.after.iter().map(|subject| text(&other.flow, subject)));
        }
        for lost in lost {
            assert!(flows_now.remove(&lost), "{}: {lost}", change.provider);
        }
        flows_now.extend(gained);
        assert_eq!(flows_now, flows("2025-11-17", &change.provider), "{}", change.provider);
    }
}

#[test]
fn an_edition_does_not_differ_from_itself() {
    let register = fixture::real();
    for edition in register.editions() {
        let diff = between(&register, &edition.id, &edition.id);
        assert!(diff.is_empty(), "{diff:?}");
        assert_eq!(diff.unchanged.len(), diff.from.providers);
    }
}

#[test]
fn a_chain_of_successions_is_one_event() {
    let diff = made_up("2020-01-01", "2022-01-01");
    let event = diff.succeeded.iter().find(|event| event.from.contains("first")).unwrap();
    assert_eq!((keys(&event.from), keys(&event.to)), (vec!["first"], vec!["third"]));
    assert_eq!(event.kind, EventKind::Renamed);
    assert_eq!(event.certainty, Certainty::Moderate, "the least sure link counts");
    assert_eq!(event.links.len(), 2);
}

#[test]
fn a_succession_of_another_time_is_no_event() {
    let diff = made_up("2021-01-01", "2022-01-01");
    let events: Vec<_> = diff.succeeded.iter().map(|event| keys(&event.from)).collect();
    assert_eq!(events, [["second"]]);
    assert!(diff.added.is_empty() && diff.retired.is_empty());
}

/// A provider that an earlier edition listed is not new.
#[test]
fn a_provider_that_returns_is_not_new() {
    let register = fixture::register(&fixture::sources("editions"));
    let diff = between(&register, "2021-01-01", "2022-01-01");
    let returned: Vec<_> =
        diff.returned.iter().map(|of| (&*of.listed.provider, &*of.last_listed)).collect();
    assert_eq!(returned, [("back", "2020-01-01")]);
    let page = diff::markdown::page(&diff, &names(&register));
    assert!(
        page.contains("\n## Listed again\n\n### Back\n\n- Listed before, last in 2020-01-01."),
        "{page}"
    );
    let notice = diff::notice::page(&diff, &names(&register));
    assert!(
        notice.contains(
            "Service providers that are listed again\n---------------------------------------\n\nBack\n"
        ),
        "{notice}"
    );
}

#[test]
fn a_provider_that_stays_is_among_its_successors() {
    let diff = made_up("2020-01-01", "2021-01-01");
    let event = diff.succeeded.iter().find(|event| event.from.contains("mother")).unwrap();
    assert_eq!(keys(&event.to), ["daughter", "mother"]);
    assert_eq!(event.kind, EventKind::Split);
}

#[test]
fn silence_is_no_change() {
    let diff = made_up("2020-01-01", "2021-01-01");
    let alpha = of(&diff, "alpha");
    let nature = |fact| {
        let change = alpha.facts.iter().find(|change| change.fact == fact);
        change.map(|change| change.nature)
    };
    assert_eq!(nature(Fact::EntityCountry), Some(Nature::NewlyStated));
    assert_eq!(nature(Fact::Section), Some(Nature::NewlyStated));
    assert_eq!(nature(Fact::Features), Some(Nature::NewlyStated));
    // No row of the newer page has a link, so nobody lost one.
    assert_eq!(nature(Fact::PolicyUrl), None);
    assert!(diff.not_compared.not_in_newer.contains(&Fact::PolicyUrl));
    assert_eq!(nature(Fact::Storage), Some(Nature::Changed));
    assert_eq!(nature(Fact::Safeguards), Some(Nature::Changed));
    assert_eq!(nature(Fact::ExcludedSubjects), Some(Nature::Changed));
    assert_eq!(nature(Fact::HostedBy), None);
    // In the real list the countries are new on the page, for everybody who was on it before.
    let (real, _) = real();
    for change in &real.changed {
        for fact in change.rows.iter().flat_map(|row| &row.changes.facts) {
            if matches!(fact.fact, Fact::EntityCountry | Fact::Storage | Fact::Section) {
                assert_eq!(fact.nature, Nature::NewlyStated, "{}", change.provider);
            }
        }
    }
}

#[test]
fn a_statement_that_data_does_not_pass_is_no_disclosure() {
    let diff = made_up("2020-01-01", "2021-01-01");
    let lost: Vec<_> = of(&diff, "alpha")
        .disclosures_lost
        .iter()
        .map(|lost| (lost.flow.data_category.as_str(), lost.flow.asserted))
        .collect();
    assert_eq!(lost, [("voice", Asserted::No), ("phone-number", Asserted::Yes)]);
}

/// What was said of students and is now said of all users is one change, no loss and no gain.
#[test]
fn a_wider_group_is_no_loss_and_no_gain() {
    let (diff, _) = real();
    let event = diff.succeeded.iter().find(|event| event.kind == EventKind::Split).unwrap();
    let changes = &event.changes;
    let change = changes.disclosures_changed.iter().find(|c| c.aspect == Aspect::DataSubject);
    let change = change.unwrap();
    assert_eq!(change.nature, Nature::Changed);
    assert_eq!((keys(&change.before), keys(&change.after)), (vec!["student"], vec!["user"]));
    assert!(changes.disclosures_lost.is_empty(), "{:?}", changes.disclosures_lost);
    let denied = |of: &&Disclosure| of.flow.asserted == Asserted::No;
    let gained: Vec<_> = changes.disclosures_gained.iter().filter(denied).collect();
    assert_eq!(gained.len(), 1);
    assert_eq!(gained[0].flow.data_category, "password");
}

/// That a page names data more closely than before does not mean that more data passes.
#[test]
fn what_a_wider_word_may_have_covered_says_so() {
    let (diff, _) = real();
    let covered = |of: &Disclosure| {
        let category = of.flow.data_category.clone();
        (category, of.covered_by.iter().cloned().collect::<Vec<_>>())
    };
    let aws = of(&diff, "aws");
    let gained: Vec<_> = aws.disclosures_gained.iter().map(covered).collect();
    assert_eq!(gained, [("uploaded-content".to_owned(), vec!["personal-data".to_owned()])]);
    let lost: Vec<_> = of(&diff, "mongodb-atlas").disclosures_lost.iter().map(covered).collect();
    assert!(!lost.is_empty() && lost.iter().all(|(_, by)| by == &["personal-data"]), "{lost:?}");
    // E-mail addresses and phone numbers are both contact details, and neither covers the other.
    let twilio = of(&diff, "twilio").disclosures_gained.iter().map(covered);
    let birth = twilio.filter(|(category, _)| category == "birth-date").collect::<Vec<_>>();
    assert!(birth.iter().all(|(_, by)| by.is_empty()), "{birth:?}");
    // Only what differs says so.
    for listing in diff.added.iter().chain(&diff.retired) {
        let disclosures = listing.rows.iter().flat_map(|row| &row.facts.disclosures);
        assert!(disclosures.clone().count() > 0);
        assert!(disclosures.clone().all(|of| of.covered_by.is_empty()));
    }
}

/// To say no longer that data is pseudonymous is not to say that it is not.
#[test]
fn a_form_that_is_no_longer_named_is_no_other_form() {
    let (diff, names) = real();
    let forms: Vec<_> = of(&diff, "datadog").disclosures_changed.iter().collect();
    assert_eq!(forms.len(), 1, "{forms:?}");
    assert_eq!(forms[0].flow.data_category, "product-event-logs");
    assert_eq!((forms[0].aspect, forms[0].nature), (Aspect::Form, Nature::NoLongerStated));
    let notice = flat(&diff::notice::page(&diff, &names));
    let older = "Server logs (in a form that is not stated); Product event logs (pseudonymous).";
    let form = format!("The older list: - In which form: Receives about User: {older}");
    assert!(notice.contains(&form), "{notice}");
    assert!(
        notice.contains("- Receives about User: Product event logs, Server logs. Limit: At user")
    );
}

/// The parts of the table add up to the providers listed.
#[test]
fn the_counts_add_up() {
    let (diff, names) = real();
    let sum = |of: fn(&Event) -> &Vec<ListedProvider>| {
        diff.succeeded.iter().map(|event| of(event).len()).sum::<usize>()
    };
    let (before, after) = (sum(|event| &event.before), sum(|event| &event.after));
    let both = diff.changed.len() + diff.unchanged.len();
    assert_eq!(diff.retired.len() + before + both, diff.from.providers);
    assert_eq!(diff.added.len() + after + both, diff.to.providers);
    let page = diff::markdown::page(&diff, &names);
    assert!(page.contains(&format!("in 4 events | {before} | {after} |\n")), "{page}");
}

/// What is said of a provider that follows another is told like that of a new one.
#[test]
fn a_successor_is_described() {
    let (diff, names) = real();
    let notice = flat(&diff::notice::page(&diff, &names));
    for told in [
        "The newer list says of Google Single Sign On (SSO): - What it does: ",
        "The newer list: - Printed name: Apple App Store Payments. - What it does: ",
        "The newer list: - Printed name: Google Workspace. - ",
        // It was listed before, beside the provider that was split.
        "Google Cloud was listed before as well.",
        "- Company in: United States. Data kept: nowhere. Needed when used with: Single sign-on",
    ] {
        assert!(notice.contains(told), "{told}");
    }
}

/// That no records are held for a time does not mean that the practices ended.
#[test]
fn records_that_are_not_held_did_not_end() {
    let (diff, _) = real();
    assert_eq!((diff.practices.before, diff.practices.after), (25, 0));
    assert!(diff.practices.ended.is_empty());
}

/// A place for one product or plan is another fact than the place for all.
#[test]
fn a_place_of_storage_that_holds_for_some_alone() {
    let mut sources = fixture::sources("editions");
    fixture::kept_in(&mut sources, "alpha-2021-01-01", &["de"]);
    let row = ["alpha-2021-01-01", "us", "Free plan", "If asked for.", "none"];
    fixture::add(&mut sources, "storage.csv", &row);
    let register = fixture::register(&sources);
    let diff = between(&register, "2020-01-01", "2021-01-01");
    let change = of(&diff, "alpha").facts.iter().find(|change| change.fact == Fact::Storage);
    let change = change.expect("the storage changed");
    assert_eq!(change.nature, Nature::Changed);
    assert_eq!(keys(&change.before), ["us"]);
    assert_eq!(keys(&change.after), ["de", "us (Free plan; If asked for.)"]);
    let page = diff::markdown::page(&diff, &names(&register));
    let kept = "Data kept: Germany and United States (Free plan; If asked for.).";
    let (older, newer) = page.split_once("The newer list").expect("both lists name it");
    assert!(older.contains("Data kept: United States.") && newer.contains(kept), "{page}");
}

#[test]
fn words_alone_are_no_change_of_fact() {
    let (diff, _) = real();
    let zendesk = of(&diff, "zendesk");
    assert!(!zendesk.reworded.is_empty());
    let algolia = of(&diff, "algolia");
    assert!(!algolia.is_change() && !algolia.is_empty());
}

#[test]
fn the_document_matches_its_schema() {
    let (diff, _) = real();
    let register = fixture::register(&fixture::sources("editions"));
    let schema: serde_json::Value = serde_json::from_str(&diff::json::schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for diff in [diff, between(&register, "2020-01-01", "2021-01-01")] {
        let mut document = serde_json::from_str(&diff::json::document(&diff)).unwrap();
        let errors: Vec<String> = validator.iter_errors(&document).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
        // And the schema is no open door.
        document["added"][0]["provider"] = 7.into();
        assert!(!validator.is_valid(&document));
    }
    let committed = service_providers_tests::root().join("schema").join(diff::json::SCHEMA_PATH);
    assert_eq!(std::fs::read_to_string(committed).unwrap(), diff::json::schema());
}

/// Read by another library, and held against RFC 4287: every feed and entry has an id, a title and
/// a date; ids are absolute, unique and the same on the next day.
#[test]
fn the_feed_is_valid() {
    let (diff, names) = real();
    let text = diff::atom(&diff, &names, None);
    let feed: atom_syndication::Feed = text.parse().unwrap();
    assert_eq!(feed.id(), "tag:classdojo,2025-11-17:service-providers/2018-11-05/2025-11-17");
    assert_eq!(feed.authors()[0].name(), "ClassDojo");
    assert_eq!(feed.updated().to_rfc3339(), "2025-11-17T00:00:00+00:00");
    assert_eq!(feed.entries().len(), 19 + 11 + 12 + 4);
    let ids: BTreeSet<&str> = feed.entries().iter().map(|entry| entry.id()).collect();
    assert_eq!(ids.len(), feed.entries().len());
    for entry in feed.entries() {
        assert!(entry.id().starts_with("tag:classdojo,2025-11-17:service-providers/"));
        assert!(!entry.id().contains(char::is_whitespace));
        assert!(!entry.title().as_str().is_empty());
        assert_eq!(entry.updated().to_rfc3339(), "2025-11-17T00:00:00+00:00");
        assert!(!entry.content().unwrap().value().unwrap().is_empty());
    }
    assert_eq!(text, diff::atom(&diff, &names, None));
}
