-- H2 keeps each statement at once: where a process was killed in the middle of this file, it is run again from the top.
-- Amounts are whole cents. Months are written YYYY-MM.

-- One file's content, read once. The same content read by other column profiles is another row.
create table if not exists source_file (
    file_id      bigint       not null primary key,
    sha256       char(64)     not null,
    reading      char(64)     not null,
    name         varchar(1000) not null,
    kind         varchar(12)  not null,
    size_bytes   bigint       not null,
    first_run    bigint       not null,
    first_month  char(7)      not null,
    loaded       boolean      not null,
    rows_read    bigint       not null,
    billed       bigint       not null,
    allowed      bigint       not null,
    paid         bigint       not null,
    constraint source_file_content unique (sha256, reading)
);

create table if not exists file_bucket (
    file_id   bigint      not null references source_file,
    bucket    varchar(20) not null,
    row_count bigint      not null,
    billed    bigint      not null,
    allowed   bigint      not null,
    paid      bigint      not null,
    primary key (file_id, bucket)
);

create table if not exists file_remark (
    file_id bigint        not null references source_file,
    ordinal bigint        not null,
    remark  varchar(4000) not null,
    primary key (file_id, ordinal)
);

create table if not exists rejected_row (
    file_id     bigint        not null references source_file,
    ordinal     bigint        not null,
    sheet       varchar(255),
    place_unit  varchar(8)    not null,
    place       bigint        not null,
    column_name varchar(400),
    reason      varchar(1000) not null,
    primary key (file_id, ordinal)
);

create table if not exists total_row (
    file_id     bigint       not null references source_file,
    ordinal     bigint       not null,
    sheet       varchar(255),
    place_unit  varchar(8)   not null,
    place       bigint       not null,
    column_name varchar(400) not null,
    stated      bigint       not null,
    ours        bigint       not null,
    primary key (file_id, ordinal)
);

create table if not exists check_total (
    file_id              bigint     not null references source_file,
    ordinal              bigint     not null,
    place_unit           varchar(8) not null,
    place                bigint     not null,
    payer                varchar(400),
    check_number         varchar(400),
    check_date           date,
    stated               bigint     not null,
    claims_paid          bigint     not null,
    provider_adjustments bigint     not null,
    primary key (file_id, ordinal)
);

create table if not exists provider_adjustment (
    file_id      bigint      not null references source_file,
    ordinal      bigint      not null,
    place_unit   varchar(8)  not null,
    place        bigint      not null,
    payer        varchar(400),
    check_number varchar(400),
    check_date   date,
    reason       varchar(20) not null,
    reference    varchar(400),
    icn_key      varchar(400),
    amount       bigint      not null,
    primary key (file_id, ordinal)
);
create index if not exists provider_adjustment_claim on provider_adjustment (icn_key);

-- The lines of submitted claims: 96372, and the other lines that the claim audit looks at.
create table if not exists claim_line (
    line_id       bigint       not null primary key,
    file_id       bigint       not null references source_file,
    sheet         varchar(255),
    place_unit    varchar(8)   not null,
    place         bigint       not null,
    injection     boolean      not null,
    payer         varchar(400),
    payer_id      varchar(400),
    stated_class  varchar(10),
    filing_class  varchar(10),
    pcn           varchar(400) not null,
    pcn_key       varchar(400) not null,
    near_key      varchar(400) not null,
    icn           varchar(400),
    icn_key       varchar(400),
    line_number   integer,
    line_control  varchar(400),
    member_id     varchar(400),
    member_key    varchar(400),
    patient       varchar(400),
    service_date  date         not null,
    code          varchar(20)  not null,
    modifiers     varchar(100) not null,
    units         integer      not null,
    charge        bigint       not null,
    pos           varchar(20),
    npi           varchar(40),
    credential    varchar(100),
    submitted     date,
    frequency     varchar(20),
    diagnoses     varchar(1000) not null,
    ndc           varchar(100),
    drug          varchar(400),
    dose          varchar(400),
    route         varchar(400),
    site          varchar(400),
    administered  boolean,
    state         varchar(100),
    locality      varchar(100)
);
create index if not exists claim_line_control on claim_line (pcn_key);
create index if not exists claim_line_near on claim_line (near_key);
create index if not exists claim_line_payer_claim on claim_line (icn_key);
create index if not exists claim_line_member on claim_line (member_key, service_date);
create index if not exists claim_line_file on claim_line (file_id);

