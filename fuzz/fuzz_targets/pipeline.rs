//! Any bytes in the place of one source file give a report or a register, never a panic.

#![no_main]

mod pipeline_run;

libfuzzer_sys::fuzz_target!(|input: &[u8]| pipeline_run::run(input));
