-- Of the remarks, those that say that the file may lack claims.
alter table file_remark add column if not exists gap boolean default false not null;
