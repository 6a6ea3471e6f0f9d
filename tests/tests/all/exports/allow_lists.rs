//! The allow lists, against the library and against the tables.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use service_providers::record::PartyKind;
use service_providers::set::{CountrySet, ProviderSet};
use service_providers::term::{DataCategory, DataSubject, Form, Likelihood, Region};
use service_providers::{Disclosures, Edition};
use service_providers_codegen::Register;
use service_providers_tests::exports::{awkward_data, own_data, register, rows, text};
use service_providers_tests::fixture;

fn lists(register: &Register, edition: &str) -> Value {
    let text = text(register, edition, "allow-lists", "allow-lists/allow-lists.json");
    serde_json::from_str(&text).expect("the lists are JSON")
}

/// The lines of a text file that are no comments.
fn lines(register: &Register, edition: &str, name: &str) -> BTreeSet<String> {
    let text = text(register, edition, "allow-lists", &format!("allow-lists/{name}.txt"));
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

fn providers(list: &Value) -> BTreeSet<&str> {
    list.as_array().expect("a list").iter().map(|key| key.as_str().expect("a key")).collect()
}

fn keys(set: ProviderSet) -> BTreeSet<&'static str> {
    set.iter().map(|provider| provider.key()).collect()
}

/// Who gets the data, in whichever row that is said.
fn recipients(question: impl Fn() -> Disclosures) -> BTreeSet<&'static str> {
    let others = question().to(PartyKind::OtherProvider).recipients();
    keys(question().received().providers().union(others))
}

#[test]
fn what_is_possible_is_what_the_library_says() {
    let register = register(&own_data());
    for edition in Edition::ALL {
        let lists = lists(&register, edition.key());
        let possible = &lists["may_receive_data"];
        assert_eq!(possible.as_object().expect("by kind").len(), DataCategory::ALL.len());
        for kind in DataCategory::ALL {
            let ask = || Disclosures::in_edition(*edition).category_possible(*kind);
            assert_eq!(providers(&possible[kind.key()]), recipients(ask), "{edition:?} {kind}");
        }
        let possible = &lists["may_receive_data_of"];
        assert_eq!(possible.as_object().expect("by group").len(), DataSubject::ALL.len());
        for group in DataSubject::ALL {
            let ask = || Disclosures::in_edition(*edition).subject_possible(*group);
            assert_eq!(providers(&possible[group.key()]), recipients(ask), "{edition:?} {group}");
        }
    }
}

#[test]
fn what_is_certain_is_said_and_possible() {
    let register = register(&own_data());
    for edition in Edition::ALL {
        let lists = lists(&register, edition.key());
        let said =
            || Disclosures::in_edition(*edition).form(Form::Plain).likelihood(Likelihood::Stated);
        for kind in DataCategory::ALL {
            let certain = providers(&lists["receives_data"][kind.key()]);
            assert!(certain.is_subset(&recipients(|| said().category(*kind))), "{kind}");
            for group in DataSubject::ALL {
                let Some(list) = lists["receives_data_of_group"][kind.key()].get(group.key())
                else {
                    continue;
                };
                let ask = || said().category(*kind).subject(*group);
                assert!(providers(list).is_subset(&recipients(ask)), "{kind} of {group}");
                assert!(providers(list).is_subset(&certain));
                let of_group = providers(&lists["receives_data_of"][group.key()]);
                assert!(providers(list).is_subset(&of_group));
            }
        }
        for [certain, possible] in
            [["receives_data", "may_receive_data"], ["receives_data_of", "may_receive_data_of"]]
        {
            for (term, list) in lists[certain].as_object().expect("by term") {
                let possible = providers(&lists[possible][term]);
                assert!(providers(list).is_subset(&possible), "{term}");
            }
        }
    }
}

