//! Where a module stands in its program.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

/// The path of a module from the root of its crate: `legal::vendors`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModulePath(Vec<String>);

impl ModulePath {
    /// The module that a file is: the folders below `src`, and the file's own name. A file outside
    /// of `src` is taken for a module at the root.
    ///
    /// # Errors
    /// If the names are no names of modules.
    pub fn of_file(file: &Path) -> Result<Self, String> {
        let path = file.with_extension("");
        let names: Vec<&str> =
            path.components().filter_map(|part| part.as_os_str().to_str()).collect();
        let mut own = match names.iter().rposition(|name| *name == "src") {
            Some(src) => &names[src + 1..],
            None => names.last().map(std::slice::from_ref).unwrap_or_default(),
        };
        if let [folders @ .., "mod"] = own {
            own = folders;
        }
        own.join("::").parse()
    }

    /// The names on the path.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl FromStr for ModulePath {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let path = text.strip_prefix("crate::").unwrap_or(text);
        let names: Vec<String> = path.split("::").map(str::to_owned).collect();
        match names.iter().find(|name| syn::parse_str::<syn::Ident>(name).is_err()) {
            Some(_) => Err(format!("`{text}` is no path of a module, such as legal::vendors")),
            None => Ok(Self(names)),
        }
    }
}

impl fmt::Display for ModulePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "crate::{}", self.0.join("::"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_a_module() {
        let of = |file: &str| ModulePath::of_file(Path::new(file)).map(|path| path.to_string());
        assert_eq!(of("vendors.rs").unwrap(), "crate::vendors");
        assert_eq!(of("app/src/vendors.rs").unwrap(), "crate::vendors");
        assert_eq!(of("src/legal/vendors/mod.rs").unwrap(), "crate::legal::vendors");
        assert!(of("src/my-vendors.rs").unwrap_err().contains("no path of a module"));
        assert_eq!("crate::a::b".parse::<ModulePath>().unwrap().to_string(), "crate::a::b");
        assert!("a::".parse::<ModulePath>().is_err());
    }
}
