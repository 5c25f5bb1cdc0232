-- H2 gives each foreign key an index of its own, which these only repeat.
drop index if exists claim_line_file;
drop index if exists remittance_line_file;
drop index if exists payment_match_payment;
drop index if exists audit_finding_claim_line;
