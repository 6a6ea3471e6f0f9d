SELECT p.edition, p.provider, p.position, u.purpose, e.purposes_status
FROM published_rows p
JOIN engagements e ON e.engagement = p.engagement
LEFT JOIN engagement_purposes u ON u.engagement = p.engagement
