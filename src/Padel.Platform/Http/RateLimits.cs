namespace Padel.Platform.Http;

/// <summary>
/// All request limits, with the numbers of the product (<c>RateLimits</c> in the configuration). Generous per address, for many phones
/// share one; health, metrics, pages and files are not counted.
/// </summary>
public sealed class RateLimits
{
    /// <summary>Policy of routes that make an account.</summary>
    public const string SignUp = "sign-up";

    /// <summary>Policy of routes that send a code to somebody.</summary>
    public const string Code = "code";

    /// <summary>Policy of routes that take reports from browsers.</summary>
    public const string Report = "report";

    /// <summary>Policy of routes where strangers look something up by a code: guessing is hopeless, and slow.</summary>
    public const string Lookup = "lookup";

    public int SignUpsPerHour { get; set; } = 200;

    public int CodesPerHour { get; set; } = 1_000;

    public int ReportsPerMinute { get; set; } = 60;

    public int LookupsPerMinute { get; set; } = 60;

    /// <summary>Requests of one address that are not signed in.</summary>
    public int AddressPerMinute { get; set; } = 1_200;

    public int AccountPerMinute { get; set; } = 300;

    internal int OfPolicy(string policy) => policy switch
    {
        SignUp => SignUpsPerHour,
        Code => CodesPerHour,
        Lookup => LookupsPerMinute,
        _ => ReportsPerMinute,
    };
}
