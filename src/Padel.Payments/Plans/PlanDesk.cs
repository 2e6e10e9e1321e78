using Dapper;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Ledger;
using Padel.Payments.Paying;
using Padel.Payments.Refunds;

namespace Padel.Payments.Plans;

/// <summary>What paying needs of packages and memberships: their prices, selling one, and paying a booking with one.</summary>
internal static class PlanDesk
{
    /// <summary>What a product costs now.</summary>
    public static async Task<Result<Money>> Price(NpgsqlConnection connection, Guid clubId, Guid productId) =>
        await PlanProductRows.Find(connection, clubId, productId) is { Active: true } product ? product.Price : PaymentErrors.UnknownProduct;

    /// <summary>The plans of the booking's player that cover what is due, best first.</summary>
    public static async Task<IReadOnlyList<CoveringPlan>> Covering(NpgsqlConnection connection, Charge charge, DateTimeOffset now)
    {
        if (charge.PlayerId is not { } playerId)
            return [];
        var plans = await PlanRows.Packages(connection, charge.ClubId, playerId);
        if (plans.Count == 0)
            return [];
        var due = ChargeMoney.Of(charge, await ChargeRows.Paid(connection, charge), now).PayNow;
        var zone = await ZoneOf(connection, charge.ClubId);
        return [.. PlanFit.Covering(plans, charge, due, zone, now).Select(plan => new CoveringPlan(plan.PlanId, plan.Name, plan.MinutesLeft, plan.ValidUntil))];
    }

