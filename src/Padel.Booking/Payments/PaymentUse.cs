using Padel.Booking.Bookings;

namespace Padel.Booking.Payments;

/// <summary>What a booking does with money that came for it: it takes what it can use, and says why the rest is not needed. Pure.</summary>
/// <param name="Why">Of <c>payment-not-needed</c>: why the rest is not needed.</param>
/// <param name="RetakesCourt">The court was given up; the money buys it again if it is still free.</param>
internal sealed record PaymentUse(long TakenMinor, string Why, bool RetakesCourt = false)
{
    public const string SlotGone = "slot_gone";
    public const string Cancelled = "cancelled";
    public const string AlreadyPaid = "already_paid";
    public const string Begun = "begun";

    public static PaymentUse Nothing(string why) => new(0, why);

    /// <param name="amountMinor">What came, less what was taken back of it already.</param>
    public static PaymentUse Of(Bookings.Booking booking, long amountMinor, DateTimeOffset now) => booking.Status switch
    {
        // Lapsed but not yet given up: nobody else has the court, so the money is in time. No hold passes the start.
        BookingStatus.Held => booking.StartsAt > now ? UpTo(booking.PriceMinor - booking.AmountPaidMinor, amountMinor, AlreadyPaid) : Nothing(Begun),
        BookingStatus.Confirmed or BookingStatus.Completed => UpTo(booking.PriceMinor - booking.AmountPaidMinor, amountMinor, AlreadyPaid),
        BookingStatus.Cancelled => UpTo(booking.FeeMinor - booking.AmountPaidMinor, amountMinor, Cancelled),
        BookingStatus.NoShow => UpTo(booking.FeeMinor - booking.AmountPaidMinor, amountMinor, AlreadyPaid),
        // What was paid before goes back with the hold; this payment alone must do.
        _ => booking.StartsAt <= now ? Nothing(Begun)
            : amountMinor < booking.PayNowMinor ? Nothing(SlotGone)
            : UpTo(booking.PriceMinor, amountMinor, AlreadyPaid) with { RetakesCourt = true },
    };

    private static PaymentUse UpTo(long neededMinor, long amountMinor, string why) =>
        new(Math.Clamp(amountMinor, 0, Math.Max(0, neededMinor)), why);
}
