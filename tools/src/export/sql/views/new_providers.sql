SELECT edition, provider, change
FROM provider_changes
WHERE change <> 'left'
