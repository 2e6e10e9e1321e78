namespace Padel.Kernel;

/// <summary>
/// The only converter between instants (UTC at rest) and the club's local time. Zones come from the time zone data by IANA name;
/// minutes of a business day may pass 24:00 (1500 is 01:00 of the next morning).
/// </summary>
public sealed class ClubZone
{
    private readonly TimeZoneInfo _zone;

    private ClubZone(TimeZoneInfo zone) => _zone = zone;

    /// <summary>The IANA name, for example <c>Asia/Karachi</c>.</summary>
    public string Name => _zone.Id;

    /// <exception cref="TimeZoneNotFoundException">The zone is not in the time zone data.</exception>
    public static ClubZone Of(string ianaName) => new(TimeZoneInfo.FindSystemTimeZoneById(ianaName));

    public static bool Exists(string ianaName) => TimeZoneInfo.TryFindSystemTimeZoneById(ianaName, out _);

    /// <summary>
    /// The instant at <paramref name="minute"/> minutes of wall-clock time after midnight of <paramref name="day"/>.
    /// A wall time that a clock change skips means the first instant after the gap; one that comes twice means the first.
    /// </summary>
    public DateTimeOffset InstantOf(DateOnly day, int minute)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        while (_zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The club's calendar date at the instant.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>Wall-clock minutes between midnight of <paramref name="day"/> and the instant; may be negative or pass 1440.</summary>
    public int MinuteOf(DateOnly day, DateTimeOffset instant) =>
        (int)Math.Floor((Local(instant) - day.ToDateTime(TimeOnly.MinValue)).TotalMinutes);

    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).DateTime;
}
