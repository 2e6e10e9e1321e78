-- Packages (minutes) and memberships (a price class for a period): what a club sells, what players hold, what it was used for.

create table plan_products (
    product_id uuid primary key,
    club_id uuid not null references clubs,
    kind text not null check (kind in ('package', 'membership')),
    name text not null,
    description text,
    currency text not null,
    price_minor bigint not null check (price_minor > 0),
    active boolean not null default true,
    -- A package: minutes of play, for so many days, perhaps only on some courts, weekdays (ISO, Monday is 1) and times of the business day.
    minutes integer check (minutes > 0),
    valid_days integer check (valid_days > 0),
    court_ids uuid[],
    weekdays integer[],
    from_minute integer,
    to_minute integer,
    -- A membership: prices of this class for so many months.
    months integer check (months > 0),
    price_class text,
    benefits text[] not null default '{}',
    auto_renewable boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check ((kind = 'package') = (minutes is not null and valid_days is not null)),
    check ((kind = 'membership') = (months is not null and price_class is not null)),
    check ((from_minute is null) = (to_minute is null) and from_minute < to_minute)
);
create index plan_products_of_club on plan_products (club_id, price_minor); -- what the club sells

-- What a player holds, with the terms as they were when it was sold.
create table plans (
    plan_id uuid primary key,
    club_id uuid not null references clubs,
    player_id uuid not null,
    product_id uuid not null references plan_products,
    -- The payment of the period that runs.
    payment_id uuid not null references payments,
    kind text not null check (kind in ('package', 'membership')),
    name text not null,
    currency text not null,
    -- What was paid for the period that runs. What is left of it is the balance of the plan's account.
    value_minor bigint not null check (value_minor > 0),
    minutes integer,
    minutes_left integer check (minutes_left between 0 and minutes), -- two bookings at once cannot overdraw it
    court_ids uuid[],
    weekdays integer[],
    from_minute integer,
    to_minute integer,
    months integer,
    price_class text,
    benefits text[] not null,
    auto_renewable boolean not null,
    auto_renew boolean not null default false,
    status text not null check (status in ('active', 'ended')),
    ended_as text check (ended_as in ('expired', 'cancelled', 'reversed')),
    starts_at timestamptz not null,
    period_starts_at timestamptz not null,
    valid_until timestamptz not null check (valid_until > period_starts_at),
    ended_at timestamptz,
    check ((status = 'ended') = (ended_as is not null)),
    check ((status = 'ended') = (ended_at is not null)),
    check ((kind = 'package') = (minutes is not null and minutes_left is not null))
);
create index plans_of_player on plans (player_id, plan_id desc); -- my plans, those that cover a game
create index plans_to_end on plans (valid_until) where status = 'active'; -- the job that ends and renews
create index plans_of_payment on plans (payment_id); -- a payment that is taken back

-- What a package paid for; a part of it may have come back.
create table plan_uses (
    payment_id uuid primary key references payments,
    plan_id uuid not null references plans,
    booking_id uuid not null,
    minutes integer not null check (minutes > 0),
    value_minor bigint not null check (value_minor >= 0),
    minutes_back integer not null default 0 check (minutes_back between 0 and minutes),
    value_back_minor bigint not null default 0 check (value_back_minor between 0 and value_minor),
    refunded_minor bigint not null default 0 check (refunded_minor >= 0),
    used_at timestamptz not null
);
create index plan_uses_of_plan on plan_uses (plan_id, used_at desc); -- what a plan was used for