create table if not exists remittance_line (
    line_id       bigint       not null primary key,
    file_id       bigint       not null references source_file,
    sheet         varchar(255),
    place_unit    varchar(8)   not null,
    place         bigint       not null,
    posted_on     date         not null,
    match_key     varchar(410) not null,
    payer         varchar(400),
    payer_id      varchar(400),
    stated_class  varchar(10),
    filing_class  varchar(10),
    check_number  varchar(400),
    check_date    date,
    pcn           varchar(400),
    icn           varchar(400),
    icn_key       varchar(400),
    line_control  varchar(400),
    line_sequence integer,
    claim_status  varchar(20),
    member_id     varchar(400),
    member_key    varchar(400),
    patient       varchar(400),
    service_date  date         not null,
    code          varchar(20)  not null,
    original_code varchar(20),
    modifiers     varchar(100) not null,
    units         integer,
    paid_units    integer,
    pos           varchar(20),
    billed        bigint       not null,
    allowed       bigint,
    paid          bigint       not null,
    patient_responsibility bigint,
    adjustments   varchar(4000) not null,
    remark_codes  varchar(400) not null,
    npi           varchar(40)
);
create index if not exists remittance_line_key on remittance_line (match_key);
create index if not exists remittance_line_payer_claim on remittance_line (icn_key);
create index if not exists remittance_line_file on remittance_line (file_id);

-- One attempt to reconcile a month over certain inputs. It is complete once its reports stand.
create table if not exists run (
    run_id        bigint      not null primary key,
    for_month     char(7)     not null,
    revision      integer     not null,
    state         varchar(10) not null,
    inputs        char(64)    not null,
    ranges        char(64)    not null,
    started_at    timestamp   not null,
    finished_at   timestamp,
    result        varchar(20),
    exit_code     integer,
    actor         varchar(200) not null,
    reason        varchar(1000),
    output_folder varchar(1000) not null
);
create index if not exists run_month on run (for_month, state);

-- The input files of a run; copy_of names the file of the same run that has the same content.
create table if not exists run_file (
    run_id     bigint        not null references run,
    ordinal    integer       not null,
    file_id    bigint        not null references source_file,
    name       varchar(1000) not null,
    size_bytes bigint        not null,
    copy_of    varchar(1000),
    primary key (run_id, ordinal)
);

-- The files on file for a run: its own, and those of the latest complete revision of each earlier month.
create table if not exists run_on_file (
    run_id  bigint  not null references run,
    file_id bigint  not null references source_file,
    own     boolean not null,
    primary key (run_id, file_id)
);

-- The runs whose matches and verdicts a run builds on: the latest complete revision of each earlier month.
create table if not exists run_basis (
    run_id       bigint  not null references run,
    basis_run_id bigint  not null references run,
    basis_month  char(7) not null,
    primary key (run_id, basis_run_id)
);

-- Claim lines that are not judged, each with the line on file that it repeats, or by which it was replaced or voided. As with matches,
-- a line is set aside for a run where the run itself or one of its basis says so.
create table if not exists claim_line_aside (
    run_id  bigint      not null references run,
    line_id bigint      not null references claim_line,
    by_line bigint      not null,
    cause   varchar(10) not null,
    primary key (run_id, line_id)
);
create index if not exists claim_line_aside_line on claim_line_aside (line_id);

