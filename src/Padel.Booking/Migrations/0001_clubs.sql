-- Clubs and what they sell. Policy is data: every number a manager may want to change is a column.

create table clubs (
    club_id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name text not null,
    time_zone text not null,
    currency text not null,
    address text not null default '',
    latitude double precision,
    longitude double precision,
    phone text,
    grid_minutes integer not null check (grid_minutes in (15, 30, 60)),
    durations integer[] not null check (cardinality(durations) between 1 and 12),
    avoid_gaps boolean not null,
    buffer_minutes integer not null check (buffer_minutes between 0 and 120),
    days_ahead integer not null check (days_ahead between 0 and 366),
    active_bookings integer not null check (active_bookings between 1 and 1000),
    series_weeks_ahead integer not null check (series_weeks_ahead between 0 and 26),
    free_until_hours integer not null check (free_until_hours between 0 and 720),
    half_until_hours integer not null check (half_until_hours between 0 and 720),
    grace_minutes integer not null check (grace_minutes between 0 and 1440),
    no_show_fee_percent integer not null check (no_show_fee_percent between 0 and 100),
    payment_methods text[] not null,
    hold_minutes integer not null check (hold_minutes between 1 and 240),
    verified_contact_for_at_club boolean not null,
    -- Counts every change of the club's set-up, so that a process can see that its copy is old.
    version integer not null default 1,
    created_at timestamptz not null,
    check (half_until_hours <= free_until_hours)
);

create table courts (
    court_id uuid primary key,
    club_id uuid not null references clubs,
    name text not null,
    surface text not null,
    indoor boolean not null,
    position integer not null,
    retired_at timestamptz,
    unique (club_id, name)
);

-- Minutes from the start of the business day; closing may pass 1440 (01:00 of the next morning is 1500).
create table opening_hours (
    club_id uuid not null references clubs,
    weekday integer not null check (weekday between 1 and 7), -- ISO: Monday is 1
    opens_minute integer not null check (opens_minute between 0 and 1439),
    closes_minute integer not null check (closes_minute between 1 and 2880),
    primary key (club_id, weekday),
    check (closes_minute > opens_minute and closes_minute - opens_minute <= 1440)
);

-- A dated day that differs from its weekday: other hours, or closed (both null).
create table exceptional_days (
    club_id uuid not null references clubs,
    business_day date not null,
    opens_minute integer check (opens_minute between 0 and 1439),
    closes_minute integer check (closes_minute between 1 and 2880),
    reason text not null,
    primary key (club_id, business_day),
    check ((opens_minute is null) = (closes_minute is null)),
    check (closes_minute > opens_minute and closes_minute - opens_minute <= 1440)
);

-- Price per half hour. Nulls mean "any"; the order in which rules win is in Pricing/PriceBook.cs.
create table price_rules (
    price_rule_id uuid primary key,
    club_id uuid not null references clubs,
    name text not null,
    amount_minor bigint not null check (amount_minor >= 0),
    weekdays integer[] check (cardinality(weekdays) between 1 and 7),
    from_minute integer check (from_minute between 0 and 2879),
    to_minute integer check (to_minute between 1 and 2880),
    date_from date,
    date_to date,
    court_id uuid references courts,
    indoor boolean,
    surface text,
    price_class text,
    priority integer not null default 0,
    created_at timestamptz not null,
    retired_at timestamptz,
    check ((from_minute is null) = (to_minute is null)),
    check (to_minute > from_minute),
    check (date_to >= date_from)
);
create index price_rules_of_club on price_rules (club_id) where retired_at is null; -- loading a club's set-up
