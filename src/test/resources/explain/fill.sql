-- ${rows} deliveries of ${rows}/3 events over 30 days: 200 endpoints of uneven size, 10 event types of uneven frequency,
-- ${rows} * 0.3 tickets; 96 of 100 delivered, the newest pending; an attempt for each, some with three.

create temp table shape as select
    (select array_agg(md5('endpoint' || n)::uuid order by n) from generate_series(1, 200) n) as endpoints,
    (select array_agg(md5('connector' || n)::uuid order by n) from generate_series(1, 20) n) as connectors,
    array['ticket.created', 'ticket.updated', 'ticket.resolved', 'ticket.reopened', 'ticket.escalated', 'ticket.deleted',
        'conversation.added', 'message.incoming', 'contact.updated', 'survey.response.completed'] as types;

insert into events (id, type, source, subject, time, dataschema, traceparent, received_at, connector_id, verified, data,
        recorded_at)
    select md5('event' || n)::uuid, types[1 + floor(10 * power(random(), 3))], 'connector', md5('ticket' || floor(random() * ${rows} * 0.3))::uuid::text,
        t, 'schema', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', t, connectors[1 + floor(20 * power(random(), 2))], true,
        '{"ticket":{"subject":"' || repeat(md5(n::text), 16) || '"}}', t
    from shape, generate_series(1, ${rows} / 3) n,
        lateral (select now() - interval '30 days' + n * interval '30 days' / (${rows} / 3) as t) at;

insert into deliveries (id, event_id, event_type, subject, endpoint_id, status, attempts, last_status_code, created_at, updated_at)
    select gen_random_uuid(), e.id, e.type, e.subject, endpoints[1 + floor(200 * power(random(), 2))],
        case when e.recorded_at > now() - interval '1 minute' then 'pending' when chance < 0.96 then 'delivered'
            when chance < 0.965 then 'retrying' when chance < 0.975 then 'dead' when chance < 0.98 then 'failed' else 'skipped' end,
        1, 200, e.recorded_at, e.recorded_at
    from shape, (select * from events order by seq) e, lateral (select e.id, random() as chance from generate_series(1, 3)) each;

do $$ begin
    for day in 1..31 loop
        execute format('create table if not exists delivery_attempts_%s partition of delivery_attempts for values from (%L) to (%L)',
            to_char(now() at time zone 'UTC' - day * interval '1 day' + interval '1 day', 'YYYYMMDD'),
            date_trunc('day', now() at time zone 'UTC') - (day - 1) * interval '1 day' || '+00',
            date_trunc('day', now() at time zone 'UTC') - (day - 2) * interval '1 day' || '+00');
    end loop;
end $$;

insert into delivery_attempts (delivery_id, number, started_at, duration_ms, outcome, status_code, request_headers, response_headers,
        response_body)
    select id, number, created_at + (number - 1) * interval '5 seconds', 120, 'delivered', 200, '{"User-Agent":"Ticketwire"}', '{}', 'ok'
    from deliveries, generate_series(1, case when trouble is null then 1 else 3 end) number where status <> 'skipped';

update pending_mark set seq = (select min(seq) from deliveries where status = 'pending')
    where exists (select from deliveries where status = 'pending');