create table if not exists payment_match (
    run_id        bigint       not null references run,
    line_id       bigint       not null references remittance_line,
    outcome       varchar(10)  not null,
    -- whether the payment is in this month's scope, and not one that an earlier month judged and this run only looked at again
    in_scope      boolean      not null,
    claim_line_id bigint,
    tier          integer,
    note          varchar(1000) not null,
    other_line_id bigint,
    primary key (run_id, line_id)
);
create index if not exists payment_match_payment on payment_match (line_id);
create index if not exists payment_match_claim on payment_match (claim_line_id);

create table if not exists finding (
    run_id        bigint      not null references run,
    finding_id    bigint      not null,
    claim_line_id bigint,
    remittance_line_id bigint,
    verdict       varchar(20) not null,
    payer         varchar(400) not null,
    payer_class   varchar(10) not null,
    claim         varchar(400),
    payer_claim   varchar(400),
    line_number   integer,
    patient       varchar(400),
    member_id     varchar(400),
    service_date  date        not null,
    submitted     date,
    pos           varchar(20),
    units         integer,
    modifiers     varchar(100) not null,
    state         varchar(100),
    locality      varchar(100),
    credential    varchar(100),
    billed        bigint      not null,
    allowed       bigint,
    allowed_from  varchar(40),
    paid          bigint,
    patient_share bigint,
    sequestration bigint,
    expected_low  bigint,
    expected_high bigint,
    range_source  varchar(1000),
    at_issue      bigint,
    difference    bigint,
    cause         varchar(400),
    why           varchar(4000) not null,
    trace         varchar(4000) not null,
    denial_group  varchar(10),
    carc          varchar(20),
    rarc          varchar(400),
    category      varchar(400),
    kind          varchar(40),
    preventable   boolean,
    next_action   varchar(1000),
    first_denied  date,
    times_denied  integer,
    check_number  varchar(400),
    check_date    date,
    match_tier    integer,
    match_note    varchar(1000),
    remittance_source varchar(1500),
    appeal_by     date,
    days_left     integer,
    first_verdict varchar(20),
    first_month   char(7),
    first_allowed bigint,
    final_allowed bigint,
    suggested_claim varchar(500),
    claim_source  varchar(1500),
    primary key (run_id, finding_id)
);
create index if not exists finding_claim_line on finding (claim_line_id);

create table if not exists audit_finding (
    run_id        bigint        not null references run,
    claim_line_id bigint        not null references claim_line,
    rule_number   integer       not null,
    title         varchar(400)  not null,
    evidence      varchar(1000) not null,
    predicted     varchar(200)  not null,
    certainty     varchar(20)   not null,
    compliance    boolean       not null,
    primary key (run_id, claim_line_id, rule_number)
);
create index if not exists audit_finding_claim_line on audit_finding (claim_line_id);

create table if not exists control_total (
    run_id   bigint        not null references run,
    ordinal  integer       not null,
    equation varchar(2000) not null,
    unit     varchar(8)    not null,
    lhs      numeric(20, 2) not null,
    rhs      numeric(20, 2) not null,
    primary key (run_id, ordinal)
);

create table if not exists report_file (
    run_id bigint       not null references run,
    name   varchar(400) not null,
    sha256 char(64)     not null,
    primary key (run_id, name)
);

-- Who closed and reopened a month, when and why; the latest row of a month counts.
create table if not exists month_event (
    event_id    bigint       not null primary key,
    for_month   char(7)      not null,
    action      varchar(10)  not null,
    happened_at timestamp    not null,
    actor       varchar(200) not null,
    reason      varchar(1000)
);

-- At most one run at a time in this database.
create table if not exists run_lock (
    lock_id   integer       not null primary key,
    holder    varchar(400)  not null,
    heartbeat timestamp with time zone not null
);

-- Work lists of a run, emptied when it is complete: the claims whose payments are matched, and the lines that are judged.
create table if not exists run_match_key (
    run_id    bigint       not null references run,
    ordinal   bigint       not null,
    match_key varchar(410) not null,
    primary key (run_id, ordinal)
);

create table if not exists run_claim_line (
    run_id        bigint not null references run,
    claim_line_id bigint not null,
    primary key (run_id, claim_line_id)
);
