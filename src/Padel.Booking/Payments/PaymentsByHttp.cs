using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Padel.Contracts.Booking;
using Padel.Contracts.Payments;
using Padel.Platform.Auth;
using Polly;
using Polly.CircuitBreaker;

namespace Padel.Booking.Payments;

/// <summary>
/// Payments in another process (<c>Services:payments</c>): 3 seconds, and a breaker that fails at once while it is away. No second try:
/// the event is the second try.
/// </summary>
internal sealed class PaymentsByHttp(IHttpClientFactory clients) : IPaymentsClient
{
    private const string ClientName = "payments";
    private static readonly Uri Openings = new("/internal/payments/openings", UriKind.Relative);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddTimeout(AnswerWithin)
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromSeconds(10),
            BreakDuration = TimeSpan.FromSeconds(5),
        })
        .Build();

    /// <param name="address">Where Payments is.</param>
    public static void Register(IServiceCollection services, Uri address)
    {
        services.AddHttpClient(ClientName, (provider, client) =>
        {
            client.BaseAddress = address;
            client.DefaultRequestHeaders.Add(InternalAccess.Header, provider.GetRequiredService<InternalAccess>().Secret);
        });
        services.AddSingleton<IPaymentsClient, PaymentsByHttp>();
    }

    public async Task Open(BookingFactV1 fact, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(ClientName);
        try
        {
            await _pipeline.ExecuteAsync(async token =>
            {
                using var answer = await client.PostAsJsonAsync(Openings, fact, token);
                answer.EnsureSuccessStatusCode();
            }, cancellation);
        }
        catch (Exception away) when (away is HttpRequestException or ExecutionRejectedException)
        {
            throw new TimeoutException("Payments does not answer.", away);
        }
    }
}
