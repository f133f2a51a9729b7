-- Recoveries: many deliveries of an endpoint, sent again in the background ---------------------------------------------

create table recoveries (
    id            uuid primary key,
    seq           bigint generated always as identity,
    endpoint_id   uuid        not null,
    scope         text        not null, -- failed, missing, all
    since         timestamptz not null,
    until         timestamptz not null,
    status        text        not null, -- running, done, cancelled, failed
    reason        text,                 -- of a failure
    count         bigint      not null, -- deliveries, as counted at the beginning
    done          bigint      not null default 0,
    cursor        bigint      not null default 0, -- everything up to this seq is dealt with: of deliveries if only failed, else of events
    claimed_by    uuid,                 -- the process that is at it
    claimed_until timestamptz,          -- from then on another one may go on
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    finished_at   timestamptz
);

create unique index recoveries_one_at_a_time on recoveries (endpoint_id) where status = 'running';
create index recoveries_by_endpoint on recoveries (endpoint_id, seq);
