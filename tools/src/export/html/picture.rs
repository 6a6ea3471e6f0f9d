//! What all pictures share: how much room a text needs.

/// The height of a line of text with the room around it, in pixels.
pub(super) const LINE: usize = 26;

/// The room on both sides of a text.
pub(super) const MARGIN: usize = 8;

/// The width that a text needs with its margins, whatever the font.
pub(super) fn width_of(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 8 } else { 16 }).sum::<usize>() + 2 * MARGIN
}

/// The width of the widest text.
pub(super) fn widest<'t>(texts: impl Iterator<Item = &'t str>) -> usize {
    texts.map(width_of).max().unwrap_or(0)
}

/// A name, cut if it has more characters than that.
pub(super) fn shortened(name: &str, characters: usize) -> String {
    if name.chars().count() <= characters {
        return name.to_owned();
    }
    name.chars().take(characters - 1).chain(['…']).collect()
}
