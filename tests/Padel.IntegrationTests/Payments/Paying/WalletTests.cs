using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Padel.IntegrationTests.Bookings;
using Padel.Kernel;
using Padel.Payments;
using Padel.Payments.Ledger;
using Padel.Platform.Data;

namespace Padel.IntegrationTests.Payments.Paying;

public sealed class WalletTests
{
    [Fact]
    public async Task A_hundred_debits_at_once_never_take_a_wallet_below_zero()
    {
        await using var world = await PayWorld.Make();
        await world.Credit(10_500);
        var accounts = new Accounts(world.Club.ClubId);
        var database = world.Server.Services.GetRequiredService<Database<PaymentsModule>>();

        var posted = await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            await using var connection = await database.Open(TestContext.Current.CancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            var amount = Money.Major(1000, Currency.Pkr);
            var result = await GeneralLedger.Post(transaction, new Posting(
                world.Club.ClubId, "adjustment", "One of a hundred", "system", "wallet", world.Player.UserId, $"herd:{number}",
                Entry.Debit(accounts.Wallet(world.Player.UserId), amount), Entry.Credit(accounts.Adjustments, amount)), world.Server.Clock.Now());
            if (result.IsSuccess)
                await transaction.CommitAsync(TestContext.Current.CancellationToken);
            return result.IsSuccess;
        }));

        posted.Count(done => done).ShouldBe(10);
        (await world.Balance($"wallet:{world.Player.UserId}")).ShouldBe(50_000);
        (await world.Count("select balance_minor from payments.balances where account like '%:wallet:%'")).ShouldBe(50_000);
    }

    [Fact]
    public async Task A_hold_that_pays_with_the_wallet_is_paid_at_once()
    {
        await using var world = await PayWorld.Make();
        await world.Credit(10_000);
        var bookingId = await world.Hold("wallet");

        (await world.BookingStatus(bookingId)).ShouldBe("confirmed");
        (await world.Balance($"wallet:{world.Player.UserId}")).ShouldBe(400_000);
        (await world.Balance($"booking:{bookingId}")).ShouldBe(PayWorld.Price);
        (await world.Count("select count(*) from payments.payments where booking_id = @bookingId", new { bookingId })).ShouldBe(1);
    }

    [Fact]
    public async Task Without_enough_credit_the_hold_stays_the_player_is_told_and_may_pay_another_way()
    {
        await using var world = await PayWorld.Make();
        await world.Credit(1_000);
        var bookingId = await world.Hold("wallet");

        var checkout = await world.Checkout(bookingId);
        checkout.Text("status").ShouldBe("held");
        checkout.GetProperty("payment").GetProperty("failure").Text("code").ShouldBe("payments.insufficient_funds");
        checkout.GetProperty("methods").EnumerateArray().Single(method => method.Text("method") == "wallet").Text("reason").ShouldBe("insufficient_funds");
        using var refused = await world.Start(bookingId, "wallet");
        await refused.Refused(422, "payments.insufficient_funds");

        var payment = await world.Started(bookingId);
        await world.Tell(new(payment.Text("reference"), "Paid", PayWorld.Price));
        (await world.BookingStatus(bookingId)).ShouldBe("confirmed");
        (await world.Balance($"wallet:{world.Player.UserId}")).ShouldBe(100_000);
    }

    [Fact]
    public async Task One_wallet_pays_for_as_many_games_as_it_holds_however_many_are_booked_at_once()
    {
        await using var world = await PayWorld.Make();
        await world.Credit(13_000);
        var bookings = await Task.WhenAll(Enumerable.Range(1, 3).Select(court => world.Hold("wallet", court)));

        var states = await Task.WhenAll(bookings.Select(world.BookingStatus));
        states.Order().ShouldBe(["confirmed", "confirmed", "held"]);
        (await world.Balance($"wallet:{world.Player.UserId}")).ShouldBe(100_000);
    }

    [Fact]
    public async Task A_top_up_lands_in_the_wallet_and_in_its_history()
    {
        await using var world = await PayWorld.Make();
        using var started = await world.Player.Post(
            "/api/v1/payments", new { purpose = "top_up", clubId = world.Club.ClubId, amountMinor = 500_000, method = "jazzcash" }, PayWorld.Key());
        var topUp = await started.Expect(201);
        await world.Tell(new(topUp.Text("reference"), "Paid", 500_000));

        using var wallets = await world.Player.Get("/api/v1/me/wallets");
        (await wallets.Expect(200)).GetProperty("items")[0].GetProperty("balance").GetProperty("amountMinor").GetInt64().ShouldBe(500_000);
        using var entries = await world.Player.Get($"/api/v1/me/wallets/{world.Club.ClubId}/entries");
        var entry = (await entries.Expect(200)).GetProperty("items")[0];
        (entry.Text("kind"), entry.GetProperty("balanceAfter").GetProperty("amountMinor").GetInt64()).ShouldBe(("top_up", 500_000));
    }

    [Fact]
    public async Task A_top_up_of_an_odd_amount_is_refused_at_its_field()
    {
        await using var world = await PayWorld.Make();
        foreach (var amountMinor in new[] { 49_900, 20_000_100, 100_050, -500_000 })
        {
            using var answer = await world.Player.Post(
                "/api/v1/payments", new { purpose = "top_up", clubId = world.Club.ClubId, amountMinor, method = "jazzcash" }, PayWorld.Key());
            (await answer.Refused(400, "request.invalid")).GetProperty("errors").TryGetProperty("amountMinor", out _).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_manager_corrects_a_wallet_with_a_reason_never_below_zero_and_the_desk_may_not()
    {
        await using var world = await PayWorld.Make();
        await world.Credit(1_000);
        var manager = await world.Booking.Staff("manager");
        var path = $"/api/v1/clubs/{world.Club.ClubId}/players/{world.Player.UserId}/wallet-adjustments";

        using var more = await manager.Post(path, new { amountMinor = 50_000, reason = "Goodwill after the power cut" }, PayWorld.Key());
        (await more.Expect(201)).GetProperty("balance").GetProperty("amountMinor").GetInt64().ShouldBe(150_000);
        using var tooMuch = await manager.Post(path, new { amountMinor = -150_100, reason = "Mistake" }, PayWorld.Key());
        await tooMuch.Refused(422, "payments.insufficient_funds");
        using var desk = await (await world.Booking.Staff()).Post(path, new { amountMinor = 50_000, reason = "Goodwill" }, PayWorld.Key());
        desk.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await world.Count("select count(*) from payments.audit_log where action = 'wallet.adjusted'")).ShouldBe(1);
    }

    [Fact]
    public async Task The_books_of_a_club_balance()
    {
        await using var world = await PayWorld.Make();
        await world.Credit(10_000);
        await world.Hold("wallet");
        var manager = await world.Booking.Staff("manager");
        using var answer = await manager.Get($"/api/v1/clubs/{world.Club.ClubId}/trial-balance");
        var body = await answer.Expect(200);
        body.GetProperty("balanced").GetBoolean().ShouldBeTrue();
        body.GetProperty("items").EnumerateArray().Select(line => line.Text("account")).ShouldBe(["booking", "cash", "wallet"]);
        await using var connection = await world.Server.Services.GetRequiredService<Database<PaymentsModule>>().Open(TestContext.Current.CancellationToken);
        (await TrialBalance.Imbalance(connection, TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task A_balance_row_that_was_tampered_with_shows()
    {
        await using var world = await PayWorld.Make();
        await world.Credit(10_000);
        await using (var sql = await world.Server.Sql())
            await sql.ExecuteAsync("update payments.balances set balance_minor = balance_minor + 7");
        await using var connection = await world.Server.Services.GetRequiredService<Database<PaymentsModule>>().Open(TestContext.Current.CancellationToken);
        (await TrialBalance.Imbalance(connection, TestContext.Current.CancellationToken)).ShouldBe(7);
    }
}
