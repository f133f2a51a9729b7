-- A message that overtakes its ticket escalates nothing until the ticket is there: see Alarm.
alter table insights add column grounds text; -- why it would escalate a ticket, by itself, a word; null if it would not
