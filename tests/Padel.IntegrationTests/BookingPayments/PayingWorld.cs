using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Padel.Contracts;
using Padel.Contracts.Booking;
using Padel.Contracts.Payments;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.BookingPayments;

/// <summary>
/// Booking without Payments: the tests say what Payments would say, in any order. The club takes every way of paying. A stand-in for the
/// client notes what it is asked to open.
/// </summary>
internal sealed class PayingWorld : IPaymentsClient, IAsyncDisposable
{
    private static readonly JsonArray Methods = ["at_club", "wallet", "card", "jazzcash", "easypaisa", "bank_transfer", "plan"];

    public PadelServer Server { get; private set; } = null!; // set by Make

    public BookingWorld World { get; private set; } = null!; // set by Make

    public ConcurrentQueue<BookingFactV1> Opened { get; } = new();

    /// <summary>What the client does when it is called; nothing unless a test says so.</summary>
    public Func<CancellationToken, Task> WhenOpening { get; set; } = _ => Task.CompletedTask;

    public static async Task<PayingWorld> Make()
    {
        var world = new PayingWorld();
        world.Server = await PadelServer.Start(new PadelServerOptions
        {
            Settings = new Dictionary<string, string?> { ["services"] = "identity,booking,devoutbox" },
            Services = services => services.AddSingleton<IPaymentsClient>(world),
        });
        world.World = await BookingWorld.Make(world.Server, file => file["payments"]!["methods"] = Methods.DeepClone()); // the sample has payments
        return world;
    }

    public async Task Open(BookingFactV1 fact, CancellationToken cancellation)
    {
        Opened.Enqueue(fact);
        await WhenOpening(cancellation);
    }

    /// <summary>The same person with a token of this moment.</summary>
    public Task<Person> Again(Person person) => World.Player(phone: person.Identifier, userId: person.UserId);

    public async Task<JsonElement> Book(Person who, int court, string clock, string payWith = "card", DateOnly? day = null)
    {
        using var answer = await BookingWorld.Book(who, World.Court(court), World.At(day ?? BookingWorld.Today, clock), payWith: payWith);
        return await answer.Expect(201);
    }

    public async Task<JsonElement> See(Person who, JsonElement booking)
    {
        using var answer = await (await Again(who)).Get($"/api/v1/bookings/{booking.Text("bookingId")}");
        return await answer.Expect(200);
    }

    /// <summary>Payments says something about a payment for this booking, and Booking has heard it.</summary>
    public Task Tell(string type, JsonElement booking, long amountMinor, Guid paymentId) => Tell(type, FactOf(booking, amountMinor, paymentId));

    public async Task<Guid> Paid(JsonElement booking, long amountMinor, Guid? paymentId = null)
    {
        var payment = paymentId ?? Guid.CreateVersion7();
        await Tell(EventTypes.Payments.Completed, booking, amountMinor, payment);
        return payment;
    }

    public Task Refunded(JsonElement booking, long amountMinor, Guid paymentId) =>
        Tell(EventTypes.Payments.RefundCompleted, new RefundFactV1(
            Guid.CreateVersion7(), paymentId, World.Club.ClubId, null, booking.GetProperty("bookingId").GetGuid(), amountMinor, "PKR", "source", null, "system"));

    public Task Tell(string type, object fact) => Tell([(type, fact)]);

    /// <summary>Several at once, so that Booking hears them side by side or in this order.</summary>
    public async Task Tell((string Type, object Fact)[] facts)
    {
        await using var sql = await Server.Sql();
        foreach (var (type, fact) in facts)
        {
            await sql.ExecuteAsync(
                """
                insert into booking.inbox (event_id, type, club_id, occurred_at, data, received_at, next_attempt_at)
                values (@id, @type, @ClubId, @now, @data::jsonb, @now, @now)
                """,
                new
                {
                    id = Guid.CreateVersion7(), type, World.Club.ClubId, now = Server.Clock.GetUtcNow(),
                    data = JsonSerializer.Serialize(fact, fact.GetType(), JsonSerializerOptions.Web),
                });
        }

        await Server.EventsSettled();
        (await sql.QueryAsync<string>("select type || ': ' || last_error from booking.inbox where last_error is not null")).ShouldBeEmpty();
    }

    public PaymentFactV1 FactOf(JsonElement booking, long amountMinor, Guid paymentId) => new(
        paymentId, World.Club.ClubId, null, "booking", booking.GetProperty("bookingId").GetGuid(), "card", amountMinor, "PKR", null, null, "system");

    /// <summary>What Booking told about it, in order: the last part of each type.</summary>
    public async Task<string> Told(JsonElement booking)
    {
        await Server.EventsSettled();
        await using var sql = await Server.Sql();
        return string.Join(' ', await sql.QueryAsync<string>(
            "select split_part(type, '.', 3) from booking.outbox where data->>'bookingId' = @id order by event_id", new { id = booking.Text("bookingId") }));
    }

    /// <summary>Money that was told to be not needed: amount and why, in order.</summary>
    public async Task<IReadOnlyList<string>> NotNeeded(JsonElement booking)
    {
        await using var sql = await Server.Sql();
        return [.. await sql.QueryAsync<string>(
            """
            select (data->>'amountMinor') || ' ' || (data->>'why') from booking.outbox
            where type = 'padel.booking.payment-not-needed.v1' and data->>'bookingId' = @id order by event_id
            """, new { id = booking.Text("bookingId") })];
    }

    /// <summary>Waits until the sweep has written down what the clock says.</summary>
    public async Task Until(JsonElement booking, string status)
    {
        await using var sql = await Server.Sql();
        for (var tries = 0; tries < 500; tries++)
        {
            if (await sql.QuerySingleAsync<string>("select status from booking.bookings where booking_id = @id", new { id = booking.GetProperty("bookingId").GetGuid() }) == status)
                return;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"The booking did not become {status}.");
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    public static long Minor(JsonElement booking, string name) => booking.GetProperty(name).GetProperty("amountMinor").GetInt64();

    /// <summary>Status, how it is paid, what is paid, what is due.</summary>
    public static string Money(JsonElement booking) =>
        $"{booking.Text("status")} {booking.Text("paymentStatus")} {Minor(booking, "amountPaid")} {Minor(booking, "amountDue")}";
}
