//! The examples run and print what they should.

use super::{cargo, root, succeed};

fn run(example: &str, arguments: &[&str]) -> String {
    let mut command = cargo(root(), &["run", "--offline", "--quiet", "-p", "service-providers"]);
    command.args(["--example", example, "--"]).args(arguments);
    succeed(command)
}

#[test]
fn allow_list() {
    let printed = run("allow_list", &[]);
    assert!(printed.starts_with("Algolia may be used\nDataDog may be used\nStripe may be used\n"));
    assert!(printed.contains("Algolia: no rule against it"));
    assert!(printed.contains("Twilio breaks the rule: nobody but the text message service"));
    assert!(printed.contains("fact: Phone number, about: "));
    assert!(printed.contains("Firebase breaks the rule: only vendors that the current edition"));
}

#[test]
fn no_student_voice_outside_us() {
    let printed = run("no_student_voice_outside_us", &[]);
    assert!(printed.starts_with("SpeechSuper gets: Voice recording"), "{printed}");
}

#[test]
fn choose_by_category() {
    let printed = run("choose_by_category", &["voice-recording"]);
    assert!(printed.contains("\n- SpeechSuper: "), "{printed}");
    assert!(run("choose_by_category", &["Birth date"]).contains("\n- Twilio: Teacher"));
}

#[test]
fn settings_page() {
    let printed = run("settings_page", &[]);
    assert!(printed.starts_with("Who helps us run this service (2025-11-17)\n\nAlgolia\n"));
    assert!(printed.contains("Kept in: United States"));
    assert!(printed.contains("[ ] I want this"));
}
