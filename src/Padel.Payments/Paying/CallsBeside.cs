using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Padel.Payments.Paying;

/// <summary>
/// Calls that would hold a request: wallets that wait for a PIN, pages to be closed. A bounded line in memory; what is in it holds what the
/// payer typed and is gone with the process. Nothing depends on a call having run: inquiries find out.
/// </summary>
internal sealed partial class CallsBeside : BackgroundService
{
    private readonly Channel<Func<CancellationToken, Task>> _line;
    private readonly int _atOnce;
    private readonly ILogger _logger;

    public CallsBeside(IOptions<PayingOptions> options, ILogger<CallsBeside> logger)
    {
        _atOnce = options.Value.CallsAtOnce;
        _logger = logger;
        _line = Channel.CreateBounded<Func<CancellationToken, Task>>(options.Value.CallsInLine);
    }

    /// <returns>False when the line is full: the call will not be made.</returns>
    public bool TryRun(Func<CancellationToken, Task> call) => _line.Writer.TryWrite(call);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, _atOnce).Select(_ => Work(stoppingToken)));

    private async Task Work(CancellationToken stopping)
    {
        try
        {
            await foreach (var call in _line.Reader.ReadAllAsync(stopping))
                await Try(call, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return; // inquiries find out what became of the calls under way
        }
    }

    private async Task Try(Func<CancellationToken, Task> call, CancellationToken stopping)
    {
        try
        {
            await call(stopping);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested) // the next in line is not to blame
        {
            Failed(_logger, error);
        }
    }

    [LoggerMessage(EventId = 1702, Level = LogLevel.Error, Message = "A call beside the requests failed; what became of the payment is asked again")]
    private static partial void Failed(ILogger logger, Exception error);
}
