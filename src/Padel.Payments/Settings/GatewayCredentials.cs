using Padel.Kernel;
using Padel.Payments.Gateways;
using Padel.Platform.Http;

namespace Padel.Payments.Settings;

/// <summary>What a gateway's credentials become when a manager enters some of them.</summary>
internal static class GatewayCredentials
{
    /// <summary>Room for a PEM key.</summary>
    public const int MaxLength = 4000;

    /// <summary>
    /// Fields that are not sent keep what they have; null or an empty text takes an optional one away. A gateway is switched on only with
    /// everything it needs. No message repeats what was entered.
    /// </summary>
    public static Result<StoredGateway> Change(GatewayDescription gateway, StoredGateway before, bool enabled, IReadOnlyDictionary<string, string?> entered)
    {
        var problems = entered.Keys.Where(name => gateway.CredentialFields.All(field => field.Name != name))
            .Select(name => (Path(name.Length > 60 ? name[..60] : name), $"{gateway.Label} has no such field.")).ToList();
        var credentials = before.Credentials.ToDictionary();
        foreach (var field in gateway.CredentialFields.Where(field => entered.ContainsKey(field.Name)))
        {
            var value = entered[field.Name]?.Trim() ?? "";
            if ((WhyNot(value) ?? (value.Length > 0 ? field.WhyNot(value) : null)) is { } why)
                problems.Add((Path(field.Name), why));
            else if (value.Length > 0)
                credentials[field.Name] = value;
            else
                credentials.Remove(field.Name);
        }

        if (enabled)
            problems.AddRange(gateway.CredentialFields.Where(field => field.IsRequired && !credentials.ContainsKey(field.Name) && problems.All(p => p.Item1 != Path(field.Name)))
                .Select(field => (Path(field.Name), $"{gateway.Label} cannot be switched on without it.")));
        return problems.Count > 0 ? RequestErrors.Invalid([.. problems]) : new StoredGateway(enabled, credentials);
    }

    private static string? WhyNot(string value) =>
        value.Length > MaxLength ? $"At most {MaxLength} characters."
        : value.Any(c => char.IsControl(c) && c is not ('\n' or '\r')) ? "It holds characters that nobody can type."
        : null;

    private static string Path(string field) => "credentials." + field;
}
