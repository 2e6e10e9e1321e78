namespace Padel.Payments.Gateways;

/// <summary>How an attempt goes on after it began.</summary>
internal abstract record GatewayStart
{
    private static readonly IReadOnlyDictionary<string, string> NoData = new Dictionary<string, string>();

    private GatewayStart(IReadOnlyDictionary<string, string>? data) => Data = data ?? NoData;

    /// <summary>To be stored with the attempt and given back in <see cref="GatewayOrder.Data"/>.</summary>
    public IReadOnlyDictionary<string, string> Data { get; }

    /// <summary>The browser posts these fields to the gateway's page.</summary>
    public sealed record HandOver(Uri Url, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string>? With = null) : GatewayStart(With);

    /// <summary>The browser goes to the gateway's page.</summary>
    public sealed record Redirect(Uri Url, IReadOnlyDictionary<string, string>? With = null) : GatewayStart(With);

    /// <summary>
    /// The player approves on the phone. The call waits for that, over a minute, so it runs outside of the request; it holds what the payer
    /// typed and is gone with the process. The attempt is pending whether or not the call comes back.
    /// </summary>
    public sealed record NeedsApproval(Func<CancellationToken, Task<Finding>> Call, IReadOnlyDictionary<string, string>? With = null) : GatewayStart(With);

    /// <summary>Nothing began: no money can move on this attempt, and another one may follow at once.</summary>
    public sealed record Refused(Finding Finding) : GatewayStart((IReadOnlyDictionary<string, string>?)null);
}