/// A gate must let nothing through that a row limits or denies.
#[test]
fn what_is_certain_has_no_reserve() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let table = |path: &str| {
                rows(
                    text(&register, &edition.id, "tables", &format!("tables/{path}.csv"))
                        .as_bytes(),
                )
            };
            let engagements: BTreeMap<String, _> =
                table("engagements").into_iter().map(|row| (row["key"].clone(), row)).collect();
            let mut supported = BTreeSet::new();
            for row in table("disclosures") {
                let engagement = &engagements[&row["engagement"]];
                let recipient = match row["recipient"].as_str() {
                    "provider" => engagement["provider"].clone(),
                    other => other.strip_prefix("provider:").unwrap_or_default().to_owned(),
                };
                let whole = ["context", "condition", "withdrawn"].map(|it| row[it] == "none");
                let plain = row["form"] == "plain" && row["likelihood"] == "stated";
                let kept = engagement["withdrawn"] == "none";
                if row["asserted"] == "yes" && plain && kept && whole == [true; 3] {
                    supported.insert(format!("{} {recipient}", row["data_category"]));
                }
            }
            let certain = lines(&register, &edition.id, "receives-data");
            assert!(certain.is_subset(&supported), "{:?}", certain.difference(&supported));
            assert!(!certain.is_empty());
        }
    }
}

#[test]
fn places_are_those_of_the_library() {
    let register = register(&own_data());
    for edition in Edition::ALL {
        let lists = lists(&register, edition.key());
        for region in Region::ALL {
            let members: CountrySet = region.members_in(*edition);
            if members.is_empty() {
                assert!(lists["keeps_no_data_outside"].get(region.key()).is_none());
                continue;
            }
            let all = providers(&lists["providers"]);
            let inside = providers(&lists["keeps_no_data_outside"][region.key()]);
            let asked = Disclosures::in_edition(*edition).any_direction().stored_outside(members);
            assert!(keys(asked.providers()).is_disjoint(&inside), "{region}");
            assert!(inside.is_subset(&all));
            let listed = register.providers_in(edition.key());
            assert!(listed.iter().all(|provider| all.contains(&*provider.key)), "{region}");
        }
    }
}

/// The children's data that a gate lets through, as a file says it.
#[test]
fn a_line_is_a_fact() {
    let register = register(&own_data());
    let text =
        text(&register, "2025-11-17", "allow-lists", "allow-lists/receives-data-of-group.txt");
    let of_children = text.lines().filter(|line| line.starts_with('#') || line.contains(" child "));
    insta::assert_snapshot!(of_children.collect::<Vec<_>>().join("\n"));
}

#[test]
fn texts_say_what_the_document_says() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let lists = lists(&register, &edition.id);
            for (member, name) in [
                ("receives_data", "receives-data"),
                ("receives_data_of", "receives-data-of"),
                ("may_receive_data", "may-receive-data"),
                ("may_receive_data_of", "may-receive-data-of"),
                ("keeps_no_data_outside", "keeps-no-data-outside"),
            ] {
                let said: BTreeSet<String> = (lists[member].as_object().expect("by term").iter())
                    .flat_map(|(term, list)| {
                        providers(list).into_iter().map(move |key| format!("{term} {key}"))
                    })
                    .collect();
                assert_eq!(lines(&register, &edition.id, name), said, "{name}");
            }
            let said = providers(&lists["providers"]);
            let lines = lines(&register, &edition.id, "providers");
            assert!(lines.iter().map(String::as_str).eq(said));
        }
    }
}

/// Only places count of which an edition says that data is kept there.
#[test]
fn a_withdrawn_place_is_no_term() {
    let mut sources = fixture::sources("mini");
    fixture::moved(&mut sources, "mailer-2025-03-01", "us", "fr");
    let lists = lists(&fixture::register(&sources), "2025-03-01");
    let places = lists["keeps_no_data_outside"].as_object().expect("by place");
    assert!(places.contains_key("de") && places.contains_key("fr"), "{places:?}");
    assert!(!places.contains_key("us"), "{places:?}");
}
