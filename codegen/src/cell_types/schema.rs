//! The JSON Schema of a cell.

/// Gives a type the JSON Schema with these members.
macro_rules! cell_schema {
    ($type:ident, |$generator:pat_param| { $($schema:tt)* }) => {
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema($generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ $($schema)* })
            }
        }
    };
}
pub(crate) use cell_schema;
