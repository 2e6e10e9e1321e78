using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Padel.Platform.Auth;

namespace Padel.Platform.Http;

/// <summary>Counts requests: signed in by account, otherwise by address, and a few routes by policies of their own.</summary>
internal static class RateLimiting
{
    // However many addresses call, no more counters than this are kept. Which ones share a counter changes with every start.
    private const int MaxCountersPerLimit = 1 << 17;
    private const int AddressBitsOfOneHousehold = 64;
    private static readonly string[] Counted = ["/api", "/csp-reports", "/hubs"];

    public static void AddRateLimiting(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<RateLimits>(configuration.GetSection("RateLimits"));
        services.AddSingleton<RequestBudget>();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = Refuse;
            AddPolicy(limiter, RateLimits.SignUp, TimeSpan.FromHours(1));
            AddPolicy(limiter, RateLimits.Code, TimeSpan.FromHours(1));
            AddPolicy(limiter, RateLimits.Report, TimeSpan.FromMinutes(1));
            AddPolicy(limiter, RateLimits.Lookup, TimeSpan.FromMinutes(1));
        });
        // The numbers are handed in: looking them up in each request's services would make those services for every cheap read.
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimits>>((limiter, limits) =>
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, Counter>(http => Global(http, limits.Value)));
    }

    private static void AddPolicy(RateLimiterOptions limiter, string policy, TimeSpan window) =>
        limiter.AddPolicy(policy, http => Window(new Counter(policy, Bucket(AddressOf(http))), Limits(http).OfPolicy(policy), window));

    private static RateLimitPartition<Counter> Global(HttpContext http, RateLimits limits)
    {
        if (!Counted.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
            return RateLimitPartition.GetNoLimiter(new Counter("free", 0));
        return Caller.Of(http) is { } caller
            ? Window(new Counter("account", Bucket(caller.UserId)), limits.AccountPerMinute, TimeSpan.FromMinutes(1))
            : Window(new Counter("address", Bucket(AddressOf(http))), limits.AddressPerMinute, TimeSpan.FromMinutes(1));
    }

    private static RateLimitPartition<Counter> Window(Counter counter, int permits, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(counter, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window });

    private static async ValueTask Refuse(OnRejectedContext context, CancellationToken cancellation)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        await new Problem(RequestErrors.TooMany with { RetryAfter = wait }).ExecuteAsync(context.HttpContext);
    }

    private static RateLimits Limits(HttpContext http) => http.RequestServices.GetRequiredService<IOptions<RateLimits>>().Value;

    private static int Bucket(object key) => (int)((uint)HashCode.Combine(key) % MaxCountersPerLimit);

    // One household or phone owns a whole /64 of IPv6 addresses.
    private static string AddressOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, AddressBitsOfOneHousehold / 8))
            : address.ToString();
    }

    private readonly record struct Counter(string Limit, int Bucket);
}
