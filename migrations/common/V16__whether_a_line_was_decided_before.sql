-- Whether an earlier month found a payer's decision on a claim line, of what is judged from now on.
alter table finding add column if not exists decided_before boolean default false not null;
