using System.Globalization;

namespace Padel.Booking.Live;

/// <summary>A club's business day whose availability changed, as the client method <c>dayChanged</c> receives it.</summary>
internal readonly record struct DayHint(Guid ClubId, DateOnly Date)
{
    /// <summary>For a notification between processes: whose it is, then the day.</summary>
    public string Encode(Guid process) =>
        string.Create(CultureInfo.InvariantCulture, $"{process:n}|{ClubId:n}|{Date:yyyy-MM-dd}");

    public static bool TryDecode(string payload, out Guid process, out DayHint hint)
    {
        hint = default;
        var parts = payload.Split('|');
        if (!Guid.TryParse(parts[0], out process) || parts.Length != 3 || !Guid.TryParse(parts[1], out var clubId)
            || !DateOnly.TryParseExact(parts[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return false;
        hint = new DayHint(clubId, date);
        return true;
    }
}
