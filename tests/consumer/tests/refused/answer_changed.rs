use service_providers::set::ProviderSet;
use service_providers::{DataCategory, DataSubject, Disclosures};

const VOICE: ProviderSet = Disclosures::current()
    .category(DataCategory::VoiceRecording)
    .subject(DataSubject::Student)
    .providers();
const _: () = assert!(VOICE.is_empty(), "somebody gets students' voice recordings");

fn main() {}
