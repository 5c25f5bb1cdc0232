-- Of adjustments that name no claim the key is empty, not null: the index finds an adjustment in two files by it.
update provider_adjustment set icn_key = '' where icn_key is null;
alter table provider_adjustment alter column icn_key set not null;
