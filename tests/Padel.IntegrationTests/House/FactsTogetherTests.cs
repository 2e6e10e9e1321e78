using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.House;

/// <summary>Facts that share a transaction when many wait: one that fails does not take the others with it.</summary>
public sealed class FactsTogetherTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task One_that_cannot_be_read_fails_alone_among_many()
    {
        var world = await BookingWorld.Make(server);
        await server.EventsSettled();
        await using var sql = await server.Sql();
        var bad = Guid.CreateVersion7();
        await sql.ExecuteAsync(
            """
            insert into payments.inbox (event_id, type, club_id, occurred_at, data, received_at, next_attempt_at)
            select case n when 30 then @bad else gen_random_uuid() end, 'padel.booking.booking-confirmed.v1', @ClubId, @now,
                case n when 30 then '[]'::jsonb else jsonb_build_object(
                    'bookingId', gen_random_uuid(), 'reference', 'AAAA' || n, 'version', 1, 'clubId', @ClubId, 'clubName', 'Club', 'timeZone', 'Asia/Karachi',
                    'courtId', @CourtId, 'courtName', 'Court 1', 'startsAt', @now, 'endsAt', @now + interval '1 hour', 'businessDay', '2026-12-01',
                    'status', 'confirmed', 'name', 'Guest', 'priceMinor', 1000, 'currency', 'PKR', 'payWith', 'at_club', 'origin', 'desk', 'actor', 'system') end,
                @now, @now
            from generate_series(1, 60) n
            """, new { bad, world.Club.ClubId, world.Court(1).CourtId, now = server.Clock.GetUtcNow() });

        await Until(sql, "select count(*) = 59 from payments.charges where origin = 'desk'");
        await Until(sql, "select count(*) = 1 from payments.inbox where processed_at is null and attempts >= 1 and last_error like 'JsonException%'");
        (await sql.QuerySingleAsync<Guid>("select event_id from payments.inbox where attempts > 0 and last_error is not null")).ShouldBe(bad);
        (await sql.QuerySingleAsync<int>("select max(attempts) from payments.inbox where processed_at is not null")).ShouldBe(1);
    }

    private static async Task Until(Npgsql.NpgsqlConnection sql, string holds)
    {
        for (var tries = 0; !await sql.QuerySingleAsync<bool>(holds); tries++)
        {
            tries.ShouldBeLessThan(500, holds);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
