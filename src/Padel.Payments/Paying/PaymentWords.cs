using Dapper;
using Padel.Platform.Data;

namespace Padel.Payments.Paying;

/// <summary>What a payer reads at the gateway. Letters, digits and spaces only: gateways change the rest, and then it would not be what was signed.</summary>
/// <param name="BillReference">What the player knows the booking by.</param>
internal sealed record PaymentWords(string Description, string BillReference)
{
    private const int MaxDescription = 100;

    public static async Task<PaymentWords> Read(Database<PaymentsModule> database, Payment payment, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (club, booking) = await connection.QuerySingleAsync<(string Club, string? Booking)>(
            """
            select c.name as Club, (select reference from charges where booking_id = @BookingId) as Booking
            from clubs c where c.club_id = @ClubId
            """, new { payment.BookingId, payment.ClubId });
        return Of(payment, club, booking);
    }

    public static PaymentWords Of(Payment payment, string club, string? booking)
    {
        var what = payment.Purpose switch { "booking" => $"Padel booking {booking}", "top_up" => "Club credit", _ => "Padel plan" };
        var text = new string([.. $"{what} at {club}".Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ')]);
        return new PaymentWords(text[..Math.Min(text.Length, MaxDescription)], booking ?? payment.Reference);
    }
}
