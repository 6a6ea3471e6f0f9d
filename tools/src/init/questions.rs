//! Questions to the person at the terminal.

use std::io::{self, BufRead, Write as _};

use crate::failure::{Failure, Result};

/// Asks, if there is anybody to ask.
pub struct Questions<'i> {
    input: Option<&'i mut dyn BufRead>,
}

impl<'i> Questions<'i> {
    /// Questions that are answered from this input. Without one, nobody is asked.
    pub fn new(input: Option<&'i mut dyn BufRead>) -> Self {
        Self { input }
    }

    /// Whether anybody answers.
    pub fn can_be_asked(&self) -> bool {
        self.input.is_some()
    }

    /// Asks until the answer can be used. An empty answer stands for the usual one, and so does
    /// having nobody to ask.
    ///
    /// # Errors
    /// If there is no answer. The message names the option that gives one.
    pub fn ask(
        &mut self,
        option: &str,
        question: &str,
        usual: Option<String>,
        read: fn(&str) -> std::result::Result<String, String>,
    ) -> Result<String> {
        let missing = || Failure::new(format!("{option} is missing"));
        let Some(input) = &mut self.input else { return usual.ok_or_else(missing) };
        let fail = |error: io::Error| Failure::new(format!("the answer cannot be read: {error}"));
        loop {
            match &usual {
                Some(usual) => anstream::eprint!("{question} [{usual}]: "),
                None => anstream::eprint!("{question}: "),
            }
            io::stderr().flush().map_err(fail)?;
            let mut line = String::new();
            if input.read_line(&mut line).map_err(fail)? == 0 {
                return Err(missing());
            }
            match (line.trim(), &usual) {
                ("", Some(usual)) => return Ok(usual.clone()),
                (answer, _) => match read(answer) {
                    Ok(answer) => return Ok(answer),
                    Err(error) => anstream::eprintln!("{error}"),
                },
            }
        }
    }
}
