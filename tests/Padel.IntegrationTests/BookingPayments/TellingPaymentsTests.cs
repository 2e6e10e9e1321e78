using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Padel.Booking;
using Padel.Contracts.Booking;
using Padel.Contracts.Payments;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.BookingPayments;

/// <summary>How Payments learns of clubs and bookings: those that were there before it, and those that wait for money right now.</summary>
public sealed class TellingPaymentsTests
{
    [Fact]
    public async Task What_was_there_before_payments_is_told_as_booking_tells_it_today()
    {
        await using var world = await PayingWorld.Make();
        var sara = await world.World.Player();
        var waiting = await world.World.Player("Ali", verified: false);
        var confirmed = await world.Book(sara, 1, "20:00", "at_club");
        var held = await world.Book(waiting, 2, "20:00", "at_club");
        await world.Server.EventsSettled();
        await using var sql = await world.Server.Sql();
        var said = await Facts(sql, world.World.Club.ClubId);
        await sql.ExecuteAsync("delete from booking.outbox; set search_path to booking, public");
        await sql.ExecuteAsync(await Backfill());
        var told = await Facts(sql, world.World.Club.ClubId);
        told.Keys.Order().ShouldBe(said.Keys.Order());
        foreach (var (name, data) in told.Where(fact => fact.Key.StartsWith("booking", StringComparison.Ordinal)))
            (Read<BookingFactV1>(data) with { Actor = "" }).ShouldBe(Read<BookingFactV1>(said[name]) with { Actor = "" });
        told.ShouldContainKey($"booking-confirmed {confirmed.Text("bookingId")}");
        told.ShouldContainKey($"booking-held {held.Text("bookingId")}");
        var club = Read<ClubChangedV1>(told.Single(fact => fact.Key.StartsWith("club", StringComparison.Ordinal)).Value);
        (club.Slug, club.Version, club.PaymentMethods.Length, club.Currency).ShouldBe((world.World.Club.Slug, 1, 7, "PKR"));
    }

    [Fact]
    public async Task Payments_in_another_process_is_asked_over_http_and_when_it_is_away_the_caller_soon_knows()
    {
        await using var payments = await PadelServer.Start();
        var world = await BookingWorld.Make(payments);
        await using var booking = await PadelServer.Start(new PadelServerOptions
        {
            Database = payments.Database, Clock = payments.Clock,
            Settings = new Dictionary<string, string?>
            {
                ["services"] = "booking", ["Services:identity"] = payments.Address.ToString(), ["Services:payments"] = payments.Address.ToString(),
            },
        });
        await payments.EventsSettled();
        var client = booking.Services.GetServices<IPaymentsClient>().ShouldHaveSingleItem();
        var bookingId = Guid.CreateVersion7();
        await client.Open(Fact(world, bookingId), TestContext.Current.CancellationToken);
        await using var sql = await payments.Sql();
        (await sql.QuerySingleAsync<string>("select status || ' ' || pay_now_minor from payments.charges where booking_id = @bookingId", new { bookingId }))
            .ShouldBe("held 600000");

        await payments.DisposeAsync();
        await Should.ThrowAsync<TimeoutException>(client.Open(Fact(world, bookingId), TestContext.Current.CancellationToken));
    }

    private static BookingFactV1 Fact(BookingWorld world, Guid bookingId) => new(
        bookingId, "ABCD2345", 1, world.Club.ClubId, world.Club.Name, world.Club.Zone.Name, world.Court(1).CourtId, "Court 1",
        PadelServerOptions.Start.AddHours(5), PadelServerOptions.Start.AddHours(6), BookingWorld.Today, "held", null, "Sara", null, null, 600_000, "PKR",
        "card", "app", "system", PadelServerOptions.Start.AddMinutes(10), 0, null) { PayNowMinor = 600_000 };

    // Everything of the migration that tells: its last statements.
    private static async Task<string> Backfill()
    {
        await using var stream = typeof(BookingModule).Assembly.GetManifestResourceStream("Padel.Booking.Migrations.0003_payments.sql").ShouldNotBeNull();
        using var reader = new StreamReader(stream);
        var sql = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        return sql[sql.IndexOf("insert into outbox", StringComparison.Ordinal)..];
    }

    private static async Task<Dictionary<string, string>> Facts(Npgsql.NpgsqlConnection sql, Guid clubId) =>
        (await sql.QueryAsync<(string Name, string Data)>(
            """
            select concat_ws(' ', split_part(type, '.', 3), data->>'bookingId'), data::text from booking.outbox
            where club_id = @clubId and type like 'padel.booking.%'
            """, new { clubId })).ToDictionary(row => row.Name, row => row.Data);

    private static T Read<T>(string data) where T : class => JsonSerializer.Deserialize<T>(data, JsonSerializerOptions.Web).ShouldNotBeNull();
}
