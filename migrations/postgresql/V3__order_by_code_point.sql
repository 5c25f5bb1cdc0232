-- Text is compared and ordered by its code points, as in H2: reports stand in one order whatever the server's locale, and keys compare faster.

alter table claim_line
    alter column payer type varchar(400) collate "C",
    alter column pcn type varchar(400) collate "C",
    alter column pcn_key type varchar(400) collate "C",
    alter column near_key type varchar(400) collate "C",
    alter column icn_key type varchar(400) collate "C",
    alter column member_key type varchar(400) collate "C";

alter table remittance_line
    alter column match_key type varchar(410) collate "C",
    alter column icn_key type varchar(400) collate "C",
    alter column member_key type varchar(400) collate "C";

alter table provider_adjustment
    alter column icn_key type varchar(400) collate "C";

alter table run_match_key
    alter column match_key type varchar(410) collate "C";

alter table finding
    alter column payer type varchar(400) collate "C",
    alter column claim type varchar(400) collate "C";
