-- The earlier month whose answer has left a claim line open, of what is judged from now on.
alter table finding add column if not exists open_since char(7);
