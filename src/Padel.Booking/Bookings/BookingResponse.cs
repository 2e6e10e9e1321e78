using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Booking.Bookings;

/// <summary>A booking as the API shows it to those who may see it.</summary>
internal sealed record BookingResponse(
    Guid BookingId,
    string Reference,
    int Version,
    Guid ClubId,
    Guid CourtId,
    string CourtName,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    int DurationMinutes,
    DateOnly BusinessDay,
    string Status,
    DateTimeOffset? HoldExpiresAt,
    NextActionBody? NextAction,
    string PayWith,
    string PaymentStatus,
    Money Price,
    Money AmountPaid,
    Money AmountDue,
    Money? FeeDue,
    IReadOnlyList<BookingPlayer> Players,
    Guid? SeriesId,
    string Source,
    CancellationTerms? CancellationTerms,
    DateTimeOffset CreatedAt)
{
    /// <param name="others">Who is on court besides the one it is booked for.</param>
    public static BookingResponse Of(Booking booking, ClubSetup club, IEnumerable<BookingPlayer> others, DateTimeOffset now)
    {
        var status = booking.StatusAt(now);
        var waits = status == BookingStatus.Held;
        return new BookingResponse(
            booking.BookingId, booking.Reference, booking.Version, booking.ClubId, booking.CourtId,
            club.FindCourt(booking.CourtId)?.Name ?? "", booking.StartsAt, booking.EndsAt, booking.Slot.Minutes, booking.BusinessDay,
            status, waits ? booking.HoldExpiresAt : null,
            waits && booking.NextAction is { } kind ? new NextActionBody(kind, NextStep.UrlOf(kind, booking.BookingId), booking.HoldExpiresAt) : null,
            booking.PayWith, booking.PaymentStatus, booking.Price, booking.AmountPaid, Due(booking, status),
            booking.FeeDue.IsZero ? null : booking.FeeDue,
            [new BookingPlayer(booking.PlayerId, booking.Name, "accepted"), .. others],
            SeriesId: null, booking.Source, Terms(booking, status, club, now), booking.CreatedAt);
    }

    // What is over costs its fee, told apart; a game that is on or was played costs its price.
    private static Money Due(Booking booking, string status) =>
        status is BookingStatus.Cancelled or BookingStatus.Expired or BookingStatus.NoShow
            ? Money.Zero(booking.Price.Currency)
            : Money.Max(booking.Price - booking.AmountPaid, Money.Zero(booking.Price.Currency));

    // The steps and the sentence tell what it will cost once it stands. A hold costs nothing: what was paid for it goes back.
    private static CancellationTerms? Terms(Booking booking, string status, ClubSetup club, DateTimeOffset now)
    {
        if (status is not (BookingStatus.Held or BookingStatus.Confirmed))
            return null;
        var terms = booking.Policy.Terms(now, booking.StartsAt, booking.CreatedAt, booking.Price, booking.AmountPaid, club.Zone);
        return terms is null || status == BookingStatus.Confirmed
            ? terms
            : terms with { FeeNow = Money.Zero(booking.Price.Currency), RefundNow = booking.AmountPaid };
    }
}

/// <summary>What the player has to do for a held booking, and until when.</summary>
internal sealed record NextActionBody(string Kind, string? Url, DateTimeOffset? Until);

/// <param name="Status">invited, accepted or declined.</param>
internal sealed record BookingPlayer(Guid? PlayerId, string Name, string Status);
