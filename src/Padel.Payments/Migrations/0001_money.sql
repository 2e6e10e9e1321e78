-- Money: what clubs take, what bookings owe, attempts to pay, the ledger, money going back, and what staff must sort out.
-- Nothing here is ever deleted; amounts are minor units (paisa) of the club's currency.

-- A club as Payments knows it, from Booking's facts, with the settings of its money.
create table clubs (
    club_id uuid primary key,
    slug text not null,
    name text not null,
    address text not null default '',
    phone text,
    time_zone text not null,
    currency text not null,
    version integer not null,
    methods text[] not null default '{at_club}',
    settings_version integer not null default 1,
    -- Who sells: on receipts. Null: the club's own name.
    legal_name text,
    tax_label text,
    tax_basis_points integer not null default 0 check (tax_basis_points between 0 and 10000), -- 1600 is 16 %, contained in every price
    tax_number text,
    receipt_prefix text not null default '',
    bank_title text,
    bank_iban text,
    bank_name text,
    refund_approval_above_minor bigint not null default 1000000 check (refund_approval_above_minor >= 0)
);

-- A club's account at a gateway. Credentials are sealed with the master key and never shown again.
create table gateway_accounts (
    club_id uuid not null references clubs,
    gateway text not null,
    enabled boolean not null,
    sealed_credentials text not null,
    fields_set text[] not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (club_id, gateway)
);

-- What a booking owes, as Booking tells it; the newest version wins.
create table charges (
    booking_id uuid primary key,
    version integer not null,
    club_id uuid not null,
    reference text not null,
    status text not null check (status in ('held', 'confirmed', 'completed', 'no_show', 'cancelled', 'expired')),
    player_id uuid,
    customer_name text not null,
    customer_phone text,
    customer_email text,
    court_id uuid not null,
    court_name text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    business_day date not null,
    currency text not null,
    price_minor bigint not null check (price_minor >= 0),
    -- What must be there for the booking to stand: a deposit, the whole price, or nothing.
    pay_now_minor bigint not null check (pay_now_minor >= 0),
    -- What being cancelled or not coming costs in all.
    fee_minor bigint not null default 0 check (fee_minor >= 0),
    pay_with text not null,
    hold_expires_at timestamptz,
    origin text not null,
    updated_at timestamptz not null
);
create index charges_of_club on charges (club_id, business_day); -- statements and reconciliation of a day

-- One attempt to collect money once. It is stored before anybody outside is asked.
create table payments (
    payment_id uuid primary key,
    club_id uuid not null references clubs,
    player_id uuid,
    purpose text not null check (purpose in ('booking', 'top_up', 'plan')),
    booking_id uuid,
    product_id uuid,
    plan_id uuid,
    method text not null check (method in ('card', 'jazzcash', 'easypaisa', 'bank_transfer', 'wallet', 'plan', 'cash', 'terminal')),
    gateway text,
    -- Ours, as the gateway and the bank know it; 20 characters at most.
    reference text not null unique check (reference ~ '^[A-Z0-9]{6,20}$'),
    currency text not null,
    amount_minor bigint not null check (amount_minor > 0),
    refunded_minor bigint not null default 0 check (refunded_minor >= 0),
    reversed_minor bigint not null default 0 check (reversed_minor >= 0),
    status text not null check (status in ('created', 'pending', 'paid', 'failed', 'expired', 'abandoned')),
    -- What the money became: exactly one, for every paid attempt.
    settled_as text check (settled_as in ('booking', 'plan', 'wallet', 'refund')),
    failure_code text,
    failure_text text,
    can_retry boolean not null default true,
    gateway_reference text,
    -- What the gateway said and a later call needs (session, transaction id). Never a credential, never a person's details.
    gateway_data jsonb not null default '{}',
    actor text not null,
    note text,
    expires_at timestamptz,
    next_inquiry_at timestamptz,
    inquiries integer not null default 0,
    paid_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check ((status = 'paid') = (settled_as is not null)),
    check ((status = 'paid') = (paid_at is not null)),
    check ((purpose = 'booking') = (booking_id is not null)),
    check (refunded_minor + reversed_minor <= amount_minor)
);
create unique index payments_live on payments (booking_id) where booking_id is not null and status in ('created', 'pending'); -- one at a time: two tabs make one charge
create index payments_of_booking on payments (booking_id, created_at desc) where booking_id is not null; -- checkout, refunds, the desk's view
create index payments_of_player on payments (player_id, payment_id desc) where player_id is not null; -- my payments
create index payments_of_club on payments (club_id, payment_id desc); -- the desk's list, statements
create index payments_to_inquire on payments (next_inquiry_at) where next_inquiry_at is not null; -- the inquiry job

