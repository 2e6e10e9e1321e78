using Padel.Booking.Bookings;
using static Padel.Tests.Booking.Bookings.Wishes;

namespace Padel.Tests.Booking.Bookings;

public sealed class CancellationTests
{
    // Booked three days ahead: free until 24 hours before, half until 6, then all.
    [Theory]
    [InlineData("2026-12-03T13:00:00Z", 0L)] // exactly at the deadline counts as in time
    [InlineData("2026-12-03T13:00:01Z", 250_000L)]
    [InlineData("2026-12-04T07:00:00Z", 250_000L)]
    [InlineData("2026-12-04T07:00:01Z", 500_000L)]
    [InlineData("2026-12-04T13:00:00Z", 500_000L)] // until the start
    [InlineData("2026-12-04T13:00:01Z", null)]
    public void The_fee_grows_towards_the_start(string at, long? feeMinor)
    {
        var booking = Booked(TestClub.At(new DateOnly(2026, 12, 4), "18:00"));
        var fee = Cancellation.Fee(booking with { PriceMinor = 500_000 }, DateTimeOffset.Parse(at, null));
        if (feeMinor is { } expected)
            fee.Value.AmountMinor.ShouldBe(expected);
        else
            fee.Error!.Code.ShouldBe("booking.too_late_to_cancel");
    }

    [Fact]
    public void A_booking_made_late_has_an_hour_of_grace()
    {
        var booking = Booked(TestClub.At(Today, "18:00"));
        Cancellation.Fee(booking, Now.AddMinutes(60)).Value.IsZero.ShouldBeTrue();
        Cancellation.Fee(booking, Now.AddMinutes(60).AddSeconds(1)).Value.ShouldBe(booking.Price);
    }

    [Fact]
    public void Giving_up_a_hold_costs_nothing()
    {
        var held = Booked(TestClub.At(Today, "15:30"), verified: false);
        Cancellation.Fee(held, Now.AddMinutes(5)).Value.IsZero.ShouldBeTrue();
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("no_show")]
    public void What_was_played_or_missed_cannot_be_cancelled(string status)
    {
        var booking = Booked(TestClub.At(Today, "18:00")) with { Status = status };
        Cancellation.Fee(booking, Now).Error!.Code.ShouldBe("booking.too_late_to_cancel");
    }
}
