-- What a line took the place of, for the verdicts that stood there.
create index if not exists claim_line_aside_replaced on claim_line_aside (cause, by_line);
