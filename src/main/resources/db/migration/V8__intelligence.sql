-- What was read in what customers wrote ------------------------------------------------------------------------------------

alter table tickets add column reopened integer not null default 0; -- how often

-- What agents answered last in a ticket, however much customers have written since then: see HistoryTable.
create index conversations_by_answer on conversations (ticket_id, recorded_at)
    where author_type = 'agent' and public is not false;

create table insights (
    event_id     uuid primary key,     -- of the event that brought the message
    ticket_id    uuid        not null,
    connector_id uuid,
    customer     text,                 -- address in lower case; null if the source gives none
    at           timestamptz not null, -- when it was written, by the source's clock; never after received_at
    received_at  timestamptz not null, -- when it came, by ours
    words        bigint,               -- the same for the same words; null: no message of its own
    sentiment    smallint    not null, -- from -2 (very negative) to 2 (very positive)
    hostility    smallint    not null, -- 0 none, 1 frustrated, 2 hostile
    escalation   smallint    not null, -- from 0 to 100
    grounds      text,                 -- why it would escalate a ticket that it has overtaken, a word; null if not
    alarm        text,                 -- why the message escalated the ticket, a word; null if it did not
    reply        boolean     not null, -- in a ticket, not the ticket's own text
    subject      text,
    text         text,                 -- what the customer wrote, its beginning; null if the event is forgotten
    insight      text        not null, -- JSON
    recorded_at  timestamptz not null
);

create index insights_by_ticket on insights (ticket_id, at);
create index insights_by_customer on insights (customer, connector_id, at) where customer is not null;
create index insights_by_age on insights (recorded_at, event_id);

-- The latest of each ticket.
create table ticket_insights (
    ticket_id    uuid primary key,
    event_id     uuid        not null,
    at           timestamptz not null,
    hostility    text        not null, -- none, frustrated or hostile
    insight      text        not null, -- JSON
    recorded_at  timestamptz not null
);

create index ticket_insights_by_hostility on ticket_insights (hostility);
create index ticket_insights_by_age on ticket_insights (recorded_at);

-- What people say that was read wrongly. Their words for a model to learn from, so the text is kept with them, without
-- addresses and numbers, for longer than the insight itself.
create table insight_feedback (
    id          uuid primary key,
    seq         bigint generated always as identity,
    event_id    uuid        not null, -- insights.event_id
    ticket_id   uuid        not null,
    given_by    text        not null,
    given_at    timestamptz not null,
    corrections text        not null, -- JSON: the corrected fields alone
    note        text,
    subject     text,
    text        text
);

create index insight_feedback_by_seq on insight_feedback (seq);
create index insight_feedback_by_event on insight_feedback (event_id, seq);
create index insight_feedback_by_age on insight_feedback (given_at, seq);
