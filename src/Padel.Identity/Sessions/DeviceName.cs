using Microsoft.AspNetCore.Http;

namespace Padel.Identity.Sessions;

/// <summary>Names a session for its owner's list ("Chrome on Android"), from the browser's own words. Nothing is decided by it.</summary>
internal static class DeviceName
{
    private const string Unknown = "Unknown device";

    // In the order that tells them apart: Edge and Opera also say Chrome, and everybody says Safari.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"),
            ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(HttpContext http)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        var browser = Array.Find(Browsers, b => agent.Contains(b.Mark, StringComparison.Ordinal)).Name;
        var system = Array.Find(Systems, s => agent.Contains(s.Mark, StringComparison.Ordinal)).Name;
        return (browser, system) switch
        {
            (null, null) => Unknown,
            (null, _) => system,
            (_, null) => browser,
            _ => $"{browser} on {system}",
        };
    }
}
