using Dapper;
using Npgsql;

namespace Padel.Payments.Transfers.Matching;

/// <summary>Matches and bank lines, in their rows. The caller holds the payment's row, then locks the line.</summary>
internal static class TransferMatchRows
{
    public static Task<TransferMatch?> Proposed(NpgsqlTransaction transaction, Guid paymentId) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<TransferMatch>( // a transaction in use has its connection
            """
            select match_id as MatchId, club_id as ClubId, payment_id as PaymentId, line_id as LineId, asked_minor as AskedMinor,
                amount_minor as AmountMinor, state as State, note as Note, proposed_by as ProposedBy, proposed_by_name as ProposedByName,
                proposed_at as ProposedAt
            from transfer_matches where payment_id = @paymentId and state = 'proposed'
            """, new { paymentId }, transaction);

    public static Task Write(NpgsqlTransaction transaction, TransferMatch match) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            insert into transfer_matches (match_id, club_id, payment_id, line_id, asked_minor, amount_minor, state, outcome, note, proposed_by,
                proposed_by_name, proposed_at, confirmed_by, done_at)
            values (@MatchId, @ClubId, @PaymentId, @LineId, @AskedMinor, @AmountMinor, @State, @Outcome, @Note, @ProposedBy, @ProposedByName,
                @ProposedAt, @ConfirmedBy, @DoneAt)
            on conflict (match_id) do update set line_id = excluded.line_id, state = excluded.state, outcome = excluded.outcome, confirmed_by = excluded.confirmed_by,
                done_at = excluded.done_at
            """, match, transaction);

    /// <summary>True when a match of this amount was made by hand and no line of a statement proves it yet.</summary>
    public static Task<bool> LacksProof(NpgsqlTransaction transaction, Guid paymentId, long amountMinor) =>
        transaction.Connection!.ExecuteScalarAsync<bool>( // as above
            """
            select exists (select 1 from transfer_matches where payment_id = @paymentId and state = 'done' and line_id is null and amount_minor = @amountMinor)
               and not exists (select 1 from bank_lines where payment_id = @paymentId)
            """, new { paymentId, amountMinor }, transaction);

    public static Task<OpenLine?> LockLine(NpgsqlTransaction transaction, Guid clubId, Guid lineId) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<OpenLine>( // as above
            """
            select line_id as LineId, amount_minor as AmountMinor, currency as Currency, settled_at is null as IsOpen
            from bank_lines where line_id = @lineId and club_id = @clubId for update
            """, new { lineId, clubId }, transaction);

    public static Task SettleLine(NpgsqlTransaction transaction, Guid lineId, Guid paymentId, Guid staffId, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            update bank_lines set payment_id = @paymentId, settled_by = @staffId, settled_at = @now where line_id = @lineId;
            update transfer_matches set state = 'withdrawn' where line_id = @lineId and state = 'proposed'
            """,
            new { lineId, paymentId, staffId, now }, transaction);
}

/// <summary>A line of a statement, locked.</summary>
internal sealed record OpenLine(Guid LineId, long AmountMinor, string Currency, bool IsOpen);
