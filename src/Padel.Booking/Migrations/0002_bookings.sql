-- People as a club knows them, claims on courts, and bookings.

-- A person. player_id is the account's id once there is one; a record made by an import or the desk waits, unclaimed,
-- until somebody proves its phone or email.
create table players (
    player_id uuid primary key,
    name text not null,
    phone text,
    email text,
    phone_verified boolean not null default false,
    email_verified boolean not null default false,
    has_account boolean not null default false,
    -- A merged record points to the account that claimed it; its bookings and standing have moved there.
    merged_into uuid references players,
    created_at timestamptz not null
);
create index players_by_phone on players (phone) where phone is not null and merged_into is null; -- claiming a record, import, desk search
create index players_by_email on players (email) where email is not null and merged_into is null; -- claiming a record
create index players_by_name on players (lower(name) text_pattern_ops) where merged_into is null; -- desk search

-- What a player may do at a club. The row is the lock under which limits are counted.
create table standings (
    club_id uuid not null references clubs,
    player_id uuid not null references players,
    price_class text not null default 'standard',
    blocked_reason text,
    suspended_until timestamptz,
    strikes integer not null default 0,
    debt_minor bigint not null default 0 check (debt_minor >= 0),
    member_no text,
    joined_on date,
    note text,
    primary key (club_id, player_id)
);

-- Every claim on a court. One rule: claims on a court never overlap. Whether a claim counts is said by released_at alone.
create table occupancies (
    occupancy_id uuid primary key,
    club_id uuid not null references clubs,
    court_id uuid not null references courts,
    business_day date not null,
    -- [start, end) including the club's buffer; finite and never empty, for an empty range slips past the exclusion.
    during tstzrange not null check (
        not isempty(during) and lower_inc(during) and not upper_inc(during) and not lower_inf(during) and not upper_inf(during)),
    kind text not null check (kind in ('hold', 'booking', 'block', 'event', 'offer')),
    owner_id uuid not null, -- booking_id or block_id
    expires_at timestamptz,
    released_at timestamptz,
    created_at timestamptz not null,
    constraint occupancies_never_overlap exclude using gist (court_id with =, during with &&) where (released_at is null),
    check ((kind in ('hold', 'offer')) = (expires_at is not null))
);
create index occupancies_of_day on occupancies (club_id, business_day, court_id) where released_at is null; -- the day's snapshot and board
create index occupancies_of_owner on occupancies (owner_id) where released_at is null; -- release by booking or block

create table bookings (
    booking_id uuid primary key,
    reference text not null unique,
    version integer not null,
    club_id uuid not null references clubs,
    court_id uuid not null references courts,
    player_id uuid references players,
    guest_name text,
    guest_phone text,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    business_day date not null,
    status text not null check (status in ('held', 'confirmed', 'completed', 'no_show', 'cancelled', 'expired')),
    hold_expires_at timestamptz,
    next_action text check (next_action in ('verify_contact', 'pay', 'await_transfer')),
    pay_with text not null,
    payment_status text not null check (payment_status in ('unpaid', 'pending', 'partly_paid', 'paid', 'failed', 'refunded', 'partly_refunded')),
    currency text not null,
    price_minor bigint not null check (price_minor >= 0),
    amount_paid_minor bigint not null default 0 check (amount_paid_minor >= 0),
    fee_due_minor bigint not null default 0 check (fee_due_minor >= 0),
    -- Which rules made the price, segment by segment: frozen when booked.
    price_segments jsonb not null,
    -- The cancellation policy as it stood when the booking was made.
    cancellation_policy jsonb not null,
    source text not null check (source in ('app', 'desk', 'import', 'bot', 'system')),
    note text,
    players_count integer,
    cancelled_reason text,
    import_log_no text,
    created_by uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- When it was first confirmed, and when cancelled: the funnel counts steps from them, so that no counter is written per booking.
    confirmed_at timestamptz,
    cancelled_at timestamptz,
    check (ends_at > starts_at),
    check ((status = 'held') = (hold_expires_at is not null)),
    check (player_id is not null or guest_name is not null)
);
create index bookings_of_player on bookings (player_id, starts_at desc, booking_id) where player_id is not null; -- my games; counting active bookings
create index bookings_made on bookings (club_id, created_at); -- funnel counts
create index bookings_waiting on bookings (hold_expires_at) where status = 'held'; -- the expiry sweep
create index bookings_ending on bookings (ends_at) where status = 'confirmed'; -- the completion sweep
create unique index bookings_import_log on bookings (club_id, import_log_no) where import_log_no is not null; -- a second import changes nothing

-- The other people on court; the owner is the booking's player.
create table booking_players (
    booking_id uuid not null references bookings,
    seat integer not null check (seat between 2 and 8),
    player_id uuid references players,
    name text not null,
    status text not null check (status in ('invited', 'accepted', 'declined')),
    primary key (booking_id, seat)
);
create index booking_players_of_player on booking_players (player_id) where player_id is not null; -- games I was asked to

create table blocks (
    block_id uuid primary key,
    club_id uuid not null references clubs,
    court_ids uuid[] not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    kind text not null check (kind in ('maintenance', 'private_event', 'weather', 'power_cut', 'early_closing', 'tournament', 'other')),
    reason text not null,
    created_by uuid not null,
    created_at timestamptz not null,
    lifted_at timestamptz,
    check (ends_at > starts_at)
);

-- Steps of booking that leave no booking behind (a slot was opened), per club's business day and source. Gathered in memory and added here
-- every few seconds; the later steps are counted from bookings itself.
create table funnel_counts (
    club_id uuid not null references clubs,
    business_day date not null,
    step text not null,
    source text not null,
    count bigint not null,
    primary key (club_id, business_day, step, source)
);
