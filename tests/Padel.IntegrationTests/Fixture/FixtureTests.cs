using System.Net;

namespace Padel.IntegrationTests.Fixture;

public sealed class FixtureTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task The_product_is_ready_on_a_fresh_database()
    {
        for (var tries = 0; tries < 50; tries++)
        {
            using var answer = await server.Anyone.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
                return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        (await server.Anyone.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).ShouldBe("ready");
    }

    [Fact]
    public async Task A_process_tells_which_services_it_runs()
    {
        var text = await server.Anyone.GetStringAsync("/services", TestContext.Current.CancellationToken);
        text.ShouldContain("""{"name":"booking","running":true}""");
    }

    [Fact]
    public async Task A_production_server_has_no_outbox()
    {
        await using var production = await PadelServer.Start(new PadelServerOptions { Environment = "Production" });
        using var answer = await production.Anyone.GetAsync("/dev/outbox?to=03001234567", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_outbox_without_messages_is_empty_for_a_phone_in_any_spelling()
    {
        foreach (var to in new[] { "03001234567", "%2B923001234567", "+923001234567", "nobody@example.com" })
        {
            var text = await server.Anyone.GetStringAsync($"/dev/outbox?wait=0&to={to}", TestContext.Current.CancellationToken);
            text.ShouldBe("""{"items":[]}""");
        }
    }

    [Fact]
    public async Task A_new_database_does_not_share_rows_with_another()
    {
        await using var other = await PadelServer.Start();
        other.Database.ShouldNotBe(server.Database);
        (await TestCluster.Current.LogLines("deadlock")).ShouldBeEmpty();
    }
}
