using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Booking.Standing;
using Padel.Kernel;

namespace Padel.Tests.Booking.Bookings;

/// <summary>Wishes and facts for decisions about the pilot club. It is Tuesday 1 December 2026, 15:00 in Karachi, unless a test says otherwise.</summary>
internal static class Wishes
{
    public static readonly DateOnly Today = new(2026, 12, 1);
    public static readonly DateTimeOffset Now = TestClub.At(Today, "15:00");
    public static readonly Guid PlayerId = Guid.Parse("00000000-0000-7000-8000-0000000000a1");

    public static BookingWish Wish(DateTimeOffset startsAt, int minutes, ClubSetup? club = null, string payWith = "at_club") =>
        new(Place.Of(club ?? TestClub.Margalla, TestClub.Panoramic, startsAt, minutes), payWith, BookingSource.App);

    public static BookingFacts Facts(
        PlayerStanding? standing = null, int active = 0, bool verified = true, IReadOnlyList<TimeSlot>? taken = null) =>
        new(new Customer(PlayerId, "Sara Ahmed", "+923001234567", null, verified), standing ?? PlayerStanding.Fresh, active, taken ?? []);

    /// <summary>A time of that day by the club's clock: "18:00-19:30".</summary>
    public static TimeSlot Slot(DateOnly day, string text) => new(TestClub.At(day, text[..5]), TestClub.At(day, text[6..]));

    public static Result<Padel.Booking.Bookings.Booking> Decide(BookingWish wish, BookingFacts facts, DateTimeOffset now) =>
        Padel.Booking.Bookings.Booking.Decide(wish, facts, now);

    /// <summary>A booking that was made; the test fails when it was refused.</summary>
    public static Padel.Booking.Bookings.Booking Booked(DateTimeOffset startsAt, int minutes = 60, DateTimeOffset? bookedAt = null, bool verified = true) =>
        Decide(Wish(startsAt, minutes), Facts(verified: verified), bookedAt ?? Now).Value;
}
