using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Padel.Booking.Clubs;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Availability;

/// <summary>A club's set-up from its file, and what anyone sees of it.</summary>
public sealed class AvailabilityClubTests : IAsyncLifetime
{
    private PadelServer _server = null!; // set before each test

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await PadelServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_pilot_club_shows_what_its_file_says()
    {
        await _server.SetUpClub();
        var club = await _server.Anyone.GetFromJsonAsync<JsonElement>("/api/v1/clubs/margalla", Cancellation);
        club.GetProperty("name").GetString().ShouldBe("Margalla Padel Club");
        club.GetProperty("location").GetProperty("latitude").GetDouble().ShouldBe(33.7215);
        club.GetProperty("phone").GetString().ShouldBe("+92511234567");
        club.GetProperty("courts").GetArrayLength().ShouldBe(6);
        club.GetProperty("courts")[4].GetProperty("indoor").GetBoolean().ShouldBeTrue();
        club.GetProperty("openingHours").ToString().ShouldBe(
            """[{"days":["mon","tue","wed","thu","fri","sat","sun"],"opens":"07:00","closes":"25:00"}]""");
        club.GetProperty("slots").ToString().ShouldBe("""{"gridMinutes":30,"durations":[60,90,120],"avoidGaps":true,"bufferMinutes":0}""");
        club.GetProperty("limits").ToString().ShouldBe("""{"daysAhead":14,"activeBookings":6}""");
        club.GetProperty("cancellation").ToString().ShouldBe(
            """{"freeUntilHours":24,"halfUntilHours":6,"graceMinutes":60,"noShowFeePercent":100}""");
        club.GetProperty("paymentMethods").ToString().ShouldBe("""["at_club"]""");
        club.GetProperty("today").GetString().ShouldBe("2026-12-01");
        club.GetProperty("lastBookableDay").GetString().ShouldBe("2026-12-15");
        club.GetProperty("openUntil").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 12, 1, 20, 0, 0, TimeSpan.Zero));
        club.GetProperty("policy").EnumerateArray().Select(line => line.GetString()).ShouldBe(
        [
            "Cancel free of charge until 24 hours before the start. Until 6 hours before it costs half the price, after that the full price.",
            "A new booking can be cancelled free of charge for 1 hour, or until it starts.",
            "Not turning up costs the full price.",
            "Book up to 14 days ahead, with at most 6 upcoming games at a time.",
            "To pay at the club, confirm your phone number or email once.",
        ]);

        var list = await _server.Anyone.GetFromJsonAsync<JsonElement>("/api/v1/clubs", Cancellation);
        list.GetProperty("items").GetArrayLength().ShouldBe(1);
        var byId = await _server.Anyone.GetFromJsonAsync<JsonElement>($"/api/v1/clubs/{club.GetProperty("clubId").GetGuid()}", Cancellation);
        byId.ToString().ShouldBe(club.ToString());
    }

    [Fact]
    public async Task An_unknown_club_is_a_404()
    {
        using var answer = await _server.Anyone.GetAsync("/api/v1/clubs/nowhere", Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var setUp = _server.Services.GetRequiredService<SetUpClub>();
        var first = await setUp.Run(PilotClub.ReadFile(), Cancellation);
        var second = await setUp.Run(PilotClub.ReadFile(), Cancellation);
        (first.Created, first.Changed).ShouldBe((true, true));
        second.ShouldBe(new ClubSetUp(first.ClubId, Created: false, Changed: false));
        (await Version(first.ClubId)).ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_file_changes_what_differs_and_shows_at_once()
    {
        var before = await _server.SetUpClub();
        var after = await _server.SetUpClub(file =>
        {
            file["limits"]!["daysAhead"] = 7;
            file["courts"]!.AsArray().RemoveAt(5);
            file["pricesPerHalfHour"]![1]!["amount"] = 3500;
            file["openingHours"]![0]!["closes"] = "26:00";
        });
        after.Version.ShouldBe(2);
        after.ClubId.ShouldBe(before.ClubId);
        after.Limits.DaysAhead.ShouldBe(7);
        after.Courts.Select(court => court.CourtId).ShouldBe(before.Courts.Take(5).Select(court => court.CourtId));
        after.Hours.HoursOn(new DateOnly(2026, 12, 1)).ShouldBe((420, 1560));
        after.Prices.Rules.Select(rule => (rule.Name, rule.Amount.AmountMinor)).ShouldBe(
            [("Peak weekend", 300_000), ("Peak weekdays", 350_000), ("Off-peak", 200_000)], ignoreOrder: true);
        after.Prices.BaseRule!.PriceRuleId.ShouldBe(before.Prices.BaseRule!.PriceRuleId);

        var again = await _server.SetUpClub();
        again.Courts.Select(court => court.CourtId).ShouldBe(before.Courts.Select(court => court.CourtId));
    }

    [Fact]
    public async Task Two_set_ups_at_once_make_one_club()
    {
        var setUp = _server.Services.GetRequiredService<SetUpClub>();
        var done = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => setUp.Run(PilotClub.ReadFile(), Cancellation)));
        done.Select(club => club.ClubId).Distinct().Count().ShouldBe(1);
        done.Count(club => club.Created).ShouldBe(1);
        (await Version(done[0].ClubId)).ShouldBe(1);
    }

    [Theory]
    [InlineData("slug", "Margalla Club", "slug")]
    [InlineData("timeZone", "Asia/Lahore", "timeZone")]
    [InlineData("currency", "XXX", "currency")]
    [InlineData("phone", "none", "phone")]
    [InlineData("name", "", "name")]
    public void A_file_with_a_wrong_field_says_which(string field, string value, string blamed)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(PilotClub.Folder(), "club.json")))!.AsObject();
        json[field] = value;
        var error = ClubFile.Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Error.ShouldNotBeNull();
        error.Code.ShouldBe("request.invalid");
        error.Fields!.Keys.ShouldBe([blamed]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("Name,Phone")]
    [InlineData("""{"name":"A","slug":"a","timeZone":"Asia/Karachi","currency":"PKR","courts":null,"openingHours":[]}""")]
    public void A_file_that_is_no_set_up_is_refused(string text) =>
        ClubFile.Read(Encoding.UTF8.GetBytes(text)).Error.ShouldNotBeNull().Code.ShouldBe("request.invalid");

    private async Task<int> Version(Guid clubId)
    {
        await using var sql = await _server.Sql();
        return await sql.QuerySingleAsync<int>("select version from booking.clubs where club_id = @clubId", new { clubId });
    }
}
