//! Any bytes in the place of a published page give rows or an error, never a panic.

#![no_main]

mod page_run;

libfuzzer_sys::fuzz_target!(|input: &[u8]| page_run::run(input));
