using Dapper;
using Padel.Booking.Availability;
using Padel.Contracts;
using Padel.Contracts.Payments;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Booking.Standing;

/// <summary>
/// A membership began or ended: while one runs, its price class goes before the standing's own. The end may be heard before the beginning.
/// Packages have no price class and change nothing here.
/// </summary>
internal sealed class OnPlanChanged(PriceClasses prices, TimeProvider clock) : IEventHandler
{
    public async Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<PlanFactV1>();
        if (fact.PriceClass is null)
            return;
        var now = clock.Now();
        var ended = context.Envelope.Type == EventTypes.Payments.PlanEnded;
        if (await RecognisePlayer.Current(context.Transaction, fact.PlayerId) is not { } playerId)
            throw new InvalidOperationException($"Membership {fact.PlanId} is of no player of ours.");

        await RecognisePlayer.EnsureStanding(context.Transaction, fact.ClubId, playerId);
        await context.Connection.ExecuteAsync(
            """
            select from standings where club_id = @ClubId and player_id = @playerId for update;

            insert into memberships as m (plan_id, club_id, player_id, price_class, starts_at, ends_at)
            values (@PlanId, @ClubId, @playerId, @PriceClass, @StartsAt, @endsAt)
            -- A period that begins after the end we know is a renewal; anything else can only end it sooner.
            on conflict (plan_id) do update set
                ends_at = case when excluded.starts_at > m.ends_at then excluded.ends_at else least(m.ends_at, excluded.ends_at) end;

            update standings s set plan_class = running.price_class, plan_class_until = running.ends_at
            from (select 1) one left join lateral (
                select price_class, ends_at from memberships
                where club_id = @ClubId and player_id = @playerId and starts_at <= @now and ends_at > @now
                order by ends_at desc, plan_id limit 1) running on true
            where s.club_id = @ClubId and s.player_id = @playerId;
            """,
            new
            {
                fact.PlanId, fact.ClubId, playerId, fact.PriceClass, fact.StartsAt, now,
                // Ended before its time, by a refund or a cancellation, is ended when that was.
                endsAt = ended && fact.EndsAt > context.Envelope.OccurredAt ? context.Envelope.OccurredAt : fact.EndsAt,
            }, context.Transaction);
        context.AfterCommit(() => prices.Forget(fact.ClubId, playerId));
    }
}
