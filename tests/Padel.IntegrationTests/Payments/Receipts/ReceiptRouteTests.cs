using System.Net;
using System.Text;
using System.Text.Json;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.IntegrationTests.Payments.Refunds;

namespace Padel.IntegrationTests.Payments.Receipts;

/// <summary>Who sees, prints, finds and verifies receipts.</summary>
public sealed class ReceiptRouteTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task A_player_sees_their_receipts_and_credit_notes_newest_first()
    {
        var world = await MoneyWorld.Make(server);
        var (booking, receipt) = await Receipt(world);
        using (var refund = await world.GiveBack(world.Manager, booking, 40_000, "wallet"))
            await refund.Expect(201);

        var items = (await Mine(world)).EnumerateArray().ToList();
        items.Select(item => item.Text("kind")).ShouldBe(["credit_note", "receipt"]);
        items[1].GetProperty("credited").GetProperty("amountMinor").GetInt64().ShouldBe(40_000);
        items[1].Text("text").ShouldStartWith("Court 1, Wed 2 Dec 2026, 19:00 to 20:00");
        using var answer = await world.Player.Get($"/api/v1/receipts/{items[0].GetProperty("receiptId").GetGuid()}");
        var note = await answer.Expect(200);
        note.Text("credits").ShouldBe(receipt.Text("number"));
        note.Text("note").ShouldBe("The lights went out.");
        note.GetProperty("total").GetProperty("amountMinor").GetInt64().ShouldBe(40_000);
    }

    [Fact]
    public async Task A_receipt_is_for_its_player_and_the_staff_of_its_club()
    {
        var world = await MoneyWorld.Make(server);
        var other = await MoneyWorld.Make(server);
        var path = $"/api/v1/receipts/{(await Receipt(world)).Receipt.GetProperty("receiptId").GetGuid()}";
        using (var staff = await world.Desk.Get(path))
            await staff.Expect(200);
        foreach (var stranger in new[] { other.Player, other.Manager })
        {
            using var answer = await stranger.Get(path);
            await answer.Refused(404, "request.not_found");
            using var pdf = await stranger.Get(path + "/pdf");
            await pdf.Refused(404, "request.not_found");
        }

        using var anyone = await server.Anyone.GetAsync(path, TestContext.Current.CancellationToken);
        anyone.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_receipt_comes_as_a_file_that_nobody_keeps_on_the_way()
    {
        var world = await MoneyWorld.Make(server);
        var receipt = (await Receipt(world)).Receipt;
        using var answer = await world.Player.Get($"/api/v1/receipts/{receipt.GetProperty("receiptId").GetGuid()}/pdf");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition?.FileName.ShouldBe($"{receipt.Text("number")}.pdf");
        answer.Headers.CacheControl?.NoStore.ShouldBeTrue();
        Encoding.ASCII.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), 0, 8).ShouldBe("%PDF-1.7");
    }

    [Fact]
    public async Task The_desk_finds_a_receipt_by_parts_of_number_name_and_booking()
    {
        var world = await MoneyWorld.Make(server);
        var receipt = (await Receipt(world)).Receipt;
        using var shown = await world.Desk.Get($"/api/v1/receipts/{receipt.GetProperty("receiptId").GetGuid()}");
        var reference = (await shown.Expect(200)).Text("bookingReference");
        foreach (var search in new[] { "", "sara", "ahmed sara", receipt.Text("number")[^6..], reference.ToLowerInvariant() })
            (await Found(world, search)).ShouldBe(1, search);
        foreach (var search in new[] { "omar", "sara omar", "%", "_" })
            (await Found(world, search)).ShouldBe(0, search);
    }

    [Fact]
    public async Task Whoever_holds_a_receipt_may_verify_it_and_learns_nothing_of_the_person()
    {
        var world = await MoneyWorld.Make(server);
        var (booking, receipt) = await Receipt(world);
        using var shown = await world.Player.Get($"/api/v1/receipts/{receipt.GetProperty("receiptId").GetGuid()}");
        var paper = await shown.Expect(200);
        var code = paper.Text("verificationCode");
        paper.Text("verificationUrl").ShouldBe($"{server.Address.ToString().TrimEnd('/')}/receipts/verify/{code}");

        var before = await Verify(code);
        before.GetProperty("valid").GetBoolean().ShouldBeTrue();
        before.Text("number").ShouldBe(receipt.Text("number"));
        before.GetProperty("total").GetProperty("amountMinor").GetInt64().ShouldBe(100_000);
        before.GetProperty("hasCreditNote").GetBoolean().ShouldBeFalse();
        before.GetRawText().ShouldNotContain("Sara");

        using (var refund = await world.GiveBack(world.Manager, booking, 40_000, "wallet"))
            await refund.Expect(201);
        (await Verify($"{code[..5].ToLowerInvariant()} {code[5..]}")).GetProperty("hasCreditNote").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Codes_that_nobody_issued_are_unknown_and_guessing_is_slow()
    {
        await using var own = await PadelServer.Start(new PadelServerOptions
        {
            Settings = new Dictionary<string, string?> { ["RateLimits:LookupsPerMinute"] = "5" },
        });
        for (var i = 0; i < 5; i++)
        {
            using var unknown = await own.Anyone.GetAsync("/api/v1/receipt-verifications/7KQ2MX9R7KQ2MX9RABCD", TestContext.Current.CancellationToken);
            await unknown.Refused(404, "request.not_found");
        }

        using var tooMany = await own.Anyone.GetAsync("/api/v1/receipt-verifications/7KQ2MX9R7KQ2MX9RABCD", TestContext.Current.CancellationToken);
        await tooMany.Refused(429, "request.too_many");
    }

    private static async Task<(Guid Booking, JsonElement Receipt)> Receipt(MoneyWorld world)
    {
        var booking = await world.Booked();
        await world.PaidOnline(booking, 100_000);
        return (booking, (await Mine(world))[0]);
    }

    private static async Task<JsonElement> Mine(MoneyWorld world)
    {
        using var answer = await world.Player.Get("/api/v1/me/receipts");
        return (await answer.Expect(200)).GetProperty("items");
    }

    private static async Task<int> Found(MoneyWorld world, string search)
    {
        using var answer = await world.Desk.Get($"/api/v1/clubs/{world.Club.ClubId}/receipts?search={Uri.EscapeDataString(search)}");
        return (await answer.Expect(200)).GetProperty("items").GetArrayLength();
    }

    private async Task<JsonElement> Verify(string code)
    {
        using var answer = await server.Anyone.GetAsync($"/api/v1/receipt-verifications/{Uri.EscapeDataString(code)}", TestContext.Current.CancellationToken);
        return await answer.Expect(200);
    }
}
