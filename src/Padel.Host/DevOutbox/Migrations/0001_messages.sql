-- What would have been sent to people, kept for whoever develops or tests the product. Never there in production.
create table messages (
    message_id uuid primary key,
    event_id uuid not null,
    recipient text not null, -- E.164 phone or lower-case email
    channel text not null check (channel in ('sms', 'email')),
    kind text not null,
    text text not null,
    code text,
    sent_at timestamptz not null,
    unique (event_id, recipient)
);
create index messages_of_recipient on messages (recipient, message_id desc); -- GET /dev/outbox?to=
