-- Bank transfers: what players show, what the bank says came, and who of the staff said that the two belong together.

-- A picture or PDF is no evidence of money (forgeries are common): it only helps staff to find the line on the statement.
create table transfer_proofs (
    proof_id uuid primary key,
    payment_id uuid not null references payments,
    content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
    content bytea not null check (octet_length(content) between 1 and 5242880),
    content_hash bytea not null,
    uploaded_by uuid not null,
    uploaded_at timestamptz not null,
    unique (payment_id, content_hash)
);

create table bank_statements (
    statement_id uuid primary key,
    club_id uuid not null references clubs,
    file_name text not null,
    lines integer not null,
    uploaded_by uuid not null,
    uploaded_at timestamptz not null
);

-- One credit on the club's account. Debits are not kept.
create table bank_lines (
    line_id uuid primary key,
    club_id uuid not null references clubs,
    statement_id uuid not null references bank_statements,
    line_number integer not null,
    booked_on date not null,
    currency text not null,
    amount_minor bigint not null check (amount_minor > 0),
    text text not null,
    sender text,
    -- What it says, and the how manieth time a statement says it: the same line of a second statement is the same credit.
    line_key bytea not null,
    -- The payment it paid; at most one line a payment.
    payment_id uuid unique references payments,
    ignored_reason text,
    settled_by uuid,
    settled_at timestamptz,
    unique (club_id, line_key),
    check (payment_id is null or ignored_reason is null),
    check ((payment_id is null and ignored_reason is null) = (settled_at is null))
);
create index bank_lines_of_club on bank_lines (club_id, line_id desc); -- the list of lines
create index bank_lines_open on bank_lines (club_id, line_id desc) where settled_at is null; -- the lines nobody has matched

-- A member of the staff says that so much came for a payment. Above the club's limit a second one must say so too.
create table transfer_matches (
    match_id uuid primary key,
    club_id uuid not null references clubs,
    payment_id uuid not null references payments,
    line_id uuid references bank_lines,
    asked_minor bigint not null,
    amount_minor bigint not null check (amount_minor > 0),
    state text not null check (state in ('proposed', 'withdrawn', 'done')),
    -- exact, under, over, late, duplicate: how what came compares with what was asked for.
    outcome text,
    note text,
    proposed_by uuid not null,
    proposed_by_name text not null,
    proposed_at timestamptz not null,
    confirmed_by uuid check (confirmed_by <> proposed_by),
    done_at timestamptz,
    check ((state = 'done') = (done_at is not null)),
    check ((state = 'done') = (outcome is not null))
);
create unique index transfer_matches_proposed on transfer_matches (payment_id) where state = 'proposed'; -- one waits for its second person
create index transfer_matches_of_payment on transfer_matches (payment_id, match_id desc); -- what staff said about a transfer
