//! The files of a crate put into one, as tokens.
//!
//! Every `mod name;` becomes the module itself, every `crate::` the path of the module that holds all
//! of them, and what belongs to a feature or to tests is left out. Working on tokens reaches the
//! bodies of macros as well.

use std::collections::BTreeMap;
use std::iter::Peekable;

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use super::ModulePath;
use crate::failure::{Failure, Result};

/// The files of a crate, which become one module.
pub struct Inlined<'f> {
    /// The text of every file by its path, such as `src/lib.rs`.
    pub files: &'f BTreeMap<String, String>,
    /// Where the module stands.
    pub at: &'f ModulePath,
}

impl Inlined<'_> {
    /// The items of the crate's root.
    ///
    /// # Errors
    /// If a file is missing or no Rust.
    pub fn crate_root(&self) -> Result<TokenStream> {
        self.file("src/lib.rs", "src")
    }

    /// The items of a file whose modules lie in a folder.
    fn file(&self, path: &str, folder: &str) -> Result<TokenStream> {
        let fail = |what: &str| Failure::new(format!("{path}: {what}"));
        let text = self.files.get(path).ok_or_else(|| fail("is not embedded"))?;
        let tokens: TokenStream = text.parse().map_err(|_| fail("is no Rust"))?;
        self.tokens(tokens, Some(folder))
    }

    /// The same tokens as part of the module. Modules in files stand only where a folder is given:
    /// at the top of a file.
    fn tokens(&self, tokens: TokenStream, folder: Option<&str>) -> Result<TokenStream> {
        let mut out = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        let mut docs = Docs::default();
        while let Some(token) = tokens.next() {
            match &token {
                TokenTree::Punct(mark) if mark.as_char() == '#' => {
                    self.attribute(mark, &mut tokens, &mut docs, &mut out)?;
                }
                TokenTree::Ident(word) if word == "crate" && is_path(&mut tokens) => {
                    out.push(token.clone());
                    for name in self.at.names() {
                        out.extend(colons());
                        out.push(Ident::new(name, Span::call_site()).into());
                    }
                }
                TokenTree::Ident(word) if word == "mod" && folder.is_some() => {
                    out.push(token.clone());
                    self.module(folder.unwrap_or_default(), &mut tokens, &mut out)?;
                }
                TokenTree::Group(group) => {
                    let inner = self.tokens(group.stream(), None)?;
                    out.push(Group::new(group.delimiter(), inner).into());
                }
                _ => out.push(token),
            }
        }
        Ok(out.into_iter().collect())
    }

    /// Puts the module of this name into place of `name;`.
    fn module(
        &self,
        folder: &str,
        tokens: &mut Peekable<IntoIter>,
        out: &mut Vec<TokenTree>,
    ) -> Result<()> {
        let Some(TokenTree::Ident(name)) = tokens.next() else { return Ok(()) };
        out.push(name.clone().into());
        match tokens.peek() {
            Some(TokenTree::Punct(end)) if end.as_char() == ';' => {
                tokens.next();
            }
            _ => return Ok(()),
        }
        let (own, below) = (format!("{folder}/{name}.rs"), format!("{folder}/{name}"));
        let items = if self.files.contains_key(&own) {
            self.file(&own, &below)?
        } else {
            self.file(&format!("{below}/mod.rs"), &below)?
        };
        out.push(Group::new(Delimiter::Brace, items).into());
        Ok(())
    }

    /// Handles an attribute after its `#`: leaves out those of a whole crate or file, items that
    /// are not built here, and the language of examples.
    fn attribute(
        &self,
        mark: &Punct,
        tokens: &mut Peekable<IntoIter>,
        docs: &mut Docs,
        out: &mut Vec<TokenTree>,
    ) -> Result<()> {
        let inner = matches!(tokens.peek(), Some(TokenTree::Punct(p)) if p.as_char() == '!');
        if inner {
            tokens.next();
        }
        let Some(TokenTree::Group(group)) = tokens.next() else {
            // In the pattern of a macro, `#` can stand alone.
            out.push(mark.clone().into());
            return Ok(());
        };
        let words: Vec<TokenTree> = group.stream().into_iter().collect();
        match words.as_slice() {
            _ if inner => {}
            [TokenTree::Ident(word), TokenTree::Group(condition)] if word == "cfg" => {
                if !is_built(condition.stream()) {
                    skip_item(tokens);
                }
            }
            [TokenTree::Ident(word), equals, TokenTree::Literal(text)] if word == "doc" => {
                let text = docs.line(text, self.at);
                let doc = [word.clone().into(), equals.clone(), text.into()];
                out.push(mark.clone().into());
                out.push(Group::new(Delimiter::Bracket, doc.into_iter().collect()).into());
            }
            _ => {
                out.push(mark.clone().into());
                let inner = self.tokens(group.stream(), None)?;
                out.push(Group::new(group.delimiter(), inner).into());
            }
        }
        Ok(())
    }
}

/// The documentation read so far.
#[derive(Default)]
struct Docs {
    in_code: bool,
}

impl Docs {
    /// A line of documentation. Examples are written for a crate; here they are text.
    fn line(&mut self, line: &Literal, at: &ModulePath) -> Literal {
        let Ok(text) = syn::parse_str::<syn::LitStr>(&line.to_string()) else {
            return line.clone();
        };
        let text = text.value();
        if !text.trim_start().starts_with("```") {
            return Literal::string(&text.replace("crate::", &format!("{at}::")));
        }
        self.in_code = !self.in_code;
        let fence = if self.in_code { "```text" } else { "```" };
        Literal::string(&format!(" {fence}"))
    }
}

/// Whether `::` follows.
fn is_path(tokens: &mut Peekable<IntoIter>) -> bool {
    matches!(tokens.peek(), Some(TokenTree::Punct(colon)) if colon.as_char() == ':')
}

fn colons() -> [TokenTree; 2] {
    [Punct::new(':', Spacing::Joint).into(), Punct::new(':', Spacing::Alone).into()]
}

/// Whether a condition holds in a program without features, outside of its tests.
fn is_built(condition: TokenStream) -> bool {
    let mut tokens = condition.into_iter();
    let (first, second) = (tokens.next(), tokens.next());
    match (first, second) {
        (Some(TokenTree::Ident(word)), Some(TokenTree::Group(inner))) if word == "not" => {
            !is_built(inner.stream())
        }
        // The library has no other conditions than features and tests.
        _ => false,
    }
}

/// Leaves out the item after an attribute.
fn skip_item(tokens: &mut Peekable<IntoIter>) {
    while matches!(tokens.peek(), Some(TokenTree::Punct(mark)) if mark.as_char() == '#') {
        tokens.next();
        tokens.next();
    }
    // A variant or an arm ends at a comma. In front of the braces of an item, commas separate
    // parameters.
    let is_item = matches!(tokens.peek(), Some(TokenTree::Ident(word)) if ITEMS.iter().any(|item| word == item));
    for token in tokens.by_ref() {
        match token {
            TokenTree::Punct(end) if end.as_char() == ';' => return,
            TokenTree::Punct(end) if end.as_char() == ',' && !is_item => return,
            TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => return,
            _ => {}
        }
    }
}

/// The words with which an item begins.
const ITEMS: [&str; 12] = [
    "const", "enum", "extern", "fn", "impl", "mod", "pub", "static", "struct", "trait", "type",
    "use",
];
