using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Padel.Booking.Clubs;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.Payments;
using Padel.Payments.Settings;
using Padel.Platform.Data;

namespace Padel.IntegrationTests.Payments.Paying;

/// <summary>A club that takes everything, with a gateway that does as it is told, and short ways to hold, pay, tell and count.</summary>
internal sealed class PayWorld : IAsyncDisposable
{
    /// <summary>Of an hour in the evening.</summary>
    public const long Price = 600_000;

    private PayWorld(BookingWorld booking, FakeWallet gateway, Person player) => (Booking, Gateway, Player) = (booking, gateway, player);

    public BookingWorld Booking { get; }

    public FakeWallet Gateway { get; }

    public Person Player { get; }

    public PadelServer Server => Booking.Server;

    public ClubSetup Club => Booking.Club;

    public static async Task<PayWorld> Make()
    {
        var gateway = new FakeWallet();
        var server = await PadelServer.Start(new PadelServerOptions { Services = services => services.AddSingleton<Padel.Payments.Gateways.IGateway>(gateway) });
        var booking = await BookingWorld.Make(server, file => file["payments"]!["methods"] = // the sample has the section
            new JsonArray("at_club", "jazzcash", "card", "bank_transfer", "wallet", "plan"));
        await server.EventsSettled();
        var world = new PayWorld(booking, gateway, await booking.Player());
        await world.OpenAccounts();
        return world;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>Holds a court for Rs 6,000 tomorrow evening, or at another time.</summary>
    public async Task<Guid> Hold(string payWith = "jazzcash", int court = 1, string clock = "19:00", Person? who = null)
    {
        using var answer = await BookingWorld.Book(
            who ?? Player, Booking.Court(court), Booking.At(BookingWorld.Today.AddDays(1), clock), payWith: payWith);
        var held = await answer.Expect(201);
        await Server.EventsSettled();
        return held.GetProperty("bookingId").GetGuid();
    }

    public Task<HttpResponseMessage> Start(Guid bookingId, string method = "jazzcash", bool byPhone = false, string? key = null, Person? who = null) =>
        (who ?? Player).Post("/api/v1/payments", byPhone
            ? new { purpose = "booking", bookingId, method, phone = "03001234567", cnicLast6 = "987654" }
            : new { purpose = "booking", bookingId, method }, key ?? Key());

    public async Task<JsonElement> Started(Guid bookingId, string method = "jazzcash", bool byPhone = false)
    {
        using var answer = await Start(bookingId, method, byPhone);
        return await answer.Expect(201);
    }

    public async Task<JsonElement> Payment(JsonElement payment)
    {
        using var answer = await Player.Get($"/api/v1/payments/{payment.GetProperty("paymentId").GetGuid()}");
        return await answer.Expect(200);
    }

    public async Task<JsonElement> Checkout(Guid bookingId)
    {
        using var answer = await Player.Get($"/api/v1/bookings/{bookingId}/checkout");
        return await answer.Expect(200);
    }

    public async Task<JsonElement> BookingOf(Guid bookingId)
    {
        using var answer = await Player.Get($"/api/v1/bookings/{bookingId}");
        return await answer.Expect(200);
    }

    /// <summary>The gateway tells us something, and everybody has heard of it.</summary>
    public async Task<int> Tell(FakeWallet.Said said)
    {
        using var answer = await Server.Anyone.PostAsJsonAsync($"/gateways/jazzcash/{Club.ClubId}/notifications", said, TestContext.Current.CancellationToken);
        await Server.EventsSettled();
        return (int)answer.StatusCode;
    }

    /// <summary>From its row: tokens do not outlive the time a test lets pass.</summary>
    public Task<string> StatusOf(JsonElement payment) =>
        Text("select status from payments.payments where payment_id = @id", payment.GetProperty("paymentId").GetGuid());

    public Task<string> SettledAs(JsonElement payment) =>
        Text("select settled_as from payments.payments where payment_id = @id", payment.GetProperty("paymentId").GetGuid());

    public Task<string> BookingStatus(Guid bookingId) => Text("select status from booking.bookings where booking_id = @id", bookingId);

    /// <summary>Puts credit into the player's wallet.</summary>
    public async Task Credit(long rupees, Person? who = null)
    {
        var desk = await Booking.Staff();
        using var answer = await desk.Post(
            $"/api/v1/clubs/{Club.ClubId}/players/{(who ?? Player).UserId}/wallet-top-ups", new { amountMinor = rupees * 100, method = "cash" }, Key());
        await answer.Expect(201);
    }

    /// <summary>What an account holds, as a credit balance.</summary>
    public async Task<long> Balance(string account)
    {
        await using var sql = await Server.Sql();
        return -await sql.ExecuteScalarAsync<long>(
            "select coalesce(sum(amount_minor), 0)::bigint from payments.entries where account = @account", new { account = $"club:{Club.ClubId}:{account}" });
    }

    public async Task<long> Count(string sql, object? parameters = null)
    {
        await using var connection = await Server.Sql();
        return await connection.ExecuteScalarAsync<long>(sql, parameters);
    }

    private async Task<string> Text(string sql, Guid id)
    {
        await using var connection = await Server.Sql();
        return await connection.QuerySingleAsync<string>(sql, new { id });
    }

    public static async Task Until(Func<Task<bool>> done)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (await done())
                return;
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not happen within 10 seconds.");
    }

    /// <summary>Runs in a transaction of the payments service and commits.</summary>
    public async Task Work(Func<NpgsqlTransaction, DateTimeOffset, Task> work)
    {
        await using var connection = await Server.Services.GetRequiredService<Database<PaymentsModule>>().Open(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await work(transaction, Server.Clock.Now());
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    public static string Key() => Guid.CreateVersion7().ToString();

    private async Task OpenAccounts()
    {
        var accounts = Server.Services.GetRequiredService<GatewayAccounts>();
        await Work(async (transaction, now) =>
        {
            await accounts.Write(transaction, Club.ClubId, "jazzcash", new StoredGateway(true, new Dictionary<string, string>
            {
                ["merchantId"] = FakeWallet.Merchant, ["password"] = "pw", ["integritySalt"] = "salt",
            }), Player.UserId, now);
            await transaction.Connection!.ExecuteAsync( // in use
                "update clubs set bank_title = 'Margalla Padel', bank_iban = 'PK36SCBL0000001123456702', bank_name = 'Standard Chartered' where club_id = @ClubId",
                new { Club.ClubId }, transaction);
        });
    }
}
