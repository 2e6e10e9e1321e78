using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Payments.Transfers;

public sealed class MatchTransferTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task Exactly_what_was_asked_for_confirms_the_booking()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        var desk = await world.Staff();
        (await world.Transfers(desk, "waiting")).ShouldHaveSingleItem().Text("reference").ShouldBe(awaited.Reference);

        var answer = await world.Matched(desk, awaited.PaymentId, awaited.AmountMinor);

        answer.Text("outcome").ShouldBe("exact");
        var booking = await world.Booking(player, awaited.BookingId);
        booking.Text("status").ShouldBe("confirmed");
        booking.Text("paymentStatus").ShouldBe("paid");
        (await world.Transfers(desk, "waiting")).ShouldBeEmpty();
        (await world.Transfers(desk, "matched")).ShouldHaveSingleItem().Text("outcome").ShouldBe("exact");
        await world.LedgerIsBalanced();
        await using var sql = await server.Sql();
        (await sql.QuerySingleAsync<string>("select action from payments.audit_log where actor_id = @UserId", desk)).ShouldBe("transfer.matched");
    }

    [Fact]
    public async Task Too_little_is_kept_and_the_rest_has_a_reference_of_its_own()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        var desk = await world.Staff();

        var answer = await world.Matched(desk, awaited.PaymentId, 100_000);

        answer.Text("outcome").ShouldBe("under");
        answer.GetProperty("asked").GetProperty("amountMinor").GetInt64().ShouldBe(awaited.AmountMinor);
        (await world.Booking(player, awaited.BookingId)).Text("status").ShouldBe("held");
        var rest = (await world.Transfers(desk, "waiting")).ShouldHaveSingleItem();
        rest.Text("reference").ShouldBe(answer.Text("restReference"));
        rest.GetProperty("amount").GetProperty("amountMinor").GetInt64().ShouldBe(awaited.AmountMinor - 100_000);

        await world.Matched(desk, answer.GetProperty("restPaymentId").GetGuid(), awaited.AmountMinor - 100_000);
        (await world.Booking(player, awaited.BookingId)).Text("status").ShouldBe("confirmed");
        await world.LedgerIsBalanced();
    }

    [Fact]
    public async Task Too_much_confirms_and_the_rest_is_the_players_credit()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);

        var answer = await world.Matched(await world.Staff(), awaited.PaymentId, awaited.AmountMinor + 50_000);

        answer.Text("outcome").ShouldBe("over");
        (await world.Booking(player, awaited.BookingId)).Text("status").ShouldBe("confirmed");
        (await world.Wallet(player.UserId)).ShouldBe(50_000);
        await world.LedgerIsBalanced();
    }

    [Fact]
    public async Task What_comes_after_the_hold_books_again_or_becomes_credit()
    {
        await using var own = await PadelServer.Start();
        var world = await MoneyClub.Make(own);
        var (first, second) = (await world.KnownPlayer(), await world.KnownPlayer());
        var free = await world.BookByTransfer(first, court: 1);
        var gone = await world.BookByTransfer(second, court: 2);
        own.Clock.Advance(TimeSpan.FromHours(30));
        (first, second) = (await world.Player(userId: first.UserId), await world.Player(userId: second.UserId)); // tokens do not live that long
        for (var tries = 0; tries < 100 && (await world.Booking(first, free.BookingId)).Text("status") != "expired"; tries++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        using (var taken = await BookingWorld.Book(await world.Player(), world.Court(2), world.At(BookingWorld.Today.AddDays(3), "18:00")))
            await taken.Expect(201);
        var desk = await world.Staff();

        (await world.Matched(desk, free.PaymentId, free.AmountMinor)).Text("outcome").ShouldBe("late");
        (await world.Matched(desk, gone.PaymentId, gone.AmountMinor)).Text("outcome").ShouldBe("late");

        (await world.Booking(first, free.BookingId)).Text("status").ShouldBe("confirmed");
        (await world.Booking(second, gone.BookingId)).Text("status").ShouldBe("expired");
        (await world.Wallet(second.UserId)).ShouldBe(gone.AmountMinor);
        (await world.Wallet(first.UserId)).ShouldBe(0);
        await world.LedgerIsBalanced();
    }

    [Fact]
    public async Task A_match_is_not_made_twice_by_a_retry_or_a_second_click()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        var desk = await world.Staff();
        using var first = await world.Match(desk, awaited.PaymentId, awaited.AmountMinor, key: "one");
        using var retry = await world.Match(desk, awaited.PaymentId, awaited.AmountMinor, key: "one");
        using var click = await world.Match(desk, awaited.PaymentId, awaited.AmountMinor, key: "two");

        (await retry.Expect(200)).ToString().ShouldBe((await first.Expect(200)).ToString());
        await click.Refused(409, "payments.transfer_matched");
        await server.EventsSettled();
        (await world.Wallet(player.UserId)).ShouldBe(0);
    }

    [Fact]
    public async Task Two_of_the_staff_at_once_make_one_match()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        var staff = new[] { await world.Staff(), await world.Staff(), await world.Staff(), await world.Staff() };

        var answers = await Task.WhenAll(staff.Select(one => world.Match(one, awaited.PaymentId, awaited.AmountMinor)));

        answers.Count(answer => (int)answer.StatusCode == 200).ShouldBe(1);
        answers.Count(answer => (int)answer.StatusCode == 409).ShouldBe(3);
        await server.EventsSettled();
        (await world.Wallet(player.UserId)).ShouldBe(0);
        await world.LedgerIsBalanced();
    }

    [Fact]
    public async Task Above_the_limit_a_second_person_must_say_the_same()
    {
        var world = await MoneyClub.Make(server, approvalAboveMinor: 100_000);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        var (first, second) = (await world.Staff(), await world.Staff());

        (await world.Matched(first, awaited.PaymentId, awaited.AmountMinor)).Text("state").ShouldBe("needs_second_person");
        (await world.Matched(first, awaited.PaymentId, awaited.AmountMinor)).Text("state").ShouldBe("needs_second_person");
        (await world.Transfers(second, "waiting")).ShouldHaveSingleItem().GetProperty("proposal").Text("proposedByName").ShouldBe("Bilal Desk");
        (await world.Booking(player, awaited.BookingId)).Text("status").ShouldBe("held");

        // Another amount is another proposal: nobody confirmed it yet.
        (await world.Matched(second, awaited.PaymentId, awaited.AmountMinor + 1)).Text("state").ShouldBe("needs_second_person");
        (await world.Matched(first, awaited.PaymentId, awaited.AmountMinor)).Text("state").ShouldBe("needs_second_person");
        (await world.Matched(second, awaited.PaymentId, awaited.AmountMinor)).Text("state").ShouldBe("matched");

        (await world.Booking(player, awaited.BookingId)).Text("status").ShouldBe("confirmed");
        await using var sql = await server.Sql();
        (await sql.QuerySingleAsync<(Guid, Guid)>("select proposed_by, confirmed_by from payments.transfer_matches where state = 'done' and payment_id = @PaymentId", awaited))
            .ShouldBe((first.UserId, second.UserId));
    }

    [Fact]
    public async Task Only_staff_of_the_club_match()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        using (var own = await world.Match(player, awaited.PaymentId, awaited.AmountMinor))
            ((int)own.StatusCode).ShouldBe(403);
        var other = await MoneyClub.Make(server);
        using var elsewhere = await other.Match(await other.Staff(), awaited.PaymentId, awaited.AmountMinor);
        await elsewhere.Refused(404, "request.not_found");
    }
}
