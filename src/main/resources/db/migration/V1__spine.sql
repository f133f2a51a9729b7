-- Configuration ------------------------------------------------------------------------------------------------------

create table connectors (
    id             uuid primary key,
    seq            bigint generated always as identity,
    name           text        not null,
    type           text        not null,
    enabled        boolean     not null,
    sync_mode      text        not null,
    public_url     text,
    sealed_secrets bytea       not null, -- AES-GCM over {"webhook_secret":[...],"credentials":{...}}
    settings       text        not null, -- JSON
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);

create table endpoints (
    id                     uuid primary key,
    seq                    bigint generated always as identity,
    name                   text        not null,
    url                    text        not null,
    events                 text        not null, -- JSON array of types and wildcards
    signature              text        not null,
    sealed_secret          bytea,                -- null: unsigned
    sealed_previous_secret bytea,                -- the secret before the last rotation,
    previous_secret_until  timestamptz,          -- and when its overlap ends
    headers                text        not null, -- JSON object
    retry_policy           text        not null, -- JSON array of milliseconds
    timeout_ms             bigint      not null,
    max_in_flight          integer     not null,
    filter                 text,                 -- JSON object of paths to allowed values
    preset                 text,
    status                 text        not null,
    disabled_reason        text,
    disabled_at            timestamptz,
    consecutive_failures   integer     not null default 0,
    last_success_at        timestamptz,
    created_at             timestamptz not null,
    updated_at             timestamptz not null
);

create table api_tokens (
    id         uuid primary key,
    seq        bigint generated always as identity,
    name       text        not null,
    role       text        not null,
    hash       bytea       not null unique, -- SHA-256 of the token
    hint       text        not null,
    created_at timestamptz not null
);

create unique index api_tokens_one_bootstrap on api_tokens (name) where name = 'bootstrap';

create table idempotency_keys (
    principal       text        not null,
    key             text        not null,
    request_hash    bytea       not null,
    status          integer,              -- null while the first request is still under way
    sealed_response bytea,                -- an answer may hold a secret that is shown once
    created_at      timestamptz not null,
    primary key (principal, key)
);

create index idempotency_keys_by_age on idempotency_keys (created_at);

-- Every process hears of a change in the transaction that makes it. The payload is "<table>:<id>".
create function announce_configuration() returns trigger language plpgsql as $$
begin
    perform pg_notify('ticketwire_configuration', tg_table_name || ':' || coalesce(new.id, old.id));
    return null;
end $$;

create trigger connectors_announce after insert or update or delete on connectors
    for each row execute function announce_configuration();
create trigger api_tokens_announce after insert or update or delete on api_tokens
    for each row execute function announce_configuration();
-- The counters of an endpoint change with every delivery: only what changes a delivery's fate is announced.
create trigger endpoints_announce_life after insert or delete on endpoints
    for each row execute function announce_configuration();
create trigger endpoints_announce_change after update of name, url, events, signature, sealed_secret, sealed_previous_secret,
    previous_secret_until, headers, retry_policy, timeout_ms, max_in_flight, filter, status on endpoints
    for each row execute function announce_configuration();

-- Tickets ------------------------------------------------------------------------------------------------------------

create sequence ticket_numbers;

create table tickets (
    id             uuid primary key, -- UUIDv5 of connector and external id
    seq            bigint generated always as identity,
    connector_id   uuid        not null,
    connector      text        not null,
    platform       text        not null,
    external_id    text,
    ticket_number  text        not null unique,
    subject        text,
    description    text,
    status         text,
    priority       text,
    customer_name  text,
    customer_email text,
    assignee       text,
    category       text,
    channel        text,
    tags           text        not null, -- JSON array
    url            text,
    created_at     timestamptz,          -- the source's clock, null if it does not say
    updated_at     timestamptz,          -- the source's clock, null if it does not say
    deleted_at     timestamptz,
    first_seen_at  timestamptz not null,
    changed_at     timestamptz not null  -- our clock
);

