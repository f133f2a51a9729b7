-- Since when an endpoint has been unwell, as webhook.failing or webhook.disabled told; null when webhook.recovered has
-- been told since, or nothing ever was. It outlives an endpoint's being enabled again: only a success is a recovery.
alter table endpoints add unwell_since timestamptz;
