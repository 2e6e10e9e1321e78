namespace Padel.Identity.Codes;

/// <summary>When a code may be asked for and how long it is good. Pure: what was issued and the time in, the wait out.</summary>
internal static class CodeRules
{
    public const int Digits = 6;
    public const int MaxTries = 5;
    public const int MaxPerHour = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan ResendAfter = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan LimitWindow = TimeSpan.FromHours(1);

    /// <param name="issued">Codes issued to the contact within the last hour, for any purpose.</param>
    /// <returns>How long to wait before another may go out; zero when it may go now.</returns>
    public static TimeSpan Wait(IReadOnlyCollection<IssuedCode> issued, string purpose, DateTimeOffset now)
    {
        var recent = issued.Where(code => code.IssuedAt > now - LimitWindow).OrderByDescending(code => code.IssuedAt).ToList();
        var last = recent.FirstOrDefault(code => code.Purpose == purpose);
        var sinceLast = last is null ? TimeSpan.Zero : last.IssuedAt + ResendAfter - now;
        var hourly = recent.Count < MaxPerHour ? TimeSpan.Zero : recent[MaxPerHour - 1].IssuedAt + LimitWindow - now;
        var wait = sinceLast > hourly ? sinceLast : hourly;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}

internal sealed record IssuedCode(string Purpose, DateTimeOffset IssuedAt);
