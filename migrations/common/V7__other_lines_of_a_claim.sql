-- Claim lines of other codes than 96372, which only the claim audit looks at: those that follow one another in a file and are of one
-- claim, member and day stand in one row. How they are written into one text is told in recon.load.PackedLines.
create table if not exists claim_other_lines (
    first_line    bigint       not null primary key,
    last_line     bigint       not null,
    file_id       bigint       not null references source_file,
    pcn_key       varchar(400) not null,
    member_key    varchar(400),
    service_date  date         not null,
    line_count    integer      not null,
    charges       bigint       not null,
    of_version    boolean      not null,
    has_drug      boolean      not null,
    has_diagnoses boolean      not null,
    has_ndc       boolean      not null,
    lines         varchar(1000000) not null
);
create index if not exists claim_other_lines_control on claim_other_lines (pcn_key);
create index if not exists claim_other_lines_member on claim_other_lines (member_key, service_date);

-- A line that is set aside is now in one of two tables. Each database has a name of its own for the constraint.
alter table claim_line_aside drop constraint if exists constraint_1cc;
alter table claim_line_aside drop constraint if exists claim_line_aside_line_id_fkey;

insert into claim_other_lines
select c.line_id, c.line_id, c.file_id, c.pcn_key, c.member_key, c.service_date, 1, c.charge,
    coalesce(c.frequency in ('7', '8'), false), substring(c.code, 1, 1) in ('J', 'Q', 'C'), c.diagnoses <> '', c.ndc is not null,
    replace(replace(replace(replace(
        c.line_id || chr(31) || coalesce(c.sheet, '') || chr(31) || c.place_unit || chr(31) || c.place || chr(31)
        || coalesce(c.payer, '') || chr(31) || coalesce(c.payer_id, '') || chr(31) || coalesce(c.stated_class, '') || chr(31)
        || coalesce(c.filing_class, '') || chr(31) || c.pcn || chr(31) || coalesce(c.icn, '') || chr(31)
        || coalesce(cast(c.line_number as varchar), '') || chr(31) || coalesce(c.line_control, '') || chr(31)
        || coalesce(c.member_id, '') || chr(31) || coalesce(c.patient, '') || chr(31) || cast(c.service_date as varchar) || chr(31)
        || c.code || chr(31) || c.modifiers || chr(31) || c.units || chr(31) || c.charge || chr(31) || coalesce(c.pos, '') || chr(31)
        || coalesce(c.npi, '') || chr(31) || coalesce(c.credential, '') || chr(31)
        || coalesce(cast(c.submitted as varchar), '') || chr(31) || coalesce(c.frequency, '') || chr(31) || c.diagnoses || chr(31)
        || coalesce(c.ndc, '') || chr(31) || coalesce(c.drug, '') || chr(31) || coalesce(c.dose, '') || chr(31)
        || coalesce(c.route, '') || chr(31) || coalesce(c.site, '') || chr(31)
        || coalesce(cast(c.administered as varchar), '') || chr(31) || coalesce(c.state, '') || chr(31) || coalesce(c.locality, ''),
        '\', '\\'), chr(9), '\t'), chr(10), '\n'), chr(31), chr(9)) || chr(10)
from claim_line c
where not c.injection and not exists (select 1 from claim_other_lines o where o.first_line = c.line_id);
delete from claim_line where not injection;
