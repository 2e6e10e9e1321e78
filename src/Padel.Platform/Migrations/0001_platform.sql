-- The tables every service has in its own schema.

-- Facts to tell the others, written in the fact's own transaction.
create table outbox (
    event_id uuid primary key,
    type text not null,
    club_id uuid,
    occurred_at timestamptz not null,
    -- After this moment the event is worthless (a sign-in code) and is dropped instead of delivered or parked.
    expires_at timestamptz,
    data jsonb not null,
    traceparent text,
    relayed_at timestamptz
);
create index outbox_waiting on outbox (event_id) where relayed_at is null; -- the relay's next batch
create index outbox_relayed on outbox (relayed_at) where relayed_at is not null; -- the purge

-- Facts told by others. The primary key makes a fact that comes twice count once.
create table inbox (
    event_id uuid not null,
    type text not null,
    club_id uuid,
    occurred_at timestamptz not null,
    expires_at timestamptz,
    data jsonb not null,
    traceparent text,
    received_at timestamptz not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    processed_at timestamptz,
    parked_at timestamptz,
    last_error text,
    primary key (event_id)
);
create index inbox_waiting on inbox (next_attempt_at, event_id) where processed_at is null and parked_at is null; -- the worker's next row
create index inbox_parked on inbox (parked_at) where parked_at is not null; -- the staff page and the command line
create index inbox_processed on inbox (processed_at) where processed_at is not null; -- the purge

-- First answers, so that a repeated request gets the same one. Refusals are not stored: they are judged anew.
create table idempotency (
    user_id uuid not null,
    operation text not null,
    key text not null,
    body_hash bytea not null,
    status integer not null,
    location text,
    body json not null, -- json, not jsonb: the text is given again byte for byte
    created_at timestamptz not null,
    constraint idempotency_pkey primary key (user_id, operation, key)
);
create index idempotency_by_age on idempotency (created_at); -- the purge after 48 hours

-- Who of the staff changed what, written with the change itself.
create table audit_log (
    audit_id uuid primary key,
    at timestamptz not null,
    club_id uuid,
    actor_id uuid not null,
    actor_name text not null,
    action text not null,
    subject_type text not null,
    subject_id text not null,
    before jsonb,
    after jsonb,
    reason text
);
create index audit_log_of_club on audit_log (club_id, audit_id desc); -- the staff page, newest first

create function audit_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log cannot be edited.';
end $$;
create trigger audit_log_append_only before update or delete on audit_log
    for each row execute function audit_log_is_append_only();

-- How each background job is doing.
create table job_runs (
    name text primary key,
    started_at timestamptz not null,
    succeeded_at timestamptz,
    failures integer not null default 0,
    last_error text,
    last_items integer not null default 0
);
