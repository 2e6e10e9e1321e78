using System.Text.Json;
using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.IntegrationTests.Payments.Refunds;
using Padel.Payments.Charges;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;

namespace Padel.IntegrationTests.Payments.Plans;

/// <summary>A club that sells plans, and short ways to buy and use them.</summary>
internal sealed class PlanWorld(MoneyWorld money)
{
    private static readonly string[] Benefits = ["Lower prices"];

    public MoneyWorld Money { get; } = money;

    public Person Player => Money.Player;

    private string Club => $"/api/v1/clubs/{Money.Club.ClubId}";

    public static async Task<PlanWorld> Make(PadelServer server) => new(await MoneyWorld.Make(server));

    /// <summary>Ten hours for Rs 60,000, for 60 days, unless the test says otherwise.</summary>
    public Task<Guid> Package(int minutes = 600, long priceMinor = 6_000_000, int validDays = 60, object? limits = null) =>
        Product(new { kind = "package", name = "Ten hours", priceMinor, minutes, validDays }, limits);

    public Task<Guid> Membership(long priceMinor = 1_160_000) => Product(
        new { kind = "membership", name = "Gold", priceMinor, periodMonths = 1, priceClass = "member", autoRenewable = true, benefits = Benefits });

    public async Task<JsonElement> Sell(Guid productId, string method = "cash", string? key = null, Guid? playerId = null)
    {
        using var answer = await TrySell(productId, method, key, playerId);
        return await answer.Expect(201);
    }

    public Task<HttpResponseMessage> TrySell(Guid productId, string method = "cash", string? key = null, Guid? playerId = null) =>
        Money.Desk.Post($"{Club}/plan-sales", new { playerId = playerId ?? Player.UserId, productId, method }, key ?? MoneyWorld.Key());

    public async Task<JsonElement> MyPlan(Guid planId)
    {
        using var answer = await Player.Get("/api/v1/me/plans");
        return (await answer.Expect(200)).GetProperty("items").EnumerateArray().Single(plan => plan.GetProperty("planId").GetGuid() == planId);
    }

    public async Task<int> MinutesLeft(Guid planId) => (await MyPlan(planId)).GetProperty("minutesLeft").GetInt32();

    public Task<HttpResponseMessage> Cancel(Guid planId, Person? who = null) =>
        (who ?? Money.Manager).Post($"{Club}/plans/{planId}/cancellations", new { reason = "Moves to another city." }, MoneyWorld.Key());

    public async Task<(string Status, Guid? PlanId)> PayWithPlan(Guid bookingId, Guid? planId = null)
    {
        var paid = await Money.Work(async (transaction, now) =>
        {
            var charge = (await ChargeRows.Lock(transaction, bookingId)).ShouldNotBeNull();
            var payment = new Payment
            {
                PaymentId = Guid.CreateVersion7(now), ClubId = charge.ClubId, PlayerId = charge.PlayerId, Purpose = "booking", BookingId = bookingId,
                PlanId = planId, Method = "plan", Reference = AttemptReference.New(now), Currency = charge.Currency, AmountMinor = charge.PriceMinor,
                Status = PaymentStatus.Created, Actor = "system", CreatedAt = now,
            };
            await transaction.SaveAsync("before", TestContext.Current.CancellationToken);
            await PaymentRows.Insert(transaction, payment);
            var settled = await Settlement.Apply(transaction, payment.PaymentId, Finding.Of(FindingKind.Paid, null, null), "within", now);
            if (settled.IsSuccess)
                return (settled.Value.Payment.Status, settled.Value.Payment.PlanId);
            await transaction.RollbackAsync("before", TestContext.Current.CancellationToken);
            return (settled.Error.Code, null);
        });
        await Money.Server.EventsSettled();
        return paid;
    }

    public async Task TopUp(long amountMinor)
    {
        await Money.Work(async (transaction, now) =>
        {
            var payment = new Payment
            {
                PaymentId = Guid.CreateVersion7(now), ClubId = Money.Club.ClubId, PlayerId = Player.UserId, Purpose = "top_up", Method = "cash",
                Reference = AttemptReference.New(now), Currency = "PKR", AmountMinor = amountMinor, Status = PaymentStatus.Created, Actor = "system", CreatedAt = now,
            };
            await PaymentRows.Insert(transaction, payment);
            return (await Settlement.Apply(transaction, payment.PaymentId, Finding.Of(FindingKind.Paid, null, null), "desk", now)).IsSuccess;
        });
    }

    public async Task<long> PriceOf(Guid bookingId)
    {
        await using var sql = await Money.Server.Sql();
        return await sql.QuerySingleAsync<long>("select price_minor from payments.charges where booking_id = @bookingId", new { bookingId });
    }

    /// <summary>Everything in the club's ledger adds up to nothing.</summary>
    public async Task LedgerIsBalanced()
    {
        await using var sql = await Money.Server.Sql();
        (await sql.QuerySingleAsync<long>("select coalesce(sum(amount_minor), 0)::bigint from payments.entries")).ShouldBe(0);
    }

    public async Task<int> Events(string type, Guid planId)
    {
        await using var sql = await Money.Server.Sql();
        return await sql.QuerySingleAsync<int>(
            "select count(*)::int from payments.outbox where type = @type and data->>'planId' = @planId", new { type, planId = planId.ToString() });
    }

    /// <summary>What Booking sells to the player at, by a membership that runs; null: none does.</summary>
    public async Task<string?> PriceClassNow()
    {
        await Money.Server.EventsSettled();
        await using var sql = await Money.Server.Sql();
        return await sql.QuerySingleAsync<string?>(
            "select case when plan_class_until > @now then plan_class end from booking.standings where club_id = @ClubId and player_id = @UserId",
            new { Money.Club.ClubId, Player.UserId, now = Money.Server.Clock.GetUtcNow() });
    }

    private async Task<Guid> Product(object product, object? limits = null)
    {
        var body = JsonSerializer.SerializeToNode(product)!.AsObject(); // an object
        foreach (var (name, value) in JsonSerializer.SerializeToNode(limits ?? new object())!.AsObject()) // as above
            body[name] = value?.DeepClone();
        using var answer = await Money.Manager.Post($"{Club}/plan-products", body, MoneyWorld.Key());
        return (await answer.Expect(201)).GetProperty("productId").GetGuid();
    }
}
