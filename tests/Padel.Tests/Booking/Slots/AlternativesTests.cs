using Padel.Booking.Availability;
using Padel.Booking.Clubs;
using Padel.Booking.Pricing;
using Padel.Kernel;

namespace Padel.Tests.Booking.Slots;

public sealed class AlternativesTests
{
    private static readonly DateOnly Day = new(2026, 12, 4);
    private static readonly DateTimeOffset Now = TestClub.At(Day.AddDays(-3), "12:00");
    private static readonly Court Second = TestClub.Panoramic with { CourtId = Guid.CreateVersion7(), Name = "Court 2", Position = 2 };
    private static readonly ClubSetup Club = TestClub.Margalla with { Courts = [TestClub.Panoramic, Second, TestClub.Indoor] };

    [Fact]
    public void The_same_time_on_another_court_comes_first_and_its_own_kind_before_others() =>
        Offered(Taken(TestClub.Panoramic, "18:00", 60)).Take(2).ShouldBe([("Court 2", "18:00"), ("Court 5", "18:00")]);

    [Fact]
    public void Then_the_nearest_starts_each_once()
    {
        Claim[] full = [Taken(TestClub.Panoramic, "18:00", 60), Taken(Second, "18:00", 60), Taken(TestClub.Indoor, "18:00", 60)];
        Offered(full).ShouldBe([("Court 1", "17:00"), ("Court 1", "19:00"), ("Court 1", "16:00")]);
    }

    [Fact]
    public void They_carry_the_price_of_their_own_time()
    {
        var day = DayAvailability.Of(Club, Day, [Taken(TestClub.Panoramic, "16:00", 60)], PriceBook.StandardClass, Now);
        var found = Alternatives.Choose(day, TestClub.Panoramic.CourtId, TestClub.At(Day, "17:00"), 60);
        found[0].Price.ShouldBe(Money.Major(6000, Currency.Pkr));
    }

    [Fact]
    public void A_full_day_offers_nothing() =>
        Offered([.. Club.Courts.Select(court => Taken(court, "07:00", 18 * 60))]).ShouldBeEmpty();

    [Fact]
    public void There_are_never_more_than_three() => Offered().Count.ShouldBe(3);

    private static List<(string Court, string Start)> Offered(params Claim[] claims)
    {
        var day = DayAvailability.Of(Club, Day, claims, PriceBook.StandardClass, Now);
        return [.. Alternatives.Choose(day, TestClub.Panoramic.CourtId, TestClub.At(Day, "18:00"), 60)
            .Select(found => (found.CourtName, TestClub.Karachi.Local(found.StartsAt).ToString("HH:mm", null)))];
    }

    private static Claim Taken(Court court, string start, int minutes) =>
        new(court.CourtId, TimeSlot.Of(TestClub.At(Day, start), minutes), ExpiresAt: null);
}
