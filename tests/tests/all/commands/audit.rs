//! What deserves a person's eye. The made-up register has no finding; each test makes one.

use std::collections::BTreeSet;

use serde_json::json;
use service_providers_codegen::{Places, Sources};
use service_providers_tests::fixture::{
    self, add, copy, edit_register, kept_in, list, not_kept, set, unlist,
};
use service_providers_tests::program;
use service_providers_tools::audit::{self, Audit, CHECKS, Finding, audit, human, markdown};

const E: &str = "engagements.csv";
const D: &str = "disclosures.csv";
const STORAGE: &str = "storage.csv";
const P: &str = "practices.csv";
const R: &str = "practice-recipients.csv";
const L: &str = "listings.csv";

/// The audit of the made-up register after a change.
fn after(change: impl FnOnce(&mut Sources)) -> Audit {
    let mut sources = fixture::sources("audit");
    change(&mut sources);
    audit(&fixture::register(&sources))
}

/// The one finding after a change.
fn found(change: impl FnOnce(&mut Sources)) -> Finding {
    let audit = after(change);
    assert_eq!(audit.open.len(), 1, "{:#?}", audit.open);
    audit.open[0].clone()
}

/// The finding as `code subject edition`, and the rows that show it as `table key column value`.
fn short(finding: &Finding) -> (String, Vec<String>) {
    let what = format!("{} {} {}", finding.code, finding.subject, finding.edition);
    let rows = finding.evidence.iter();
    let rows =
        rows.map(|row| format!("{} {} {} {}", row.table, row.key.join(" "), row.column, row.value));
    (what, rows.collect())
}

fn expect(finding: &Finding, what: &str, rows: &[&str]) {
    let (found, evidence) = short(finding);
    assert_eq!(found, what, "{finding:#?}");
    assert_eq!(evidence, rows, "{finding:#?}");
}

#[test]
fn a_register_can_be_without_findings() {
    let audit = after(|_| {});
    assert!(audit.open.is_empty(), "{:#?}", audit.open);
}

#[test]
fn the_codes_are_unique_and_explained() {
    let codes: BTreeSet<&str> = CHECKS.iter().map(|check| check.code).collect();
    assert_eq!(codes.len(), CHECKS.len());
    for check in CHECKS {
        assert!(check.explanation.ends_with('.'), "{}", check.code);
    }
}

#[test]
fn a_record_names_a_provider_that_is_not_listed() {
    let finding = found(|s| {
        copy(s, "providers.csv", &["mail"], &[("key", "post"), ("name", "Post")]);
        copy(s, E, &["mail-2020-01-01"], &[("key", "post-2021-01-01"), ("provider", "post")]);
        kept_in(s, "post-2021-01-01", &["de"]);
        let cells = [("engagement", "post-2021-01-01"), ("published_name", "Post")];
        list(s, "page-2021", "1", &[&cells[..], &[("policy_url", "unknown")]].concat());
        copy(s, D, &["mail-2020-01-01"], &[("engagement", "post-2021-01-01")]);
        let cells = [("position", "30"), ("provider", "post"), ("published_name", "Poste")];
        copy(s, R, &["practice-01", "10"], &[&cells[..], &[("identity", "weak")]].concat());
    });
    expect(
        &finding,
        "unlisted-recipient post 2020-01-01",
        &["practice-recipients practice-01 30 provider post"],
    );
    assert_eq!(finding.inferences, ["Poste was taken for Post (weak)"]);
}

#[test]
fn data_comes_from_a_provider_that_is_not_listed() {
    let audit = after(|s| {
        end(s, "mail");
        add(
            s,
            "successions.csv",
            &[
                "mail",
                "host",
                "merged",
                "2021-01-01",
                "strong",
                "So it seems.",
                "page-2021",
                "none",
            ],
        );
        set(s, P, &["practice-02"], "acquired_from", "mail");
    });
    let codes: Vec<String> = audit.open.iter().map(|finding| short(finding).0).collect();
    assert!(codes.contains(&"unlisted-recipient mail 2021-01-01".to_owned()), "{codes:?}");
    let finding = &audit.open[0];
    assert!(finding.message.ends_with("Successor: Host (merged; an inference, strong)."));
}

