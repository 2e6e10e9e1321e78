-- What of a booking's payment the booking had no use for, and attempts whose time is over.

-- Moved on to the player's wallet by a posting of its own; not a refund.
alter table payments add column not_needed_minor bigint not null default 0
    check (not_needed_minor >= 0 and not_needed_minor <= amount_minor);

create index payments_to_expire on payments (expires_at) where status in ('created', 'pending') and expires_at is not null; -- the expiry job
create index money_tasks_of_kind on money_tasks (club_id, kind, created_at); -- an alarm at most once an hour
