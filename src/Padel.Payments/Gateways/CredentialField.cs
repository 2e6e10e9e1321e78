namespace Padel.Payments.Gateways;

/// <summary>One thing a club enters to switch a gateway on.</summary>
/// <param name="Name">In JSON and in <see cref="GatewayAccount.Credentials"/>.</param>
/// <param name="Label">For the manager.</param>
/// <param name="IsSecret">Typed like a password. All are sealed and never shown again.</param>
internal sealed record CredentialField(string Name, string Label, bool IsSecret, bool IsRequired)
{
    /// <summary>What is wrong with a value, in words that do not repeat it; null when it may be right. Found now rather than by a player who pays.</summary>
    public Func<string, string?> WhyNot { get; init; } = _ => null;
}
