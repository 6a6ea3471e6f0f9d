//! The codes of the cells stage.

use crate::problem::{Code, codes};

codes! { Code::CELLS =>
    MISSING_FILE {
        name: "missing-file",
        whole_file: true,
        refuses: "A table that the register needs is not there.",
        why: "Every table has its file, even when it holds no row but the header.",
        mend: "Put the file back. A new table starts with the header line of its schema.",
        example: ("data/ without providers.csv", "data/providers.csv with its header line"),
    }
    UNKNOWN_FILE {
        name: "unknown-file",
        whole_file: true,
        refuses: "A file in the data folder that is not a table of the register and looks like one: a CSV or JSON file, a spreadsheet, or a file with the name of a table and another ending.",
        why: "Nothing reads it. Whoever edits such a file believes that the change is in the register.",
        mend: "Save the file as the CSV of the table it was meant to be (\"CSV UTF-8\"), or move it out of the data folder.",
        example: ("data/providers.ods", "data/providers.csv"),
    }
    NOT_A_FILE {
        name: "not-a-file",
        whole_file: true,
        refuses: "A link, a device or a pipe where a source file should be, or a file whose name is not text.",
        why: "Only files in the folder itself are read; a link can lead anywhere.",
        mend: "Put the file itself in its place.",
        example: ("data/providers.csv, a link to another folder", "data/providers.csv, a file"),
    }
    OVER_LIMIT {
        name: "over-limit",
        refuses: "A file, a line or a table that is larger than anything the register needs.",
        why: "Damaged and hostile files are large. They are refused, not cut off.",
        mend: "Look for a quotation mark that is not closed, or for rows that are there by mistake.",
        example: ("a line of a million characters", "a line of a thousand characters"),
    }
    NOT_UTF8 {
        name: "not-utf8",
        refuses: "Bytes that are not UTF-8 text.",
        why: "Accented letters and quotation marks would turn into other characters.",
        mend: "Save the file again as \"CSV UTF-8\" (spreadsheet) or with encoding UTF-8 (editor).",
        example: ("a file saved as Windows-1252 or UTF-16", "the same file saved as UTF-8"),
    }
    BYTE_ORDER_MARK {
        name: "byte-order-mark",
        mendable: true,
        refuses: "An invisible mark at the start of the file.",
        why: "Spreadsheets write it. Other programs then read it as part of the first column's name.",
        mend: "Run `cargo xtask sync`.",
        example: ("(mark)key,name", "key,name"),
    }
    CARRIAGE_RETURN {
        name: "carriage-return",
        mendable: true,
        refuses: "Lines that end with a carriage return, the Windows way.",
        why: "The same data must be the same bytes on every machine.",
        mend: "Run `cargo xtask sync`.",
        example: ("key,name(CR)(LF)", "key,name(LF)"),
    }
    OLD_LINE_ENDS {
        name: "old-line-ends",
        refuses: "Lines that end with a carriage return alone, as on old Macintosh computers.",
        why: "The whole file would count as one line.",
        mend: "Save the file again as \"CSV UTF-8\", not as \"CSV (Macintosh)\".",
        example: ("key,name(CR)", "key,name(LF)"),
    }
    NO_FINAL_NEWLINE {
        name: "no-final-newline",
        mendable: true,
        refuses: "A last line that does not end.",
        why: "A row that is added below would become part of it.",
        mend: "Run `cargo xtask sync`.",
        example: ("the last row, then nothing", "the last row, then a line end"),
    }
    WRONG_SEPARATOR {
        name: "wrong-separator",
        mendable: true,
        refuses: "Cells separated by semicolons, tabs or bars, or split at something other than commas.",
        why: "Here, semicolons separate the items of a list cell. Where a program split lists as well, everything after them is in the wrong column.",
        mend: "Run `cargo xtask sync`, which writes commas where nobody can doubt where each cell ends. Otherwise save the file again with the comma as separator. If cells were split when you opened the file, restore it, open it again, and tick only the comma.",
        example: ("key;name;aliases", "key,name,aliases"),
    }
    TRANSLATED_HEADER {
        name: "translated-header",
        refuses: "A header line in which most names are not columns of the table: translated, or missing.",
        why: "A column is recognised by its name, not by its position.",
        mend: "Put the header line back as listed in schema/README.md.",
        example: ("Schl\u{fc}ssel,Anzeigename,Andere", "key,name,aliases,withdrawn"),
    }
    MISSING_COLUMN {
        name: "missing-column",
        refuses: "A header line that lacks columns of the table.",
        why: "Facts of that column would be missing.",
        mend: "Put the column back with its name as listed in schema/README.md.",
        example: ("key,aliases,withdrawn", "key,name,aliases,withdrawn"),
    }
    UNKNOWN_COLUMN {
        name: "unknown-column",
        refuses: "A column that the table does not have, one that is there twice, or a cell in a column without a name.",
        why: "Nothing reads such a column, so its cells would be lost.",
        mend: "Mend the column's name, or take the column out.",
        example: ("key,nmae,aliases", "key,name,aliases"),
    }
    COLUMN_ORDER {
        name: "column-order",
        mendable: true,
        refuses: "Columns in another order than the table's.",
        why: "While columns stay in place, differences between two versions of a file are easy to read.",
        mend: "Run `cargo xtask sync`.",
        example: ("name,key", "key,name"),
    }
    UNCLOSED_QUOTE {
        name: "unclosed-quote",
        refuses: "A cell that opens with a quotation mark and does not close on its line.",
        why: "Everything after it would become part of the cell. A cell holds no line break.",
        mend: "Close the quotation mark, or join the lines of the cell.",
        example: ("a,\"two words,b", "a,\"two words\",b"),
    }
    STRAY_QUOTE {
        name: "stray-quote",
        refuses: "A quotation mark in the middle of a cell.",
        why: "Programs disagree about what such a cell means.",
        mend: "Put the whole cell in quotation marks and double the ones inside.",
        example: ("a,say \"hi\",b", "a,\"say \"\"hi\"\"\",b"),
    }
    CURLY_QUOTES {
        name: "curly-quotes",
        refuses: "A cell that starts with a curly quotation mark.",
        why: "Word processors curl the marks that should enclose a cell. Curly marks count as text of the cell.",
        mend: "Take the curly marks out. A cell with a comma needs straight ones around it.",
        example: ("a,\u{201c}two words\u{201d},b", "a,two words,b"),
    }
    NEEDLESS_QUOTES {
        name: "needless-quotes",
        mendable: true,
        refuses: "A cell in quotation marks that needs none.",
        why: "One way to write a cell keeps the differences between versions small.",
        mend: "Run `cargo xtask sync`.",
        example: ("\"a\",b", "a,b"),
    }
    CELL_COUNT {
        name: "cell-count",
        refuses: "A row with more or fewer cells than the header.",
        why: "Cells would land under the wrong column.",
        mend: "Look for a missing or an extra comma. A cell with a comma needs quotation marks around it.",
        example: ("aws,Amazon, Inc.,none,none", "aws,\"Amazon, Inc.\",none,none"),
    }
    REPEATED_HEADER {
        name: "repeated-header",
        refuses: "A row that repeats the header line.",
        why: "It would count as a row. It is left over where two files were joined.",
        mend: "Delete the line. Then look for rows that are there twice.",
        example: ("key,name,aliases,withdrawn in the middle of the file", "the header in the first line only"),
    }
    CONFLICT {
        name: "conflict",
        refuses: "Lines that a version control system writes where two people changed the same rows.",
        why: "Both versions are in the file, and a person must choose one.",
        mend: "Keep one version of the rows between the marks, and delete the three lines that start with `<<<<<<<`, `=======` and `>>>>>>>`.",
        example: ("<<<<<<< HEAD", "the rows of one version, without the marks"),
    }
    LONE_CELL {
        name: "lone-cell",
        refuses: "A row in which only one cell is filled in, or a line that begins with `#`.",
        why: "It is a comment, or what is left of a row. A table holds facts and nothing else.",
        mend: "Delete the line, or fill in the other cells. A note of yours belongs outside of the table.",
        example: ("ask the legal team,,,", "(no line)"),
    }
    BLANK_ROW {
        name: "blank-row",
        mendable: true,
        refuses: "Lines without any cell filled in.",
        why: "Spreadsheets leave such lines behind.",
        mend: "Run `cargo xtask sync`.",
        example: (",,,", "(no line)"),
    }
    EMPTY_COLUMN {
        name: "empty-column",
        mendable: true,
        refuses: "Columns without a name after the last one, in which every cell is blank.",
        why: "Spreadsheets leave such columns behind.",
        mend: "Run `cargo xtask sync`.",
        example: ("key,name,,", "key,name"),
    }
    OUTER_SPACE {
        name: "outer-space",
        mendable: true,
        refuses: "Space before or after the text of a cell, or of an item in a list.",
        why: "`us` and ` us` look the same, but are different keys.",
        mend: "Run `cargo xtask sync`.",
        example: ("us; fr", "us;fr"),
    }
    FORBIDDEN_CHARACTER {
        name: "forbidden-character",
        refuses: "Characters that cannot be seen or that change how text is read: control and direction characters, zero-width and no-break spaces, private and unassigned characters.",
        why: "They hide differences, and some make a page or a program show something other than what is there.",
        mend: "Delete the character and type the text again; an ordinary space for a no-break space.",
        example: ("Slack(zero-width space)", "Slack"),
    }
    MIXED_SCRIPT {
        name: "mixed-script",
        refuses: "A word that mixes letters of two scripts that look alike, such as a Cyrillic letter in a Latin word.",
        why: "It looks like another word but is not that word: it will not be found, or is taken for another company.",
        mend: "Type the word again on one keyboard layout.",
        example: ("Sl\u{430}ck with a Cyrillic \u{430}", "Slack"),
    }
    NOT_NFC {
        name: "not-nfc",
        mendable: true,
        refuses: "Letters written as a base letter and a separate accent.",
        why: "The same name must have the same characters, or it will not be found.",
        mend: "Run `cargo xtask sync`.",
        example: ("e + combining acute", "\u{e9}"),
    }
    FORMULA {
        name: "formula",
        refuses: "A cell, or an item of a list, that a spreadsheet would run as a formula, because it starts with `=`, `+`, `-` or `@`.",
        why: "A spreadsheet that opens an export would run it.",
        mend: "Begin the cell with a word.",
        example: ("=1+1", "Adds one and one."),
    }
    MARKUP {
        name: "markup",
        refuses: "Characters that web pages or Markdown would read as markup in a plain text cell: `<`, `>`, backtick, `|`, `[`, `]`, `*` or `\\`.",
        why: "Text is published on pages, and markup in it would break the page.",
        mend: "Say it in plain words.",
        example: ("see <b>here</b>", "see the policy"),
    }
    NOT_JSON {
        name: "not-json",
        refuses: "A JSON file that is not JSON, that holds a number that cannot be kept exactly, or whose parts are nested too deeply.",
        why: "Nobody can be sure what it says.",
        mend: "Mend it at the place shown. Often a comma or a quotation mark is missing.",
        example: ("{\"a\": 1,}", "{\"a\": 1}"),
    }
    DUPLICATE_MEMBER {
        name: "duplicate-member",
        refuses: "A JSON object that has the same name twice.",
        why: "Only one of the two would count, and programs disagree about which.",
        mend: "Keep one of them.",
        example: ("{\"a\": 1, \"a\": 2}", "{\"a\": 2}"),
    }
    LAYOUT {
        name: "layout",
        mendable: true,
        refuses: "A JSON file that is not indented and broken into lines in the usual way.",
        why: "One layout keeps the differences between versions small, and other programs can read it.",
        mend: "Run `cargo xtask sync`.",
        example: ("{\"a\":1}", "the same over three lines, indented by two spaces"),
    }
    UNFINISHED_DRAFT {
        name: "unfinished-draft",
        refuses: "A cell in which `import` left a mark, because the fact must be read on the page by a person.",
        why: "An edition that is half finished must not be published, and no program may make up a fact.",
        mend: "Read the row of the page that the mark names, and write what it says in place of the mark.",
        example: ("summary draft:list-2026:12:31", "summary Sends text messages to parents."),
    }
}
