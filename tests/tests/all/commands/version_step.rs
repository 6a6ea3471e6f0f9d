//! How far the version number must move.

use service_providers_codegen::Sources;
use service_providers_tests::fixture;
use service_providers_tools::diff::rows::ReleaseRows;
use service_providers_tools::diff::version_step::{Step, VersionChange, judge};
use service_providers_tools::diff::{EditionRef, compare};

fn rows(sources: &Sources) -> ReleaseRows {
    ReleaseRows::of(sources.data_files().map(|(path, file)| (path, file.bytes.as_slice()))).unwrap()
}

/// The verdict on the made-up register after a change of its files, without a diff of editions.
fn after(change: impl FnOnce(&mut Sources)) -> VersionChange {
    let before = fixture::sources("editions");
    let mut sources = before.clone();
    change(&mut sources);
    judge(&rows(&before), &rows(&sources), None)
}

fn edit(sources: &mut Sources, path: &str, from: &str, to: &str) {
    let text = String::from_utf8(sources.data(path).unwrap().bytes.clone()).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    sources.set_data(path, text.replacen(from, to, 1).into_bytes());
}

fn expect(verdict: &VersionChange, step: Step, reason: &str) {
    assert_eq!(verdict.step(), step, "{verdict:?}");
    assert!(verdict.reasons.contains(&(step, reason.to_owned())), "{verdict:?}");
    assert!(verdict.gone.is_empty(), "{verdict:?}");
}

#[test]
fn nothing_changed() {
    assert_eq!(after(|_| {}), VersionChange::default());
}

#[test]
fn a_table_without_a_column_of_its_key_cannot_be_compared() {
    let mut sources = fixture::sources("editions");
    edit(&mut sources, "successions.csv", "successor,", "follower,");
    let files = sources.data_files().map(|(path, file)| (path, file.bytes.as_slice()));
    let error = ReleaseRows::of(files).unwrap_err();
    assert_eq!(error, "successions.csv: has no column `successor`, so its rows have no key");
}

#[test]
fn a_corrected_fact_is_a_patch() {
    let verdict = after(|s| {
        edit(s, "engagements.csv", "Keeps data.,listed,unknown,", "Keeps data.,listed,fr,")
    });
    expect(&verdict, Step::Patch, "engagements.csv: 1 row differs");
    let verdict = after(|s| edit(s, "providers.csv", "Fresh", "Freshly"));
    expect(&verdict, Step::Patch, "providers.csv: 1 row differs");
    let verdict = after(|s| edit(s, "register.json", "Made up for tests.", "Invented."));
    expect(&verdict, Step::Patch, "register.json was corrected");
}

#[test]
fn an_addition_is_minor() {
    let verdict = after(|s| edit(s, "providers.csv", "fresh,", "extra,Extra,none,none\nfresh,"));
    expect(&verdict, Step::Minor, "providers.csv: new key extra");
    let verdict =
        after(|s| edit(s, "vocabulary/contexts.csv", "invites,", "chats,Chats,C.\ninvites,"));
    expect(&verdict, Step::Minor, "vocabulary/contexts.csv: new key chats");
    let verdict = after(|s| {
        s.set_data("new.csv", b"key\n".to_vec());
    });
    expect(&verdict, Step::Minor, "new table new.csv");
}

#[test]
fn a_provider_or_term_that_is_withdrawn_is_minor() {
    let verdict =
        after(|s| edit(s, "providers.csv", "fresh,Fresh,none,none", "fresh,Fresh,none,No."));
    expect(&verdict, Step::Minor, "providers.csv: fresh is withdrawn");
}

#[test]
fn retirement_is_minor() {
    let sources = fixture::sources("editions");
    let register = fixture::register(&sources);
    let edition = |id| EditionRef { register: &register, id };
    let diff = compare(edition("2020-01-01"), edition("2021-01-01"), &register);
    let verdict = judge(&rows(&sources), &rows(&sources), Some(&diff));
    expect(&verdict, Step::Minor, "gone is listed no longer");
    expect(&verdict, Step::Minor, "fresh is listed now");
    expect(&verdict, Step::Minor, "left, right became both");
}

#[test]
fn another_format_is_major() {
    let verdict =
        after(|s| edit(s, "register.json", "\"format_version\": 2", "\"format_version\": 3"));
    expect(&verdict, Step::Major, "the format changed from 2 to 3");
    let verdict = after(|s| {
        s.remove_data("accepted-findings.csv");
    });
    expect(&verdict, Step::Major, "accepted-findings.csv is gone");
    let verdict = after(|s| {
        s.set_data("vocabulary/contexts.csv", b"key,name\ninvites,Invites\n".to_vec());
    });
    expect(&verdict, Step::Major, "vocabulary/contexts.csv lost its column description");
}

#[test]
fn a_key_never_goes() {
    let verdict = after(|s| edit(s, "providers.csv", "fresh,Fresh,none,none\n", ""));
    assert_eq!(verdict.gone, ["providers.csv: fresh"]);
    let verdict = after(|s| edit(s, "vocabulary/contexts.csv", "invites", "invitations"));
    assert_eq!(verdict.gone, ["vocabulary/contexts.csv: invites"]);
    let verdict = after(|s| {
        let text = String::from_utf8(s.data("disclosures.csv").unwrap().bytes.clone()).unwrap();
        let last = text.trim_end().rfind('\n').unwrap();
        s.set_data("disclosures.csv", text[..=last].into());
    });
    assert_eq!(verdict.gone.len(), 1, "{verdict:?}");
    let verdict =
        after(|s| edit(s, "register.json", "\"id\": \"2022-01-01\"", "\"id\": \"2022-01-02\""));
    assert_eq!(verdict.gone, ["edition 2022-01-01"]);
}

/// What the register uses of a standard, and what may be silenced, may go.
#[test]
fn what_is_not_ours_may_go() {
    let verdict = after(|s| {
        s.set_data("vocabulary/dpv-terms.csv", b"iri,version\n".to_vec());
    });
    expect(&verdict, Step::Patch, "vocabulary/dpv-terms.csv: 1 row differs");
}

#[test]
fn the_page_on_versions_names_every_step() {
    let page = service_providers_tests::root().join("docs/versioning.md");
    let page = std::fs::read_to_string(page).unwrap();
    for step in [Step::Patch, Step::Minor, Step::Major] {
        assert!(page.contains(&format!("\n| {step} | ")), "{step}");
    }
}
