SELECT DISTINCT d.edition, a.asked AS data_subject, d.provider
FROM disclosures d
JOIN data_subject_answers a ON a.named = d.data_subject
WHERE d.provider_receives AND a.answer = 'yes'
