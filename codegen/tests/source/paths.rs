//! Finds the paths in Rust source that begin at the root of the crate or at a module around.

use crate::tokens::{Token, tokens};

/// A path that a module uses, from the root of the crate.
#[derive(Debug, PartialEq, Eq)]
pub struct Use {
    /// 1-based line.
    pub line: usize,
    pub path: Vec<String>,
}

/// The paths in the source of a module that begin with `crate` or `super`. Comments and texts hold
/// none, and a path in `quote!` is one of the code that is generated.
pub fn uses(module: &[String], source: &str) -> Vec<Use> {
    let tokens = tokens(source);
    let texts: Vec<&str> = tokens.iter().map(|token| token.text).collect();
    let mut found = Vec::new();
    // The modules around a token, each inner one with the depth at which its body ends.
    let mut around: Vec<String> = module.to_vec();
    let mut bodies: Vec<usize> = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while at < texts.len() {
        match &texts[at..] {
            ["mod", name, "{", ..] => {
                around.push((*name).to_owned());
                bodies.push(depth);
                depth += 1;
                at += 2;
            }
            ["quote", "!", ..] => at = end_of_group(&texts, at + 2),
            [first @ ("crate" | "super"), "::", ..] => {
                let start = if *first == "crate" { &[] } else { parent(&around) };
                at = tree(&tokens, at + 2, start.to_vec(), &mut found);
                continue;
            }
            ["{", ..] => depth += 1,
            ["}", ..] => {
                depth -= 1;
                if bodies.last() == Some(&depth) {
                    bodies.pop();
                    around.pop();
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

fn parent(module: &[String]) -> &[String] {
    &module[..module.len().saturating_sub(1)]
}

/// Reads what follows a `::`: a path, or a group of them. Gives the token behind it.
fn tree(tokens: &[Token<'_>], at: usize, start: Vec<String>, found: &mut Vec<Use>) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    if text(at) == "{" {
        let mut at = at + 1;
        while !matches!(text(at), "}" | "") {
            at = tree(tokens, at, start.clone(), found);
            while !matches!(text(at), "," | "}" | "") {
                at += 1;
            }
            at += usize::from(text(at) == ",");
        }
        return at + 1;
    }
    let mut path = start;
    match text(at) {
        "super" => path.truncate(path.len().saturating_sub(1)),
        "self" | "*" => {}
        name => path.push(name.to_owned()),
    }
    // Behind `::<` stand types.
    if text(at + 1) == "::" && text(at + 2) != "<" {
        return tree(tokens, at + 2, path, found);
    }
    found.push(Use { line: tokens[at].line, path });
    at + 1
}

/// The last token of the group that begins at a bracket.
fn end_of_group(texts: &[&str], start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, text) in texts.iter().enumerate().skip(start) {
        match *text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    texts.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Vec<(usize, String)> {
        let module = ["cells".to_owned(), "header".to_owned()];
        let uses = uses(&module, source).into_iter();
        uses.map(|used| (used.line, used.path.join("::"))).collect()
    }

    #[test]
    fn paths_are_found_wherever_they_stand() {
        let source = "use crate::problem::{Place, Problem as P};\n\
                      use super::{codes, text_file::TextFile};\n\
                      fn f(a: crate::a::A<'_>) -> char {\n    '\\''; \"\"; $crate::text::b!()\n}\n\
                      use crate::{self, x::{self, y::*}};\n";
        let expected = [
            (1, "problem::Place"),
            (1, "problem::Problem"),
            (2, "cells::codes"),
            (2, "cells::text_file::TextFile"),
            (3, "a::A"),
            (4, "text::b"),
            (6, ""),
            (6, "x"),
            (6, "x::y"),
        ];
        assert_eq!(found(source), expected.map(|(line, path)| (line, path.to_owned())));
    }

    #[test]
    fn an_inner_module_is_one_level_further_in() {
        let source = "mod tests {\n    use super::*;\n    mod deep { use super::super::x; }\n}\n\
                      use super::y;\n";
        let expected = [(2, "cells::header"), (3, "cells::header::x"), (5, "cells::y")];
        assert_eq!(found(source), expected.map(|(line, path)| (line, path.to_owned())));
    }

    #[test]
    fn what_is_no_path_of_the_crate_is_left_out() {
        let source = "// crate::a\n/* crate::b */\nconst T: &str = \"\\\"crate::c\";\n\
                      const R: &str = r#\"\" crate::d\"#;\nquote!(crate::e, #(crate::f),*);\n\
                      pub(crate) fn f(c: char) { c == '\"'; std::x::y(); }\n";
        assert_eq!(found(source), []);
    }
}
