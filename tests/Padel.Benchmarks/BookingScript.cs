using System.Globalization;
using System.Text.RegularExpressions;
using Padel.Booking.Bookings;

namespace Padel.Benchmarks;

/// <summary>
/// The transaction of "book a court" as a pgbench script: the very SQL of <see cref="BookingStore"/>, its parameters replaced by values of
/// the same size. One round trip to look, one to write, one to commit, as the product does.
/// </summary>
internal static partial class BookingScript
{
    public const int Players = 200;

    /// <param name="start">Slots before this one were used by earlier runs.</param>
    public static string Of(BenchClub club, int clients, int start)
    {
        var slotsAClient = (club.Slots - start) / clients; // every client walks its own part
        var values = Values(club);
        return $"""
            \set i :i + 1
            \set n {start} + :client_id * {slotsAClient} + :i
            \set court {club.FirstCourt} + mod(:n, {club.Courts})
            \set hour :n / {club.Courts}
            \set player mod(:n, {Players})
            \startpipeline
            begin;
            {Fill(BookingStore.LookSql, values)}
            \endpipeline
            {Fill(BookingWrite.Sql, values)};
            commit;

            """;
    }

    /// <summary>The players pgbench books for, at every club there is.</summary>
    public static string PlayersSql =>
        $"""
        set search_path to booking, public;
        insert into players (player_id, name, phone, phone_verified, has_account, created_at)
        select {Uuid(0xE, "n")}, 'Bench ' || n, '+92344' || lpad(n::text, 7, '0'), true, true, current_timestamp from generate_series(0, {Players - 1}) n;
        insert into standings (club_id, player_id) select c.club_id, {Uuid(0xE, "n")} from generate_series(0, {Players - 1}) n, clubs c;
        """;

    private static string Fill(string sql, Dictionary<string, string> values) =>
        Parameter().Replace(sql, match => values[match.Groups[1].Value]);

    private static Dictionary<string, string> Values(BenchClub club)
    {
        var start = $"(timestamptz '{club.FirstDay:yyyy-MM-dd} 00:00:00+00' + :hour * interval '1 hour')";
        var until = $"(timestamptz '{club.FirstDay:yyyy-MM-dd} 01:00:00+00' + :hour * interval '1 hour')";
        var fact = "{\"bookingId\": \"" + new string('x', 700) + "\"}";
        var body = "{\"bookingId\": \"" + new string('x', 1_100) + "\"}";
        return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["ClubId"] = $"'{club.ClubId}'::uuid", ["CourtId"] = Uuid(0xD, ":court"), ["PlayerId"] = Uuid(0xE, ":player"),
            ["UserId"] = Uuid(0xE, ":player"), ["CreatedBy"] = Uuid(0xE, ":player"),
            ["BusinessDay"] = $"(date '{club.FirstDay:yyyy-MM-dd}' + (:hour / 24)::int)",
            ["now"] = "current_timestamp", ["StartsAt"] = start, ["EndsAt"] = until, ["ClaimStart"] = start, ["ClaimEnd"] = until,
            ["OccupancyId"] = "gen_random_uuid()", ["BookingId"] = "gen_random_uuid()", ["EventId"] = "gen_random_uuid()",
            ["Reference"] = "md5(:court::text || ':' || :hour::text)", ["Key"] = "(:court::text || '-' || :hour::text)", ["Operation"] = "'BookCourt'",
            ["Kind"] = "'booking'", ["HoldExpiresAt"] = "null", ["GuestName"] = "null::text", ["GuestPhone"] = "null::text", ["Status"] = "'confirmed'",
            ["NextAction"] = "null::text", ["PayWith"] = "'at_club'", ["PaymentStatus"] = "'unpaid'", ["Currency"] = "'PKR'", ["PriceMinor"] = "400000", ["PayNowMinor"] = "0",
            ["PriceSegments"] = "'[]'", ["CancellationPolicy"] = "'{}'", ["Source"] = "'app'", ["Note"] = "null::text", ["PlayersCount"] = "null",
            ["ConfirmedAt"] = "current_timestamp", ["Others"] = "'{}'::text[]", ["EventType"] = "'padel.booking.benchmarked.v1'",
            ["Fact"] = $"'{fact}'", ["Trace"] = "null::text", ["BodyHash"] = "'\\x00'::bytea", ["AnswerStatus"] = "201", ["Location"] = "'/api/v1/bookings'",
            ["Body"] = $"'{body}'",
        };
    }

    private static string Uuid(int kind, string number) =>
        string.Create(CultureInfo.InvariantCulture, $"('00000000-0000-7000-8{kind:x}00-' || lpad(to_hex(({number})::int), 12, '0'))::uuid");

    [GeneratedRegex("@([A-Za-z]+)")]
    private static partial Regex Parameter();
}
