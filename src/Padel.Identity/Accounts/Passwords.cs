using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Padel.Identity.Accounts;

/// <summary>
/// Hashes passwords (PBKDF2-HMAC-SHA512 by the framework) and says which are too weak. A hash is slow on purpose, so only as many run at once as
/// there are processors: a flood of sign-ins waits in line instead of taking every thread.
/// </summary>
internal sealed class Passwords : IDisposable
{
    public const int MinLength = 8;
    public const int MaxLength = 128;

    // The head of every leaked list, as far as it has eight characters, and what people here would think of first.
    private static readonly FrozenSet<string> Commonest = FrozenSet.ToFrozenSet(
    [
        "12345678", "123456789", "1234567890", "87654321", "11111111", "00000000", "12341234", "123123123", "12344321", "password", "password1",
        "password12", "password123", "passw0rd", "p@ssw0rd", "p@ssword", "qwertyui", "qwertyuiop", "qwerty12", "qwerty123", "1q2w3e4r", "1qaz2wsx",
        "q1w2e3r4", "zaq12wsx", "asdfghjk", "asdfghjkl", "zxcvbnm1", "abcd1234", "abc12345", "abcdefgh", "iloveyou", "sunshine", "princess",
        "football", "baseball", "superman", "starwars", "trustno1", "whatever", "welcome1", "computer", "internet", "pakistan", "pakistan1",
        "pakistan123", "islamabad", "bismillah", "786786786", "admin123", "changeme", "letmein1", "padel123", "padelpadel",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly object Nobody = new();
    private static readonly TimeSpan WaitAtMost = TimeSpan.FromSeconds(8);
    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);
    private readonly PasswordHasher<object> _hasher;
    private readonly string _dummy;

    public Passwords(IOptions<IdentityOptions> options)
    {
        _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.PasswordIterations }));
        _dummy = _hasher.HashPassword(Nobody, Guid.CreateVersion7().ToString());
    }

    /// <summary>Why the password is refused, or null.</summary>
    public static string? Weakness(string password, params string?[] contacts)
    {
        if (password.Length is < MinLength or > MaxLength)
            return $"{MinLength} to {MaxLength} characters.";
        if (Commonest.Contains(password) || password.Distinct().Count() == 1)
            return "This is one of the first that others would try. Choose another.";
        return contacts.Any(contact => contact is not null && Resembles(password, contact)) ? "Not your own phone or email." : null;
    }

    /// <exception cref="TimeoutException">Too many at once; the client hears 503 and may try again.</exception>
    public Task<string> Hash(string password, CancellationToken cancellation) =>
        InLine(() => _hasher.HashPassword(Nobody, password), cancellation);

    /// <summary>Takes the same time without a hash, so that nobody learns who has an account or a password.</summary>
    /// <exception cref="TimeoutException">Too many at once; the client hears 503 and may try again.</exception>
    public async Task<bool> Verify(string? hash, string password, CancellationToken cancellation)
    {
        if (password.Length > MaxLength)
            return false;
        var result = await InLine(() => _hasher.VerifyHashedPassword(Nobody, hash ?? _dummy, password), cancellation);
        return hash is not null && result != PasswordVerificationResult.Failed;
    }

    public void Dispose() => _places.Dispose();

    private async Task<T> InLine<T>(Func<T> work, CancellationToken cancellation)
    {
        if (!await _places.WaitAsync(WaitAtMost, cancellation))
            throw new TimeoutException("Too many passwords to check at once.");
        try
        {
            return work();
        }
        finally
        {
            _places.Release();
        }
    }

    private static bool Resembles(string password, string contact)
    {
        if (string.Equals(password, contact, StringComparison.OrdinalIgnoreCase))
            return true;
        // 03001234567, 923001234567 and +92 300 1234567 are the same phone.
        return Contact.TryParse(password, out var typed) && string.Equals(typed.Value, contact, StringComparison.OrdinalIgnoreCase);
    }
}
