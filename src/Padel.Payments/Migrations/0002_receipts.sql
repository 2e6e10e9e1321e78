-- Receipts and credit notes: one series a club without gaps, frozen as issued. Whom they are made out to.

-- A person as receipts name them: what Identity tells of every account.
create table people (
    player_id uuid primary key,
    name text not null
);

-- What a person wants on their receipts beside the name.
create table receipt_details (
    player_id uuid primary key,
    company_name text,
    tax_number text,
    address text,
    updated_at timestamptz not null
);

-- The last number given. It is raised in the transaction that issues: when that rolls back, so does the number.
create table receipt_counters (
    club_id uuid primary key references clubs,
    last_number bigint not null check (last_number > 0)
);

create table receipts (
    receipt_id uuid primary key,
    club_id uuid not null references clubs,
    kind text not null check (kind in ('receipt', 'credit_note')),
    number bigint not null check (number > 0),
    -- As printed, for example MPC-2026-000123.
    label text not null,
    -- Whoever holds it may verify the receipt; it cannot be guessed.
    code text not null unique,
    payment_id uuid not null references payments,
    refund_id uuid references refunds,
    booking_id uuid,
    player_id uuid,
    customer_name text not null,
    currency text not null,
    total_minor bigint not null check (total_minor > 0),
    -- Everything that is printed, as it was on that day.
    document jsonb not null,
    -- Label, customer, booking reference and payment reference in lower case: what the desk types.
    search text not null,
    issued_at timestamptz not null,
    unique (club_id, number),
    check ((kind = 'credit_note') = (refund_id is not null))
);
create unique index receipts_of_payment on receipts (payment_id) where kind = 'receipt'; -- issued once; the payment's answer names it
create unique index receipts_of_refund on receipts (refund_id) where refund_id is not null; -- issued once
create index receipts_credited on receipts (payment_id) where kind = 'credit_note'; -- whether a credit note exists
create index receipts_of_player on receipts (player_id, receipt_id desc) where player_id is not null; -- my receipts
create index receipts_of_booking on receipts (booking_id) where booking_id is not null; -- the desk's view of a booking
create index receipts_of_club on receipts (club_id, receipt_id desc); -- the desk's list

create function receipts_are_frozen() returns trigger language plpgsql as $$
begin
    raise exception 'A receipt cannot be edited; a correction is a credit note.';
end $$;
create trigger receipts_frozen before update or delete or truncate on receipts for each statement execute function receipts_are_frozen();
