using System.Net;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.House;

/// <summary>Meters belong to the process, so a server that ends beside this one would take its own away: these tests run alone.</summary>
[CollectionDefinition(nameof(MetricsTests), DisableParallelization = true)]
[Collection(nameof(MetricsTests))]
public sealed class MetricsTests(PadelServer server) : IClassFixture<PadelServer>
{
    private static readonly string[] Names =
    [
        "http_server_request_duration_seconds_bucket{", "padel_outbox_oldest_seconds{", "padel_inbox_parked{", "padel_job_success_age_seconds{",
        "padel_events_total{", "db_client_connection_count{", "http_route=\"/api/v1/auth/sessions\"",
    ];

    [Fact]
    public async Task Metrics_tell_of_requests_queues_jobs_and_the_database_to_this_machine_only()
    {
        await server.SignUp();
        var text = "";
        for (var tries = 0; tries < 100 && !Array.TrueForAll(Names, name => text.Contains(name, StringComparison.Ordinal)); tries++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            text = await server.Anyone.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        }

        Names.Where(name => !text.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        (await server.Anyone.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