create index tickets_by_seq on tickets (seq);
create index tickets_by_connector on tickets (connector_id, seq);
create index tickets_by_status on tickets (status, seq);

create table conversations (
    id           uuid primary key,
    ticket_id    uuid        not null,
    author_name  text,
    author_email text,
    author_type  text,
    text         text,
    public       boolean,
    created_at   timestamptz,
    recorded_at  timestamptz not null
);

create index conversations_by_ticket on conversations (ticket_id, recorded_at);

create table contacts (
    id         uuid primary key, -- UUIDv5 of connector and external id or e-mail
    data       text        not null, -- JSON
    changed_at timestamptz not null
);

-- Every inbound record that the tracker has dealt with: what it needs to tell a repeat from something new.
create table inbound_seen (
    event_id    uuid        not null,
    received_at timestamptz not null,
    rejected    boolean     not null, -- had no effect: if it is sent again, it gets another chance
    primary key (event_id, received_at)
);

create index inbound_seen_by_age on inbound_seen (received_at);

-- Events -------------------------------------------------------------------------------------------------------------

create table events (
    id           uuid primary key,
    seq          bigint generated always as identity,
    type         text        not null,
    source       text        not null,
    subject      text        not null,
    time         timestamptz not null,
    dataschema   text        not null,
    traceparent  text        not null,
    received_at  timestamptz not null,
    connector_id uuid,
    verified     boolean     not null,
    data         text        not null, -- the Kafka value, byte for byte
    raw_id       uuid,                 -- of raw_requests; null if no request is behind it
    recorded_at  timestamptz not null default now()
);

create index events_by_seq on events (seq);
create index events_by_subject on events (subject, seq);
create index events_by_type on events (type, seq);
create index events_by_connector on events (connector_id, seq);

create table raw_requests (
    id          uuid primary key, -- of the first event that was read out of the request
    received_at timestamptz not null,
    request     text        not null, -- JSON: method, path, headers less secrets
    body        bytea       not null
);

create index raw_requests_by_age on raw_requests (received_at);

create table rejected_events (
    id           uuid primary key,
    seq          bigint generated always as identity,
    connector_id uuid,
    reason       text        not null,
    detail       text,
    received_at  timestamptz not null,
    request      text        not null,
    body         bytea       not null
);

create index rejected_events_by_seq on rejected_events (seq);
create index rejected_events_by_age on rejected_events (received_at);

create table outbox (
    id       bigint generated always as identity primary key,
    event_id uuid not null references events,
    topic    text not null, -- without the prefix
    key      text not null
);

-- Deliveries ---------------------------------------------------------------------------------------------------------

create table deliveries (
    id               uuid primary key, -- UUIDv5 of event and endpoint
    seq              bigint generated always as identity,
    event_id         uuid        not null,
    event_type       text        not null,
    subject          text        not null,
    endpoint_id      uuid        not null,
    status           text        not null,
    attempts         integer     not null default 0,
    next_attempt_at  timestamptz,
    last_status_code integer,
    last_error       text,
    created_at       timestamptz not null,
    updated_at       timestamptz not null
);

create index deliveries_by_seq on deliveries (seq);
create index deliveries_by_endpoint on deliveries (endpoint_id, seq);
create index deliveries_by_status on deliveries (status, seq);
create index deliveries_by_subject on deliveries (subject, seq);
create index deliveries_by_event on deliveries (event_id);

create table delivery_attempts (
    delivery_id      uuid        not null,
    number           integer     not null,
    started_at       timestamptz not null,
    duration_ms      bigint      not null,
    outcome          text        not null,
    status_code      integer,
    error            text,
    request_headers  text        not null, -- JSON
    response_headers text        not null, -- JSON
    response_body    text,
    primary key (delivery_id, number, started_at)
) partition by range (started_at);
-- One partition a day, made ahead and dropped after the retention by io.ticketwire.delivery.AttemptPartitions.
