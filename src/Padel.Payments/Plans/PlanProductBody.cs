using Padel.Kernel;

namespace Padel.Payments.Plans;

internal sealed record PlanProductList(IReadOnlyList<PlanProductBody> Items);

/// <param name="Kind"><c>package</c> or <c>membership</c>.</param>
/// <param name="Minutes">Of a package.</param>
/// <param name="CourtIds">Where a package may be used; absent: on every court.</param>
/// <param name="Weekdays">Of the business day, <c>mon</c> to <c>sun</c>; absent: every day.</param>
/// <param name="From">A game lies between these times of the business day, <c>HH:MM</c>, possibly past 24:00; absent: at any time.</param>
/// <param name="PeriodMonths">Of a membership.</param>
/// <param name="PriceClass">Of a membership: games are sold at this class's prices while it runs.</param>
internal sealed record PlanProductBody(
    Guid ProductId, string Kind, string Name, string? Description, Money Price, bool Active, int? Minutes, int? ValidDays,
    IReadOnlyList<Guid>? CourtIds, IReadOnlyList<string>? Weekdays, string? From, string? To, int? PeriodMonths, string? PriceClass,
    IReadOnlyList<string> Benefits, bool AutoRenewable)
{
    public static PlanProductBody Of(PlanProduct product) => new(
        product.ProductId, product.Kind, product.Name, product.Description, product.Price, product.Active, product.Minutes, product.ValidDays,
        product.CourtIds, PlanTimes.FormatWeekdays(product.Weekdays), PlanTimes.Format(product.FromMinute), PlanTimes.Format(product.ToMinute),
        product.Months, product.PriceClass, product.Benefits, product.AutoRenewable);
}
