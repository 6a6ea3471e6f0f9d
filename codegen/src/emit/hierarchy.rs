//! Numbers for the terms of a hierarchy: every term comes right before its narrower ones, so that a
//! term and everything narrower, its branch, is a range of numbers.

use std::collections::HashMap;

use crate::register::Hierarchy;

/// For every term its branch: its own number, and the number after its last descendant.
pub(super) fn branches<T: Hierarchy>(terms: &[T]) -> Vec<(usize, usize)> {
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
    let mut branches = vec![(0, 0); terms.len()];
    let mut next = 0;
    for root in roots {
        number(root, &children, &mut next, &mut branches);
    }
    branches
}

fn number(term: usize, children: &[Vec<usize>], next: &mut usize, branches: &mut [(usize, usize)]) {
    branches[term].0 = *next;
    *next += 1;
    for child in &children[term] {
        number(*child, children, next, branches);
    }
    branches[term].1 = *next;
}
