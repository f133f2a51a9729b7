-- By what later messages find the ticket of an earlier one ---------------------------------------------------------------

create table message_threads (
    key       uuid primary key, -- UUIDv5 of connector and either a message's id or the two ends of a conversation
    ticket_id uuid        not null,
    content   uuid,             -- of who wrote what, by which a message that comes twice is known; null: of a conversation
    said_at   timestamptz not null
);

create index message_threads_by_age on message_threads (said_at);

alter table tickets add column of_message boolean not null default false; -- made from a message: its status is ours to change
alter table conversations add column message_id text;                     -- the provider's id, if it came as a message

-- What became of every message -------------------------------------------------------------------------------------------

create table messages (
    id            uuid primary key, -- UUIDv5 of connector, message id and recipient
    seq           bigint generated always as identity,
    connector_id  uuid        not null,
    message_id    text        not null,
    provider      text,
    channel       text,
    direction     text,
    sender        text,
    recipient     text,
    subject       text,
    state         text,                -- null: nothing has said yet where it is
    standing      bigint      not null, -- of two states the one that stands higher holds, see MessageState
    state_at      timestamptz,         -- the source's clock
    error         text,                -- JSON, of the state
    ticket_id     uuid,
    deleted_at    timestamptz,         -- the source's clock
    first_seen_at timestamptz not null,
    changed_at    timestamptz not null -- our clock
);

create index messages_by_seq on messages (seq);
create index messages_by_connector on messages (connector_id, seq);
create index messages_by_channel on messages (channel, seq);
create index messages_by_direction on messages (direction, seq);
create index messages_by_state on messages (state, seq);
create index messages_by_sender on messages (sender, seq);
create index messages_by_recipient on messages (recipient, seq);
create index messages_by_message on messages (message_id, seq);
create index messages_by_ticket on messages (ticket_id, seq) where ticket_id is not null;
create index messages_by_change on messages (changed_at);

create table message_events (
    message     uuid        not null, -- messages.id
    event_id    uuid        not null,
    type        text        not null,
    time        timestamptz not null,
    received_at timestamptz not null,
    error       text,                 -- JSON
    primary key (message, event_id)
);

-- Attachments of messages: in pieces, so that neither end ever holds one whole -------------------------------------------

create table attachments (
    id           uuid primary key,
    connector_id uuid        not null,
    filename     text,
    mime         text,
    bytes        bigint      not null,
    complete     boolean     not null default false, -- all its pieces are there
    stored_at    timestamptz not null
);

create index attachments_by_age on attachments (stored_at);

create table attachment_pieces (
    attachment_id uuid    not null references attachments on delete cascade,
    n             integer not null, -- from 0
    bytes         bytea   not null,
    primary key (attachment_id, n)
);
