using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Payments.Transfers;

/// <summary>What players and staff do about bank transfers.</summary>
internal static class TransferWorld
{
    /// <summary>A player books with a transfer.</summary>
    /// <returns>The booking's id, the payment that waits, and what the club asks for.</returns>
    public static async Task<Awaited> BookByTransfer(this BookingWorld world, Person player, int court = 1, string clock = "18:00", int daysAhead = 3)
    {
        using var booked = await BookingWorld.Book(player, world.Court(court), world.At(BookingWorld.Today.AddDays(daysAhead), clock), payWith: "bank_transfer");
        var booking = await booked.Expect(201);
        await world.Server.EventsSettled();
        using var answer = await player.Get($"/api/v1/bookings/{booking.Text("bookingId")}/checkout");
        var payment = (await answer.Expect(200)).GetProperty("payment");
        return new Awaited(booking.GetProperty("bookingId").GetGuid(), payment.GetProperty("paymentId").GetGuid(), payment.Text("reference"),
            payment.GetProperty("amount").GetProperty("amountMinor").GetInt64());
    }

    public static Task<HttpResponseMessage> Match(this BookingWorld world, Person staff, Guid paymentId, long amountMinor, Guid? lineId = null, string? key = null) =>
        staff.Post($"/api/v1/clubs/{world.Club.ClubId}/transfers/{paymentId}/matches", new { amountMinor, lineId, note = "seen" }, key ?? Guid.CreateVersion7().ToString());

    public static async Task<JsonElement> Matched(this BookingWorld world, Person staff, Guid paymentId, long amountMinor, Guid? lineId = null)
    {
        using var answer = await world.Match(staff, paymentId, amountMinor, lineId);
        var body = await answer.Expect(200);
        await world.Server.EventsSettled();
        return body;
    }

    public static async Task<HttpResponseMessage> Upload(this Person who, string path, string part, byte[] bytes, string fileName)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { content, part, fileName } };
        return await who.Http.PostAsync(path, form, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> Statement(this BookingWorld world, Person staff, params string[] rows)
    {
        var csv = "Date,Description,Debit,Credit,Balance\n" + string.Join('\n', rows);
        using var answer = await staff.Upload($"/api/v1/clubs/{world.Club.ClubId}/bank-statements", "statement", Encoding.UTF8.GetBytes(csv), "december.csv");
        var report = await answer.Expect(200);
        await world.Server.EventsSettled();
        return report;
    }

    public static async Task<JsonElement[]> OpenLines(this BookingWorld world, Person staff)
    {
        using var answer = await staff.Get($"/api/v1/clubs/{world.Club.ClubId}/bank-lines?unmatched=true");
        return [.. (await answer.Expect(200)).GetProperty("items").EnumerateArray()];
    }

    public static async Task<JsonElement[]> Transfers(this BookingWorld world, Person staff, string state)
    {
        using var answer = await staff.Get($"/api/v1/clubs/{world.Club.ClubId}/transfers?state={state}");
        return [.. (await answer.Expect(200)).GetProperty("items").EnumerateArray()];
    }

    public static int Number(this JsonElement element, string name) => element.GetProperty(name).GetInt32();
}

internal sealed record Awaited(Guid BookingId, Guid PaymentId, string Reference, long AmountMinor);
