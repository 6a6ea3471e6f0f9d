SELECT p.edition, s.safeguard, p.provider, p.position, e.safeguards_status
FROM published_rows p
JOIN engagements e ON e.engagement = p.engagement
CROSS JOIN safeguards s
WHERE NOT EXISTS (
  SELECT 1 FROM engagement_safeguards named
  WHERE named.engagement = p.engagement AND named.safeguard = s.safeguard
)
