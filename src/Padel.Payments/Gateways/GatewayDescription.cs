namespace Padel.Payments.Gateways;

/// <summary>What there is to know about a gateway without calling it.</summary>
internal sealed record GatewayDescription(
    string Name, string Label, IReadOnlyList<string> Methods, IReadOnlyList<CredentialField> CredentialFields, string? MerchantField);
