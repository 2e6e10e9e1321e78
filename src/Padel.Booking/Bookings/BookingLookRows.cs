using Npgsql;
using Padel.Booking.Standing;

namespace Padel.Booking.Bookings;

/// <summary>Reads rows of <see cref="BookingStore.Look"/>, by the place of their columns.</summary>
internal static class BookingLookRows
{
    public static PlayerStanding Standing(NpgsqlDataReader row) => new()
    {
        PriceClass = row.GetString(0),
        BlockedReason = Text(row, 1),
        SuspendedUntil = row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2),
        DebtMinor = row.GetInt64(3),
        DepositRequired = row.GetBoolean(4),
    };

    public static KnownPlayer Player(NpgsqlDataReader row) => new()
    {
        PlayerId = row.GetGuid(0),
        Name = row.GetString(1),
        Phone = Text(row, 2),
        Email = Text(row, 3),
        PhoneVerified = row.GetBoolean(4),
        EmailVerified = row.GetBoolean(5),
        HasAccount = row.GetBoolean(6),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
