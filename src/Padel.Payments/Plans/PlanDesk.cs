using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Ledger;
using Padel.Payments.Paying;

namespace Padel.Payments.Plans;

/// <summary>What paying needs of packages and memberships: their prices, selling one, and paying a booking with one.</summary>
internal static class PlanDesk
{
    /// <summary>What a product costs now.</summary>
    public static Task<Result<Money>> Price(NpgsqlConnection connection, Guid clubId, Guid productId) =>
        Task.FromResult<Result<Money>>(PaymentErrors.UnknownProduct);

    /// <summary>The plans of the booking's player that cover it, best first.</summary>
    public static Task<IReadOnlyList<CoveringPlan>> Covering(NpgsqlConnection connection, Charge charge, DateTimeOffset now) =>
        Task.FromResult<IReadOnlyList<CoveringPlan>>([]);

    /// <summary>The money for a plan has come: begins it. The ledger credits the plan's account.</summary>
    /// <returns>The new plan.</returns>
    public static Task<Guid> Begin(NpgsqlTransaction transaction, Payment payment, DateTimeOffset now) =>
        throw new InvalidOperationException($"Nothing is known of product {payment.ProductId}.");

    /// <summary>Takes what a booking costs out of a plan: the one the payment names, else the best that covers it.</summary>
    /// <returns>The plan, and what the ledger debits, adding up to the payment; an error when none covers it, and nothing was changed.</returns>
    public static Task<Result<PlanUse>> Use(NpgsqlTransaction transaction, Payment payment, Charge charge, DateTimeOffset now) =>
        Task.FromResult<Result<PlanUse>>(PaymentErrors.NoPlan);
}

/// <param name="MinutesLeft">Null for a membership.</param>
internal sealed record CoveringPlan(Guid PlanId, string Name, int? MinutesLeft, DateTimeOffset ValidUntil);

internal sealed record PlanUse(Guid PlanId, IReadOnlyList<Entry> Debits);
