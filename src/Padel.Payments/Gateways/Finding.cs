using Padel.Kernel;

namespace Padel.Payments.Gateways;

/// <summary>What a gateway said about a payment: an answer, a notification, a return or an inquiry.</summary>
/// <param name="Code">The gateway's own code, or one of <see cref="NoAnswer"/>'s.</param>
/// <param name="Text">For the player, in our words.</param>
/// <param name="CanRetry">The player may try the same way again.</param>
/// <param name="Amount">What the gateway said; null when it named none, then the stored attempt counts (its amount was inside what we signed).</param>
/// <param name="GatewayReference">The gateway's name for the payment.</param>
/// <param name="EventId">Names this message among all of the gateway's, so that the second copy is known.</param>
/// <param name="Data">To be added to the attempt's data.</param>
internal sealed record Finding(
    FindingKind Kind,
    string? Code,
    string? Text,
    bool CanRetry,
    Money? Amount,
    string? GatewayReference,
    string? EventId,
    IReadOnlyDictionary<string, string> Data)
{
    private static readonly IReadOnlyDictionary<string, string> NoData = new Dictionary<string, string>();

    /// <summary>The merchant or store the gateway named, to be compared with the account's (<see cref="GatewayCatalogue.MerchantIdOf"/>).</summary>
    public string? MerchantId { get; init; }

    public static Finding Of(FindingKind kind, string? code, string? text, bool canRetry = false) =>
        new(kind, code, text, canRetry, null, null, null, NoData);
}
