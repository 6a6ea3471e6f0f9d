//! What the cells stage refuses.

use crate::problem::{Code, Stage};

macro_rules! codes {
    ($($ident:ident { $name:literal, mendable: $mendable:literal, $refuses:literal, $why:literal, $mend:literal, $bad:literal => $good:literal })*) => {
        $(pub(crate) static $ident: Code = Code {
            name: $name,
            stage: Stage::Cells,
            mendable: $mendable,
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
    MISSING_FILE {
        "missing-file", mendable: false,
        "A table that the register needs is not there.",
        "Every table has its file, even when it holds no row but the header.",
        "Put the file back. A new table starts with the header line of its schema.",
        "data/ without providers.csv" => "data/providers.csv with its header line"
    }
    UNKNOWN_FILE {
        "unknown-file", mendable: false,
        "A CSV or JSON file in the data folder that is no table of the register.",
        "A misspelt file name would otherwise be passed over in silence.",
        "Rename the file to the table it was meant to be, or move it out of the data folder.",
        "data/provider.csv" => "data/providers.csv"
    }
    NOT_A_FILE {
        "not-a-file", mendable: false,
        "A link, a device or a pipe where a source file should be, or a file whose name is not text.",
        "What is read must lie in the folder itself; a link can lead anywhere.",
        "Put the file itself in its place.",
        "data/providers.csv, a link to another folder" => "data/providers.csv, a file"
    }
    OVER_LIMIT {
        "over-limit", mendable: false,
        "A file, a line or a table that is larger than anything the register needs.",
        "Damaged and hostile files are large. Nothing is cut off in silence.",
        "Look for a quotation mark that is not closed, or for rows that stand there by mistake.",
        "a line of a million characters" => "a line of a thousand characters"
    }
    NOT_UTF8 {
        "not-utf8", mendable: false,
        "Bytes that are not UTF-8 text.",
        "Accented letters and quotation marks would turn into other characters.",
        "Save the file again as \"CSV UTF-8\" (spreadsheet) or with encoding UTF-8 (editor).",
        "a file saved as Windows-1252 or UTF-16" => "the same file saved as UTF-8"
    }
    BYTE_ORDER_MARK {
        "byte-order-mark", mendable: true,
        "An invisible mark at the very start of the file.",
        "Spreadsheets write it; programs then read a wrong name for the first column.",
        "Run `cargo xtask sync`.",
        "(mark)key,name" => "key,name"
    }
    CARRIAGE_RETURN {
        "carriage-return", mendable: true,
        "Lines that end with a carriage return, the Windows way.",
        "The same data must be the same bytes on every machine.",
        "Run `cargo xtask sync`.",
        "key,name(CR)(LF)" => "key,name(LF)"
    }
    OLD_LINE_ENDS {
        "old-line-ends", mendable: false,
        "Lines that end with a carriage return alone, as on old Macintosh computers.",
        "The whole file would be one line.",
        "Save the file again as \"CSV UTF-8\", not as \"CSV (Macintosh)\".",
        "key,name(CR)" => "key,name(LF)"
    }
    NO_FINAL_NEWLINE {
        "no-final-newline", mendable: true,
        "A last line that does not end.",
        "A row added below it would run into it.",
        "Run `cargo xtask sync`.",
        "the last row, then nothing" => "the last row, then a line end"
    }
    WRONG_SEPARATOR {
        "wrong-separator", mendable: false,
        "Cells separated by semicolons, tabs or bars.",
        "Semicolons separate the items of one cell here, so nobody can tell the two apart later.",
        "Export the file again with the comma as separator.",
        "key;name;aliases" => "key,name,aliases"
    }
    TRANSLATED_HEADER {
        "translated-header", mendable: false,
        "A header line most of whose names are no columns of the table: translated, or missing altogether.",
        "Columns are known by their names, not by their place.",
        "Put the header line back as listed in schema/README.md.",
        "Schl\u{fc}ssel,Anzeigename,Andere" => "key,name,aliases,withdrawn"
    }
    MISSING_COLUMN {
        "missing-column", mendable: false,
        "A header line that lacks columns of the table.",
        "Without its column a fact has no place.",
        "Put the column back with its name as listed in schema/README.md.",
        "key,aliases,withdrawn" => "key,name,aliases,withdrawn"
    }
    UNKNOWN_COLUMN {
        "unknown-column", mendable: false,
        "A column that the table does not have, one that stands there twice, or a cell under no column's name.",
        "Nothing would read it, so its cells would be lost.",
        "Mend the column's name, or take the column out.",
        "key,nmae,aliases" => "key,name,aliases"
    }
    COLUMN_ORDER {
        "column-order", mendable: true,
        "Columns in another order than the table's.",
        "Differences between two versions of a file stay readable when columns stay in place.",
        "Run `cargo xtask sync`.",
        "name,key" => "key,name"
    }
    UNCLOSED_QUOTE {
        "unclosed-quote", mendable: false,
        "A cell that opens with a quotation mark and does not close on its line.",
        "Everything after it would become part of the cell. A cell holds no line break.",
        "Close the quotation mark, or join the lines of the cell.",
        "a,\"two words,b" => "a,\"two words\",b"
    }
    STRAY_QUOTE {
        "stray-quote", mendable: false,
        "A quotation mark in the middle of a cell.",
        "Programs disagree on what such a cell means.",
        "Put the whole cell in quotation marks and double the ones inside.",
        "a,say \"hi\",b" => "a,\"say \"\"hi\"\"\",b"
    }
    CURLY_QUOTES {
        "curly-quotes", mendable: false,
        "A cell that starts with a curly quotation mark.",
        "Word processors curl the marks that should enclose a cell; they then count as its text.",
        "Take the curly marks out. A cell with a comma stands between straight ones.",
        "a,\u{201c}two words\u{201d},b" => "a,two words,b"
    }
    NEEDLESS_QUOTES {
        "needless-quotes", mendable: true,
        "A cell in quotation marks that needs none.",
        "One way to write a cell keeps the differences between versions small.",
        "Run `cargo xtask sync`.",
        "\"a\",b" => "a,b"
    }
    CELL_COUNT {
        "cell-count", mendable: false,
        "A row with more or fewer cells than the header.",
        "Cells would land under the wrong column.",
        "Look for a comma too many or too few; a cell with a comma stands in quotation marks.",
        "aws,Amazon, Inc.,none,none" => "aws,\"Amazon, Inc.\",none,none"
    }
    REPEATED_HEADER {
        "repeated-header", mendable: false,
        "A row that is the header line once more.",
        "It would count as a row. It is left where two files were put together.",
        "Delete the line. Then look for rows that stand there twice.",
        "key,name,aliases,withdrawn in the middle of the file" => "the header in the first line alone"
    }
    CONFLICT {
        "conflict", mendable: false,
        "Lines that a version control system wrote where two people changed the same rows.",
        "Both versions stand in the file; somebody must choose.",
        "Keep one version of the rows between the marks, and delete the three lines that start with `<<<<<<<`, `=======` and `>>>>>>>`.",
        "<<<<<<< HEAD" => "the rows that hold, without the marks"
    }
    BLANK_ROW {
        "blank-row", mendable: true,
        "Lines without any cell filled in.",
        "Spreadsheets leave such lines behind.",
        "Run `cargo xtask sync`.",
        ",,," => "(no line)"
    }
    EMPTY_COLUMN {
        "empty-column", mendable: true,
        "Columns behind the last one without a name and with blank cells alone.",
        "Spreadsheets leave such columns behind.",
        "Run `cargo xtask sync`.",
        "key,name,," => "key,name"
    }
    OUTER_SPACE {
        "outer-space", mendable: true,
        "Space before or after the text of a cell or of an item in a list.",
        "`us` and ` us` look the same and are not.",
        "Run `cargo xtask sync`.",
        "us; fr" => "us;fr"
    }
    FORBIDDEN_CHARACTER {
        "forbidden-character", mendable: false,
        "Characters that cannot be seen or that change how text is read: control and direction characters, zero-width and no-break spaces, private and unassigned characters.",
        "They hide differences, and some make a web page or a program show something else than what is there.",
        "Delete the character and type the text again; an ordinary space for a no-break space.",
        "Slack(zero-width space)" => "Slack"
    }
    MIXED_SCRIPT {
        "mixed-script", mendable: false,
        "A word that mixes letters of two scripts which look alike, such as a Cyrillic letter in a Latin word.",
        "It looks like another word and is not: it will not be found, or passes for a company it is not.",
        "Type the word again on one keyboard layout.",
        "Sl\u{430}ck with a Cyrillic \u{430}" => "Slack"
    }
    NOT_NFC {
        "not-nfc", mendable: true,
        "Letters written as a base letter and a separate accent.",
        "The same name must be the same characters, or it will not be found.",
        "Run `cargo xtask sync`.",
        "e + combining acute" => "\u{e9}"
    }
    FORMULA {
        "formula", mendable: false,
        "A cell, or an item of a list, that a spreadsheet would run as a formula: it starts with `=`, `+`, `-` or `@`.",
        "Opening an export would run it.",
        "Begin the cell with a word.",
        "=1+1" => "Adds one and one."
    }
    MARKUP {
        "markup", mendable: false,
        "Characters that web pages or Markdown would read as markup in a plain text cell: `<`, `>`, backtick, `|`, `[`, `]`, `*` or `\\`.",
        "Text is published on pages; markup in it would break out of its cell.",
        "Say it in plain words.",
        "see <b>here</b>" => "see the policy"
    }
    NOT_JSON {
        "not-json", mendable: false,
        "A JSON file that is not JSON, holds a number that cannot be kept exactly, or parts that lie too deep inside each other.",
        "It cannot be read without doubt.",
        "Mend it at the place shown; often a comma or a quotation mark is missing.",
        "{\"a\": 1,}" => "{\"a\": 1}"
    }
    DUPLICATE_MEMBER {
        "duplicate-member", mendable: false,
        "A JSON object that has the same name twice.",
        "Only one of the two would count, and programs disagree on which.",
        "Keep one of them.",
        "{\"a\": 1, \"a\": 2}" => "{\"a\": 2}"
    }
    LAYOUT {
        "layout", mendable: true,
        "A JSON file that is not indented and broken into lines the usual way.",
        "One layout keeps the differences between versions small, and other programs can read it.",
        "Run `cargo xtask sync`.",
        "{\"a\":1}" => "the same over three lines, indented by two spaces"
    }
}
