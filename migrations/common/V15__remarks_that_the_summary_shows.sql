-- Of the remarks of a run, those that a person must know before trusting its figures.
alter table run_remark add column if not exists warning boolean default false not null;
