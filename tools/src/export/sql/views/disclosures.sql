SELECT
  p.edition, p.position, p.provider, l.published_name, p.document, p.document_row, p.document_part,
  d.position AS disclosure, 'stated' AS disclosure_status,
  d.sender_kind, d.sender, d.recipient_kind, d.recipient,
  d.data_category, d.data_category_status, d.data_subject, d.data_subject_status,
  d.form, d.form_status, d.likelihood, 'stated' AS likelihood_status, d.example,
  d.context, d.context_status, d.condition, d.condition_status,
  d.sender_kind = 'provider' AND d.sender = p.provider AS provider_gives,
  d.recipient_kind = 'provider' AND d.recipient = p.provider AS provider_receives
FROM published_rows p
JOIN listings l USING (document, document_row, document_part)
JOIN engagement_disclosures d ON d.engagement = p.engagement
UNION ALL
SELECT
  p.edition, p.position, p.provider, l.published_name, p.document, p.document_row, p.document_part,
  NULL, 'unknown-data',
  'unknown', NULL, 'unknown', NULL,
  NULL, 'unknown', NULL, 'unknown',
  NULL, 'unknown', NULL, 'unknown', FALSE,
  NULL, 'unknown', NULL, 'unknown',
  TRUE, TRUE
FROM published_rows p
JOIN listings l USING (document, document_row, document_part)
JOIN engagements e ON e.engagement = p.engagement
WHERE e.data_status = 'unknown'
