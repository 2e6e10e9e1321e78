using System.Text.Json;
using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Refunds;

/// <summary>Staff give money back: to the source, in parts, in parallel, above the limit.</summary>
public sealed class RefundTests(RefundFixture fixture) : IClassFixture<RefundFixture>
{
    private const long Price = 600_000;

    private readonly PadelServer _server = fixture.Server;

    [Fact]
    public async Task A_part_goes_back_to_the_source_and_the_booking_hears_of_it()
    {
        var (world, booking, paymentId) = await Paid();
        using var answer = await world.GiveBack(world.Desk, booking, 300_000);
        var refund = (await answer.Expect(201)).GetProperty("items")[0];
        refund.Text("destination").ShouldBe("source");
        await Done(world, refund);

        await _server.EventsSettled();
        (await world.Balance("gateway:fake")).ShouldBe(-(Price - 300_000));
        (await world.Balance("refunds-payable")).ShouldBe(0);
        (await world.Held(booking)).ShouldBe(Price - 300_000);
        fixture.Gateway.Refunds.Single(order => order.RefundId == refund.GetProperty("refundId").GetGuid()).Amount.AmountMinor.ShouldBe(300_000);
        using var seen = await world.Player.Get($"/api/v1/bookings/{booking}");
        (await seen.Expect(200)).GetProperty("amountPaid").GetProperty("amountMinor").GetInt64().ShouldBe(Price - 300_000);
        (await world.MoneyOf(booking)).GetProperty("receipts").EnumerateArray().Select(receipt => receipt.Text("kind")).ShouldBe(["credit_note", "receipt"]);
        paymentId.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task Twenty_at_once_never_give_back_more_than_was_paid()
    {
        var (world, booking, _) = await Paid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.GiveBack(world.Manager, booking, 100_000, "wallet")));
        answers.Count(answer => (int)answer.StatusCode == 201).ShouldBe(6);
        answers.Count(answer => (int)answer.StatusCode == 422).ShouldBe(14);
        (await world.Wallet()).ShouldBe(Price);
        (await world.Held(booking)).ShouldBe(0);
    }

    [Fact]
    public async Task A_double_click_gives_back_once()
    {
        var (world, booking, _) = await Paid();
        var key = MoneyWorld.Key();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.GiveBack(world.Desk, booking, 200_000, "wallet", key)));
        foreach (var answer in answers)
            await answer.Expect(201);
        (await world.Wallet()).ShouldBe(200_000);
    }

    [Fact]
    public async Task Several_payments_give_back_newest_first()
    {
        var world = await MoneyWorld.Make(_server);
        var booking = await world.Booked();
        await world.PaidOnline(booking, 400_000);
        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        using var cash = await world.TakeAtDesk(booking, Price - 400_000);
        await cash.Expect(201);
        await _server.EventsSettled();

        using var answer = await world.GiveBack(world.Desk, booking, 300_000);
        var items = (await answer.Expect(201)).GetProperty("items").EnumerateArray().ToList();
        items.ToDictionary(item => item.Text("destination"), item => item.GetProperty("amount").GetProperty("amountMinor").GetInt64())
            .ShouldBe(new Dictionary<string, long> { ["wallet"] = 200_000, ["source"] = 100_000 }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("451", "Only one partial refund is allowed.")]
    [InlineData("453", "The merchant's balance is too low.")]
    [InlineData("454", "Partial refunds are not allowed.")]
    [InlineData("455", "Not settled yet.")]
    public async Task A_refusal_lands_in_the_staffs_list_and_may_be_settled_to_the_wallet(string code, string text)
    {
        var (world, booking, paymentId) = await Paid();
        fixture.Gateway.Answer(paymentId, new(RefundFindingKind.Refused, code, text, null));
        using var answer = await world.GiveBack(world.Desk, booking, 300_000);
        var refundId = (await answer.Expect(201)).GetProperty("items")[0].GetProperty("refundId").GetGuid();
        await MoneyWorld.Until(async () => await world.StatusOf(refundId) == "failed");

        var task = await OpenTask(world, refundId);
        task.Text("kind").ShouldBe("refund_failed");
        using var unsettled = await world.Desk.Post($"/api/v1/clubs/{world.Club.ClubId}/money-tasks/{task.Text("taskId")}/resolutions", new { note = "Never mind." }, MoneyWorld.Key());
        await unsettled.Refused(422, "payments.refund_stuck");

        using var settled = await Settle(world, refundId, "wallet");
        (await settled.Expect(200)).Text("status").ShouldBe("done");
        (await world.Wallet()).ShouldBe(300_000);
        (await world.Balance("refunds-payable")).ShouldBe(0);
        await NoTask(world, refundId);
        using var again = await Settle(world, refundId, "cash");
        await again.Refused(409, "payments.refund_moved_on");
    }

    [Fact]
    public async Task Nobody_knows_is_never_sent_again_blindly_and_a_whole_refund_is_found_by_asking()
    {
        var (world, booking, paymentId) = await Paid();
        fixture.Gateway.Answer(paymentId, new(RefundFindingKind.Unknown, "no_answer", null, null));
        using var answer = await world.GiveBack(world.Manager, booking, Price);
        var refundId = (await answer.Expect(201)).GetProperty("items")[0].GetProperty("refundId").GetGuid();
        await MoneyWorld.Until(async () => await world.StatusOf(refundId) == "unknown");
        (await OpenTask(world, refundId)).Text("kind").ShouldBe("refund_unknown");

        fixture.Gateway.Say(paymentId, FindingKind.Refunded);
        _server.Clock.Advance(TimeSpan.FromMinutes(5));
        await MoneyWorld.Until(async () => await world.StatusOf(refundId) == "done");
        fixture.Gateway.Refunds.Count(order => order.RefundId == refundId).ShouldBe(1);
        await NoTask(world, refundId);
    }

    [Fact]
    public async Task A_refund_found_half_sent_after_a_crash_is_asked_about_not_sent_again()
    {
        var (world, booking, paymentId) = await Paid();
        fixture.Gateway.Answer(paymentId, new(RefundFindingKind.Refused, "453", "No balance.", null));
        using var answer = await world.GiveBack(world.Desk, booking, 300_000);
        var refundId = (await answer.Expect(201)).GetProperty("items")[0].GetProperty("refundId").GetGuid();
        await MoneyWorld.Until(async () => await world.StatusOf(refundId) == "failed");
        var asked = fixture.Gateway.Refunds.Count(order => order.RefundId == refundId);
        await using (var sql = await _server.Sql())
        {
            // As a process leaves it that dies between the claim and the answer.
            await sql.ExecuteAsync(
                "update payments.refunds set status = 'sending', attempts = 1, next_attempt_at = @now where refund_id = @refundId",
                new { refundId, now = _server.Clock.Now });
        }

        await MoneyWorld.Until(async () => await world.StatusOf(refundId) == "unknown");
        fixture.Gateway.Refunds.Count(order => order.RefundId == refundId).ShouldBe(asked);
        using var notAllowed = await world.Desk.Post($"/api/v1/clubs/{world.Club.ClubId}/refunds/{refundId}/retries", new { }, MoneyWorld.Key());
        await notAllowed.Expect(403);
        fixture.Gateway.Answer(paymentId, new(RefundFindingKind.Done, "000", "Refunded.", "F-1"));
        using var retried = await world.Manager.Post($"/api/v1/clubs/{world.Club.ClubId}/refunds/{refundId}/retries", new { }, MoneyWorld.Key());
        await retried.Expect(200);
        await MoneyWorld.Until(async () => await world.StatusOf(refundId) == "done");
    }

    [Fact]
    public async Task Above_the_limit_the_desk_waits_for_a_manager_who_may_decline()
    {
        var (world, booking, _) = await Paid();
        await Limit(world, 500_000);
        using var asked = await world.GiveBack(world.Desk, booking, 600_000, "wallet");
        var refund = (await asked.Expect(201)).GetProperty("items")[0];
        refund.Text("status").ShouldBe("needs_approval");
        (await world.Wallet()).ShouldBe(0);
        using var more = await world.GiveBack(world.Manager, booking, 400_000, "wallet");
        await more.Refused(422, "payments.refund_too_much");

        var path = $"/api/v1/clubs/{world.Club.ClubId}/refunds/{refund.Text("refundId")}";
        using var byDesk = await world.Desk.Post(path + "/approvals", new { }, MoneyWorld.Key());
        await byDesk.Expect(403);
        using var declined = await world.Manager.Post(path + "/refusals", new { reason = "No reason to." }, MoneyWorld.Key());
        (await declined.Expect(200)).Text("status").ShouldBe("declined");
        (await world.Held(booking)).ShouldBe(Price);

        using var own = await world.GiveBack(world.Manager, booking, 600_000, "wallet");
        (await own.Expect(201)).GetProperty("items")[0].Text("status").ShouldBe("done");
        (await world.Wallet()).ShouldBe(600_000);
    }

    [Fact]
    public async Task An_approved_refund_goes_its_way()
    {
        var (world, booking, _) = await Paid();
        await Limit(world, 0);
        using var asked = await world.GiveBack(world.Desk, booking, 100_000);
        var refund = (await asked.Expect(201)).GetProperty("items")[0];
        using var approved = await world.Manager.Post(
            $"/api/v1/clubs/{world.Club.ClubId}/refunds/{refund.Text("refundId")}/approvals", new { }, MoneyWorld.Key());
        (await approved.Expect(200)).Text("status").ShouldBe("requested");
        await Done(world, refund);
    }

    [Fact]
    public async Task Another_clubs_manager_touches_no_refund()
    {
        var (world, booking, _) = await Paid();
        await Limit(world, 0);
        using var asked = await world.GiveBack(world.Desk, booking, 100_000);
        var refund = (await asked.Expect(201)).GetProperty("items")[0];
        var other = await MoneyWorld.Make(_server);
        using var approved = await other.Manager.Post(
            $"/api/v1/clubs/{other.Club.ClubId}/refunds/{refund.Text("refundId")}/approvals", new { }, MoneyWorld.Key());
        await approved.Expect(404);
    }

    private async Task<(MoneyWorld World, Guid Booking, Guid Payment)> Paid()
    {
        var world = await MoneyWorld.Make(_server);
        var booking = await world.Booked();
        return (world, booking, await world.PaidOnline(booking, Price));
    }

    private static Task Done(MoneyWorld world, JsonElement refund) =>
        MoneyWorld.Until(async () => await world.StatusOf(refund.GetProperty("refundId").GetGuid()) == "done");

    private static Task<HttpResponseMessage> Settle(MoneyWorld world, Guid refundId, string by) =>
        world.Desk.Post($"/api/v1/clubs/{world.Club.ClubId}/refunds/{refundId}/settlements", new { by, note = "The player agreed." }, MoneyWorld.Key());

    private static async Task<JsonElement> OpenTask(MoneyWorld world, Guid refundId) =>
        (await Tasks(world)).Single(task => task.GetProperty("subjectId").GetGuid() == refundId);

    private static async Task NoTask(MoneyWorld world, Guid refundId) =>
        (await Tasks(world)).ShouldNotContain(task => task.GetProperty("subjectId").GetGuid() == refundId);

    private static async Task<List<JsonElement>> Tasks(MoneyWorld world)
    {
        using var answer = await world.Desk.Get($"/api/v1/clubs/{world.Club.ClubId}/money-tasks");
        return [.. (await answer.Expect(200)).GetProperty("items").EnumerateArray()];
    }

    private static async Task Limit(MoneyWorld world, long aboveMinor)
    {
        await using var sql = await world.Server.Sql();
        await sql.ExecuteAsync("update payments.clubs set refund_approval_above_minor = @aboveMinor where club_id = @ClubId", new { aboveMinor, world.Club.ClubId });
    }
}
