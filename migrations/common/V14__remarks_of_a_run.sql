-- What a run, unlike the reading of a file, remarks on its files: it depends on what else is on file.
create table if not exists run_remark (
    run_id  bigint        not null references run,
    ordinal bigint        not null,
    file_id bigint        not null references source_file,
    remark  varchar(4000) not null,
    -- whether a person must know it before trusting the run's figures
    warning boolean       default false not null,
    primary key (run_id, ordinal)
);
