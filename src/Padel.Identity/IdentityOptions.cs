using System.ComponentModel.DataAnnotations;

namespace Padel.Identity;

/// <summary>Settings of this service (section <c>Identity</c>), checked at start.</summary>
internal sealed class IdentityOptions
{
    public const string Section = "Identity";

    /// <summary>The terms a person agrees to when signing up; kept with the account and the time.</summary>
    [Required, StringLength(40, MinimumLength = 1)]
    public string ConsentVersion { get; set; } = "2026-11";

    /// <summary>A session that nobody uses ends after so many days; one in use after <see cref="SessionMaxDays"/>.</summary>
    [Range(1, 365)]
    public int SessionIdleDays { get; set; } = 30;

    [Range(1, 730)]
    public int SessionMaxDays { get; set; } = 180;

    /// <summary>Rounds of PBKDF2-HMAC-SHA512; the framework's figure, some 30 ms of one processor.</summary>
    [Range(10_000, 10_000_000)]
    public int PasswordIterations { get; set; } = 100_000;

    [Range(1, 365)]
    public int KeyRotationDays { get; set; } = 30;

    public GoogleOptions Google { get; set; } = new();
}

/// <summary>Sign-in with Google; off without a client id.</summary>
internal sealed class GoogleOptions
{
    public string? ClientId { get; set; }

    public Uri JwksAddress { get; set; } = new("https://www.googleapis.com/oauth2/v3/certs");

    public string[] Issuers { get; set; } = ["https://accounts.google.com", "accounts.google.com"];

    public bool IsOn => !string.IsNullOrWhiteSpace(ClientId);
}
