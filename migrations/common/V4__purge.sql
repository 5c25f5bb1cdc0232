-- Work list of a purge, emptied at its end: the lines whose rows are removed.
create table if not exists purged_line (
    line_id bigint not null primary key
);
