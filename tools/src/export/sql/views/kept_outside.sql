SELECT
  p.edition, c.country, p.provider, p.position, e.storage_status,
  s.country AS kept_in_country, s.region AS kept_in_region, s.context, s.condition,
  CASE
    WHEN s.country IS NOT NULL THEN 'yes'
    WHEN EXISTS (SELECT 1 FROM edition_regions r WHERE r.edition = p.edition AND r.region = s.region)
      AND NOT EXISTS (
        SELECT 1 FROM edition_regions r
        WHERE r.edition = p.edition AND r.region = s.region AND r.country = c.country
      ) THEN 'yes'
    ELSE 'possible'
  END AS answer
FROM published_rows p
JOIN engagements e ON e.engagement = p.engagement
CROSS JOIN countries c
LEFT JOIN engagement_storage s ON s.engagement = p.engagement
WHERE EXISTS (
    SELECT 1 FROM disclosures d
    WHERE d.edition = p.edition AND d.position = p.position AND d.provider_receives
  )
  AND (
    e.storage_status IN ('see-provider', 'unknown')
    OR s.country <> c.country
    OR s.region IS NOT NULL AND (
      NOT EXISTS (SELECT 1 FROM edition_regions r WHERE r.edition = p.edition AND r.region = s.region)
      OR EXISTS (
        SELECT 1 FROM edition_regions r
        WHERE r.edition = p.edition AND r.region = s.region AND r.country <> c.country
      )
    )
  )
