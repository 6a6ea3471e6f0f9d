SELECT c.edition, c.provider, s.successor, s.kind, s.certainty, s.edition AS followed_in
FROM provider_changes c
LEFT JOIN successions s ON s.predecessor = c.provider
WHERE c.change = 'left'
