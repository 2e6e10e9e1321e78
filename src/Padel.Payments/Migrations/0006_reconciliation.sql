-- Comparing what gateways, payments, the ledger and bookings say.

-- When the gateway last agreed that it was paid.
alter table payments add column compared_at timestamptz;
create index payments_to_compare on payments (paid_at) where status = 'paid' and gateway is not null and compared_at is null; -- what the gateway has not been asked about since
create index payments_paid on payments (paid_at) where status = 'paid'; -- recent payments against ledger and bookings, a day's statement
create index balances_not_empty on balances (account) where balance_minor > 0; -- what is still held for bookings that are over
create index refunds_done on refunds (club_id, done_at) where done_at is not null; -- a day's statement
create index refunds_under_way on refunds (created_at) where status in ('requested', 'sending'); -- those that take too long
