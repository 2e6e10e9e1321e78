namespace Padel.Payments.Gateways;

/// <summary>What whoever brought the message gets back.</summary>
internal abstract record GatewayReply
{
    private GatewayReply()
    {
    }

    public sealed record Json(int Status, string Body) : GatewayReply;

    public sealed record Text(int Status, string Body) : GatewayReply;

    /// <summary>303 to the page of the payment.</summary>
    public sealed record RedirectPlayer : GatewayReply;

    /// <summary>A page that posts these fields on to the gateway: the second leg of a checkout.</summary>
    public sealed record HandOverForm(Uri Url, IReadOnlyDictionary<string, string> Fields) : GatewayReply;
}
