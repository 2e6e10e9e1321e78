using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Payments;

/// <summary>A club whose money a manager has set up over the API.</summary>
internal static class MoneyClub
{
    public static readonly object Bank = new { title = "Margalla Padel Club", iban = "PK36 SCBL 0000 0011 2345 6702", bank = "Standard Chartered" };

    public static Task<HttpResponseMessage> Put(this Person who, string path, object body) =>
        who.Http.PutAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    /// <summary>Settings with these ways of paying and a bank account.</summary>
    public static object Settings(long approvalAboveMinor = 1_000_000, params string[] methods) => new
    {
        methods, bank = Bank, tax = new { label = "ICT sales tax", percent = 16, number = "NTN 1234567-8" }, refundApprovalAboveMinor = approvalAboveMinor,
        receiptPrefix = "MPC", legalName = "Margalla Sports (Pvt) Ltd",
    };

    /// <summary>A club that takes bank transfers and everything that needs no gateway.</summary>
    public static async Task<BookingWorld> Make(PadelServer server, long approvalAboveMinor = 1_000_000)
    {
        var world = await BookingWorld.Make(server);
        await server.EventsSettled();
        var manager = await world.Staff("manager");
        using (var answer = await manager.Put($"/api/v1/clubs/{world.Club.ClubId}/money-settings", Settings(approvalAboveMinor, "at_club", "bank_transfer", "wallet")))
            await answer.Expect(200);
        await server.EventsSettled();
        return world;
    }

    /// <summary>A player that Payments has heard of.</summary>
    public static async Task<Person> KnownPlayer(this BookingWorld world)
    {
        var player = await world.Player();
        await using var sql = await world.Server.Sql();
        await sql.ExecuteAsync("insert into payments.people (player_id, name) values (@UserId, 'Sara Ahmed') on conflict do nothing", player);
        return player;
    }

    public static async Task<long> Wallet(this BookingWorld world, Guid playerId)
    {
        await using var sql = await world.Server.Sql();
        return await sql.ExecuteScalarAsync<long?>("select balance_minor from payments.balances where account = @account",
            new { account = $"club:{world.Club.ClubId}:wallet:{playerId}" }) ?? 0;
    }

    /// <summary>Everything the ledger says about the club adds up to nothing.</summary>
    public static async Task LedgerIsBalanced(this BookingWorld world)
    {
        await using var sql = await world.Server.Sql();
        (await sql.ExecuteScalarAsync<long>("select coalesce(sum(amount_minor), 0)::bigint from payments.entries where account like @club",
            new { club = $"club:{world.Club.ClubId}:%" })).ShouldBe(0);
    }

    public static async Task<JsonElement> Booking(this BookingWorld world, Person who, Guid bookingId)
    {
        await world.Server.EventsSettled();
        using var answer = await who.Get($"/api/v1/bookings/{bookingId}");
        return await answer.Expect(200);
    }
}