/// Lets a provider be listed in the first edition only.
fn end(sources: &mut Sources, provider: &str) {
    let key = format!("{provider}-2020-01-01");
    unlist(sources, "page-2021", &key);
}

#[test]
fn the_records_name_a_provider_that_is_listed_no_longer() {
    let audit = after(|s| {
        end(s, "mail");
        // The records are of the first edition alone.
        edit_register(s, |file| file["editions"][1]["documents"] = json!(["page-2021"]));
    });
    let found: Vec<String> = audit.open.iter().map(|finding| short(finding).0).collect();
    assert_eq!(found, ["former-recipient mail 2020-01-01", "no-records 2021-01-01 2021-01-01"]);
    assert!(audit.open[0].message.contains("No successor is known."));
    assert!(audit.open[0].inferences.is_empty());
}

#[test]
fn a_provider_keeps_data_and_is_not_listed() {
    let audit = after(|s| end(s, "host"));
    let found: Vec<_> = audit.open.iter().map(short).collect();
    let [(what, rows)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(what, "storing-without-engagement host 2021-01-01");
    assert_eq!(
        rows[..],
        [
            "practice-recipients practice-01 20 provider host",
            "practice-recipients practice-02 10 provider host",
            "engagements mail-2020-01-01 hosted_by host",
        ]
    );
}

#[test]
fn data_that_no_record_declares() {
    let finding = found(|s| {
        copy(s, D, &["mail-2020-01-01", "10"], &[("position", "20"), ("data_category", "logs")]);
    });
    expect(
        &finding,
        "undeclared-data mail-2020-01-01 2020-01-01",
        &["disclosures mail-2020-01-01 20 data_category logs"],
    );
    // A wider kind is declared in part, a narrower one wholly; data about nobody asks for nothing.
    let audit = after(|s| {
        copy(s, D, &["mail-2020-01-01", "10"], &[("position", "20"), ("data_category", "contact")]);
        let nobody = [("position", "30"), ("data_category", "logs"), ("data_subject", "none")];
        copy(s, D, &["mail-2020-01-01", "10"], &nobody);
        set(s, P, &["practice-01"], "data_category", "contact");
    });
    assert!(audit.open.is_empty(), "{:#?}", audit.open);
}

#[test]
fn records_that_were_dated_or_understood_by_inference_say_so() {
    let finding = found(|s| {
        copy(s, D, &["mail-2020-01-01", "10"], &[("position", "20"), ("data_category", "logs")]);
        set(s, P, &["practice-01"], "certainty", "moderate");
        edit_register(s, |file| {
            fixture::document_of(file, "records")["date"] = "unknown".into();
            for edition in 0..2 {
                file["editions"][edition]["undated_basis"] = "It names the same providers.".into();
            }
        });
    });
    assert_eq!(
        finding.inferences,
        [
            "the records bear no date and were taken to be of this time",
            "what 1 of the 3 records are about was itself inferred",
        ]
    );
}

#[test]
fn a_bare_answer_on_sharing() {
    let finding = found(|s| set(s, P, &["practice-01"], "sharing", "not-applicable"));
    expect(
        &finding,
        "unanswered-sharing practice-01 2020-01-01",
        &[
            "practice-recipients practice-01 10 provider mail",
            "practice-recipients practice-01 20 provider host",
            "disclosures mail-2020-01-01 10 data_category email-address",
            "disclosures host-2020-01-01 10 data_category email-address",
        ],
    );
    assert_eq!(
        finding.message,
        "E-mail address: The record itself names Host and Mail; the list has Host and Mail receive it."
    );
}

#[test]
fn childrens_data_without_a_safeguard() {
    let finding = found(|s| set(s, E, &["host-2020-01-01"], "safeguards", "unknown"));
    expect(
        &finding,
        "child-data-without-safeguard host-2020-01-01 2020-01-01",
        &[
            "disclosures host-2020-01-01 20 data_subject child",
            "engagements host-2020-01-01 safeguards unknown",
        ],
    );
    assert!(finding.inferences.is_empty());
    // Users in general include children, unless they are left out; parents do not.
    let finding = found(|s| {
        set(s, E, &["host-2020-01-01"], "safeguards", "unknown");
        set(s, D, &["host-2020-01-01", "20"], "data_subject", "user");
    });
    assert_eq!(finding.inferences, ["the group named includes children, who are not named"]);
    let audit = after(|s| {
        set(s, E, &["host-2020-01-01"], "safeguards", "unknown");
        set(s, E, &["host-2020-01-01"], "excluded_subjects", "child");
        set(s, D, &["host-2020-01-01", "20"], "data_subject", "user");
        set(s, E, &["mail-2020-01-01"], "safeguards", "unknown");
    });
    assert!(audit.open.is_empty(), "{:#?}", audit.open);
}

#[test]
fn a_transfer_without_a_basis() {
    let finding = found(|s| {
        set(s, P, &["practice-03"], "transfer", "yes");
        set(s, P, &["practice-03"], "destination", "us");
        set(s, P, &["practice-03"], "legal_bases", "unknown");
    });
    expect(
        &finding,
        "transfer-without-basis practice-03 2020-01-01",
        &["practices practice-03 transfer yes", "practices practice-03 legal_bases unknown"],
    );
    // Inside the EEA, or with a basis, there is nothing to find.
    let audit = after(|s| {
        set(s, P, &["practice-03"], "transfer", "yes");
        set(s, P, &["practice-03"], "destination", "de");
        set(s, P, &["practice-03"], "legal_bases", "unknown");
        set(s, P, &["practice-01"], "transfer", "yes");
        set(s, P, &["practice-01"], "destination", "us");
        let worldwide = ["worldwide", "Worldwide", "worldwide", "none", "The whole world."];
        add(s, "vocabulary/regions.csv", &worldwide);
        kept_in(s, "mail-2020-01-01", &["worldwide"]);
    });
    assert!(audit.open.is_empty(), "{:#?}", audit.open);
    // A provider that keeps data outside, and that no record with a basis names.
    let finding = found(|s| {
        kept_in(s, "desk-2020-01-01", &["de", "us"]);
        kept_in(s, "desk-office-2020-01-01", &["de", "us"]);
        set(s, D, &["desk-office-2020-01-01", "10"], "data_subject", "none");
        set(s, P, &["practice-03"], "legal_bases", "unknown");
    });
    expect(
        &finding,
        "transfer-without-basis desk-2020-01-01 2020-01-01",
        &["storage desk-2020-01-01 de none place de", "storage desk-2020-01-01 us none place us"],
    );
    assert!(finding.message.contains("Desk keeps data: United States;"), "{}", finding.message);
}

/// Germany joins the EEA between the editions: before, data kept there is outside, and so is a region
/// that it belongs to.
#[test]
fn the_members_of_the_eea_are_those_of_the_time() {
    for place in ["de", "north"] {
        let audit = after(|s| {
            set(s, "vocabulary/region-members.csv", &["eea", "de"], "from", "2020-06-01");
            let row = ["north", "The North", "members", "none", "Countries in the north."];
            add(s, "vocabulary/regions.csv", &row);
            let row = ["north", "de", "unknown", "none", "A treaty."];
            add(s, "vocabulary/region-members.csv", &row);
            kept_in(s, "desk-2020-01-01", &[place]);
            kept_in(s, "desk-office-2020-01-01", &[place]);
            set(s, D, &["desk-office-2020-01-01", "10"], "data_subject", "none");
            set(s, P, &["practice-03"], "legal_bases", "unknown");
        });
        let found = audit.open.iter().filter(|finding| finding.code == "transfer-without-basis");
        let found: Vec<String> = found.map(|finding| short(finding).0).collect();
        let desk = "transfer-without-basis desk-2020-01-01 2020-01-01";
        assert_eq!(found, [desk], "{place}");
    }
}

#[test]
fn open_answers() {
    let finding = found(|s| set(s, E, &["mail-2020-01-01"], "entity_country", "unknown"));
    let row = "engagements mail-2020-01-01 entity_country unknown";
    expect(&finding, "country-unknown mail-2020-01-01 2020-01-01", &[row]);
    for word in ["unknown", "see-provider"] {
        let finding = found(|s| not_kept(s, "mail-2020-01-01", word));
        let row = format!("engagements mail-2020-01-01 storage {word}");
        expect(&finding, "storage-unknown mail-2020-01-01 2020-01-01", &[&row]);
    }
    let finding =
        found(|s| set(s, D, &["mail-2020-01-01", "10"], "data_category", "personal-data"));
    let row = "disclosures mail-2020-01-01 10 data_category personal-data";
    expect(&finding, "data-unnamed mail-2020-01-01 2020-01-01", &[row]);
    let finding = found(|s| set(s, D, &["mail-2020-01-01", "10"], "data_subject", "unknown"));
    let row = "disclosures mail-2020-01-01 10 data_subject unknown";
    expect(&finding, "data-subject-unknown mail-2020-01-01 2020-01-01", &[row]);
}

#[test]
fn a_question_that_an_edition_never_answers_is_one_finding() {
    let audit = after(|s| {
        for row in ["desk", "desk-office", "host", "mail"] {
            set(s, E, &[&format!("{row}-2020-01-01")], "entity_country", "unknown");
        }
    });
    let found: Vec<String> = audit.open.iter().map(|finding| short(finding).0).collect();
    assert_eq!(
        found,
        ["country-unknown 2020-01-01 2020-01-01", "country-unknown 2021-01-01 2021-01-01"]
    );
    assert_eq!(audit.open[0].evidence.len(), 4);
}

#[test]
fn one_link_under_two_keys() {
    let finding = found(|s| {
        set(s, L, &["page-2020", "1"], "policy_url", "https://host.example/privacy/");
    });
    expect(
        &finding,
        "shared-policy-link host 2020-01-01",
        &[
            "listings page-2020 1 1 policy_url https://host.example/privacy/",
            "listings page-2020 2 1 policy_url https://host.example/privacy",
        ],
    );
}

#[test]
fn one_name_under_two_keys() {
    let finding = found(|s| set(s, "providers.csv", &["mail"], "aliases", "Ho-st"));
    expect(
        &finding,
        "similar-name host 2021-01-01",
        &["providers host name Host", "providers mail aliases Ho-st"],
    );
}

#[test]
fn a_plain_http_link() {
    let finding =
        found(|s| set(s, L, &["page-2020", "1"], "policy_url", "http://mail.example/privacy"));
    let row = "listings page-2020 1 1 policy_url http://mail.example/privacy";
    expect(&finding, "plain-http-link mail-2020-01-01 2020-01-01", &[row]);
}

#[test]
fn sections_that_disagree() {
    let finding = found(|s| kept_in(s, "desk-office-2020-01-01", &["fr"]));
    expect(
        &finding,
        "sections-disagree desk 2020-01-01",
        &[
            "storage desk-2020-01-01 de none place de",
            "storage desk-office-2020-01-01 fr none place fr",
        ],
    );
    assert!(finding.message.contains("they differ on where data is kept (France, Germany)"));
    // The one row says that no phone numbers of users pass, the other that those of teachers do.
    let audit = after(|s| {
        let cells = [("position", "20"), ("data_category", "phone-number")];
        copy(s, D, &["desk-office-2020-01-01", "10"], &cells);
    });
    let finding = audit.open.iter().find(|finding| finding.code == "sections-disagree").unwrap();
    expect(
        finding,
        "sections-disagree desk 2020-01-01",
        &[
            "disclosures desk-2020-01-01 20 asserted no",
            "disclosures desk-office-2020-01-01 20 asserted yes",
        ],
    );
}

#[test]
fn one_section_answers_and_the_other_does_not() {
    let audit = after(|s| set(s, E, &["desk-office-2020-01-01"], "entity_country", "unknown"));
    let codes: Vec<String> = audit.open.iter().map(|finding| short(finding).0).collect();
    assert_eq!(
        codes,
        ["sections-disagree desk 2020-01-01", "country-unknown desk-office-2020-01-01 2020-01-01"]
    );
}

#[test]
fn documents_that_disagree() {
    let finding = found(|s| set(s, R, &["practice-02", "10"], "country", "fr"));
    expect(
        &finding,
        "documents-disagree practice-02 2020-01-01",
        &[
            "practice-recipients practice-02 10 country fr",
            "storage host-2020-01-01 de none place de",
        ],
    );
    let finding = found(|s| set(s, D, &["mail-2020-01-01", "10"], "asserted", "no"));
    expect(
        &finding,
        "documents-disagree practice-01 2020-01-01",
        &[
            "disclosures mail-2020-01-01 10 asserted no",
            "practice-recipients practice-01 10 provider mail",
        ],
    );
}

/// A record that names no group contradicts no denial about one.
#[test]
fn a_record_that_names_no_group_contradicts_no_denial_about_one() {
    let denied = |s: &mut Sources| {
        set(s, D, &["mail-2020-01-01", "10"], "data_subject", "parent");
        set(s, D, &["mail-2020-01-01", "10"], "asserted", "no");
    };
    let disagree =
        |audit: &Audit| audit.open.iter().any(|finding| finding.code == "documents-disagree");
    assert!(disagree(&after(denied)));
    let unnamed = after(|s| {
        denied(s);
        set(s, "practice-subjects.csv", &["practice-01"], "data_subject", "none");
        set(s, "practice-subjects.csv", &["practice-01"], "relation", "none");
    });
    assert!(!disagree(&unnamed), "{:#?}", unnamed.open);
}

#[test]
fn what_two_roles_of_a_provider_disagree_about_is_said_once() {
    let finding = found(|s| {
        set(s, R, &["practice-02", "10"], "country", "fr");
        let cells = [("position", "20"), ("role", "backs-up")];
        copy(s, R, &["practice-02", "10"], &cells);
        let cells = [("engagement", "host-2020-01-01"), ("data_category", "voice")];
        let denial = [("position", "90"), ("data_subject", "unknown"), ("asserted", "no")];
        copy(s, D, &["mail-2020-01-01", "10"], &[&cells[..], &denial].concat());
    });
    assert_eq!(
        finding.message,
        "Host: the record says France, the list Germany; \
         Host: the list says that it does not receive Voice."
    );
}

#[test]
fn an_accepted_finding_is_silent_and_an_acceptance_for_nothing_is_not() {
    let accept = |s: &mut Sources, code: &str, subject: &str| {
        let row = [code, subject, "Looked at.", "Privacy officer", "2020-01-01"];
        add(s, "accepted-findings.csv", &row);
    };
    let audit = after(|s| {
        set(s, L, &["page-2020", "1"], "policy_url", "http://mail.example/privacy");
        accept(s, "plain-http-link", "mail-2020-01-01");
    });
    assert!(audit.open.is_empty() && audit.unused.is_empty());
    assert_eq!(&*audit.accepted[0].1.reason, "Looked at.");
    let audit = after(|s| {
        accept(s, "plain-http-link", "mail-2020-01-01");
        accept(s, "no-such-code", "mail");
    });
    let unused: Vec<&str> = audit.unused.iter().map(|row| row.code.as_str()).collect();
    assert_eq!(unused, ["no-such-code", "plain-http-link"]);
}

#[test]
fn every_finding_has_its_place() {
    let sources = fixture::real_sources();
    let audit = audit(&fixture::register(&sources));
    let places = Places::of(&sources);
    let lines = audit::json::lines(&audit, &places);
    assert_eq!(lines.lines().count(), audit.open.len());
    for line in lines.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        for row in line["evidence"].as_array().unwrap() {
            let file = sources.by_name(row["place"]["file"].as_str().unwrap()).unwrap();
            let text = std::str::from_utf8(&file.bytes).unwrap();
            let at = row["place"]["line"].as_u64().unwrap() as usize;
            let text = text.lines().nth(at - 1).unwrap();
            let key = row["key"].as_array().unwrap()[0].as_str().unwrap();
            assert!(text.starts_with(key), "{row}");
            assert!(text.contains(row["value"].as_str().unwrap()), "{row}");
            assert!(!row["source"].is_null(), "{row}");
        }
    }
}

