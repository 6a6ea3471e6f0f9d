//! Which members of a list stand out of order.

/// The fewest members that must go so that the rest rises, as their places in the list.
pub fn out_of_order(ranks: &[usize]) -> Vec<usize> {
    // For each length of a rising run: the place of its smallest last member.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; ranks.len()];
    for (place, rank) in ranks.iter().enumerate() {
        let length = ends.partition_point(|end| ranks[*end] < *rank);
        before[place] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(place);
        } else {
            ends[length] = place;
        }
    }
    let mut keeps = vec![false; ranks.len()];
    let mut next = ends.last().copied();
    while let Some(place) = next {
        keeps[place] = true;
        next = before[place];
    }
    (0..ranks.len()).filter(|place| !keeps[*place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_as_possible_stand_out_of_order() {
        assert_eq!(out_of_order(&[]), [0_usize; 0]);
        assert_eq!(out_of_order(&[0, 1, 2]), [0_usize; 0]);
        assert_eq!(out_of_order(&[0, 2, 1, 3]).len(), 1);
        assert_eq!(out_of_order(&[4, 0, 1, 2, 3]), [0]);
        assert_eq!(out_of_order(&[3, 4, 0, 1, 2]), [0, 1]);
        assert_eq!(out_of_order(&[1, 2, 3, 0]), [3]);
    }
}
