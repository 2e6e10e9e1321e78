using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Gateways;
using Padel.Payments.Plans;
using Padel.Payments.Settings;
using Padel.Payments.Transfers;
using Padel.Platform.Http;

namespace Padel.Payments.Paying;

/// <param name="Replaced">The attempt it took the place of: its page may be closed after the commit.</param>
internal sealed record OpenedAttempt(Payment Payment, Payment? Replaced = null);

/// <summary>
/// Opens an attempt in the caller's transaction, before anybody outside is asked. Two tabs, two devices, a double click: one attempt. What is
/// paid from within (wallet, plan) is paid at once.
/// </summary>
internal sealed class OpenAttempt(IOptions<PayingOptions> options)
{
    /// <summary>Limits of a top-up, in whole units of the currency.</summary>
    public const long LeastTopUp = 500;
    public const long MostTopUp = 200_000;

    private static readonly TimeSpan SameClick = TimeSpan.FromSeconds(5);

    private readonly PayingOptions _options = options.Value;

    /// <param name="planId">The plan to pay with, where the player chose one.</param>
    /// <param name="byPhone">The player approves on the phone rather than on a page.</param>
    public async Task<Result<OpenedAttempt>> ForBooking(
        NpgsqlTransaction transaction, Charge charge, string method, Guid? planId, bool byPhone, string actor, DateTimeOffset now)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        var offer = await Offer(transaction, charge.ClubId, method);
        if (!offer.IsSuccess)
            return offer.Error;
        var money = ChargeMoney.Of(charge, await ChargeRows.Paid(connection, charge), now);
        if (money.PayNow.IsZero)
            return ChargeMoney.HasLapsed(charge, now) ? PaymentErrors.HoldOver : PaymentErrors.NothingDue;

        var live = await PaymentRows.LockLive(transaction, charge.BookingId);
        if (live is not null && live.Method == method && (method == MethodNames.BankTransfer || (live.Amount == money.PayNow && IsByPhone(live) == byPhone && !IsOver(live, now) && !IsSpent(live, now))))
            return new OpenedAttempt(method == MethodNames.BankTransfer ? await TransferDesk.Open(transaction, charge, money.PayNow, actor, now) : live);
        if (live is not null)
            await Abandon(transaction, live, now);
        if (method == MethodNames.BankTransfer)
            return await Started(transaction, await TransferDesk.Open(transaction, charge, money.PayNow, actor, now), live, now);

