using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Padel.Booking.Availability;
using Padel.Platform.Data;

namespace Padel.Booking.Live;

/// <summary>Hears of days that another process changed, evicts them here and tells this process's browsers. Connects again when cut off.</summary>
internal sealed partial class DayListener(
    AvailabilityCache availability, DayChanges changes, Database<BookingModule> database, TimeProvider clock, ILogger<DayListener> logger)
    : BackgroundService
{
    public const string Channel = "padel_day_changed";
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <summary>A connection that died without a word is found out after this long.</summary>
    private const int QuietTimeMs = 30_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (NpgsqlException cutOff)
            {
                CutOff(logger, cutOff.Message);
                await Task.Delay(RetryAfter, clock, stoppingToken);
            }
        }
    }

    private async Task Listen(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var heard = new Queue<DayHint>();
        connection.Notification += (_, notification) =>
        {
            if (DayHint.TryDecode(notification.Payload, out var process, out var hint) && process != changes.ProcessId)
                heard.Enqueue(hint);
        };
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellation);

        while (true)
        {
            if (!await connection.WaitAsync(QuietTimeMs, cancellation))
                await Ping(connection, cancellation);
            while (heard.TryDequeue(out var hint))
            {
                availability.Evict(hint.ClubId, hint.Date);
                await changes.Push(hint, cancellation);
            }
        }
    }

    private static async Task Ping(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var ping = new NpgsqlCommand("select 1", connection);
        await ping.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "Live hints from other processes stopped, listening again soon: {Reason}")]
    private static partial void CutOff(ILogger logger, string reason);
}
