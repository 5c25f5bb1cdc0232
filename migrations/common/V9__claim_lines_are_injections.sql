-- All that is left in claim_line: lines of 96372.
alter table claim_line drop column if exists injection;
