using Npgsql;
using Padel.Kernel;
using Padel.Payments.Ledger;
using Padel.Payments.Paying;
using Padel.Payments.Refunds;

namespace Padel.Payments.Plans;

/// <summary>Ends plans: their time is over, or their payment was taken back.</summary>
internal static class PlanEnding
{
    private const string BySystem = "system";

    /// <summary>Ends a plan the caller has locked. What is left of a package's value is earned.</summary>
    public static async Task End(NpgsqlTransaction transaction, Plan plan, string endedAs, string actor, DateTimeOffset now)
    {
        var left = await ValueLeft(transaction, plan);
        if (!left.IsZero)
            await PlanDesk.Post(transaction, PlanPostings.Lapsed(plan, left, await MoneyOut.TaxOf(transaction, plan.ClubId)), now);
        await PlanRows.End(transaction, plan.PlanId, endedAs, now);
        await PlanNews.Ended(transaction, plan, actor, now);
    }

    /// <summary>The gateway took the money of a plan back: the plan ends. The payment is locked, and the ledger is written.</summary>
    public static async Task Reverse(NpgsqlTransaction transaction, Payment payment, DateTimeOffset now)
    {
        if (payment.PlanId is { } planId && await PlanRows.Lock(transaction, planId) is { IsActive: true } plan && plan.PaymentId == payment.PaymentId)
            await End(transaction, plan, PlanEnd.Reversed, BySystem, now);
    }

    /// <summary>What a plan's account holds: of a package what is not used, of a membership nothing once it has begun.</summary>
    public static Task<Money> ValueLeft(NpgsqlTransaction transaction, Plan plan) =>
        GeneralLedger.Balance(transaction.Connection!, new Accounts(plan.ClubId).Plan(plan.PlanId), plan.Value.Currency, transaction); // a transaction in use has its connection
}
