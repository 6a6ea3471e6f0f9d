//! The fuzzer's corpus without the fuzzer: every input, whole, cut and changed byte by byte.

#[path = "../../../../fuzz/fuzz_targets/pipeline_run.rs"]
mod pipeline_run;

use std::fs;

use service_providers_tests::root;

fn corpus() -> Vec<Vec<u8>> {
    let folder = root().join("fuzz/corpus/pipeline");
    let entries = fs::read_dir(folder).expect("the corpus can be read");
    let mut files: Vec<Vec<u8>> = entries
        .map(|entry| fs::read(entry.expect("an entry").path()).expect("an input can be read"))
        .collect();
    files.sort();
    files
}

#[test]
fn every_input_is_survived() {
    let corpus = corpus();
    assert!(corpus.len() >= 20, "{} inputs", corpus.len());
    for input in corpus {
        pipeline_run::run(&input);
    }
}

#[test]
fn changed_inputs_are_survived() {
    let harmful: [&[u8]; 8] =
        [b"\"", b",", b"\r", b"\n\n", b";", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xff"];
    for (number, input) in corpus().into_iter().enumerate() {
        for (at, harm) in harmful.iter().enumerate() {
            let place = 1 + (number * 131 + at * 977) % input.len();
            let mut changed = input.clone();
            changed.splice(place..place, harm.iter().copied());
            // Some are also cut off there.
            if at == number % harmful.len() {
                changed.truncate(place);
            }
            pipeline_run::run(&changed);
        }
    }
}
