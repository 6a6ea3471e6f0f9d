SELECT
  d.edition, s.data_subject, d.provider,
  CASE WHEN MAX(CASE WHEN a.answer = 'yes' THEN 1 ELSE 0 END) = 1
    THEN 'yes' ELSE 'possible' END AS answer
FROM disclosures d
CROSS JOIN data_subjects s
LEFT JOIN data_subject_answers a ON a.asked = s.data_subject AND a.named = d.data_subject
WHERE d.provider_receives AND (a.answer IS NOT NULL OR d.data_subject_status = 'unknown')
GROUP BY d.edition, s.data_subject, d.provider
