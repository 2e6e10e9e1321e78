-- Booking's part of money: how long a court is held for each way of paying, what must be paid for a booking to stand, what came of it,
-- and what Payments must hear of clubs and bookings that were here before it.

alter table clubs
    -- How long a court waits for a bank transfer, and until when before the start.
    add column transfer_hold_minutes integer not null default 240 check (transfer_hold_minutes between 30 and 10080),
    add column transfer_cutoff_minutes integer not null default 120 check (transfer_cutoff_minutes between 0 and 1440),
    -- The share paid when booking; the rest is due at the club. 0: the whole price at once.
    add column deposit_percent integer not null default 0 check (deposit_percent between 0 and 100),
    -- Of the newest list of ways to pay that Payments told; 0 while the club's set-up file alone says so.
    add column methods_version integer not null default 0;

alter table standings
    -- This player pays online before a booking stands; at the club is not enough.
    add column deposit_required boolean not null default false,
    -- The price class of the membership that runs, and until when; it goes before price_class.
    add column plan_class text,
    add column plan_class_until timestamptz,
    add constraint standings_plan_class_ends check ((plan_class is null) = (plan_class_until is null));

alter table bookings
    -- What must be paid for the booking to stand: a deposit, the whole price, or nothing when it is paid at the club.
    add column pay_now_minor bigint not null default 0 check (pay_now_minor >= 0),
    -- What being cancelled or not coming costs in all; fee_due_minor is the part that is not paid.
    add column fee_minor bigint not null default 0 check (fee_minor >= 0),
    -- Paid before the product came, by the club's own records. Payments never saw this money.
    add column paid_elsewhere_minor bigint not null default 0 check (paid_elsewhere_minor >= 0);

update bookings set paid_elsewhere_minor = amount_paid_minor where amount_paid_minor > 0;
update bookings set fee_minor = fee_due_minor + amount_paid_minor where status = 'cancelled' and fee_due_minor > 0;

-- What became of each payment for a booking. bookings.amount_paid_minor is paid_elsewhere_minor and the sum of what these leave;
-- facts may come in any order, so each has a column of its own.
create table booking_payments (
    payment_id uuid primary key,
    booking_id uuid not null references bookings,
    state text not null check (state in ('pending', 'failed', 'paid')),
    -- The part of it that the booking took; the rest was told to be not needed.
    taken_minor bigint not null default 0 check (taken_minor >= 0),
    reversed_minor bigint not null default 0 check (reversed_minor >= 0),
    refunded_minor bigint not null default 0 check (refunded_minor >= 0)
);
create index booking_payments_of_booking on booking_payments (booking_id); -- what a booking's payments come to

-- Memberships with a price class of their own, as Payments tells them; in any order, so an end may be here before its beginning.
create table memberships (
    plan_id uuid primary key,
    club_id uuid not null references clubs,
    player_id uuid not null,
    price_class text,
    starts_at timestamptz not null,
    ends_at timestamptz not null
);
create index memberships_of_player on memberships (club_id, player_id); -- the class that a standing gets

insert into outbox (event_id, type, club_id, occurred_at, data)
select gen_random_uuid(), 'padel.booking.club-changed.v1', club_id, created_at, jsonb_build_object(
    'clubId', club_id, 'version', version, 'slug', slug, 'name', name, 'address', address, 'phone', phone, 'timeZone', time_zone,
    'currency', currency, 'paymentMethods', to_jsonb(payment_methods))
from clubs;

insert into outbox (event_id, type, club_id, occurred_at, data)
select gen_random_uuid(), case b.status when 'held' then 'padel.booking.booking-held.v1' else 'padel.booking.booking-confirmed.v1' end,
    b.club_id, b.updated_at, jsonb_build_object(
        'bookingId', b.booking_id, 'reference', b.reference, 'version', b.version, 'clubId', b.club_id, 'clubName', c.name,
        'timeZone', c.time_zone, 'courtId', b.court_id, 'courtName', t.name, 'startsAt', b.starts_at, 'endsAt', b.ends_at,
        'businessDay', b.business_day, 'status', b.status, 'playerId', b.player_id, 'name', coalesce(p.name, b.guest_name),
        'phone', coalesce(p.phone, b.guest_phone), 'email', p.email, 'priceMinor', b.price_minor, 'currency', b.currency,
        'payWith', b.pay_with, 'origin', b.source, 'actor', 'system', 'holdExpiresAt', b.hold_expires_at, 'feeDueMinor', 0, 'reason', null,
        'payNowMinor', 0, 'feeMinor', 0, 'paidMinor', b.amount_paid_minor)
from bookings b
join clubs c on c.club_id = b.club_id
join courts t on t.court_id = b.court_id
left join players p on p.player_id = b.player_id
where b.status in ('held', 'confirmed');
