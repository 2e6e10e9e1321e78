using System.Text.Json;
using Dapper;
using Npgsql;
using Padel.Platform.Http;

namespace Padel.Payments.Receipts;

/// <summary>A receipt or credit note as stored, with the name of its club.</summary>
internal sealed record IssuedReceipt
{
    public Guid ReceiptId { get; init; }
    public Guid ClubId { get; init; }
    public string ClubName { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Label { get; init; } = "";
    public string Code { get; init; } = "";
    public Guid PaymentId { get; init; }
    public Guid? RefundId { get; init; }
    public Guid? BookingId { get; init; }
    public Guid? PlayerId { get; init; }
    public string Currency { get; init; } = "";
    public long TotalMinor { get; init; }
    public DateTimeOffset IssuedAt { get; init; }
    public string Document { get; init; } = "{}";

    /// <summary>Of a receipt: how much of it credit notes have taken back.</summary>
    public long CreditedMinor { get; init; }

    public ReceiptDocument Read() =>
        JsonSerializer.Deserialize<ReceiptDocument>(Document, ApiJson.Options) ?? throw new InvalidOperationException($"Receipt {Label} is empty.");
}

/// <summary>Reads receipts back.</summary>
internal static class ReceiptRows
{
    private const int PageSize = 50;

    private const string Select =
        """
        select r.receipt_id as ReceiptId, r.club_id as ClubId, c.name as ClubName, r.kind as Kind, r.label as Label, r.code as Code,
               r.payment_id as PaymentId, r.refund_id as RefundId, r.booking_id as BookingId, r.player_id as PlayerId, r.currency as Currency,
               r.total_minor as TotalMinor, r.issued_at as IssuedAt, r.document::text as Document,
               case r.kind when 'receipt' then coalesce((
                   select sum(n.total_minor) from receipts n where n.payment_id = r.payment_id and n.kind = 'credit_note'), 0) else 0 end::bigint as CreditedMinor
        from receipts r join clubs c using (club_id)
        """;

    public static Task<IssuedReceipt?> Find(NpgsqlConnection connection, Guid receiptId) =>
        connection.QuerySingleOrDefaultAsync<IssuedReceipt>($"{Select} where r.receipt_id = @receiptId", new { receiptId });

    public static Task<IssuedReceipt?> FindByCode(NpgsqlConnection connection, string code) =>
        connection.QuerySingleOrDefaultAsync<IssuedReceipt>($"{Select} where r.code = @code", new { code });

    /// <summary>A player's, newest first.</summary>
    public static Task<ReceiptPage> OfPlayer(NpgsqlConnection connection, Guid playerId, Guid? cursor) =>
        Page(connection, "r.player_id = @playerId", new { playerId, cursor, limit = PageSize + 1 });

    /// <summary>Those that a booking has, oldest first: there are few.</summary>
    public static async Task<List<ReceiptEntry>> OfBooking(NpgsqlConnection connection, Guid bookingId) =>
        (await connection.QueryAsync<IssuedReceipt>($"{Select} where r.booking_id = @bookingId order by r.receipt_id", new { bookingId }))
            .Select(ReceiptEntry.Of).ToList();

    /// <summary>A club's, newest first; of those that contain every word.</summary>
    public static Task<ReceiptPage> OfClub(NpgsqlConnection connection, Guid clubId, string[] words, Guid? cursor) =>
        Page(connection,
            "r.club_id = @clubId and (select coalesce(bool_and(strpos(r.search, word) > 0), true) from unnest(@words) word)",
            new { clubId, words, cursor, limit = PageSize + 1 });

    private static async Task<ReceiptPage> Page(NpgsqlConnection connection, string condition, object parameters)
    {
        var found = (await connection.QueryAsync<IssuedReceipt>(
            $"{Select} where {condition} and (@cursor::uuid is null or r.receipt_id < @cursor) order by r.receipt_id desc limit @limit",
            parameters)).AsList();
        var page = found.Take(PageSize).Select(ReceiptEntry.Of).ToList();
        return new ReceiptPage(page, found.Count > PageSize ? page[^1].ReceiptId : null);
    }
}
