using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using Padel.Platform.Http;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Padel.Platform.Auth;

/// <summary>
/// What a process without Identity asks of it, by HTTP (<c>Services:identity</c>): 3 seconds in all, one more try, and a breaker that
/// fails at once while Identity is away. Keys it knew last stay in use meanwhile, so that players go on; a role is never remembered.
/// </summary>
public sealed partial class RemoteIdentityDirectory : IIdentityDirectory, IDisposable
{
    private const string ClientName = "identity";
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(100);

    private readonly IHttpClientFactory _clients;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _pipeline;
    private readonly KeyCache<IReadOnlyList<SecurityKey>> _keys;
    private IReadOnlyList<SecurityKey>? _lastKeys;

    public RemoteIdentityDirectory(IHttpClientFactory clients, TimeProvider clock, ILogger<RemoteIdentityDirectory> logger)
    {
        (_clients, _logger) = (clients, logger);
        _keys = new(LoadKeys, (keys, keyId) => keys.Any(key => key.KeyId == keyId), clock);
        _pipeline = new ResiliencePipelineBuilder()
            .AddTimeout(AnswerWithin)
            .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 1, Delay = RetryAfter, ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>() })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = TimeSpan.FromSeconds(5),
            })
            .Build();
    }

    /// <param name="address">Where Identity is.</param>
    /// <param name="services">The container of a process that does not run it.</param>
    public static void Register(IServiceCollection services, Uri address)
    {
        services.AddHttpClient(ClientName, (provider, client) =>
        {
            client.BaseAddress = address;
            client.DefaultRequestHeaders.Add(InternalAccess.Header, provider.GetRequiredService<InternalAccess>().Secret);
        });
        services.AddSingleton<IIdentityDirectory, RemoteIdentityDirectory>();
    }

    public ValueTask<IReadOnlyList<SecurityKey>> SigningKeys(string? keyId, CancellationToken cancellation) => _keys.Get(keyId, cancellation);

    public async ValueTask<StaffRole?> RoleOf(Guid userId, Guid clubId, CancellationToken cancellation) =>
        (await Ask<RoleAnswer>($"/internal/identity/roles/{userId}/{clubId}", cancellation)).Role;

    public void Dispose() => _keys.Dispose();

    private async Task<IReadOnlyList<SecurityKey>> LoadKeys(CancellationToken cancellation)
    {
        try
        {
            return _lastKeys = [.. JsonWebKeySet.Create(await AskText("/.well-known/jwks.json", cancellation)).GetSigningKeys()];
        }
        catch (TimeoutException away) when (_lastKeys is not null)
        {
            KeysKept(_logger, away);
            return _lastKeys;
        }
    }

    private Task<string> AskText(string path, CancellationToken cancellation) =>
        Guarded((client, token) => client.GetStringAsync(new Uri(path, UriKind.Relative), token), cancellation);

    private Task<T> Ask<T>(string path, CancellationToken cancellation) => Guarded(
        async (client, token) => await client.GetFromJsonAsync<T>(new Uri(path, UriKind.Relative), ApiJson.Options, token)
            ?? throw new HttpRequestException("Identity answered nothing."), cancellation);

    /// <exception cref="TimeoutException">Identity is away; the caller hears 503.</exception>
    private async Task<T> Guarded<T>(Func<HttpClient, CancellationToken, Task<T>> ask, CancellationToken cancellation)
    {
        using var client = _clients.CreateClient(ClientName);
        try
        {
            return await _pipeline.ExecuteAsync(async token => await ask(client, token), cancellation);
        }
        catch (Exception away) when (away is HttpRequestException or ExecutionRejectedException)
        {
            throw new TimeoutException("Identity does not answer.", away);
        }
    }

    [LoggerMessage(EventId = 1441, Level = LogLevel.Warning, Message = "Identity does not answer; its last known keys stay in use")]
    private static partial void KeysKept(ILogger logger, Exception error);
}
