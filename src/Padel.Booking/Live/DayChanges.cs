using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Padel.Booking.Availability;
using Padel.Platform.Data;

namespace Padel.Booking.Live;

/// <summary>
/// Call <see cref="Changed"/> after the commit of anything that claims or releases time. The day's snapshot is evicted at once; browsers and
/// the other processes get a hint a moment later, many changes as one. Hints may be lost: ages are bounded everywhere, so a lost hint costs
/// a moment and never a wrong answer. They travel outside the business transaction, where <c>notify</c> would hold a lock of the whole cluster.
/// </summary>
internal sealed partial class DayChanges(
    AvailabilityCache availability, IHubContext<LiveHub> hub, Database<BookingModule> database, TimeProvider clock, ILogger<DayChanges> logger)
    : BackgroundService
{
    public const string ClientMethod = "dayChanged";

    /// <summary>How long changes are gathered before one hint is sent.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(50);

    /// <summary>Days waiting to be told; more than this in 50 ms is an import, which nobody watches live.</summary>
    private const int MaxWaiting = 2_000;

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private HashSet<DayHint> _waiting = [];

    /// <summary>Tells this process's own notifications from the others'.</summary>
    public Guid ProcessId { get; } = Guid.CreateVersion7();

    public void Changed(Guid clubId, DateOnly businessDay)
    {
        availability.Evict(clubId, businessDay);
        lock (_gate)
        {
            if (_waiting.Count < MaxWaiting && _waiting.Add(new DayHint(clubId, businessDay)) && _wake.CurrentCount == 0)
                _wake.Release();
        }
    }

    /// <summary>Sends what has gathered at once: for a command, which ends before the next hint would be sent.</summary>
    public async Task Flush(CancellationToken cancellation)
    {
        var hints = Take();
        if (hints.Count == 0)
            return;
        foreach (var hint in hints)
            await Push(hint, cancellation);
        await Notify(hints, cancellation);
    }

    /// <summary>To the browsers connected to this process.</summary>
    public Task Push(DayHint hint, CancellationToken cancellation) =>
        hub.Clients.Groups(LiveHub.GroupOf(hint.ClubId), LiveHub.EveryClub).SendAsync(ClientMethod, hint, cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _wake.WaitAsync(stoppingToken);
            await Task.Delay(Gather, clock, stoppingToken);
            await Flush(stoppingToken);
        }
    }

    private HashSet<DayHint> Take()
    {
        lock (_gate)
        {
            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }

    private async Task Notify(HashSet<DayHint> hints, CancellationToken cancellation)
    {
        try
        {
            await using var command = database.Source.CreateCommand("select pg_notify($1, payload) from unnest($2) payload");
            command.Parameters.AddWithValue(DayListener.Channel);
            command.Parameters.AddWithValue(hints.Select(hint => hint.Encode(ProcessId)).ToArray());
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (NpgsqlException unreachable)
        {
            HintsLost(logger, hints.Count, unreachable.Message);
        }
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "{Count} live hints did not reach the other processes: {Reason}")]
    private static partial void HintsLost(ILogger logger, int count, string reason);
}
