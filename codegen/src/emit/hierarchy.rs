//! Hierarchies as stretches of one walk: a term, then its narrower ones, and so on.

use std::collections::HashMap;

use crate::register::Hierarchy;

/// For every term its stretch: its own place in the walk, and the place behind its last
/// descendant.
pub(super) fn stretches<T: Hierarchy>(terms: &[T]) -> Vec<(usize, usize)> {
    let positions: HashMap<&str, usize> =
        terms.iter().enumerate().map(|(at, term)| (term.key().as_str(), at)).collect();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); terms.len()];
    let mut roots = Vec::new();
    for (at, term) in terms.iter().enumerate() {
        match term.parent() {
            Some(parent) => children[positions[parent.as_str()]].push(at),
            None => roots.push(at),
        }
    }
    let mut stretches = vec![(0, 0); terms.len()];
    let mut next = 0;
    for root in roots {
        walk(root, &children, &mut next, &mut stretches);
    }
    stretches
}

fn walk(term: usize, children: &[Vec<usize>], next: &mut usize, stretches: &mut [(usize, usize)]) {
    stretches[term].0 = *next;
    *next += 1;
    for child in &children[term] {
        walk(*child, children, next, stretches);
    }
    stretches[term].1 = *next;
}
