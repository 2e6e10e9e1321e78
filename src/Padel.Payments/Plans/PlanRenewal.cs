using Npgsql;
using Padel.Kernel;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;
using Padel.Payments.Settings;

namespace Padel.Payments.Plans;

/// <summary>A membership runs on for another period, paid from the wallet.</summary>
internal static class PlanRenewal
{
    private const string BySystem = "system";

    /// <summary>Pays the next period at today's price. The caller has locked the plan.</summary>
    /// <returns><c>payments.insufficient_funds</c> when the wallet has not enough, <c>payments.unknown_product</c> when it is no longer sold: the caller rolls back.</returns>
    public static async Task<Result<Plan>> Pay(NpgsqlTransaction transaction, Plan plan, DateTimeOffset now)
    {
        if (await PlanProductRows.Find(transaction.Connection!, plan.ClubId, plan.ProductId) is not { Active: true, AutoRenewable: true } product) // a transaction in use has its connection
            return PaymentErrors.UnknownProduct;
        var payment = new Payment
        {
            PaymentId = Guid.CreateVersion7(now), ClubId = plan.ClubId, PlayerId = plan.PlayerId, Purpose = "plan", ProductId = plan.ProductId,
            PlanId = plan.PlanId, Method = MethodNames.Wallet, Reference = AttemptReference.New(now), Currency = product.Currency,
            AmountMinor = product.PriceMinor, Status = PaymentStatus.Created, Actor = BySystem, Note = "Renewal", CreatedAt = now,
        };
        await PaymentRows.Insert(transaction, payment);
        var settled = await Settlement.Apply(transaction, payment.PaymentId, Finding.Of(FindingKind.Paid, null, null), "within", now);
        return settled.IsSuccess ? plan : settled.Error;
    }

    /// <summary>The new period follows the one before, however late the job comes.</summary>
    public static async Task<Plan> Extend(NpgsqlTransaction transaction, Plan plan, Payment paid)
    {
        var zone = await PlanDesk.ZoneOf(transaction.Connection!, plan.ClubId); // as above
        var extended = PlanPeriod.Next(plan, zone) with { PaymentId = paid.PaymentId, ValueMinor = paid.AmountMinor };
        await PlanRows.Extend(transaction, extended);
        return extended;
    }
}
