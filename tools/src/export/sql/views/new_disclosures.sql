SELECT
  e.edition, d.provider, d.sender_kind, d.sender, d.recipient_kind, d.recipient,
  d.data_category, d.data_subject, d.data_subject_status, d.form, d.form_status,
  d.likelihood, d.example, d.context, d.condition
FROM editions e
JOIN disclosures d ON d.edition = e.edition
WHERE e.previous_edition IS NOT NULL
EXCEPT
SELECT
  e.edition, d.provider, d.sender_kind, d.sender, d.recipient_kind, d.recipient,
  d.data_category, d.data_subject, d.data_subject_status, d.form, d.form_status,
  d.likelihood, d.example, d.context, d.condition
FROM editions e
JOIN disclosures d ON d.edition = e.previous_edition
