namespace Padel.Booking.Imports.Reading;

/// <summary>What the log says became of a booking, as the status a booking has.</summary>
internal static class LogStatus
{
    public const string Cancelled = "cancelled";

    public static bool TryParse(string text, out string status)
    {
        status = Words.Letters(text) switch
        {
            "played" or "completed" or "done" => "completed",
            "noshow" => "no_show",
            "cancelled" or "canceled" => Cancelled,
            "booked" or "confirmed" => "confirmed",
            _ => "",
        };
        return status.Length > 0;
    }
}