#[test]
fn the_terminal_shows_place_and_source() {
    let mut sources = fixture::sources("audit");
    set(&mut sources, L, &["page-2020", "1"], "policy_url", "http://mail.example/privacy");
    let audit = audit(&fixture::register(&sources));
    insta::assert_snapshot!(human::text(&audit, &Places::of(&sources)), @r"
    plain-http-link [mail-2020-01-01, 2020-01-01]: Mail: http://mail.example/privacy
      data/listings.csv:2:46: page-2020 1 1 policy_url http://mail.example/privacy (page-2020:1)
    1 finding, 0 accepted, 0 accepted for nothing
    ");
}

/// The committed page is the one that `sync` writes, and it judges nothing.
#[test]
fn the_page_of_the_real_register() {
    let register = fixture::real();
    let page = markdown::page(&register, &audit(&register), &program());
    let committed = service_providers_tests::root().join("docs/audit.md");
    assert_eq!(std::fs::read_to_string(committed).unwrap(), page, "run `cargo xtask sync`");
    for word in ["compliant", "compliance", "illegal", "violat", "breach"] {
        assert!(!page.to_lowercase().contains(word), "{word}");
    }
}

/// What a reader of the two documents finds odd is found.
#[test]
fn the_real_register_has_findings() {
    let audit = audit(&fixture::real());
    let found: BTreeSet<String> = audit.open.iter().map(|finding| short(finding).0).collect();
    for expected in [
        "sections-disagree blueshift 2025-11-17",
        "former-recipient papertrail 2018-11-05",
        "former-recipient google-analytics 2018-11-05",
        "former-recipient crashlytics 2018-11-05",
        "unanswered-sharing practice-02 2018-11-05",
        "country-unknown blueshift-2025-11-17 2025-11-17",
        "country-unknown 2018-11-05 2018-11-05",
        "storage-unknown apple-app-store-payments-2025-11-17 2025-11-17",
        "child-data-without-safeguard pdfcrowd-2025-11-17 2025-11-17",
        "shared-policy-link google-analytics 2018-11-05",
        "plain-http-link aws-2018-11-05 2018-11-05",
        "no-records 2025-11-17 2025-11-17",
    ] {
        assert!(found.contains(expected), "{expected}");
    }
    assert!(!found.iter().any(|what| what.contains("speechsuper")), "it has safeguards");
}

const DIGEST: &str = "n1:1111111111111111111111111111111111111111111111111111111111111111";

#[test]
fn the_words_of_a_row_changed_and_its_facts_did_not() {
    let finding = found(|s| set(s, L, &["page-2021", "1", "1"], "data_digest", DIGEST));
    let zero = format!("n1:{}", "0".repeat(64));
    expect(
        &finding,
        "copy-of-changed-row mail-2020-01-01 2021-01-01",
        &[
            &format!("listings page-2020 1 1 data_digest {zero}"),
            &format!("listings page-2021 1 1 data_digest {DIGEST}"),
        ],
    );
    assert!(finding.message.contains("changed its words on data"), "{}", finding.message);
    // What was looked at says something else.
    let audit = after(|s| {
        copy(s, E, &["mail-2020-01-01"], &[("key", "mail-2021-01-01"), ("summary", "Sends mail.")]);
        copy(s, D, &["mail-2020-01-01"], &[("engagement", "mail-2021-01-01")]);
        copy(s, STORAGE, &["mail-2020-01-01"], &[("engagement", "mail-2021-01-01")]);
        set(s, L, &["page-2021", "1", "1"], "engagement", "mail-2021-01-01");
        set(s, L, &["page-2021", "1", "1"], "data_digest", DIGEST);
    });
    assert!(audit.open.is_empty(), "{:#?}", audit.open);
}

#[test]
fn a_copy_of_a_changed_row_is_found_under_another_key() {
    let audit = after(|s| {
        copy(s, E, &["mail-2020-01-01"], &[("key", "mail-2021-01-01")]);
        copy(s, D, &["mail-2020-01-01"], &[("engagement", "mail-2021-01-01")]);
        copy(s, STORAGE, &["mail-2020-01-01"], &[("engagement", "mail-2021-01-01")]);
        set(s, L, &["page-2021", "1", "1"], "engagement", "mail-2021-01-01");
        set(s, L, &["page-2021", "1", "1"], "purpose_digest", DIGEST);
    });
    let found: Vec<String> = audit.open.iter().map(|finding| short(finding).0).collect();
    assert_eq!(found, ["copy-of-changed-row mail-2021-01-01 2021-01-01"]);
}

#[test]
fn a_row_whose_words_nobody_compared() {
    let finding = found(|s| {
        for column in ["purpose_digest", "data_digest", "location_digest"] {
            set(s, L, &["page-2021", "2", "1"], column, "unknown");
        }
    });
    expect(
        &finding,
        "words-not-compared page-2021 2021-01-01",
        &["listings page-2021 2 1 purpose_digest unknown"],
    );
    assert!(finding.message.starts_with("1 of 4 rows in "), "{}", finding.message);
}

#[test]
fn a_safeguard_whose_form_no_data_has() {
    let hashing = |s: &mut Sources| {
        add(s, "vocabulary/dpv-terms.csv", &["https://w3id.org/dpv#HashFunctions", "v2.3"]);
        set(
            s,
            "vocabulary/safeguards.csv",
            &["hashing"],
            "dpv",
            "https://w3id.org/dpv#HashFunctions",
        );
        set(s, E, &["mail-2020-01-01"], "safeguards", "contract;hashing");
    };
    let audit = after(hashing);
    let found: Vec<String> = audit.open.iter().map(|finding| short(finding).0).collect();
    assert_eq!(found, ["safeguard-without-form mail-2020-01-01 2020-01-01"]);
    assert!(audit.open[0].message.contains("the safeguard Hashing"), "{}", audit.open[0].message);
    let audit = after(|s| {
        hashing(s);
        set(s, D, &["mail-2020-01-01", "10"], "form", "hashed");
    });
    assert!(audit.open.is_empty(), "{:#?}", audit.open);
}

#[test]
fn a_summary_that_does_not_say_where() {
    let audit = after(|s| set(s, E, &["mail-2020-01-01"], "territory", "de"));
    let found: Vec<String> = audit.open.iter().map(|finding| short(finding).0).collect();
    assert_eq!(found, ["territory-not-in-summary mail-2020-01-01 2020-01-01"]);
    let audit = after(|s| {
        set(s, E, &["mail-2020-01-01"], "territory", "de");
        set(s, E, &["mail-2020-01-01"], "summary", "Does its work in Germany only.");
    });
    assert!(audit.open.is_empty(), "{:#?}", audit.open);
}

/// A denial with a limit contradicts only what has the same limit.
#[test]
fn a_limited_denial_contradicts_nothing_beyond_it() {
    let disclose = |s: &mut Sources| {
        let cells = [("engagement", "desk-office-2020-01-01"), ("asserted", "yes")];
        copy(s, D, &["desk-2020-01-01", "20"], &cells);
    };
    let codes = |audit: &Audit| -> BTreeSet<&str> {
        audit.open.iter().map(|finding| finding.code).collect()
    };
    let whole = after(disclose);
    assert!(codes(&whole).contains("sections-disagree"), "{:#?}", whole.open);
    let limited = after(|s| {
        disclose(s);
        set(s, D, &["desk-2020-01-01", "20"], "condition", "In class.");
    });
    assert!(!codes(&limited).contains("sections-disagree"), "{:#?}", limited.open);
}

#[test]
fn a_group_that_is_excluded_from_a_part_only() {
    let denied = |s: &mut Sources, condition: &str| {
        set(s, E, &["desk-2020-01-01"], "excluded_subjects", "child");
        set(s, D, &["desk-2020-01-01", "20"], "data_subject", "child");
        set(s, D, &["desk-2020-01-01", "20"], "condition", condition);
    };
    let limited = after(|s| denied(s, "In class."));
    let found: Vec<_> = limited.open.iter().map(short).collect();
    let [(what, rows)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(what, "partial-exclusion desk-2020-01-01 2020-01-01");
    assert_eq!(
        rows[..],
        [
            "engagements desk-2020-01-01 excluded_subjects child",
            "disclosures desk-2020-01-01 20 data_subject child"
        ]
    );
    let whole = after(|s| denied(s, "none"));
    assert!(whole.open.is_empty(), "{:#?}", whole.open);
}
