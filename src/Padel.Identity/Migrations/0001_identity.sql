-- Accounts. A contact may stand on many accounts until somebody proves it; then it is that account's alone.
create table users (
    user_id uuid primary key,
    name text not null check (char_length(name) <= 100),
    phone text check (phone ~ '^\+[1-9][0-9]{7,14}$'),
    phone_verified_at timestamptz,
    email text check (char_length(email) <= 254 and email = lower(email)),
    email_verified_at timestamptz,
    password_hash text,
    consent_version text,
    consented_at timestamptz,
    created_at timestamptz not null,
    constraint users_verified_phone_is_there check (phone_verified_at is null or phone is not null),
    constraint users_verified_email_is_there check (email_verified_at is null or email is not null)
);
create unique index users_verified_phone on users (phone) where phone_verified_at is not null; -- sign-in; the rule that a proven contact is one person's
create unique index users_verified_email on users (email) where email_verified_at is not null; -- the same by email
create index users_unverified_phone on users (phone, created_at desc) where phone is not null and phone_verified_at is null; -- sign-in by password before the code; taking the contact away
create index users_unverified_email on users (email, created_at desc) where email is not null and email_verified_at is null; -- the same by email

-- A person at another provider (Google) who is one of ours.
create table external_logins (
    provider text not null,
    subject text not null,
    user_id uuid not null references users on delete cascade,
    created_at timestamptz not null,
    primary key (provider, subject)
);
create index external_logins_of_user on external_logins (user_id); -- the foreign key

-- One-time codes: only a keyed hash is kept. Rows stay an hour, because the hourly limit counts them.
create table codes (
    code_id uuid primary key,
    contact text not null,
    purpose text not null,
    salt bytea not null,
    hash bytea not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    tries integer not null default 0,
    used_at timestamptz
);
create index codes_of_contact on codes (contact, issued_at desc); -- the newest code, and the limits
create index codes_by_age on codes (issued_at); -- the purge

-- Wrong passwords and second factors by what was tried, whether anybody has it or not: a lock tells nothing about who exists.
create table failures (
    subject text primary key,
    failures integer not null,
    failed_at timestamptz not null,
    locked_until timestamptz
);
create index failures_by_age on failures (failed_at); -- the purge

create table sessions (
    session_id uuid primary key,
    user_id uuid not null references users on delete cascade,
    device text not null,
    second_factor boolean not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
);
create index sessions_of_user on sessions (user_id, last_seen_at desc) where ended_at is null; -- the list of a user's sessions
create index sessions_by_expiry on sessions (expires_at); -- the purge
create index sessions_by_end on sessions (ended_at) where ended_at is not null; -- the purge

-- Every refresh token of a session; the successor is kept (sealed) while the token it replaced is still good.
create table refresh_tokens (
    token_hash bytea primary key,
    session_id uuid not null references sessions on delete cascade,
    issued_at timestamptz not null,
    replaced_at timestamptz,
    successor text
);
create index refresh_tokens_of_session on refresh_tokens (session_id); -- the foreign key
create index refresh_tokens_with_successor on refresh_tokens (replaced_at) where successor is not null; -- the purge of successors
create index refresh_tokens_replaced on refresh_tokens (replaced_at) where replaced_at is not null; -- the purge

-- Time-based second factor (RFC 6238). A step counts once: only later ones are taken.
create table second_factors (
    user_id uuid primary key references users on delete cascade,
    secret text not null,
    last_step bigint not null default 0,
    created_at timestamptz not null,
    confirmed_at timestamptz
);
create table recovery_codes (
    user_id uuid not null references second_factors on delete cascade,
    hash bytea not null,
    used_at timestamptz,
    primary key (user_id, hash)
);
create table challenges (
    challenge_hash bytea primary key,
    user_id uuid not null references users on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    tries integer not null default 0,
    used_at timestamptz
);
create index challenges_of_user on challenges (user_id); -- the foreign key
create index challenges_by_expiry on challenges (expires_at); -- the purge

-- Keys that sign access tokens. The private half is sealed with the master key.
create table signing_keys (
    key_id text primary key,
    private_key text not null,
    created_at timestamptz not null
);

-- What a person may do at a club. The primary key answers the question of every staff request.
create table staff (
    club_id uuid not null,
    user_id uuid not null references users,
    role text not null check (role in ('desk', 'manager', 'owner')),
    created_at timestamptz not null,
    primary key (club_id, user_id)
);
create index staff_of_user on staff (user_id); -- a person's roles in /me
