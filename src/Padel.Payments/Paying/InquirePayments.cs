using Padel.Platform.Jobs;

namespace Padel.Payments.Paying;

/// <summary>Asks gateways about attempts nobody has told of. Each is claimed and committed first, then asked about outside of any transaction.</summary>
internal sealed class InquirePayments(Inquirer inquirer) : IJob
{
    private const int BatchSize = 32;
    private const int AtOnce = 8;

    public string Name => "payments.inquire";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task<JobOutcome> Run(CancellationToken cancellation)
    {
        var due = await inquirer.ClaimDue(BatchSize, cancellation);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (payment, token) => await inquirer.Look(payment, token));
        return new JobOutcome(due.Count, MoreWaiting: due.Count == BatchSize);
    }
}
