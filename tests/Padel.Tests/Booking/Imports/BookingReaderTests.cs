using System.Collections.Frozen;
using Padel.Booking.Imports.Reading;
using Padel.Kernel;

namespace Padel.Tests.Booking.Imports;

/// <summary>Rows against a club of 07:00 to 01:00 with Court 1 and Court 5, selling 60, 90 and 120 minutes.</summary>
public sealed class BookingReaderTests
{
    private static readonly FrozenDictionary<string, int> Columns =
        BookingReader.Columns.Select((column, index) => KeyValuePair.Create(column, index)).ToFrozenDictionary();

    private static readonly BookingReader Reader = new(TestClub.Margalla);

    [Theory]
    [InlineData("someday|late|forever|Moon|x|||free|x|lost", "bad_date")]
    [InlineData("1/8/26|late|forever|Moon|x|||free|x|lost", "bad_time")]
    [InlineData("1/8/26|20:00|forever|Moon|x|||free|x|lost", "bad_duration")]
    [InlineData("1/8/26|20:00|45|Moon|x|||free|x|lost", "bad_duration")]
    [InlineData("1/8/26|03:00|90|Moon|x|||free|x|lost", "unknown_court")]
    [InlineData("1/8/26|03:00|90|C1|x|||free|x|lost", "outside_hours")]
    [InlineData("1/8/26|20:00|90|C1|x|||free|x|lost", "bad_amount")]
    [InlineData("1/8/26|20:00|90|C1|x|||6000|x|lost", "bad_status")]
    [InlineData("1/8/26|20:00|90|C1|x|||6000|x|played", null)]
    public void The_first_reason_in_order_is_told(string row, string? reason) => (Read(row).Refusal?.Reason).ShouldBe(reason);

    [Theory]
    [InlineData("1/8/26", "07:00", 60, "2026-08-01")] // the first start of the day
    [InlineData("1/8/26", "6:30 am", 60, null)]
    [InlineData("1/8/26", "23:30", 90, "2026-08-01")] // ends at one, with the club
    [InlineData("1/8/26", "23:30", 120, null)]
    [InlineData("2/8/26", "00:00", 60, "2026-08-01")] // Saturday night, written on Sunday
    [InlineData("2/8/26", "12:00am", 60, "2026-08-01")]
    [InlineData("2/8/26", "00:00", 90, null)]
    [InlineData("2/8/26", "00:30", 60, null)]
    [InlineData("2/8/26", "01:00", 60, null)] // the moment of closing
    [InlineData("2/8/26", "20:15", 60, "2026-08-02")] // history is not judged by the grid
    public void A_start_after_midnight_belongs_to_the_business_day_before(string date, string start, int minutes, string? businessDay)
    {
        var read = Read($"{date}|{start}|{minutes}|C1|Ali Khan|||6000|cash|played");
        (read.Value is { } booking ? $"{booking.BusinessDay:yyyy-MM-dd}" : null).ShouldBe(businessDay);
        (read.Refusal?.Reason ?? "none").ShouldBe(businessDay is null ? "outside_hours" : "none");
    }

    [Fact]
    public void What_the_row_says_is_kept()
    {
        var booking = Read("2026-12-01|8 PM|1.5 hr|court 5|  NOOR   TANAKA |0300-1234567|4|9,000|Easypaisa|No Show|needs rackets").Value.ShouldNotBeNull();
        booking.Court.Name.ShouldBe("Court 5");
        booking.Slot.ShouldBe(TimeSlot.Of(new DateTimeOffset(2026, 12, 1, 15, 0, 0, TimeSpan.Zero), 90));
        booking.Name.ShouldBe("Noor Tanaka");
        booking.Phone?.Value.ShouldBe("+923001234567");
        booking.Players.ShouldBe(4);
        booking.Amount.ShouldBe(Money.Major(9000, Currency.Pkr));
        booking.PaidVia.ShouldBe(new PaidVia("easypaisa", Paid: true));
        booking.Status.ShouldBe("no_show");
        booking.Note.ShouldBe("needs rackets");
        booking.ClaimsTime.ShouldBeTrue();
    }

    [Fact]
    public void What_cannot_be_read_of_a_person_is_told_and_the_row_taken()
    {
        var read = Read("1/8/26|20:00|60|C1||12-ab|many|6000|goats|cancelled");
        var booking = read.Value.ShouldNotBeNull();
        (booking.Name, booking.Phone, booking.Players).ShouldBe(("Guest", null, null));
        booking.ClaimsTime.ShouldBeFalse();
        read.Warnings.Select(warning => warning.Reason).ShouldBe(["bad_paid_via", "bad_phone", "bad_players"], ignoreOrder: true);
    }

    // The fields after the log number, separated by bars.
    private static Read<LoggedBooking> Read(string row) => Reader.Read(new LogRow(2, Columns, ["1", .. row.Split('|')]));
}
