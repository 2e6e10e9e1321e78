using Dapper;
using Npgsql;
using Padel.Payments.Transfers.Matching;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Transfers.Statements;

/// <summary>
/// Gives open lines to the transfers whose reference they carry, each in a transaction of its own. Money that came twice is left to people;
/// a line of a transfer that was matched by hand only proves it.
/// </summary>
internal sealed class MatchByReference(Database<PaymentsModule> database, TimeProvider clock)
{
    public async Task<(int Matched, int NeedSecondPerson)> Run(IReadOnlyList<BankLine> lines, StaffMember staff, CancellationToken cancellation)
    {
        var (matched, proposed) = (0, 0);
        var named = lines.Select(line => (Line: line, References: TransferReference.FindIn($"{line.Text} {line.Sender}").ToArray())).Where(line => line.References.Length > 0);
        await using var connection = await database.Open(cancellation);
        foreach (var (line, references) in named)
        {
            if (await Target(connection, line, references) is not { } paymentId)
                continue;
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var said = await TransferMatching.Say(transaction, new MatchWish(paymentId, line.AmountMinor, line.LineId, Note: null), staff, clock.Now());
            if (!said.IsSuccess)
                continue; // dealt with meanwhile: the list tells how it stands
            await transaction.CommitAsync(CancellationToken.None);
            _ = said.Value.State == "matched" ? matched++ : proposed++;
        }

        return (matched, proposed);
    }

    // The one transfer these references name: awaited, or lapsed, or matched by hand without a line so far. Of a booking whose first transfer
    // was too small, the one for the rest.
    private static async Task<Guid?> Target(NpgsqlConnection connection, BankLine line, string[] references)
    {
        var targets = (await connection.QueryAsync<Guid?>(
            """
            select coalesce(case when p.status = 'paid' then rest.payment_id else p.payment_id end, proven.payment_id)
            from payments p
            left join payments rest on rest.booking_id = p.booking_id and rest.method = 'bank_transfer' and rest.status in ('created', 'pending')
            left join lateral (
                select m.payment_id from transfer_matches m
                where m.payment_id = p.payment_id and m.state = 'done' and m.line_id is null and m.amount_minor = @AmountMinor
                  and not exists (select 1 from bank_lines b where b.payment_id = m.payment_id) limit 1) proven on true
            where p.club_id = @ClubId and p.method = 'bank_transfer' and p.reference = any(@references)
            """, new { line.ClubId, line.AmountMinor, references })).OfType<Guid>().Distinct().ToList();
        return targets is [var only] ? only : null;
    }
}
