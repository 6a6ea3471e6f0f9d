//! Whole numbers written as digits.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::Kind;

/// A whole number from 1 to 999999, without leading zeros. In typed rows a `u32`.
pub(crate) struct PositiveNumber;

impl JsonSchema for PositiveNumber {
    fn schema_name() -> Cow<'static, str> {
        "PositiveNumber".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string", "pattern": "^[1-9][0-9]{0,5}$", "x-kind": Kind::Number,
            "x-form": "a whole number from 1 to 999999, digits only"
        })
    }
}
