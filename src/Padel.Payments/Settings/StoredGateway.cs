namespace Padel.Payments.Settings;

/// <summary>What a club has entered for a gateway.</summary>
internal sealed record StoredGateway(bool Enabled, IReadOnlyDictionary<string, string> Credentials)
{
    public static readonly StoredGateway Nothing = new(false, new Dictionary<string, string>());

    /// <summary>Names only: all that anybody is ever shown.</summary>
    public string[] FieldsSet => [.. Credentials.Keys.Order(StringComparer.Ordinal)];

    public override string ToString() => $"{nameof(StoredGateway)} with {Credentials.Count} fields";
}
