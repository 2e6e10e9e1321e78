using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Transfers.Statements;

internal sealed record BankLineList(IReadOnlyList<BankLineEntry> Items, Guid? NextCursor);

/// <param name="State"><c>open</c>, <c>matched</c> or <c>ignored</c>.</param>
/// <param name="Suggestions">Transfers it could be, the likeliest first.</param>
internal sealed record BankLineEntry(
    Guid LineId, DateOnly BookedOn, Money Amount, string Text, string? Sender, string State, Guid? PaymentId, string? PaymentReference,
    string? IgnoredReason, IReadOnlyList<Suggestion> Suggestions)
{
    public static BankLineEntry Of(BankLine line, IReadOnlyList<Suggestion> suggestions) => new(
        line.LineId, line.BookedOn, line.Amount, line.Text, line.Sender, line.SettledAt is null ? "open" : line.PaymentId is null ? "ignored" : "matched",
        line.PaymentId, line.PaymentReference, line.IgnoredReason, suggestions);
}

/// <param name="Why"><c>reference</c> or <c>amount</c>.</param>
internal sealed record Suggestion(Guid PaymentId, string Reference, Money Amount, string? CustomerName, DateTimeOffset CreatedAt, string Status, string Why);

/// <summary>What came on the club's account, newest first; open lines with the transfers they could be.</summary>
internal static class ListBankLines
{
    private const int PageSize = 50;
    private const int MaxSuggestions = 5;

    /// <summary>A transfer takes days over a weekend, and staff look at statements late.</summary>
    private const int DaysBetween = 14;

    public static async Task<Ok<BankLineList>> Handle(
        StaffMember staff, Database<PaymentsModule> database, CancellationToken cancellation, bool unmatched = false, Guid? cursor = null)
    {
        await using var connection = await database.Open(cancellation);
        var lines = (await connection.QueryAsync<BankLine>(
            $"""
            select {BankLine.Columns} from bank_lines l left join payments p on p.payment_id = l.payment_id
            where l.club_id = @ClubId and (not @unmatched or l.settled_at is null) and (@cursor::uuid is null or l.line_id < @cursor)
            order by l.line_id desc limit @PageSize + 1
            """, new { staff.ClubId, unmatched, cursor, PageSize })).AsList();
        var page = lines.Take(PageSize).ToList();
        var candidates = await Candidates(connection, staff.ClubId, [.. page.Where(line => line.SettledAt is null)]);
        return TypedResults.Ok(new BankLineList(
            [.. page.Select(line => BankLineEntry.Of(line, line.SettledAt is null ? Suggest(line, candidates) : []))],
            lines.Count > PageSize ? page[^1].LineId : null));
    }

    public static IReadOnlyList<Suggestion> Suggest(BankLine line, IReadOnlyList<Candidate> candidates)
    {
        var references = TransferReference.FindIn($"{line.Text} {line.Sender}");
        return [.. candidates.Where(one => references.Contains(one.Reference) || IsLike(line, one))
            .OrderBy(one => references.Contains(one.Reference) ? 0 : 1).ThenBy(one => DaysApart(line, one))
            .Take(MaxSuggestions).Select(one => one.Suggestion(references.Contains(one.Reference) ? "reference" : "amount"))];
    }

    private static bool IsLike(BankLine line, Candidate one) =>
        one.AmountMinor == line.AmountMinor && one.Status != "paid" && DateOnly.FromDateTime(one.CreatedAt.UtcDateTime) <= line.BookedOn.AddDays(1) && DaysApart(line, one) <= DaysBetween;

    private static int DaysApart(BankLine line, Candidate one) => Math.Abs(line.BookedOn.DayNumber - DateOnly.FromDateTime(one.CreatedAt.UtcDateTime).DayNumber);

    private static async Task<List<Candidate>> Candidates(NpgsqlConnection connection, Guid clubId, IReadOnlyList<BankLine> lines) =>
        lines.Count == 0 ? [] : (await connection.QueryAsync<Candidate>(
            """
            select p.payment_id as PaymentId, p.reference as Reference, p.currency as Currency, p.amount_minor as AmountMinor, p.status as Status,
                p.created_at as CreatedAt, c.customer_name as CustomerName
            from payments p left join charges c on c.booking_id = p.booking_id
            where p.club_id = @clubId and p.method = 'bank_transfer'
              and (p.reference = any(@references) or (p.status <> 'paid' and p.amount_minor = any(@amounts) and p.created_at > @since))
            order by p.payment_id desc limit 500
            """,
            new
            {
                clubId,
                references = lines.SelectMany(line => TransferReference.FindIn($"{line.Text} {line.Sender}")).Distinct().ToArray(),
                amounts = lines.Select(line => line.AmountMinor).Distinct().ToArray(),
                since = new DateTimeOffset(lines.Min(line => line.BookedOn).AddDays(-DaysBetween - 1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            })).AsList();
}

/// <summary>A transfer that a line may have paid.</summary>
internal sealed record Candidate
{
    public Guid PaymentId { get; init; }
    public string Reference { get; init; } = "";
    public string Currency { get; init; } = "";
    public long AmountMinor { get; init; }
    public string Status { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public string? CustomerName { get; init; }

    public Suggestion Suggestion(string why) => new(PaymentId, Reference, new Money(AmountMinor, Kernel.Currency.Of(Currency)), CustomerName, CreatedAt, Status, why);
}
