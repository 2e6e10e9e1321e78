using Npgsql;
using Padel.Contracts;
using Padel.Contracts.Payments;
using Padel.Platform.Messaging;

namespace Padel.Payments.Plans;

/// <summary>Facts about plans, as the other services hear them.</summary>
internal static class PlanNews
{
    /// <summary>It began, or runs on for another period.</summary>
    public static Task Started(NpgsqlTransaction transaction, Plan plan, string actor, DateTimeOffset now) =>
        Tell(transaction, EventTypes.Payments.PlanStarted, plan, plan.ValidUntil, actor, now);

    public static Task Ended(NpgsqlTransaction transaction, Plan plan, string actor, DateTimeOffset now) =>
        Tell(transaction, EventTypes.Payments.PlanEnded, plan, now < plan.ValidUntil ? now : plan.ValidUntil, actor, now);

    private static Task Tell(NpgsqlTransaction transaction, string type, Plan plan, DateTimeOffset endsAt, string actor, DateTimeOffset now) =>
        Outbox.Append(transaction, new OutgoingEvent(type, plan.ClubId, new PlanFactV1(
            plan.PlanId, plan.ClubId, plan.PlayerId, plan.Kind, plan.Name, plan.PriceClass, plan.PeriodStartsAt, endsAt, actor)), now);
}
