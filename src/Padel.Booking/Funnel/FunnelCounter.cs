namespace Padel.Booking.Funnel;

/// <summary>
/// Steps seen by this process and not yet written. They leave no booking behind and come often, so a row each, or one counter that all
/// update, would cost more than they are worth; a crash loses the last few seconds of them, and no booking.
/// </summary>
internal sealed class FunnelCounter
{
    /// <summary>Clubs and days between two flushes; what comes beyond is not counted.</summary>
    private const int MaxKeys = 10_000;

    private readonly Lock _gate = new();
    private Dictionary<FunnelKey, long> _counts = [];

    public void Count(FunnelKey key)
    {
        lock (_gate)
        {
            if (_counts.Count < MaxKeys || _counts.ContainsKey(key))
                _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Hands over what was counted; whoever fails to write it gives it back.</summary>
    public Dictionary<FunnelKey, long> Take()
    {
        lock (_gate)
        {
            var taken = _counts;
            _counts = [];
            return taken;
        }
    }

    public void GiveBack(Dictionary<FunnelKey, long> counts)
    {
        lock (_gate)
        {
            foreach (var (key, count) in counts)
                _counts[key] = _counts.GetValueOrDefault(key) + count;
        }
    }
}

/// <param name="Day">By the club's calendar.</param>
internal readonly record struct FunnelKey(Guid ClubId, DateOnly Day, string Step, string Source);
