-- Whether an earlier month has listed a claim line where this one does. Of what was judged until now, any answer that left it open tells so.
alter table finding add column if not exists listed_before boolean default false not null;
update finding set listed_before = true where open_since is not null;
