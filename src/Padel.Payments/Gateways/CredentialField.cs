namespace Padel.Payments.Gateways;

/// <summary>One thing a club enters to switch a gateway on.</summary>
/// <param name="Name">In JSON and in <see cref="GatewayAccount.Credentials"/>.</param>
/// <param name="Label">For the manager.</param>
/// <param name="IsSecret">Typed like a password. All are sealed and never shown again.</param>
internal sealed record CredentialField(string Name, string Label, bool IsSecret, bool IsRequired);
