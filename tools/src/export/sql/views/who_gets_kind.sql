SELECT
  d.edition, c.data_category, d.provider,
  CASE WHEN MAX(CASE WHEN a.answer = 'yes' THEN 1 ELSE 0 END) = 1
    THEN 'yes' ELSE 'possible' END AS answer
FROM disclosures d
CROSS JOIN data_categories c
LEFT JOIN data_category_answers a ON a.asked = c.data_category AND a.named = d.data_category
WHERE d.provider_receives AND (a.answer IS NOT NULL OR d.data_category_status = 'unknown')
GROUP BY d.edition, c.data_category, d.provider