    /// <summary>The money for a plan has come: begins it. The ledger credits the plan's account, then <see cref="Begun"/> is called.</summary>
    /// <returns>The new plan.</returns>
    public static async Task<Guid> Begin(NpgsqlTransaction transaction, Payment payment, DateTimeOffset now)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        // Sold is sold: a product may have gone off sale while its payment was under way.
        var product = await PlanProductRows.Find(connection, payment.ClubId, payment.ProductId ?? Guid.Empty)
            ?? throw new InvalidOperationException($"Nothing is known of product {payment.ProductId}.");
        var plan = new Plan
        {
            PlanId = Guid.CreateVersion7(now), ClubId = payment.ClubId, ProductId = product.ProductId, PaymentId = payment.PaymentId,
            PlayerId = payment.PlayerId ?? throw new InvalidOperationException($"Payment {payment.Reference} is for a plan and names nobody."),
            Kind = product.Kind, Name = product.Name, Currency = payment.Currency, ValueMinor = payment.AmountMinor, Minutes = product.Minutes,
            MinutesLeft = product.Minutes, CourtIds = product.CourtIds, Weekdays = product.Weekdays, FromMinute = product.FromMinute,
            ToMinute = product.ToMinute, Months = product.Months, PriceClass = product.PriceClass, Benefits = product.Benefits,
            AutoRenewable = product.AutoRenewable, Status = PlanStatus.Active, StartsAt = now, PeriodStartsAt = now,
            ValidUntil = PlanPeriod.EndOf(product, now, await ZoneOf(connection, payment.ClubId)),
        };
        await PlanRows.Insert(transaction, plan);
        return plan.PlanId;
    }

    /// <summary>The ledger has the money: a membership's period is earned, and the others hear of it.</summary>
    public static async Task Begun(NpgsqlTransaction transaction, Payment paid, DateTimeOffset now)
    {
        var planId = paid.PlanId ?? throw new InvalidOperationException($"Payment {paid.Reference} began no plan.");
        var plan = (await PlanRows.Lock(transaction, planId))!; // made or found before
        if (plan.PaymentId != paid.PaymentId)
            plan = await PlanRenewal.Extend(transaction, plan, paid);
        if (!plan.IsPackage)
            await Post(transaction, PlanPostings.Begun(plan, paid, await MoneyOut.TaxOf(transaction, plan.ClubId)), now);
        await PlanNews.Started(transaction, plan, paid.Actor, now);
    }

    /// <summary>Takes what a booking costs out of a plan: the one the payment names, else the best that covers it.</summary>
    /// <returns>The plan, and what the ledger debits, adding up to the payment; an error when none covers it, and nothing was changed.</returns>
    public static async Task<Result<PlanUse>> Use(NpgsqlTransaction transaction, Payment payment, Charge charge, DateTimeOffset now)
    {
        if (charge.PlayerId is not { } playerId)
            return PaymentErrors.NoPlan;
        var connection = transaction.Connection!; // as above
        var packages = await PlanRows.LockPackages(transaction, charge.ClubId, playerId);
        var plan = PlanFit.Covering(packages, charge, payment.Amount, await ZoneOf(connection, charge.ClubId), now)
            .FirstOrDefault(one => payment.PlanId is null || one.PlanId == payment.PlanId);
        if (plan is not { MinutesLeft: { } minutesLeft })
            return PaymentErrors.NoPlan;

        var minutes = PlanFit.MinutesOf(charge, payment.Amount);
        var left = await GeneralLedger.Balance(connection, new Accounts(plan.ClubId).Plan(plan.PlanId), plan.Value.Currency, transaction);
        var value = PlanValue.Of(left, minutesLeft, minutes);
        await PlanRows.Move(transaction, plan.PlanId, -minutes);
        await PlanUseRows.Insert(transaction, new PlanUseRow(payment.PaymentId, plan.PlanId, charge.BookingId, minutes, value.AmountMinor, 0, 0, 0, now));
        if (value.AmountMinor > payment.AmountMinor)
            await Post(transaction, PlanPostings.Excess(plan, payment, value - payment.Amount), now);
        return new PlanUse(plan.PlanId, PlanPostings.Debits(plan, value, payment.Amount));
    }

    /// <summary>
    /// Minutes and value of a booking's payment go back to its plan, in proportion; when the plan is over, the value goes to the wallet.
    /// </summary>
    /// <returns>What the ledger credits, adding up to the amount.</returns>
    public static async Task<IReadOnlyList<Entry>> GiveBack(NpgsqlTransaction transaction, Payment payment, Money amount)
    {
        var use = await PlanUseRows.Find(transaction, payment.PaymentId)
            ?? throw new InvalidOperationException($"Payment {payment.Reference} used no plan.");
        var plan = (await PlanRows.Lock(transaction, use.PlanId))!; // a use names its plan
        use = (await PlanUseRows.Find(transaction, payment.PaymentId))!; // as it is now that the plan is locked
        var refunded = use.RefundedMinor + amount.AmountMinor;
        var minutes = (int)PlanValue.Back(use.Minutes, refunded, payment.AmountMinor, use.MinutesBack);
        var value = PlanValue.Back(use.ValueMinor, refunded, payment.AmountMinor, use.ValueBackMinor);
        await PlanUseRows.GiveBack(transaction, payment.PaymentId, minutes, value, amount.AmountMinor);
        if (plan.IsActive)
            await PlanRows.Move(transaction, plan.PlanId, minutes);
        return PlanPostings.Back(plan, new Money(value, amount.Currency), amount);
    }

    public static async Task Post(NpgsqlTransaction transaction, Posting posting, DateTimeOffset now)
    {
        var posted = await GeneralLedger.Post(transaction, posting, now);
        if (!posted.IsSuccess)
            throw new InvalidOperationException($"{posting.Key}: {posted.Error.Code}, though the plan was locked.");
    }

    public static async Task<ClubZone> ZoneOf(NpgsqlConnection connection, Guid clubId) =>
        ClubZone.Of((await connection.ExecuteScalarAsync<string>("select time_zone from clubs where club_id = @clubId", new { clubId }))!); // plans and charges name their club
}

/// <param name="MinutesLeft">Null for a membership.</param>
internal sealed record CoveringPlan(Guid PlanId, string Name, int? MinutesLeft, DateTimeOffset ValidUntil);

internal sealed record PlanUse(Guid PlanId, IReadOnlyList<Entry> Debits);
