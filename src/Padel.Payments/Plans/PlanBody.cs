using Dapper;
using Npgsql;
using Padel.Kernel;

namespace Padel.Payments.Plans;

internal sealed record PlanList(IReadOnlyList<PlanBody> Items)
{
    /// <summary>A player's plans, at one club or all.</summary>
    public static async Task<PlanList> Of(NpgsqlConnection connection, Guid playerId, Guid? clubId)
    {
        var plans = await PlanRows.OfPlayer(connection, playerId, clubId);
        var uses = await PlanUseRows.Of(connection, [.. plans.Select(plan => plan.PlanId)]);
        var clubs = (await connection.QueryAsync<(Guid ClubId, string Name)>(
            "select club_id, name from clubs where club_id = any(@ids)", new { ids = plans.Select(plan => plan.ClubId).Distinct().ToArray() }))
            .ToDictionary(club => club.ClubId, club => club.Name);
        return new PlanList(plans.ConvertAll(plan => PlanBody.Of(plan, clubs[plan.ClubId], [.. uses[plan.PlanId]])));
    }
}

/// <param name="Kind"><c>package</c> or <c>membership</c>.</param>
/// <param name="Status"><c>active</c> or <c>ended</c>.</param>
/// <param name="EndedAs"><c>expired</c>, <c>cancelled</c> or <c>reversed</c>.</param>
/// <param name="Price">Paid for the period that runs.</param>
/// <param name="PeriodStartsAt">When the period that runs began; before it a membership may have run for others.</param>
/// <param name="AutoRenew">It runs on at the end, paid from the wallet, if there is enough.</param>
/// <param name="Uses">What a package paid for, newest first.</param>
internal sealed record PlanBody(
    Guid PlanId, Guid ClubId, string ClubName, Guid PlayerId, string Kind, string Name, string Status, string? EndedAs, Money Price,
    int? Minutes, int? MinutesLeft, IReadOnlyList<Guid>? CourtIds, IReadOnlyList<string>? Weekdays, string? From, string? To, string? PriceClass,
    IReadOnlyList<string> Benefits, bool AutoRenewable, bool AutoRenew, DateTimeOffset StartsAt, DateTimeOffset PeriodStartsAt,
    DateTimeOffset ValidUntil, IReadOnlyList<PlanUseBody> Uses)
{
    public static PlanBody Of(Plan plan, string clubName, IReadOnlyList<PlanUseBody> uses) => new(
        plan.PlanId, plan.ClubId, clubName, plan.PlayerId, plan.Kind, plan.Name, plan.Status, plan.EndedAs, plan.Value, plan.Minutes, plan.MinutesLeft,
        plan.CourtIds, PlanTimes.FormatWeekdays(plan.Weekdays), PlanTimes.Format(plan.FromMinute), PlanTimes.Format(plan.ToMinute), plan.PriceClass,
        plan.Benefits, plan.AutoRenewable, plan.AutoRenew, plan.StartsAt, plan.PeriodStartsAt, plan.ValidUntil, uses);
}

/// <param name="Minutes">What the game took, less what came back.</param>
internal sealed record PlanUseBody(Guid BookingId, string Reference, string CourtName, DateTimeOffset StartsAt, int Minutes, DateTimeOffset UsedAt);
