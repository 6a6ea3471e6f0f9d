SELECT DISTINCT
  d.edition, a.asked AS data_subject, d.provider, d.data_category, d.data_category_status,
  d.context IS NOT NULL OR d.condition IS NOT NULL AS is_partial, d.context, d.condition
FROM denials d
JOIN data_subject_answers a ON a.named = d.data_subject
WHERE d.provider_receives AND a.includes_all
