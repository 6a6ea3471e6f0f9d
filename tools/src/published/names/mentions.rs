//! Names in a running text.

use std::collections::HashMap;

/// Names, to be found in texts word by word. Capitals count, so that no common word passes for a
/// name.
#[derive(Debug, Default)]
pub struct Mentions {
    /// By its first word: the words of each name, and the number of its provider.
    by_word: HashMap<String, Vec<(Vec<String>, usize)>>,
}

impl Mentions {
    /// Adds a name.
    pub fn add(&mut self, name: &str, provider: usize) {
        let words: Vec<String> = words(name).map(str::to_owned).collect();
        if let Some(first) = words.first() {
            self.by_word.entry(first.clone()).or_default().push((words, provider));
        }
    }

    /// The providers that a text names. Where names overlap, the longer one counts.
    pub fn find(&self, text: &str) -> Vec<usize> {
        let text: Vec<&str> = words(text).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let names = self.by_word.get(text[at]).into_iter().flatten();
            let here = names.filter(|(words, _)| {
                text[at..].len() >= words.len()
                    && words.iter().zip(&text[at..]).all(|(a, b)| a == b)
            });
            match here.max_by_key(|(words, _)| words.len()) {
                Some((words, provider)) => {
                    found.push(*provider);
                    at += words.len();
                }
                None => at += 1,
            }
        }
        found
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_name_counts() {
        let mut names = Mentions::default();
        names.add("Maker", 1);
        names.add("Maker Cloud", 2);
        names.add("Safer", 3);
        assert_eq!(names.find("on Maker Cloud's servers (Maker/other), safer"), [2, 1]);
        assert_eq!(names.find(""), [0_usize; 0]);
    }
}
