using Dapper;
using Npgsql;
using Padel.Kernel;

namespace Padel.Payments.Transfers.Statements;

/// <summary>Statements and their lines, in their rows.</summary>
internal static class StatementRows
{
    /// <summary>Writes the credits that no statement of the club had before.</summary>
    /// <returns>How many; with none nothing is written at all.</returns>
    public static async Task<int> Write(
        NpgsqlTransaction transaction, Guid clubId, string fileName, StatementContent content, Guid staffId, DateTimeOffset now)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        var known = (await connection.QueryAsync<byte[]>(
            "select line_key from bank_lines where club_id = @clubId and line_key = any(@keys)",
            new { clubId, keys = content.Credits.Select(line => line.Key).ToArray() }, transaction)).Select(Convert.ToHexString).ToHashSet();
        var lines = content.Credits.Where(line => !known.Contains(Convert.ToHexString(line.Key))).ToList();
        if (lines.Count == 0)
            return 0;
        var statementId = Guid.CreateVersion7(now);
        await connection.ExecuteAsync(
            """
            insert into bank_statements (statement_id, club_id, file_name, lines, uploaded_by, uploaded_at)
            values (@statementId, @clubId, @fileName, @Count, @staffId, @now)
            """, new { statementId, clubId, fileName, lines.Count, staffId, now }, transaction);
        return await connection.ExecuteAsync(
            """
            insert into bank_lines (line_id, club_id, statement_id, line_number, booked_on, currency, amount_minor, text, sender, line_key)
            select line_id, @clubId, @statementId, line_number, booked_on, @currency, amount, text, nullif(sender, ''), line_key
            from unnest(@ids, @numbers, @days, @amounts, @texts, @senders, @keys) as l(line_id, line_number, booked_on, amount, text, sender, line_key)
            on conflict (club_id, line_key) do nothing
            """,
            new
            {
                clubId, statementId, currency = lines[0].Amount.Currency.Code,
                ids = lines.Select(_ => Guid.CreateVersion7(now)).ToArray(),
                numbers = lines.Select(line => line.Number).ToArray(),
                days = lines.Select(line => line.BookedOn).ToArray(),
                amounts = lines.Select(line => line.Amount.AmountMinor).ToArray(),
                texts = lines.Select(line => line.Text).ToArray(),
                senders = lines.Select(line => line.Sender ?? "").ToArray(),
                keys = lines.Select(line => line.Key).ToArray(),
            }, transaction);
    }

    /// <summary>Lines nobody has dealt with, oldest first.</summary>
    public static async Task<List<BankLine>> Open(NpgsqlConnection connection, Guid clubId, int atMost) =>
        (await connection.QueryAsync<BankLine>(
            $"select {BankLine.Columns} from bank_lines l left join payments p on p.payment_id = l.payment_id where l.club_id = @clubId and l.settled_at is null order by l.line_id limit @atMost",
            new { clubId, atMost })).AsList();
}

/// <summary>A credit on the club's account, as it stands in its row.</summary>
internal sealed record BankLine
{
    public const string Columns =
        """
        l.line_id as LineId, l.club_id as ClubId, l.booked_on as BookedOn, l.currency as Currency, l.amount_minor as AmountMinor, l.text as Text,
        l.sender as Sender, l.payment_id as PaymentId, p.reference as PaymentReference, l.ignored_reason as IgnoredReason, l.settled_at as SettledAt
        """;

    public Guid LineId { get; init; }
    public Guid ClubId { get; init; }
    public DateOnly BookedOn { get; init; }
    public string Currency { get; init; } = "";
    public long AmountMinor { get; init; }
    public string Text { get; init; } = "";
    public string? Sender { get; init; }
    public Guid? PaymentId { get; init; }
    public string? PaymentReference { get; init; }
    public string? IgnoredReason { get; init; }
    public DateTimeOffset? SettledAt { get; init; }

    public Money Amount => new(AmountMinor, Kernel.Currency.Of(Currency));
}
