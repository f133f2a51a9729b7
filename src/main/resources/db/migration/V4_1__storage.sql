-- Deliveries and events by the million ---------------------------------------------------------------------------------

-- A delivery is inserted once and, nearly always, updated once: from pending to delivered. That update stays within its page
-- and touches no index (HOT) if no column of an index changes, and if the page has room for the second version. So there is
-- no index on status, but one on what is only there for the few that are in trouble, and pages are not filled. Measured by
-- io.ticketwire.storage.WriteCost, in WAL bytes a row: 2,016 with the index on status, 1,554 without, 1,177 with pages filled
-- to 70 (96 of 100 updates are HOT; at 85 it is 86). Below 70 it helps only if one statement updates a page's rows all at once.
alter table deliveries
    add trouble text generated always as (case when status in ('retrying', 'dead', 'failed', 'skipped') then status end) stored;
alter table deliveries set (
    fillfactor = 70,
    -- HOT updates clean up behind themselves; what is left for vacuum is the visibility map and what retention deletes.
    autovacuum_vacuum_scale_factor = 0.05,
    autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02);

drop index deliveries_by_status;
drop index deliveries_by_subject; -- a fifth of what a delivery writes; a ticket's deliveries are found by its events
create index deliveries_by_type on deliveries (event_type, seq);
create index deliveries_by_trouble on deliveries (trouble, seq) where trouble is not null;
create index deliveries_by_endpoint_in_trouble on deliveries (endpoint_id, trouble, seq) where trouble is not null;

-- Where a list between two times begins and ends (see io.ticketwire.platform.TimeRange), and what retention deletes next.
create index deliveries_by_age on deliveries (created_at, seq);
create index events_by_age on events (recorded_at, seq);

-- Where the deliveries begin of which any may still be pending: they have no index, see io.ticketwire.delivery.PendingMark.
create table pending_mark (
    one boolean primary key default true check (one),
    seq bigint not null
);
insert into pending_mark (seq) values (0);

-- The relay reads the outbox joined with the events; an event that is in there is not deleted by the retention. A check of
-- every row that is deleted would read the whole outbox.
alter table outbox drop constraint outbox_event_id_fkey;
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
