-- A reason names up to two places, each with a path of up to 1,000 characters.
alter table rejected_row alter column reason type varchar(4000);

-- A payer without a name is shown by its id, as "payer id ...".
alter table finding alter column payer type varchar(410) collate "C";

-- The order of the reports in the run's record, as in H2.
alter table report_file alter column name type varchar(400) collate "C";
