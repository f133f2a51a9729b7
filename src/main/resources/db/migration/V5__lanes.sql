-- What an event's delivery to one endpoint became is looked up by both; an event's deliveries are found by the same index.
drop index deliveries_by_event;
create index deliveries_by_event on deliveries (event_id, endpoint_id);
