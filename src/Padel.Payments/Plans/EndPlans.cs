using Dapper;
using Npgsql;
using Padel.Platform.Data;
using Padel.Platform.Jobs;
using Padel.Platform.Messaging;

namespace Padel.Payments.Plans;

/// <summary>Plans whose time is over end; memberships that shall run on are paid from the wallet, where it has enough.</summary>
internal sealed class EndPlans(Database<PaymentsModule> database, EventSignals signals, TimeProvider clock) : IJob
{
    private const int BatchSize = 100;
    private const string BySystem = "system";

    public string Name => "payments.end-plans";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<JobOutcome> Run(CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        var over = (await connection.QueryAsync<Guid>(
            "select plan_id from plans where status = 'active' and valid_until <= @now order by valid_until limit @BatchSize", new { now, BatchSize })).AsList();
        foreach (var planId in over)
        {
            if (!await Renew(connection, planId, now, cancellation))
                await End(connection, planId, now, cancellation);
        }

        if (over.Count > 0)
            signals.Raised(PaymentsModule.ServiceName);
        return new JobOutcome(over.Count, MoreWaiting: over.Count == BatchSize);
    }

    // Two processes may see the same plan: the second finds it renewed or ended once it has the lock.
    private static async Task<bool> Renew(NpgsqlConnection connection, Guid planId, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await PlanRows.Lock(transaction, planId) is not { IsActive: true, AutoRenew: true } plan || plan.ValidUntil > now)
            return false;
        if (!(await PlanRenewal.Pay(transaction, plan, now)).IsSuccess)
            return false;
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    private static async Task End(NpgsqlConnection connection, Guid planId, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await PlanRows.Lock(transaction, planId) is not { IsActive: true } plan || plan.ValidUntil > now)
            return;
        await PlanEnding.End(transaction, plan, PlanEnd.Expired, BySystem, now);
        await transaction.CommitAsync(CancellationToken.None);
    }
}
