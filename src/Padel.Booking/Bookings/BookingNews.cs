using Npgsql;
using Padel.Booking.Clubs;
using Padel.Contracts.Booking;
using Padel.Platform.Messaging;

namespace Padel.Booking.Bookings;

/// <summary>Facts about bookings, as the other services hear them.</summary>
internal static class BookingNews
{
    public const string BySystem = "system";

    public static string ByPlayer(Guid playerId) => $"player:{playerId}";

    public static string ByStaff(Guid userId) => $"staff:{userId}";

    public static OutgoingEvent Of(string eventType, Booking booking, ClubSetup club, string actor, string? reason = null) =>
        new(eventType, booking.ClubId, new BookingFactV1(
            booking.BookingId, booking.Reference, booking.Version, booking.ClubId, club.Name, club.Zone.Name, booking.CourtId,
            club.FindCourt(booking.CourtId)?.Name ?? "", booking.StartsAt, booking.EndsAt, booking.BusinessDay, booking.Status,
            booking.PlayerId, booking.Name, booking.Phone, booking.Email, booking.PriceMinor, booking.Currency, booking.PayWith,
            booking.Source, actor, booking.HoldExpiresAt, booking.FeeDueMinor, reason)
        {
            PayNowMinor = booking.PayNowMinor, FeeMinor = booking.FeeMinor, PaidMinor = booking.AmountPaidMinor,
        });

    public static Task Tell(
        NpgsqlTransaction transaction, string eventType, Booking booking, ClubSetup club, string actor, DateTimeOffset now, string? reason = null) =>
        Outbox.Append(transaction, Of(eventType, booking, club, actor, reason), now);
}
