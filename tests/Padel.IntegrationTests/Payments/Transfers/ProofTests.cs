using System.Text;
using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Payments.Transfers;

public sealed class ProofTests(PadelServer server) : IClassFixture<PadelServer>
{
    // A picture that says where it was taken.
    private static readonly byte[] Picture =
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0, 19, .. Encoding.ASCII.GetBytes("Exif\0\033.72 73.05"), 0xFF, 0xDA, 0, 3, 1, 7, 7, 7, 0xFF, 0xD9,
    ];

    [Fact]
    public async Task A_proof_reaches_the_staff_without_where_it_was_taken_and_confirms_nothing()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        foreach (var name in new[] { "proof.jpg", "../../evil.html" })
        {
            using var uploaded = await player.Upload(Proofs(awaited), "proof", Picture, name);
            (await uploaded.Expect(201)).Text("contentType").ShouldBe("image/jpeg");
        }

        var desk = await world.Staff();
        (await world.Transfers(desk, "waiting")).ShouldHaveSingleItem().Text("proofType").ShouldBe("image/jpeg");
        using var answer = await desk.Get($"/api/v1/clubs/{world.Club.ClubId}/transfers/{awaited.PaymentId}/proof");
        answer.IsSuccessStatusCode.ShouldBeTrue();
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("image/jpeg");
        answer.Content.Headers.ContentDisposition?.ToString().ShouldStartWith($"attachment; filename=proof-{awaited.Reference}.jpg");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldNotContain("33.72");
        (await world.Booking(player, awaited.BookingId)).Text("status").ShouldBe("held");
        using var seen = await player.Get($"/api/v1/payments/{awaited.PaymentId}");
        (await seen.Expect(200)).GetProperty("action").GetProperty("transfer").GetProperty("proofUploaded").GetBoolean().ShouldBeTrue();
        await using var sql = await server.Sql();
        (await sql.ExecuteScalarAsync<int>("select count(*)::int from payments.transfer_proofs where payment_id = @PaymentId", awaited)).ShouldBe(1);
    }

    [Fact]
    public async Task Only_pictures_and_pdfs_of_the_payer_are_taken_in_bounds()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        using (var html = await player.Upload(Proofs(awaited), "proof", Encoding.ASCII.GetBytes("<html>"), "proof.jpg"))
            (await html.Refused(400, "request.invalid")).GetProperty("errors").TryGetProperty("proof", out _).ShouldBeTrue();
        using (var nothing = await player.Upload(Proofs(awaited), "other", Picture, "proof.jpg"))
            await nothing.Refused(400, "request.invalid");
        using (var stranger = await (await world.Player()).Upload(Proofs(awaited), "proof", Picture, "proof.jpg"))
            await stranger.Refused(404, "request.not_found");
        using (var large = await player.Upload(Proofs(awaited), "proof", [.. "%PDF-"u8, .. new byte[(5 * 1024 * 1024) + 1]], "large.pdf"))
            await large.Refused(413, "request.too_large");
        for (var n = 0; n < 5; n++)
        {
            using var taken = await player.Upload(Proofs(awaited), "proof", Encoding.ASCII.GetBytes($"%PDF-1.{n}"), "proof.pdf");
            await taken.Expect(201);
        }

        using var sixth = await player.Upload(Proofs(awaited), "proof", Encoding.ASCII.GetBytes("%PDF-2"), "proof.pdf");
        await sixth.Refused(422, "payments.no_more_proofs");
    }

    [Fact]
    public async Task Nobody_else_sees_a_proof()
    {
        var world = await MoneyClub.Make(server);
        var player = await world.KnownPlayer();
        var awaited = await world.BookByTransfer(player);
        using (var uploaded = await player.Upload(Proofs(awaited), "proof", Picture, "proof.jpg"))
            await uploaded.Expect(201);
        var other = await MoneyClub.Make(server);
        using (var elsewhere = await (await other.Staff()).Get($"/api/v1/clubs/{other.Club.ClubId}/transfers/{awaited.PaymentId}/proof"))
            await elsewhere.Refused(404, "request.not_found");
        using var own = await player.Get($"/api/v1/clubs/{world.Club.ClubId}/transfers/{awaited.PaymentId}/proof");
        ((int)own.StatusCode).ShouldBe(403);
    }

    private static string Proofs(Awaited awaited) => $"/api/v1/payments/{awaited.PaymentId}/proofs";
}
