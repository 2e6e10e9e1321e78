namespace Padel.Payments.Gateways;

/// <summary>What came back over HTTP: an answer, or the reason why there is none (<see cref="Trouble"/>, one of <see cref="NoAnswer"/>).</summary>
internal sealed record GatewayAnswer(int Status, ReadOnlyMemory<byte> Body, string? Trouble)
{
    private const int TooManyRequests = 429;

    /// <summary>The gateway's own word on trying again (Stripe), when it gave one.</summary>
    public bool? ShouldRetry { get; init; }

    public static GatewayAnswer None(string trouble) => new(0, ReadOnlyMemory<byte>.Empty, trouble);

    public static GatewayAnswer Of(int status, byte[] body) =>
        new(status, body, status == TooManyRequests ? NoAnswer.Busy : status >= 500 ? NoAnswer.ServerError : null);

    /// <summary>No word about the payment: whatever happened there, it is not known here.</summary>
    public Finding ToFinding(string gateway) => Unknown(gateway, Trouble ?? NoAnswer.Unreadable);

    public RefundFinding ToRefundFinding(string gateway) =>
        new(RefundFindingKind.Unknown, Trouble ?? NoAnswer.Unreadable, $"{gateway} did not say whether the refund went through.", null);

    public static Finding Unknown(string gateway, string? code, string? said = null) => Finding.Of(FindingKind.Unknown, code,
        said ?? $"We have not heard from {gateway} yet. If you approved the payment, it will show here in a few minutes.");

    public override string ToString() => $"{Status} {Trouble} {Body.Length} bytes";
}