-- Everything gateways told us, with the verdict; bodies without card numbers, PINs and identity numbers.
create table gateway_messages (
    message_id uuid primary key,
    club_id uuid not null,
    gateway text not null,
    kind text not null check (kind in ('return', 'notification', 'answer', 'inquiry', 'refund')),
    verdict text not null check (verdict in ('verified', 'hint', 'forged', 'unreadable', 'unknown_reference')),
    reference text,
    payment_id uuid references payments,
    event_id text,
    redacted text not null,
    outcome text,
    received_at timestamptz not null
);
create index gateway_messages_of_payment on gateway_messages (payment_id, message_id) where payment_id is not null; -- the trail of a payment
create index gateway_messages_of_event on gateway_messages (gateway, club_id, event_id) where event_id is not null; -- a vendor's event that comes twice
create index gateway_messages_of_club on gateway_messages (club_id, message_id desc); -- the staff's list of what came in

-- The ledger: double entry, append-only. Debit is positive, credit negative; every posting adds up to zero.
create table postings (
    posting_id uuid primary key,
    club_id uuid not null,
    posted_at timestamptz not null,
    kind text not null,
    reason text not null,
    actor text not null,
    subject_type text not null,
    subject_id uuid not null,
    -- Names the occasion, so that it is posted once however often it is told.
    posting_key text not null unique
);
create index postings_of_subject on postings (subject_id, posting_id); -- the money of a booking, a payment, a plan
create index postings_of_club on postings (club_id, posted_at); -- statements, trial balance

create table entries (
    posting_id uuid not null references postings,
    line integer not null check (line between 1 and 50),
    account text not null check (account ~ '^club:[0-9a-f-]{36}:[a-z-]+(:[a-z0-9-]+)?$'),
    amount_minor bigint not null check (amount_minor <> 0),
    currency text not null,
    primary key (posting_id, line)
);
create index entries_of_account on entries (account, posting_id desc); -- a wallet's history, an account's sum

-- Only accounts that may not go below zero have a row: wallets, money held for bookings, value left in plans. Credit balance.
create table balances (
    account text primary key,
    club_id uuid not null,
    currency text not null,
    balance_minor bigint not null check (balance_minor >= 0)
);

create function entries_add_up() returns trigger language plpgsql as $$
begin
    if (select sum(amount_minor) <> 0 or count(distinct currency) > 1 from entries where posting_id = new.posting_id) then
        raise exception 'Posting % does not add up to zero.', new.posting_id;
    end if;
    return null;
end $$;
create constraint trigger entries_add_up after insert on entries deferrable initially deferred
    for each row execute function entries_add_up();

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger cannot be edited; a correction is a new posting.';
end $$;
create trigger postings_append_only before update or delete or truncate on postings for each statement execute function ledger_is_append_only();
create trigger entries_append_only before update or delete or truncate on entries for each statement execute function ledger_is_append_only();

-- Money going back to a person.
create table refunds (
    refund_id uuid primary key,
    club_id uuid not null references clubs,
    -- The payment whose money goes back.
    payment_id uuid not null references payments,
    booking_id uuid,
    player_id uuid,
    currency text not null,
    amount_minor bigint not null check (amount_minor > 0),
    destination text not null check (destination in ('source', 'wallet', 'plan', 'cash')),
    -- manual: no machine can do it; done by hand it becomes done. failed: staff choose what next.
    status text not null check (status in ('needs_approval', 'requested', 'sending', 'unknown', 'done', 'failed', 'manual', 'declined')),
    -- correction: the payment itself was a mistake at the desk, so that the booking owes again. not_needed: the booking never counted it.
    kind text not null check (kind in ('cancellation', 'price_difference', 'goodwill', 'correction', 'not_needed')),
    reason text not null,
    reference text not null unique,
    gateway_reference text,
    failure_code text,
    failure_text text,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    requested_by text not null,
    approved_by text,
    created_at timestamptz not null,
    done_at timestamptz,
    updated_at timestamptz not null,
    check ((status = 'done') = (done_at is not null))
);
create index refunds_of_payment on refunds (payment_id); -- what may still be refunded
create index refunds_of_booking on refunds (booking_id) where booking_id is not null; -- the desk's view of a booking
create index refunds_of_club on refunds (club_id, refund_id desc); -- the staff's list
create index refunds_to_send on refunds (next_attempt_at) where next_attempt_at is not null; -- the sender's next batch

-- What only a person can sort out.
create table money_tasks (
    task_id uuid primary key,
    club_id uuid not null,
    kind text not null,
    subject_type text not null,
    subject_id uuid not null,
    text text not null,
    detail jsonb not null default '{}',
    created_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by text,
    resolution text
);
create unique index money_tasks_open on money_tasks (kind, subject_id) where resolved_at is null; -- the same trouble is one task
create index money_tasks_of_club on money_tasks (club_id, task_id desc); -- the attention list
