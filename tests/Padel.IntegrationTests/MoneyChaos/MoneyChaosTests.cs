using System.Diagnostics;

namespace Padel.IntegrationTests.MoneyChaos;

/// <summary>
/// Players and staff at random, vendors that misbehave, and the product killed again and again: at the end, at rest, a program that shares no
/// code with the product finds every rupee where it belongs.
/// </summary>
public sealed class MoneyChaosTests
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("PADEL_LONG") == "1";
    private static readonly int Operations = Long ? 10_000 : 500;
    private static readonly int Kills = Long ? 40 : 4;

    [Theory]
    [InlineData(20261122)]
    public async Task After_random_operations_misbehaving_vendors_and_kills_no_money_is_lost_or_made(int seed)
    {
        await using var world = await ChaosWorld.Make(seed, Operations);
        await world.SetUp();
        var watch = Stopwatch.StartNew();

        var living = world.Live();
        var dice = new Random(seed);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var at = kill * Operations / (Kills + 1) + dice.Next(Operations / (Kills + 1) / 2);
            await world.Reaches(at, living);
            await world.KillAndStartAgain();
        }

        await living;
        world.Counts.Broken.ShouldBeEmpty(world.Complaints);
        await world.ComesToRest();

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}, {Operations} operations, {Kills} kills, {watch.Elapsed:mm\\:ss}: {world.Counts}; {await world.Summary()}");
        world.Counts.Broken.ShouldBeEmpty(world.Complaints);
        await using (var sql = await world.Sql())
            await world.Vendors.PaidIsPaidHere(sql);
        var (exitCode, report) = await world.Check();
        exitCode.ShouldBe(0, report);
    }
}
