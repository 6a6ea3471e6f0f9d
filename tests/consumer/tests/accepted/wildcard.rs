#![deny(warnings)]

use service_providers::Form;

fn main() {
    let text = match Form::Hashed {
        Form::Hashed => "hashed",
        _ => "otherwise",
    };
    assert_eq!(text, "hashed");
}
