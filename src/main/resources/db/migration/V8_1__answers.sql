-- What agents answered last in a ticket, however much customers have written since then: see HistoryTable.
create index conversations_by_answer on conversations (ticket_id, recorded_at)
    where author_type = 'agent' and public is not false;
