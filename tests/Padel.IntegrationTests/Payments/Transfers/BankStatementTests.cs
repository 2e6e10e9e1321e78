using System.Text;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Payments.Transfers;

public sealed class BankStatementTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task A_line_with_the_reference_confirms_the_booking_and_the_same_file_changes_nothing()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        var desk = await world.Staff();
        string[] rows =
        [
            $"02/12/2026,IBFT SARA AHMED {awaited.Reference[..4]}-{awaited.Reference[4..]},,\"{Rupees(awaited.AmountMinor)}\",1", "02/12/2026,Rent,500,,2",
            "32/12/2026,no day,,100,3", "02/12/2026,Unknown sender,,700,4",
        ];

        var first = await world.Statement(desk, rows);
        var again = await world.Statement(desk, rows);

        (first.Number("credits"), first.Number("new"), first.Number("debits"), first.Number("matched"), first.Number("open")).ShouldBe((2, 2, 1, 1, 1));
        first.GetProperty("unreadable").ToString().ShouldBe("""[{"line":4,"reason":"\"32/12/2026\" is no date."}]""");
        (again.Number("new"), again.Number("matched"), again.Number("open")).ShouldBe((0, 0, 1));
        (await world.Booking(player, awaited.BookingId)).Text("status").ShouldBe("confirmed");
        (await world.Wallet(player.UserId)).ShouldBe(0);
        await world.LedgerIsBalanced();
    }

    [Fact]
    public async Task A_line_proves_what_was_matched_by_hand_and_a_second_one_is_left_to_people()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        var desk = await world.Staff();
        await world.Matched(desk, awaited.PaymentId, awaited.AmountMinor);
        var line = $"02/12/2026,{awaited.Reference},,{Rupees(awaited.AmountMinor)}";

        (await world.Statement(desk, line + ",1")).Number("matched").ShouldBe(1);
        (await world.Wallet(player.UserId)).ShouldBe(0);
        (await world.Statement(desk, line + ",2")).Number("matched").ShouldBe(0);

        var open = (await world.OpenLines(desk)).ShouldHaveSingleItem();
        open.GetProperty("suggestions")[0].Text("why").ShouldBe("reference");
        (await world.Matched(desk, awaited.PaymentId, awaited.AmountMinor, open.GetProperty("lineId").GetGuid())).Text("outcome").ShouldBe("duplicate");
        (await world.Wallet(player.UserId)).ShouldBe(awaited.AmountMinor);
        (await world.OpenLines(desk)).ShouldBeEmpty();
        await world.LedgerIsBalanced();
    }

    [Fact]
    public async Task A_line_without_a_reference_is_suggested_by_amount_and_date()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        var desk = await world.Staff();
        await world.Statement(desk, $"02/12/2026,from Sara,,{Rupees(awaited.AmountMinor)},1", "02/12/2026,other,,123,2", $"01/03/2026,long ago,,{Rupees(awaited.AmountMinor)},3");

        var lines = (await world.OpenLines(desk)).ToDictionary(line => line.Text("text"));
        lines["other"].GetProperty("suggestions").GetArrayLength().ShouldBe(0);
        lines["long ago"].GetProperty("suggestions").GetArrayLength().ShouldBe(0);
        var suggestion = lines["from Sara"].GetProperty("suggestions")[0];
        (suggestion.Text("reference"), suggestion.Text("why"), suggestion.Text("customerName")).ShouldBe((awaited.Reference, "amount", "Sara Ahmed"));
        var lineId = lines["from Sara"].GetProperty("lineId").GetGuid();
        using (var wrong = await world.Match(desk, awaited.PaymentId, awaited.AmountMinor - 1, lineId))
            await wrong.Refused(422, "payments.line_amount");
        (await world.Matched(desk, awaited.PaymentId, awaited.AmountMinor, lineId)).Text("outcome").ShouldBe("exact");
        (await world.Booking(player, awaited.BookingId)).Text("status").ShouldBe("confirmed");
        (await world.OpenLines(desk)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_line_of_the_rest_with_the_old_reference_finds_the_booking()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        var desk = await world.Staff();
        await world.Statement(desk, $"02/12/2026,{awaited.Reference},,1000,1");
        (await world.Booking(player, awaited.BookingId)).Text("status").ShouldBe("held");

        (await world.Statement(desk, $"03/12/2026,{awaited.Reference},,{Rupees(awaited.AmountMinor - 100_000)},2")).Number("matched").ShouldBe(1);

        (await world.Booking(player, awaited.BookingId)).Text("status").ShouldBe("confirmed");
        (await world.Wallet(player.UserId)).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Above_the_limit_the_line_waits_for_a_second_person_who_looks_at_the_line_or_at_the_transfer(bool atTheLine)
    {
        var world = await MoneyClub.Make(server, approvalAboveMinor: 100_000);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        var report = await world.Statement(await world.Staff(), $"02/12/2026,{awaited.Reference},,{Rupees(awaited.AmountMinor)},1");
        (report.Number("matched"), report.Number("needSecondPerson")).ShouldBe((0, 1));

        var second = await world.Staff();
        var lineId = (await world.OpenLines(second)).ShouldHaveSingleItem().GetProperty("lineId").GetGuid();
        (await world.Matched(second, awaited.PaymentId, awaited.AmountMinor, atTheLine ? lineId : null)).Text("state").ShouldBe("matched");
        (await world.Booking(player, awaited.BookingId)).Text("status").ShouldBe("confirmed");
        (await world.OpenLines(second)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_proposal_goes_with_its_line()
    {
        var world = await MoneyClub.Make(server, approvalAboveMinor: 100_000);
        var awaited = await world.BookByTransfer(await world.KnownPlayer());
        var (first, second) = (await world.Staff(), await world.Staff());
        await world.Statement(first, $"02/12/2026,{awaited.Reference},,{Rupees(awaited.AmountMinor)},1");
        var lineId = (await world.OpenLines(first)).ShouldHaveSingleItem().Text("lineId");
        using (var ignored = await first.Post($"/api/v1/clubs/{world.Club.ClubId}/bank-lines/{lineId}/ignored", new { reason = "Came back the next day" }))
            await ignored.Expect(204);

        (await world.Transfers(second, "waiting")).ShouldHaveSingleItem().TryGetProperty("proposal", out _).ShouldBeFalse();
        (await world.Matched(second, awaited.PaymentId, awaited.AmountMinor)).Text("state").ShouldBe("needs_second_person");
    }

    [Fact]
    public async Task Money_nobody_asked_for_becomes_a_players_credit_or_is_put_aside_once()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var desk = await world.Staff();
        await world.Statement(desk, "02/12/2026,Sara says hello,,700,1", "02/12/2026,owner's own money,,900,2");
        var lines = (await world.OpenLines(desk)).ToDictionary(line => line.Text("text"), line => $"/api/v1/clubs/{world.Club.ClubId}/bank-lines/{line.Text("lineId")}");
        using (var stranger = await desk.Post(lines["Sara says hello"] + "/wallet-top-ups", new { playerId = Guid.CreateVersion7() }, "s"))
            await stranger.Refused(400, "request.invalid");
        using (var credited = await desk.Post(lines["Sara says hello"] + "/wallet-top-ups", new { playerId = player.UserId, note = "called" }, "k"))
            (await credited.Expect(200)).Text("state").ShouldBe("matched");
        using (var twice = await desk.Post(lines["Sara says hello"] + "/wallet-top-ups", new { playerId = player.UserId, note = "called" }, "other"))
            await twice.Refused(409, "payments.line_settled");
        using (var ignored = await desk.Post(lines["owner's own money"] + "/ignored", new { reason = "A loan of the owner" }))
            await ignored.Expect(204);
        using (var again = await desk.Post(lines["owner's own money"] + "/ignored", new { reason = "A loan of the owner" }))
            await again.Refused(409, "payments.line_settled");
        await server.EventsSettled();

        (await world.Wallet(player.UserId)).ShouldBe(70_000);
        (await world.OpenLines(desk)).ShouldBeEmpty();
        await world.LedgerIsBalanced();
    }

    [Fact]
    public async Task Above_the_limit_a_second_person_says_the_same_of_the_line()
    {
        var world = await MoneyClub.Make(server, approvalAboveMinor: 100_000);
        var player = await world.KnownPlayer();
        var (first, second) = (await world.Staff(), await world.Staff());
        await world.Statement(first, "02/12/2026,Sara again,,7000,1");
        var path = $"/api/v1/clubs/{world.Club.ClubId}/bank-lines/{(await world.OpenLines(first)).ShouldHaveSingleItem().Text("lineId")}/wallet-top-ups";
        using (var said = await first.Post(path, new { playerId = player.UserId }, "a"))
            (await said.Expect(200)).Text("state").ShouldBe("needs_second_person");
        (await world.Wallet(player.UserId)).ShouldBe(0);
        using (var confirmed = await second.Post(path, new { playerId = player.UserId }, "b"))
            (await confirmed.Expect(200)).Text("state").ShouldBe("matched");
        (await world.Wallet(player.UserId)).ShouldBe(700_000);
        (await world.Transfers(first, "waiting")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_statement_is_refused_and_players_send_none()
    {
        var world = await MoneyClub.Make(server);
        var path = $"/api/v1/clubs/{world.Club.ClubId}/bank-statements";
        using (var nonsense = await (await world.Staff()).Upload(path, "statement", Encoding.UTF8.GetBytes("hello"), "x.csv"))
            await nonsense.Refused(400, "request.invalid");
        using var player = await (await world.Player()).Upload(path, "statement", Encoding.UTF8.GetBytes("Date,Credit\n"), "x.csv");
        ((int)player.StatusCode).ShouldBe(403);
    }

    private static string Rupees(long minor) => (minor / 100).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
