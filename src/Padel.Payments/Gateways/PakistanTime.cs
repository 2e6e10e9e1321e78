using System.Globalization;
using Padel.Kernel;

namespace Padel.Payments.Gateways;

/// <summary>Times as Pakistani gateways write them: wall clock of Karachi, from the time zone data.</summary>
internal static class PakistanTime
{
    private static readonly ClubZone Karachi = ClubZone.Of("Asia/Karachi");

    public static string Write(DateTimeOffset instant, string format) => Karachi.Local(instant).ToString(format, CultureInfo.InvariantCulture);
}
