using System.Text.Json;
using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using static Padel.IntegrationTests.BookingPayments.PayingWorld;

namespace Padel.IntegrationTests.BookingPayments;

/// <summary>A held booking is paid another way than first said.</summary>
public sealed class PayAnotherWayTests : IAsyncLifetime
{
    private PayingWorld _world = null!; // set before each test
    private Person _sara = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _world = await Make();
        _sara = await _world.World.Player();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task To_a_transfer_holds_longer_is_told_and_opened_with_the_next_version()
    {
        var booking = await _world.Book(_sara, 1, "22:00");
        _world.Server.Clock.Advance(TimeSpan.FromMinutes(5));
        var changed = await (await Choose(_sara, booking, "bank_transfer")).Expect(200);
        (changed.Text("payWith"), changed.Text("holdExpiresAt"), changed.GetProperty("version").GetInt32())
            .ShouldBe(("bank_transfer", "2026-12-01T14:00:00Z", 2)); // four hours from the booking on
        changed.GetProperty("nextAction").Text("kind").ShouldBe("await_transfer");
        var opened = _world.Opened.Last();
        (opened.PayWith, opened.Version, opened.HoldExpiresAt).ShouldBe(("bank_transfer", 2, PadelServerOptions.Start.AddHours(4)));
        (await _world.Told(booking)).ShouldBe("booking-held booking-held");

        (await (await Choose(_sara, booking, "bank_transfer")).Expect(200)).ToString().ShouldBe(changed.ToString());
        _world.Opened.Count.ShouldBe(2); // the same again changes nothing
        _world.Server.Clock.Advance(TimeSpan.FromMinutes(30));
        (await _world.See(_sara, booking)).Text("status").ShouldBe("held"); // its claim is held as long
        using var taken = await BookingWorld.Book(await _world.World.Player(), _world.World.Court(1), _world.World.At(BookingWorld.Today, "22:00"));
        await taken.Refused(409, "booking.slot_taken");
    }

    [Fact]
    public async Task To_the_club_the_booking_stands_and_a_late_payment_still_counts()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        Money(await (await Choose(_sara, booking, "at_club")).Expect(200)).ShouldBe("confirmed unpaid 0 600000");
        _world.Opened.Count.ShouldBe(1);
        (await _world.Told(booking)).ShouldBe("booking-held booking-confirmed");
        await _world.Paid(booking, 600_000);
        Money(await _world.See(_sara, booking)).ShouldBe("confirmed paid 600000 0");
        await (await Choose(_sara, booking, "card")).Refused(422, "booking.not_active");
    }

    [Fact]
    public async Task Nobody_keeps_a_court_by_choosing_again_and_again()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        foreach (var payWith in new[] { "jazzcash", "easypaisa", "wallet" })
        {
            _world.Server.Clock.Advance(TimeSpan.FromMinutes(3));
            (await (await Choose(_sara, booking, payWith)).Expect(200)).Text("holdExpiresAt").ShouldBe("2026-12-01T10:10:00Z");
        }

        _world.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await Choose(_sara, booking, "card")).Refused(422, "booking.not_active");
    }

    [Fact]
    public async Task Only_its_owner_chooses_among_what_the_club_takes()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        (await Choose(await _world.World.Player("Ali"), booking, "wallet")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await (await Choose(await _world.World.Staff(), booking, "wallet")).Refused(403, "request.not_allowed");
        await (await Choose(_sara, booking, "gold")).Refused(400, "request.invalid");
        await using var sql = await _world.Server.Sql();
        await sql.ExecuteAsync("update booking.standings set deposit_required = true");
        await (await Choose(_sara, booking, "at_club")).Refused(422, "booking.deposit_required");
    }

    private async Task<HttpResponseMessage> Choose(Person who, JsonElement booking, string payWith)
    {
        var identified = who.Identifier.StartsWith('+') ? await _world.World.Player(phone: who.Identifier, userId: who.UserId) : who;
        return await identified.Post($"/api/v1/bookings/{booking.Text("bookingId")}/payment-method", new { payWith });
    }
}
