using System.Collections.Frozen;
using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;

namespace Padel.Payments.Gateways;

/// <summary>
/// The way out to gateways: a time limit per call, a breaker per gateway, and a log line that says which call took how long and nothing of
/// what was in it. Every failure comes back as an answer; only the caller's own cancellation throws.
/// </summary>
internal sealed partial class GatewayHttp
{
    public const string ClientName = "gateways";
    public const int MaxAnswerBytes = 256 * 1024;
    private const string RetryHeader = "Stripe-Should-Retry";
    private const double BreakWhenUnanswered = 0.8;

    private readonly IHttpClientFactory _clients;
    private readonly GatewayOptions _options;
    private readonly ILogger _logger;
    private readonly FrozenDictionary<string, ResiliencePipeline<GatewayAnswer>> _breakers;

    public GatewayHttp(IHttpClientFactory clients, IOptions<GatewayOptions> options, ILogger<GatewayHttp> logger)
    {
        (_clients, _options, _logger) = (clients, options.Value, logger);
        _breakers = GatewayCatalogue.All.ToFrozenDictionary(gateway => gateway.Name, gateway => Breaker(_options.LimitsOf(gateway.Name)));
    }

    public async Task<GatewayAnswer> Send(GatewayCall call, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var answer = call.Patience == GatewayPatience.Pin ? await Once(call, cancellation) : await Guarded(call, cancellation);
        var took = (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        if (answer.Trouble is { } trouble)
            Unanswered(_logger, call.Gateway, call.Name, trouble, answer.Status, took);
        else
            Answered(_logger, call.Gateway, call.Name, answer.Status, took);
        return answer;
    }

    private async Task<GatewayAnswer> Guarded(GatewayCall call, CancellationToken cancellation)
    {
        try
        {
            return await _breakers[call.Gateway].ExecuteAsync(async token => await Once(call, token), cancellation);
        }
        catch (BrokenCircuitException)
        {
            return GatewayAnswer.None(NoAnswer.Unreachable);
        }
    }

    private async Task<GatewayAnswer> Once(GatewayCall call, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_options.LimitsOf(call.Gateway).Of(call.Patience));
        try
        {
            using var client = _clients.CreateClient(ClientName);
            using var request = Request(call);
            using var response = await client.SendAsync(request, limit.Token);
            var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return GatewayAnswer.Of((int)response.StatusCode, body) with { ShouldRetry = ShouldRetry(response) };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return GatewayAnswer.None(NoAnswer.Timeout);
        }
        catch (Exception away) when (away is HttpRequestException or IOException)
        {
            return GatewayAnswer.None(NoAnswer.Unreachable);
        }
    }

    private static HttpRequestMessage Request(GatewayCall call)
    {
        var request = new HttpRequestMessage(call.Method, call.Url);
        foreach (var (name, value) in call.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (call.ContentType is { } type)
        {
            request.Content = new ByteArrayContent(call.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        return request;
    }

    private static bool? ShouldRetry(HttpResponseMessage response) =>
        response.Headers.TryGetValues(RetryHeader, out var said) ? said.FirstOrDefault() == "true" : null;

    private static ResiliencePipeline<GatewayAnswer> Breaker(GatewayLimits limits) =>
        new ResiliencePipelineBuilder<GatewayAnswer>().AddCircuitBreaker(new CircuitBreakerStrategyOptions<GatewayAnswer>
        {
            ShouldHandle = new PredicateBuilder<GatewayAnswer>().HandleResult(answer => answer.Trouble is not null),
            FailureRatio = BreakWhenUnanswered,
            MinimumThroughput = limits.BreakerCalls,
            SamplingDuration = limits.BreakerWindow,
            BreakDuration = limits.BreakerPause,
        }).Build();

    [LoggerMessage(EventId = 1850, Level = LogLevel.Information, Message = "{Gateway} answered {Call} with {Status} after {Milliseconds} ms")]
    private static partial void Answered(ILogger logger, string gateway, string call, int status, long milliseconds);

    [LoggerMessage(EventId = 1851, Level = LogLevel.Warning,
        Message = "{Gateway} did not answer {Call}: {Trouble}, status {Status}, after {Milliseconds} ms")]
    private static partial void Unanswered(ILogger logger, string gateway, string call, string trouble, int status, long milliseconds);
}
