using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Padel.Platform.Data;
using Padel.Platform.Jobs;

namespace Padel.Payments.Ledger;

/// <summary>Adds the ledger up now and then and shows how far it is off: nothing, always.</summary>
internal sealed partial class CheckTrialBalance : IJob, IDisposable
{
    private readonly Database<PaymentsModule> _database;
    private readonly ILogger _logger;
    private readonly Meter _meter = new("Padel.Ledger");
    private long _imbalance;

    public CheckTrialBalance(Database<PaymentsModule> database, ILogger<CheckTrialBalance> logger)
    {
        (_database, _logger) = (database, logger);
        _meter.CreateObservableGauge("padel.ledger.imbalance_minor", () => Interlocked.Read(ref _imbalance), null, "What the ledger does not add up by");
    }

    public string Name => "payments.trial-balance";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task<JobOutcome> Run(CancellationToken cancellation)
    {
        await using var connection = await _database.Open(cancellation);
        var off = await TrialBalance.Imbalance(connection, cancellation);
        Interlocked.Exchange(ref _imbalance, off);
        if (off != 0)
            Off(_logger, off);
        return new JobOutcome(1);
    }

    public void Dispose() => _meter.Dispose();

    [LoggerMessage(EventId = 1703, Level = LogLevel.Critical, Message = "The ledger is off by {Imbalance} minor units")]
    private static partial void Off(ILogger logger, long imbalance);
}
