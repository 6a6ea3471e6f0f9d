//! What the schema stage refuses.

use crate::problem::{Code, Stage};

macro_rules! codes {
    ($($ident:ident { $name:literal, $refuses:literal, $why:literal, $mend:literal, $bad:literal => $good:literal })*) => {
        $(pub(crate) static $ident: Code = Code {
            name: $name,
            stage: Stage::Schema,
            mendable: false,
            refuses: $refuses,
            why: $why,
            mend: $mend,
            example: ($bad, $good),
        };)*

        /// Every code of this stage.
        pub(crate) static CODES: &[&Code] = &[$(&$ident),*];
    };
}

codes! {
    SCHEMA_FILE {
        "schema-file",
        "A schema file that is missing, is no JSON, or says something else than this tool's tables do.",
        "Others check their data with it; a looser one would let pass what is refused here.",
        "Run `cargo xtask schema`.",
        "schema/ without providers.schema.json" => "schema/providers.schema.json"
    }
    BLANK_CELL {
        "blank-cell",
        "A cell with nothing in it.",
        "A blank could mean that nobody knows, that there is none, or that it was forgotten.",
        "Write the fact, or the word that the column allows: `unknown` (the source does not say), `none` (there is none), `not-applicable` (the question does not arise).",
        "slack,Slack,," => "slack,Slack,none,none"
    }
    FORM {
        "form",
        "A cell that is not written the way its column asks, such as a key with capitals or a date the American way.",
        "One form makes cells comparable. Spreadsheets often rewrite dates and drop zeros.",
        "Write it in the form shown. Format the column as text in the spreadsheet before typing.",
        "11/17/2025" => "2025-11-17"
    }
    TERM {
        "term",
        "A word that is not one of the few the column allows.",
        "A word outside the list has no meaning that a program or a reader could know.",
        "Choose one of the words shown.",
        "hash" => "hashed"
    }
    WORD {
        "word",
        "`none`, `unknown` or `not-applicable` in a column that always needs a fact, or of which it allows another.",
        "Each of these words says something different, and not every column can lack its fact.",
        "Write the fact, or one of the words that the column allows.",
        "summary: unknown" => "summary: Sends e-mail."
    }
    TOO_LONG {
        "too-long",
        "A cell with too much text or too many items.",
        "Text is shown in tables and tooltips, and limits keep damaged files from passing.",
        "Say it shorter: keys up to 64 characters, names 120, addresses 500, text 600; lists up to 100 items.",
        "a text of 900 characters" => "a text of 200 characters"
    }
    REPEATED_ITEM {
        "repeated-item",
        "A list cell that has the same item twice.",
        "The second one says nothing.",
        "Keep one of them.",
        "us;us" => "us"
    }
    SHAPE {
        "shape",
        "A part of a JSON file that is missing, is not expected there, or has another type.",
        "It could not be read, or would be lost.",
        "Compare the file with its schema in schema/.",
        "\"format_version\": \"1\"" => "\"format_version\": 1"
    }
}
