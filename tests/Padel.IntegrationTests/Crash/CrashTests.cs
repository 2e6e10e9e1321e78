using System.Diagnostics;

namespace Padel.IntegrationTests.Crash;

/// <summary>What was acknowledged survives: the product and its PostgreSQL are killed under load, with full durability.</summary>
public sealed class CrashTests
{
    private const int KillAfterAnswers = 25;
    private static readonly int Rounds = Environment.GetEnvironmentVariable("PADEL_LONG") == "1" ? 5 : 1;

    [Fact]
    public async Task After_a_kill_of_the_process_under_load_every_booking_is_there_once_and_every_event_delivered()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var world = await CrashWorld.Make();
            await using var first = await ProductProcess.Serve(world.Data);
            await world.SignUpPlayers(first.Address);
            var load = world.Book(first.Address);
            await Answers(world, KillAfterAnswers);
            await first.Kill();
            await load;
            world.Answered.ShouldBeLessThan(world.Wishes.Count(), "the kill came too late to interrupt anything");

            await using var second = await ProductProcess.Serve(world.Data);
            await world.EveryAnsweredBookingIsThereOnce();
            await world.RepeatEverything(second.Address);
            await world.EveryAnsweredBookingIsThereOnce();
            await world.EveryEventIsDeliveredOnce();
        }
    }

    [Fact]
    public async Task After_a_kill_of_PostgreSQL_under_load_the_product_goes_on_with_every_booking_once_and_every_event_delivered()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var world = await CrashWorld.Make();
            await using var product = await ProductProcess.Serve(world.Data);
            await world.SignUpPlayers(product.Address);
            var load = world.Book(product.Address);
            await Answers(world, KillAfterAnswers);
            var killed = world.Postmaster();
            await KillWithChildren(killed);
            await load;

            await Revived(world, killed, product.Address);
            await world.EveryAnsweredBookingIsThereOnce();
            await world.RepeatEverything(product.Address);
            await world.EveryAnsweredBookingIsThereOnce();
            await world.EveryEventIsDeliveredOnce();
        }
    }

    [Fact]
    public async Task Two_processes_on_one_database_share_the_games_and_the_second_goes_on_when_the_first_stops()
    {
        await using var world = await CrashWorld.Make();
        await using var first = await ProductProcess.Serve(world.Data);
        await using var second = await ProductProcess.Serve(world.Data);
        await world.SignUpPlayers(first.Address);

        // The same requests at both doors at once: the same key, so the same answer, whichever came first.
        await Task.WhenAll(world.Book(first.Address), world.Book(second.Address));
        await world.RepeatEverything(second.Address);
        (await first.Stop()).ShouldBe(0);

        await world.RepeatEverything(second.Address);
        await world.EveryAnsweredBookingIsThereOnce();
        await world.EveryEventIsDeliveredOnce();
        (await second.Stop()).ShouldBe(0);
    }

    private static async Task Answers(CrashWorld world, int atLeast)
    {
        while (world.Answered < atLeast)
            await Task.Delay(1, TestContext.Current.CancellationToken);
    }

    // All of them at once, as when the machine loses power; the postmaster first, so that it starts nothing anew.
    private static async Task KillWithChildren(int postmaster)
    {
        using var kill = Process.Start("sh", ["-c", $"children=$(cat /proc/{postmaster}/task/*/children); kill -9 {postmaster} $children"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    // Another server runs, and the product says itself that it reaches it again.
    private static async Task Revived(CrashWorld world, int killed, Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var ready = false;
        for (var tries = 0; tries < 600 && !ready; tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            if (!File.Exists(Path.Combine(world.Data, "postgres", "postmaster.pid")) || world.Postmaster() == killed)
                continue;
            using var answer = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            ready = answer.IsSuccessStatusCode;
        }

        ready.ShouldBeTrue("The product did not reach its revived database.");
    }
}
