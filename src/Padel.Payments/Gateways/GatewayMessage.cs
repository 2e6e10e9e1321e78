namespace Padel.Payments.Gateways;

/// <summary>A return or notification as it came in.</summary>
/// <param name="IsReturn">A browser brought it. Otherwise it came to the address for notifications.</param>
/// <param name="Address">The address it came to as the world knows it, without query.</param>
/// <param name="Query">Raw, without the question mark.</param>
/// <param name="Body">Raw: signatures are over these bytes.</param>
/// <param name="Headers">Names in any case.</param>
internal sealed record GatewayMessage(
    bool IsReturn,
    Uri Address,
    string Query,
    string? ContentType,
    ReadOnlyMemory<byte> Body,
    IReadOnlyDictionary<string, string> Headers,
    DateTimeOffset ReceivedAt)
{
    public override string ToString() => $"{nameof(GatewayMessage)} to {Address}, {Body.Length} bytes";
}
