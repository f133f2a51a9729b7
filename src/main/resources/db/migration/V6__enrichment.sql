-- Tickets of which a thin event has said no more than that they exist or have changed: the rest is asked for later.
alter table tickets add column needs_enrichment boolean not null default false;
create index tickets_needs_enrichment on tickets (connector_id, changed_at) where needs_enrichment;
