-- H2 gives the foreign key an index of its own.
create index claim_other_lines_file on claim_other_lines (file_id);

-- As the keys of the other tables.
alter table claim_other_lines
    alter column pcn_key type varchar(400) collate "C",
    alter column member_key type varchar(400) collate "C";
