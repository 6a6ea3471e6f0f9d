use service_providers::term::Certainty;

fn main() {
    match Certainty::Stated {
        Certainty::Moderate | Certainty::Stated | Certainty::Strong | Certainty::Weak => {}
    }
}
