using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Padel.Booking.Clubs;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.Payments;
using Padel.Payments.Charges;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;
using Padel.Payments.Settings;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.IntegrationTests.Payments.Refunds;

/// <summary>A club with a player, staff and a gateway that does as it is told; and short ways to pay, look and count.</summary>
internal sealed class MoneyWorld
{
    private MoneyWorld(BookingWorld booking, Person desk, Person manager, Person player) =>
        (Booking, Desk, Manager, Player) = (booking, desk, manager, player);

    public BookingWorld Booking { get; }

    public Person Desk { get; private set; }

    public Person Manager { get; private set; }

    public Person Player { get; private set; }

    public PadelServer Server => Booking.Server;

    public ClubSetup Club => Booking.Club;

    public static async Task<MoneyWorld> Make(PadelServer server)
    {
        var booking = await BookingWorld.Make(server);
        await server.EventsSettled();
        var world = new MoneyWorld(booking, await booking.Staff(), await booking.Staff("manager"), await booking.Player());
        await world.Work(async (transaction, now) =>
        {
            await server.Services.GetRequiredService<GatewayAccounts>().Write(
                transaction, booking.Club.ClubId, FakeGateway.GatewayName, new StoredGateway(true, new Dictionary<string, string> { ["key"] = "x" }),
                world.Manager.UserId, now);
            return true;
        });
        return world;
    }

    /// <summary>A confirmed booking for Rs 6,000 tomorrow evening or at another time.</summary>
    public async Task<Guid> Booked(int court = 1, int days = 1, string clock = "19:00", int minutes = 60)
    {
        var made = await BookingWorld.Booked(Player, Booking.Court(court), Booking.At(BookingWorld.Today.AddDays(days), clock), minutes);
        await Server.EventsSettled();
        return made.GetProperty("bookingId").GetGuid();
    }

    /// <summary>Money comes for a booking over the fake gateway, as a settled payment.</summary>
    public async Task<Guid> PaidOnline(Guid bookingId, long amountMinor)
    {
        var paymentId = await Work(async (transaction, now) =>
        {
            var charge = (await ChargeRows.Lock(transaction, bookingId)).ShouldNotBeNull();
            var id = Guid.CreateVersion7(now);
            var payment = new Payment
            {
                PaymentId = id, GatewayData = PaymentData.Add("{}", [new(FakeGateway.PaymentKey, id.ToString())]), ClubId = charge.ClubId, PlayerId = charge.PlayerId, Purpose = "booking", BookingId = bookingId,
                Method = "card", Gateway = FakeGateway.GatewayName, Reference = AttemptReference.New(now), Currency = charge.Currency,
                AmountMinor = amountMinor, Status = PaymentStatus.Created, Actor = "system", CreatedAt = now,
            };
            await PaymentRows.Insert(transaction, payment);
            (await Settlement.Apply(transaction, payment.PaymentId, Finding.Of(FindingKind.Paid, "000", null), "notification", now)).IsSuccess.ShouldBeTrue();
            return payment.PaymentId;
        });
        Server.Services.GetRequiredService<EventSignals>().Raised(PaymentsModule.ServiceName);
        await Server.EventsSettled();
        return paymentId;
    }

    public Task<HttpResponseMessage> TakeAtDesk(Guid bookingId, long amountMinor, string method = "cash", string? key = null) =>
        Desk.Post($"/api/v1/clubs/{Club.ClubId}/bookings/{bookingId}/desk-payments", new { method, amountMinor }, key ?? Key());

    public Task<HttpResponseMessage> GiveBack(Person who, Guid bookingId, long amountMinor, string to = "source", string? key = null) =>
        who.Post($"/api/v1/clubs/{Club.ClubId}/bookings/{bookingId}/refunds", new { amountMinor, to, reason = "The lights went out." }, key ?? Key());

    public async Task<JsonElement> MoneyOf(Guid bookingId)
    {
        using var answer = await Desk.Get($"/api/v1/clubs/{Club.ClubId}/bookings/{bookingId}/money");
        return await answer.Expect(200);
    }

    /// <summary>Time passes, and everybody signs in again: tokens are short-lived.</summary>
    public async Task Later(TimeSpan by)
    {
        Server.Clock.Advance(by);
        (Desk, Manager) = (await Booking.Staff(), await Booking.Staff("manager"));
        Player = await Booking.Player(phone: Player.Identifier, userId: Player.UserId);
    }

    /// <summary>What an account holds: its credit balance, or its debit balance as a negative number.</summary>
    public async Task<long> Balance(string account)
    {
        await using var sql = await Server.Sql();
        return -await sql.ExecuteScalarAsync<long>(
            "select coalesce(sum(amount_minor), 0)::bigint from payments.entries where account = @account", new { account = $"club:{Club.ClubId}:{account}" });
    }

    public Task<long> Held(Guid bookingId) => Balance($"booking:{bookingId}");

    public Task<long> Wallet() => Balance($"wallet:{Player.UserId}");

    public async Task Cancel(Guid bookingId)
    {
        using var answer = await Player.Post($"/api/v1/bookings/{bookingId}/cancellation", new { });
        await answer.Expect(200);
        await Server.EventsSettled();
    }

    /// <summary>Waits for something that a job does.</summary>
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

    public async Task<string> StatusOf(Guid refundId)
    {
        await using var sql = await Server.Sql();
        return await sql.QuerySingleAsync<string>("select status from payments.refunds where refund_id = @refundId", new { refundId });
    }

    public async Task<string> ChargeStatus(Guid bookingId)
    {
        await using var sql = await Server.Sql();
        return await sql.QuerySingleAsync<string>("select status from payments.charges where booking_id = @bookingId", new { bookingId });
    }

    /// <summary>Runs in a transaction of the payments service and commits.</summary>
    public async Task<T> Work<T>(Func<NpgsqlTransaction, DateTimeOffset, Task<T>> work)
    {
        await using var connection = await Server.Services.GetRequiredService<Database<PaymentsModule>>().Open(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var result = await work(transaction, Server.Clock.Now());
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return result;
    }

    public static string Key() => Guid.CreateVersion7().ToString();
}
