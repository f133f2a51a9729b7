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
