-- What an endpoint asks of its deliveries ------------------------------------------------------------------------------

alter table endpoints
    add rate_limit            double precision,                 -- deliveries a second; null: as many as come
    add ordered               boolean     not null default false,
    add disable_after         integer     not null default 0,   -- failures in a row; 0: never
    add disable_after_span_ms bigint      not null default 0,   -- ... which last at least this long
    add failing_since         timestamptz,                      -- the first failure of those in a row
    add counts_from           timestamptz not null default now(); -- attempts before it (re-)enabled: of no account

update endpoints set disable_after = 10 where preset = 'tickets';

drop trigger endpoints_announce_change on endpoints;
create trigger endpoints_announce_change after update of name, url, events, signature, sealed_secret, sealed_previous_secret,
    previous_secret_until, headers, retry_policy, timeout_ms, max_in_flight, rate_limit, ordered, filter, status on endpoints
    for each row execute function announce_configuration();
