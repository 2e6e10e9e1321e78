using Npgsql;
using NpgsqlTypes;
using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Booking.Availability;

/// <summary>Reads the claims that count on a business day: one query on the index <c>occupancies_of_day</c>.</summary>
internal static class DayClaims
{
    /// <summary>
    /// A hold that has lapsed does not count, although nobody has released it yet. The days beside this one are read too: a buffer behind
    /// the night's last game, or a claim made before the hours were changed, may reach into the day.
    /// </summary>
    public static async Task<List<Claim>> Read(NpgsqlDataSource source, ClubSetup club, DateOnly businessDay, DateTimeOffset now)
    {
        await using var command = source.CreateCommand(
            """
            select court_id, lower(during), upper(during), expires_at
            from occupancies
            where club_id = $1 and business_day between $2 and $3 and released_at is null and (expires_at is null or expires_at > $4)
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = club.ClubId });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = businessDay.AddDays(-1) });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = businessDay.AddDays(1) });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });

        var claims = new List<Claim>();
        if (SlotDay.Of(club, businessDay) is not { } day)
            return claims;
        var reach = new TimeSlot(day.InstantOf(day.Opens), day.InstantOf(day.Closes + club.Slots.BufferMinutes));
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var during = new TimeSlot(Instant(reader, 1), Instant(reader, 2));
            if (during.Overlaps(reach))
                claims.Add(new Claim(reader.GetGuid(0), during, reader.IsDBNull(3) ? null : Instant(reader, 3)));
        }

        return claims;
    }

    private static DateTimeOffset Instant(NpgsqlDataReader reader, int column) => new(reader.GetDateTime(column), TimeSpan.Zero);
}
