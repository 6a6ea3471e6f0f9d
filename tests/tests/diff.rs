//! What changed between two editions.

use service_providers_codegen::{Asserted, Certainty, Register};
use service_providers_tests::fixture;
use std::collections::BTreeSet;
use xtask::diff::model::{Changes, Diff, Disclosure, EventKind, Fact, Nature, ProviderChange};
use xtask::diff::{self, Side, compare};
use xtask::page::Names;

fn between(register: &Register, from: &str, to: &str) -> Diff {
    compare(Side { register, edition: from }, Side { register, edition: to })
}

fn names(register: &Register) -> Names {
    Names::of(&[register])
}

fn real() -> (Diff, Names) {
    let register = fixture::real();
    (between(&register, "2018-11-05", "2025-11-17"), names(&register))
}

fn made_up(from: &str, to: &str) -> Diff {
    between(&fixture::register(&fixture::sources("editions")), from, to)
}

fn keys(set: &BTreeSet<String>) -> Vec<&str> {
    set.iter().map(String::as_str).collect()
}

fn of<'d>(diff: &'d Diff, provider: &str) -> &'d Changes {
    let change = diff.changed.iter().find(|change| change.provider == provider);
    &change.unwrap_or_else(|| panic!("{provider} did not change")).changes
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
    assert!(notice.contains("The documents state no period for objections."), "{notice}");
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
        let listed_before = register.engagements_by_provider(from);
        for event in &diff.succeeded {
            before.extend(event.from.iter().cloned());
            after.extend(event.to.iter().cloned());
            // A successor may have been listed before.
            let successors = event.to.difference(&event.from);
            before
                .extend(successors.filter(|key| listed_before.contains_key(key.as_str())).cloned());
        }
        for (told, listed) in
            [(&mut before, listed_before), (&mut after, register.engagements_by_provider(to))]
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
        let rows = register.engagements_by_provider(edition);
        let rows = rows.get(provider).into_iter().flatten();
        rows.flat_map(|row| row.standing_disclosures())
            .map(|row| {
                let (category, subject) = (&row.data_category, &row.data_subject);
                format!("{} {} {} {category} {subject}", row.asserted, row.from, row.to)
            })
            .collect()
    };
    let text = |of: &Disclosure| {
        let flow = &of.flow;
        let (category, subject) = (&flow.data_category, &flow.data_subject);
        format!("{} {} {} {category} {subject}", flow.asserted, flow.from, flow.to)
    };
    assert_eq!(diff.changed.len(), 15);
    for change in &diff.changed {
        let mut flows_now = flows("2018-11-05", &change.provider);
        for lost in &change.changes.disclosures_lost {
            assert!(flows_now.remove(&text(lost)), "{}: {}", change.provider, text(lost));
        }
        flows_now.extend(change.changes.disclosures_gained.iter().map(text));
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
    assert_eq!(diff.added.iter().map(|l| l.provider.as_str()).collect::<Vec<_>>(), ["back"]);
    assert!(diff.retired.is_empty());
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
    assert_eq!(nature(Fact::PolicyUrl), Some(Nature::NoLongerStated));
    assert_eq!(nature(Fact::Storage), Some(Nature::Changed));
    assert_eq!(nature(Fact::Safeguards), Some(Nature::Changed));
    assert_eq!(nature(Fact::ExcludedSubjects), Some(Nature::Changed));
    assert_eq!(nature(Fact::HostedBy), None);
    // In the real list the countries are new on the page, for everybody who was on it before.
    let (real, _) = real();
    for change in &real.changed {
        for fact in &change.changes.facts {
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

#[test]
fn words_alone_are_no_change_of_fact() {
    let (diff, _) = real();
    let zendesk = of(&diff, "zendesk");
    assert!(!zendesk.reworded.is_empty());
    let algolia = of(&diff, "algolia");
    assert!(!algolia.real() && !algolia.is_empty());
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
    let text = diff::atom(&diff, &names);
    let feed: atom_syndication::Feed = text.parse().unwrap();
    assert_eq!(feed.id(), "tag:classdojo,2025-11-17:service-providers/2018-11-05/2025-11-17");
    assert_eq!(feed.authors()[0].name(), "ClassDojo");
    assert_eq!(feed.updated().to_rfc3339(), "2025-11-17T00:00:00+00:00");
    assert_eq!(feed.entries().len(), 19 + 11 + 11 + 4);
    let ids: BTreeSet<&str> = feed.entries().iter().map(|entry| entry.id()).collect();
    assert_eq!(ids.len(), feed.entries().len());
    for entry in feed.entries() {
        assert!(entry.id().starts_with("tag:classdojo,2025-11-17:service-providers/"));
        assert!(!entry.id().contains(char::is_whitespace));
        assert!(!entry.title().as_str().is_empty());
        assert_eq!(entry.updated().to_rfc3339(), "2025-11-17T00:00:00+00:00");
        assert!(!entry.content().unwrap().value().unwrap().is_empty());
    }
    assert_eq!(text, diff::atom(&diff, &names));
}
