using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Padel.Payments.Gateways.Stripe;

/// <summary>
/// Stripe over HTTP: form bodies with brackets, a pinned version, an idempotency key with every write. Tries again when the network, a
/// conflict or the server was at fault, as the server's own word on it says: with the key, the second copy is the first. Not after half of the
/// caller's patience, though.
/// </summary>
internal sealed class StripeClient(GatewayHttp http, StripeOptions options, TimeProvider clock)
{
    private const int Conflict = 409;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public Task<StripeReply> Get(string name, string path, GatewayAccount account, CancellationToken cancellation) =>
        Send(Call(name, HttpMethod.Get, path, account, null), cancellation);

    public Task<StripeReply> Post(
        string name, string path, IEnumerable<KeyValuePair<string, string>> form, string? idempotencyKey, GatewayAccount account,
        CancellationToken cancellation, GatewayPatience patience = GatewayPatience.Answer) =>
        Send(Call(name, HttpMethod.Post, path, account, idempotencyKey) with
        {
            Patience = patience,
            Body = Encoding.UTF8.GetBytes(string.Join('&', form.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}"))),
            ContentType = "application/x-www-form-urlencoded",
        }, cancellation);

    private async Task<StripeReply> Send(GatewayCall call, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var answer = await http.Send(call, cancellation);
        for (var retry = 0; retry < options.Retries && MayRetry(answer) && Stopwatch.GetElapsedTime(begun) < options.Limits.Of(call.Patience) / 2; retry++)
        {
            await Task.Delay(Pause(retry), clock, cancellation);
            answer = await http.Send(call, cancellation);
        }

        return StripeReply.Of(answer);
    }

    private static bool MayRetry(GatewayAnswer answer) => answer.ShouldRetry ?? (answer.Trouble is not null || answer.Status == Conflict);

    // Doubled each time, with jitter, so that clients do not come back all at once.
    private TimeSpan Pause(int retry)
    {
        var pause = TimeSpan.FromMilliseconds(options.FirstRetryMilliseconds * Math.Pow(2, retry) * (0.5 + Random.Shared.NextDouble() / 2));
        return pause < LongestPause ? pause : LongestPause;
    }

    private GatewayCall Call(string name, HttpMethod method, string path, GatewayAccount account, string? idempotencyKey)
    {
        var headers = new Dictionary<string, string>
        {
            ["Authorization"] = $"Bearer {account.Need("secretKey")}",
            ["Stripe-Version"] = options.ApiVersion,
        };
        if (idempotencyKey is not null)
            headers["Idempotency-Key"] = idempotencyKey;
        return new GatewayCall(GatewayNames.Stripe, name, method, GatewayCall.UrlOf(options.BaseUrl, path)) { Headers = headers };
    }
}

/// <summary>Stripe's answer: an object, an error of its own, or trouble on the way.</summary>
internal sealed record StripeReply(JsonElement? Object, string? ErrorType, string? ErrorCode, GatewayAnswer Answer)
{
    public static StripeReply Of(GatewayAnswer answer)
    {
        if (answer.Trouble is not null || Parse(answer.Body) is not { ValueKind: JsonValueKind.Object } root)
            return new StripeReply(null, null, null, answer);
        return root.TryGetProperty("error", out var error)
            ? new StripeReply(null, error.Text("type") ?? "error", error.Text("decline_code") ?? error.Text("code"), answer)
            : new StripeReply(root, null, null, answer);
    }

    public static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
