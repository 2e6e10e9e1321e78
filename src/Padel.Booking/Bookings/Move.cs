using Padel.Booking.Desk;
using Padel.Booking.Pricing;
using Padel.Kernel;
using Padel.Platform.Audit;
using Padel.Platform.Http;

namespace Padel.Booking.Bookings;

/// <summary>A wish to move a booking, and the pure decision about it.</summary>
/// <param name="Version">The version the caller saw.</param>
internal sealed record Move(SeenBooking Seen, Place To, MoveBookingRequest Request, int Version, IdempotencyKey? Key)
{
    /// <summary>The booking at its new place, or what stands against it.</summary>
    /// <param name="prices">As they were when it was booked.</param>
    /// <param name="taken">What others hold of the new court that day.</param>
    public Result<Booking> Decide(Booking booking, PriceBook prices, string? priceClass, IReadOnlyList<TimeSlot> taken, DateTimeOffset now)
    {
        if (booking.Version != Version)
            return RequestErrors.VersionStale;
        if (booking.StatusAt(now) is not (BookingStatus.Held or BookingStatus.Confirmed))
            return BookingErrors.NotActive;
        if (Refusal(booking, taken, now) is { } refusal)
            return refusal;
        if (HoldAfter(booking) <= now)
            return BookingErrors.TooLateForTransfer;
        return Price(prices, priceClass).Then<Booking>(quote => booking with
        {
            CourtId = To.Court.CourtId, StartsAt = To.Slot.Start, EndsAt = To.Slot.End, BusinessDay = To.BusinessDay,
            PriceMinor = quote.Total.AmountMinor, PayNowMinor = PayNow(booking, quote.Total), PriceSegments = Booking.Freeze(quote), Version = booking.Version + 1,
            HoldExpiresAt = HoldAfter(booking),
        });
    }

    public AuditEntry Entry(Booking before, Booking after) => Seen.Entry("booking.moved") with
    {
        Before = new { before.CourtId, before.StartsAt, before.EndsAt, before.PriceMinor },
        After = new { after.CourtId, after.StartsAt, after.EndsAt, after.PriceMinor },
        Reason = Request.OverrideReason,
    };

    // The owner moves while cancelling would be free, for a move is no way round the fee; staff at any time.
    private Error? Refusal(Booking booking, IReadOnlyList<TimeSlot> taken, DateTimeOffset now)
    {
        if (Seen.ActsAsStaff)
            return StaffRules.Refusal([.. StaffRules.Broken(To, taken, now)], Request.OverrideReason);
        if (booking.Policy.FeeAt(now, booking.StartsAt, booking.CreatedAt, booking.Price) is not { IsZero: true })
            return BookingErrors.TooLateToMove;
        return To.BrokenRules()
            .Concat(BookingRules.BrokenByTime(To, now))
            .Concat(BookingRules.BrokenByOthers(To, taken, now))
            .FirstOrDefault();
    }

    // Never past the start, or what the bank needs before it.
    private DateTimeOffset? HoldAfter(Booking booking)
    {
        var latest = booking.NextAction == NextStep.AwaitTransfer
            ? To.Slot.Start.AddMinutes(-To.Club.Payments.TransferCutoffMinutes)
            : To.Slot.Start;
        return booking.HoldExpiresAt > latest ? latest : booking.HoldExpiresAt;
    }

    // A deposit stays what it was; the whole price stays the whole price.
    private static long PayNow(Booking booking, Money price) =>
        booking.PayNowMinor >= booking.PriceMinor && booking.PayNowMinor > 0 ? price.AmountMinor : Math.Min(booking.PayNowMinor, price.AmountMinor);

    // A court that was not for sale then has only today's price.
    private Result<PriceQuote> Price(PriceBook prices, string? priceClass)
    {
        var then = To.Price(prices, priceClass);
        return then.IsSuccess ? then : To.Price(To.Club.Prices, priceClass);
    }
}
