namespace Padel.Payments.Gateways;

/// <summary>One request to a gateway. The body may hold secrets and what a payer typed, so it is never turned into text for a log.</summary>
/// <param name="Name">For logs and metrics.</param>
internal sealed record GatewayCall(string Gateway, string Name, HttpMethod Method, Uri Url)
{
    public byte[] Body { get; init; } = [];

    public string? ContentType { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public GatewayPatience Patience { get; init; }

    public static Uri UrlOf(Uri baseUrl, string path) => new(baseUrl.AbsoluteUri.TrimEnd('/') + path);

    public override string ToString() => $"{Gateway} {Name}";
}
