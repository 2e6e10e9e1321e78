using Padel.Booking.Blocks;

namespace Padel.Tests.Booking.Bookings;

public sealed class BlockDaysTests
{
    private static readonly DateOnly Friday = new(2026, 12, 4);

    [Theory]
    [InlineData("18:00", "20:00", "04 18:00-20:00")]
    [InlineData("23:00", "25:00", "04 23:00-01:00")] // the night belongs to Friday
    [InlineData("23:00", "26:00", "04 23:00-01:00; 05 01:00-02:00")]
    [InlineData("07:00", "55:00", "04 07:00-01:00; 05 01:00-01:00; 06 01:00-07:00")]
    [InlineData("00:00", "02:00", "03 00:00-01:00; 04 01:00-02:00")]
    public void A_closure_is_cut_where_business_days_end(string from, string to, string expected)
    {
        var parts = BlockDays.Of(TestClub.Margalla, TestClub.At(Friday, from), TestClub.At(Friday, to)).Select(day =>
            $"{day.BusinessDay:dd} {TestClub.Karachi.Local(day.Part.Start):HH:mm}-{TestClub.Karachi.Local(day.Part.End):HH:mm}");
        string.Join("; ", parts).ShouldBe(expected);
    }
}
