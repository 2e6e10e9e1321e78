namespace Padel.Payments.Gateways;

/// <summary>A club's account at a gateway, unsealed for one call.</summary>
/// <param name="Credentials">By the names in <see cref="GatewayCatalogue"/>.</param>
internal sealed record GatewayAccount(Guid ClubId, IReadOnlyDictionary<string, string> Credentials)
{
    /// <exception cref="InvalidOperationException">The club was switched on without it, which the settings refuse.</exception>
    public string Need(string field) =>
        Find(field) ?? throw new InvalidOperationException($"Club {ClubId} has no '{field}' for this gateway.");

    public string? Find(string field) => Credentials.TryGetValue(field, out var value) && value.Length > 0 ? value : null;

    /// <summary>Says whose account it is and none of its secrets.</summary>
    public override string ToString() => $"{nameof(GatewayAccount)} of club {ClubId}";
}
