using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;

namespace Padel.Host.Health;

/// <summary>
/// Asks the process's own public pages once before it calls itself ready, so that the first player does not wait for compilation,
/// connections and the day's snapshot.
/// </summary>
internal sealed partial class WarmUp(IServer server, Readiness readiness, IHostApplicationLifetime lifetime, ILogger<WarmUp> logger) : BackgroundService
{
    private const int MaxClubs = 20;
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested && !readiness.Warm)
        {
            try
            {
                await AskForFirstPages(stoppingToken);
                readiness.Warm = true;
            }
            catch (Exception error) when (error is HttpRequestException or JsonException or OperationCanceledException)
            {
                if (stoppingToken.IsCancellationRequested)
                    return;
                Failed(logger, error);
                await Task.Delay(TryAgainAfter, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Started(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource();
        await using var whenStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AskForFirstPages(CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = OwnAddress.Of(server), Timeout = AnswerWithin };
        using var clubs = await http.GetAsync(new Uri("/api/v1/clubs", UriKind.Relative), cancellation);
        if (clubs.StatusCode == System.Net.HttpStatusCode.NotFound)
            return; // a part of the product without Booking has nothing to warm
        clubs.EnsureSuccessStatusCode();
        using var document = JsonDocument.Parse(await clubs.Content.ReadAsStreamAsync(cancellation));
        foreach (var club in document.RootElement.GetProperty("items").EnumerateArray().Take(MaxClubs))
        {
            var path = $"/api/v1/clubs/{club.GetProperty("slug").GetString()}/availability?date={club.GetProperty("today").GetString()}";
            using var day = await http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            day.EnsureSuccessStatusCode();
        }
    }

    [LoggerMessage(EventId = 1301, Level = LogLevel.Warning, Message = "The warm-up failed; it is tried again")]
    private static partial void Failed(ILogger logger, Exception error);
}
