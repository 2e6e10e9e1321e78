using System.Text.Json;

namespace Padel.IntegrationTests.MoneyChaos;

/// <summary>The club's people, who take money, give it back, match transfers and look at lists while all goes wrong.</summary>
internal sealed class ChaosDesk(ChaosWorld world, ChaosTokens desk, ChaosTokens manager) : IDisposable
{
    private readonly ChaosClient _desk = new(world.Address, desk, world.Counts);
    private readonly ChaosClient _manager = new(world.Address, manager, world.Counts);

    public ChaosClient Manager => _manager;

    public async Task TakeMoney(Guid? bookingId, Random dice)
    {
        if (bookingId is null || await _desk.Get(Club($"bookings/{bookingId}/money")) is not { } money || Due(money) is not (> 0 and var due))
            return;
        world.Counts.Did("desk payment");
        var amountMinor = dice.Next(3) == 0 ? Math.Max(100, due / 200 * 100) : due;
        await _desk.Post(Club($"bookings/{bookingId}/desk-payments"), new { method = dice.Next(2) == 0 ? "cash" : "terminal", amountMinor });
    }

    public async Task GiveBack(Guid? bookingId, Random dice)
    {
        if (bookingId is null)
            return;
        world.Counts.Did("refund");
        string[] to = ["source", "wallet", "cash"];
        var body = new { amountMinor = 100_000L * dice.Next(1, 60), to = to[dice.Next(3)], reason = "The dice say so" };
        await Task.WhenAll(_desk.Post(Club($"bookings/{bookingId}/refunds"), body), _manager.Post(Club($"bookings/{bookingId}/refunds"), body));
    }

    /// <summary>Looks at the lists, approves, retries, settles by hand, matches a transfer that came.</summary>
    public async Task LookAround()
    {
        world.Counts.Did("desk round");
        await _manager.Get(Club("money-tasks"));
        foreach (var refund in Items(await _manager.Get(Club("refunds"))).Take(3))
        {
            var path = Club($"refunds/{refund.GetProperty("refundId").GetGuid()}");
            await (refund.GetProperty("status").GetString() switch
            {
                "needs_approval" => _manager.Post(path + "/approvals", new { approved = true }),
                "failed" => _manager.Post(path + "/settlements", new { by = "wallet", note = "To the wallet instead" }),
                "manual" => _manager.Post(path + "/settlements", new { by = "by_hand", note = "Given back by hand" }),
                _ => Task.FromResult<JsonElement?>(null),
            });
        }

        foreach (var transfer in Items(await _desk.Get(Club("transfers?state=waiting"))).Take(2))
        {
            await _desk.Post(Club($"transfers/{transfer.GetProperty("paymentId").GetGuid()}/matches"),
                new { amountMinor = transfer.GetProperty("amount").GetProperty("amountMinor").GetInt64(), note = "Seen on the statement" });
        }
    }

    public void Dispose()
    {
        _desk.Dispose();
        _manager.Dispose();
    }

    private string Club(string path) => $"/api/v1/clubs/{world.ClubId}/{path}";

    private static long Due(JsonElement money) => money.TryGetProperty("due", out var due) ? due.GetProperty("amountMinor").GetInt64() : 0;

    private static JsonElement[] Items(JsonElement? list) => list is { } page ? [.. page.GetProperty("items").EnumerateArray()] : [];
}
