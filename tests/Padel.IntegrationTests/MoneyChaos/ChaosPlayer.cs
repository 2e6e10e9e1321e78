using System.Text.Json;

namespace Padel.IntegrationTests.MoneyChaos;

/// <summary>One player with dice: books, pays in every way, changes the mind, asks twice, goes away in the middle.</summary>
internal sealed class ChaosPlayer(ChaosWorld world, int number, ChaosTokens tokens, int seed) : IDisposable
{
    private static readonly string[] Methods = ["jazzcash", "jazzcash", "easypaisa", "easypaisa", "card", "card", "wallet", "plan", "bank_transfer", "at_club"];
    private static readonly int[] Lengths = [60, 90, 120];

    private readonly Random _dice = new(seed * 1_000 + number);
    private readonly ChaosClient _phone = new(world.Address, tokens, world.Counts);
    private readonly List<Guid> _bookings = [];

    public async Task Live()
    {
        while (world.Counts.Begin())
            await Act();
    }

    public void Dispose() => _phone.Dispose();

    private Task Act() => _dice.Next(100) switch
    {
        < 46 => Book(),
        < 58 => PayAgain(),
        < 70 => Cancel(),
        < 78 => TopUp(),
        < 83 => BuyPlan(),
        < 91 => world.Desk.TakeMoney(AnyBooking(), _dice),
        < 96 => world.Desk.GiveBack(AnyBooking(), _dice),
        _ => world.Desk.LookAround(),
    };

    private async Task Book()
    {
        world.Counts.Did("book");
        var (courtId, startsAt) = world.AnySlot(_dice);
        var method = Methods[_dice.Next(Methods.Length)];
        var wish = new { courtId, startsAt, durationMinutes = Lengths[_dice.Next(Lengths.Length)], payWith = method };
        if (await Twice("/api/v1/bookings", wish) is not { } booking)
            return;
        var bookingId = booking.GetProperty("bookingId").GetGuid();
        _bookings.Add(bookingId);
        if (booking.GetProperty("status").GetString() == "held" && method is "jazzcash" or "easypaisa" or "card" && _dice.Next(10) > 0)
            await Pay(new { purpose = "booking", bookingId, method, phone = AnyPhone(), cnicLast6 = "345678" }, method);
    }

    // Another method, or the rest of a booking that stands.
    private async Task PayAgain()
    {
        if (AnyBooking() is not { } bookingId)
            return;
        world.Counts.Did("pay again");
        string method = Methods[_dice.Next(7)];
        await Pay(new { purpose = "booking", bookingId, method, phone = _dice.Next(2) == 0 ? AnyPhone() : null, cnicLast6 = "345678" }, method);
    }

    private async Task Cancel()
    {
        if (AnyBooking() is not { } bookingId)
            return;
        world.Counts.Did("cancel");
        await _phone.Post($"/api/v1/bookings/{bookingId}/cancellation", new { reason = "The dice say so" });
    }

    private Task TopUp()
    {
        world.Counts.Did("top up");
        var method = _dice.Next(2) == 0 ? "jazzcash" : "easypaisa";
        return Pay(new { purpose = "top_up", world.ClubId, amountMinor = 100_000L * _dice.Next(5, 200), method, phone = AnyPhone(), cnicLast6 = "345678" }, method);
    }

    private Task BuyPlan()
    {
        world.Counts.Did("buy plan");
        return Pay(new { purpose = "plan", world.ClubId, productId = world.AnyProduct(_dice), method = _dice.Next(3) == 0 ? "wallet" : "jazzcash", phone = AnyPhone(), cnicLast6 = "345678" }, "jazzcash");
    }

    private async Task Pay(object wish, string method)
    {
        if (await Twice("/api/v1/payments", wish) is not { } payment || _dice.Next(12) == 0)
            return; // refused, or the player walked away
        if (payment.TryGetProperty("action", out var action) && action.GetProperty("kind").GetString() is "form" or "redirect")
            await world.Vendors.GoThrough(action, method, _dice);
        if (_dice.Next(2) == 0)
            await _phone.Post($"/api/v1/payments/{payment.GetProperty("paymentId").GetGuid()}/inquiries", null);
    }

    // Now and then a double click: the same key, at the same time.
    private async Task<JsonElement?> Twice(string path, object body)
    {
        var key = Guid.CreateVersion7().ToString();
        var first = _phone.Post(path, body, key);
        if (_dice.Next(5) > 0)
            return await first;
        world.Counts.Did("double click");
        var answers = await Task.WhenAll(first, _phone.Post(path, body, key));
        if (answers is [{ } one, { } other])
            NameOf(other).ShouldBe(NameOf(one), "a repeated request must find what the first one made");
        return answers[0] ?? answers[1];
    }

    private static Guid NameOf(JsonElement made) => made.TryGetProperty("paymentId", out var payment) ? payment.GetGuid() : made.GetProperty("bookingId").GetGuid();

    // The last two digits choose what the vendor's simulator does.
    private string AnyPhone() => $"0300{number:D5}{_dice.Next(18):D2}";

    private Guid? AnyBooking() => _bookings.Count == 0 ? null : _bookings[_dice.Next(_bookings.Count)];
}
