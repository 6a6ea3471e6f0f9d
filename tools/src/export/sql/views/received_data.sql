SELECT
  edition, provider, position, data_category, data_category_status, data_subject, data_subject_status,
  form, form_status, likelihood, example, context, condition, sender_kind, sender
FROM disclosures
WHERE provider_receives