        var payment = New(charge.ClubId, charge.PlayerId, StartPaymentRequest.ForBooking, method, offer.Value, money.PayNow, actor, byPhone, now) with
        {
            BookingId = charge.BookingId, PlanId = planId,
        };
        var ends = charge.Status == "held" ? charge.HoldExpiresAt?.AddMinutes(_options.AfterHoldMinutes) : null;
        return await Insert(transaction, ends < payment.ExpiresAt ? payment with { ExpiresAt = ends } : payment, live, now);
    }

    public async Task<Result<OpenedAttempt>> ForPlayer(
        NpgsqlTransaction transaction, StartPaymentRequest request, Guid clubId, Guid playerId, string actor, DateTimeOffset now)
    {
        var offer = await Offer(transaction, clubId, request.Method);
        if (!offer.IsSuccess)
            return offer.Error;
        var amount = await Amount(transaction, request, clubId);
        if (!amount.IsSuccess)
            return amount.Error;
        var wish = New(clubId, playerId, request.Purpose, request.Method, offer.Value, amount.Value, actor, request.HasPhone, now) with { ProductId = request.ProductId };
        if (await LiveLike(transaction, wish, now) is { } live && IsByPhone(live) == IsByPhone(wish) && !IsSpent(live, now))
            return new OpenedAttempt(live);
        if (request.Method != MethodNames.BankTransfer)
            return await Insert(transaction, wish, null, now);
        return await Started(transaction, request.ProductId is { } productId && request.Purpose == StartPaymentRequest.ForPlan
            ? await TransferDesk.OpenPlan(transaction, clubId, playerId, productId, amount.Value, actor, now)
            : await TransferDesk.OpenTopUp(transaction, clubId, playerId, amount.Value, actor, now), null, now);
    }

    /// <summary>Another attempt takes its place. It is still asked about: if money comes all the same, it counts.</summary>
    public static async Task Abandon(NpgsqlTransaction transaction, Payment live, DateTimeOffset now)
    {
        var abandoned = live with { Status = PaymentStatus.Abandoned, FailureCode = "replaced", FailureText = "Another way of paying was chosen." };
        await PaymentRows.Save(transaction, abandoned, now);
        await PaymentNews.Failed(transaction, abandoned, now);
    }

    private static async Task<Result<Money>> Amount(NpgsqlTransaction transaction, StartPaymentRequest request, Guid clubId)
    {
        if (request.Purpose == StartPaymentRequest.ForPlan)
            return await PlanDesk.Price(transaction.Connection!, clubId, request.ProductId!.Value); // asked for before
        var currency = Currency.Of((await ClubMoneyRows.Find(transaction.Connection!, clubId, transaction))!.Currency); // offered there before
        var amount = new Money(request.AmountMinor!.Value, currency); // asked for before
        return amount.AmountMinor % currency.MajorUnit == 0 && amount.AmountMinor >= LeastTopUp * currency.MajorUnit && amount.AmountMinor <= MostTopUp * currency.MajorUnit
            ? amount
            : RequestErrors.Invalid(("amountMinor", $"Whole amounts from {LeastTopUp} to {MostTopUp}."));
    }

    /// <summary>The gateway that serves the method at the club, if one is needed; an error when the club does not take it.</summary>
    private static async Task<Result<string?>> Offer(NpgsqlTransaction transaction, Guid clubId, string method)
    {
        if (await ClubMoneyRows.Find(transaction.Connection!, clubId, transaction) is not { } club)
            return RequestErrors.NotFound;
        var routes = await GatewayRoutes.Of(transaction.Connection!, club, transaction);
        return club.Methods.Contains(method) && routes.CanOffer(method) ? routes.GatewayFor(method) : PaymentErrors.MethodOff;
    }

    // No row to lock for what is no booking: one after another by player.
    private static async Task<Payment?> LiveLike(NpgsqlTransaction transaction, Payment wish, DateTimeOffset now)
    {
        await transaction.Connection!.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended('pays:' || @PlayerId::text, 0))", new { wish.PlayerId }, transaction);
        return await transaction.Connection!.QueryFirstOrDefaultAsync<Payment>(
            $"""
            select {PaymentRows.Columns} from payments
            where player_id = @PlayerId and club_id = @ClubId and purpose = @Purpose and method = @Method and amount_minor = @AmountMinor
              and product_id is not distinct from @ProductId and status in ('created', 'pending') and (expires_at is null or expires_at > @now)
            order by payment_id desc limit 1
            """, new { wish.PlayerId, wish.ClubId, wish.Purpose, wish.Method, wish.AmountMinor, wish.ProductId, now }, transaction);
    }

    private Payment New(
        Guid clubId, Guid? playerId, string purpose, string method, string? gateway, Money amount, string actor, bool byPhone, DateTimeOffset now) => new()
    {
        PaymentId = Guid.CreateVersion7(now), ClubId = clubId, PlayerId = playerId, Purpose = purpose, Method = method, Gateway = gateway,
        Reference = AttemptReference.New(now), Currency = amount.Currency.Code, AmountMinor = amount.AmountMinor, Status = PaymentStatus.Created,
        Actor = actor, CreatedAt = now, GatewayData = byPhone ? PaymentData.Add("{}", [new(PaymentData.ByPhone, "1")]) : "{}",
        ExpiresAt = gateway is null ? null : now.AddMinutes(byPhone ? _options.ApprovalMinutes : _options.PageMinutes),
        NextInquiryAt = gateway is null ? null : now.AddSeconds(_options.FirstInquirySeconds),
    };

    private static async Task<Result<OpenedAttempt>> Insert(NpgsqlTransaction transaction, Payment payment, Payment? replaced, DateTimeOffset now)
    {
        await PaymentRows.Insert(transaction, payment);
        var opened = await Started(transaction, payment, replaced, now);
        if (payment.Gateway is not null)
            return opened;
        var settled = await Settlement.Apply(transaction, payment.PaymentId, Finding.Of(FindingKind.Paid, null, null), "within", now);
        return settled.IsSuccess ? opened with { Payment = settled.Value.Payment } : settled.Error;
    }

    private static async Task<OpenedAttempt> Started(NpgsqlTransaction transaction, Payment payment, Payment? replaced, DateTimeOffset now)
    {
        await PaymentNews.Started(transaction, payment, now);
        return new OpenedAttempt(payment, replaced);
    }

    private static bool IsByPhone(Payment payment) => PaymentData.Read(payment.GatewayData).ContainsKey(PaymentData.ByPhone);

    // JazzCash opens its page once for a reference. Within seconds it is a double click or a second tab; later the player has come back from
    // the page and begins anew. Money that comes for the first one all the same counts.
    private static bool IsSpent(Payment payment, DateTimeOffset now) =>
        payment is { Gateway: GatewayNames.JazzCash, Status: PaymentStatus.Pending } && !IsByPhone(payment) && now - payment.CreatedAt > SameClick;

    private static bool IsOver(Payment payment, DateTimeOffset now) => payment.ExpiresAt <= now;
}
