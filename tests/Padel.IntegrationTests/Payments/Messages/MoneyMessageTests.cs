using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.IntegrationTests.Payments.Transfers;

namespace Padel.IntegrationTests.Payments.Messages;

/// <summary>What players are told about their money, as development keeps it.</summary>
public sealed class MoneyMessageTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task Who_paid_too_much_by_transfer_hears_of_the_booking_and_of_the_credit()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        await world.Matched(await world.Staff(), awaited.PaymentId, awaited.AmountMinor + 150_050);

        var messages = (await server.Outbox(player.Identifier)).Select(message => (Kind: message.Text("kind"), Text: message.Text("text"))).ToList();

        messages.ShouldContain(message => message.Kind == "booking-confirmed");
        messages.Single(message => message.Kind == "wallet-changed").Text.ShouldStartWith("To your credit: Rs 1,500.50.");
    }

    [Fact]
    public async Task Who_let_the_time_for_a_transfer_pass_hears_that_nothing_came()
    {
        await using var own = await PadelServer.Start();
        var world = await MoneyClub.Make(own);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        own.Clock.Advance(TimeSpan.FromHours(30));
        for (var tries = 0; tries < 200 && !(await Kinds()).Contains("payment-failed"); tries++)
            await Task.Delay(50, TestContext.Current.CancellationToken);

        (await Kinds()).ShouldContain("payment-failed");
        (await own.Outbox(player.Identifier)).First(message => message.Text("kind") == "payment-failed").Text("text")
            .ShouldContain("Rs " + (awaited.AmountMinor / 100).ToString("N0", System.Globalization.CultureInfo.InvariantCulture));

        async Task<List<string>> Kinds() => [.. (await own.Outbox(player.Identifier)).Select(message => message.Text("kind"))];
    }
}
