using Padel.Booking.Bookings;
using Padel.Kernel;
using Padel.Platform.Auth;
using static Padel.Tests.Booking.Bookings.Wishes;

namespace Padel.Tests.Booking.Bookings;

public sealed class MoveTests
{
    private static readonly DateOnly Friday = new(2026, 12, 4);

    [Fact]
    public void The_owner_moves_freely_before_the_deadline_and_the_price_follows()
    {
        var booking = Booked(TestClub.At(Friday, "10:00"));
        var moved = Decide(booking, TestClub.At(Friday, "18:00"), 90).Value;
        (moved.StartsAt, moved.EndsAt, moved.Version).ShouldBe((TestClub.At(Friday, "18:00"), TestClub.At(Friday, "19:30"), 2));
        moved.PriceMinor.ShouldBe(900_000);
        moved.CreatedAt.ShouldBe(booking.CreatedAt);
        moved.Reference.ShouldBe(booking.Reference);
    }

    [Fact]
    public void A_later_price_change_does_not_count()
    {
        var booking = Booked(TestClub.At(Friday, "10:00"));
        var dearer = TestClub.Margalla with { Prices = new([TestClub.Rule("Dear", 9000)]) };
        var to = Place.Of(dearer, TestClub.Panoramic, TestClub.At(Friday, "12:00"), 60);
        var move = new Move(Seen(booking), to, new MoveBookingRequest(to.Court.CourtId, to.Slot.Start, 60), 1, null);
        move.Decide(booking, TestClub.Margalla.Prices, null, [], Now).Value.PriceMinor.ShouldBe(400_000);
    }

    [Theory]
    [InlineData("2026-12-03T05:00:00Z", "")] // exactly at the free deadline
    [InlineData("2026-12-03T05:00:01Z", "booking.too_late_to_move")]
    [InlineData("2026-12-04T06:00:00Z", "booking.too_late_to_move")] // begun
    public void Later_the_owner_asks_the_club(string at, string expected)
    {
        var booking = Booked(TestClub.At(Friday, "10:00"));
        Code(Decide(booking, TestClub.At(Friday.AddDays(2), "18:00"), 60, now: DateTimeOffset.Parse(at, null))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("10:15", 60, "booking.not_on_grid")]
    [InlineData("12:00", 45, "booking.bad_duration")]
    [InlineData("24:30", 60, "booking.outside_hours")]
    [InlineData("19:00", 60, "booking.slot_taken")]
    [InlineData("17:30", 60, "booking.leaves_gap")]
    public void A_move_obeys_the_rules_of_a_booking(string clock, int minutes, string expected)
    {
        var booking = Booked(TestClub.At(Friday, "10:00"));
        Code(Decide(booking, TestClub.At(Friday, clock), minutes, taken: [Slot(Friday, "19:00-20:30")])).ShouldBe(expected);
    }

    [Fact]
    public void Staff_break_a_rule_only_with_a_reason_and_never_take_a_taken_court()
    {
        var booking = Booked(TestClub.At(Friday, "10:00"));
        var late = TestClub.At(Friday, "09:55");
        TimeSlot[] taken = [Slot(Friday, "19:00-20:30")];
        Code(Decide(booking, TestClub.At(Friday, "17:30"), 60, taken, late, staff: true)).ShouldBe("booking.leaves_gap");
        Code(Decide(booking, TestClub.At(Friday, "17:30"), 60, taken, late, staff: true, reason: "Regulars")).ShouldBe("");
        Code(Decide(booking, TestClub.At(Friday, "19:00"), 60, taken, late, staff: true, reason: "Regulars")).ShouldBe("booking.slot_taken");
    }

    [Theory]
    [InlineData("cancelled", 1, "booking.not_active")]
    [InlineData("completed", 1, "booking.not_active")]
    [InlineData("confirmed", 7, "request.version_stale")]
    public void Only_the_booking_that_was_seen_moves(string status, int version, string expected)
    {
        var booking = Booked(TestClub.At(Friday, "10:00")) with { Status = status };
        Code(Decide(booking, TestClub.At(Friday, "18:00"), 60, version: version)).ShouldBe(expected);
    }

    [Fact]
    public void A_hold_that_moves_still_ends_before_its_start()
    {
        var held = Booked(TestClub.At(Today, "18:00"), verified: false);
        var now = TestClub.At(Today, "15:05");
        var moved = Decide(held, TestClub.At(Today, "15:30"), 60, now: now).Value;
        moved.HoldExpiresAt.ShouldBe(TestClub.At(Today, "15:10"));
        Decide(held with { HoldExpiresAt = TestClub.At(Today, "16:00") }, TestClub.At(Today, "15:30"), 60, now: now).Value
            .HoldExpiresAt.ShouldBe(TestClub.At(Today, "15:30"));
    }

    private static Result<Padel.Booking.Bookings.Booking> Decide(
        Padel.Booking.Bookings.Booking booking, DateTimeOffset startsAt, int minutes, IReadOnlyList<TimeSlot>? taken = null, DateTimeOffset? now = null,
        bool staff = false, string? reason = null, int version = 1)
    {
        var to = Place.Of(TestClub.Margalla, TestClub.Panoramic, startsAt, minutes);
        var move = new Move(Seen(booking, staff), to, new MoveBookingRequest(to.Court.CourtId, startsAt, minutes, reason), version, null);
        return move.Decide(booking, TestClub.Margalla.Prices, null, taken ?? [], now ?? Now);
    }

    private static SeenBooking Seen(Padel.Booking.Bookings.Booking booking, bool staff = false) => new(
        booking, TestClub.Margalla, [],
        staff ? new StaffMember(Guid.CreateVersion7(), "Bilal", TestClub.Margalla.ClubId, StaffRole.Desk) : null, IsOwner: !staff);

    private static string Code(Result<Padel.Booking.Bookings.Booking> decision) => decision.Error?.Code ?? "";
}
