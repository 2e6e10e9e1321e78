using Padel.Booking.Bookings;

namespace Padel.Booking.Payments;

/// <summary>What the payments of a booking come to.</summary>
/// <param name="LeftMinor">What they left: taken, and neither taken back nor given back.</param>
/// <param name="Pending">An attempt is under way.</param>
/// <param name="Failed">An attempt failed.</param>
internal sealed record PaymentState(long LeftMinor, long RefundedMinor, bool Pending, bool Failed)
{
    /// <summary>In one word, as the API says it. Money counts before attempts; an attempt under way before one that failed.</summary>
    public string Of(string status, long paidMinor, long priceMinor, long feeMinor)
    {
        var over = status is BookingStatus.Cancelled or BookingStatus.Expired or BookingStatus.NoShow;
        var owed = over ? feeMinor : priceMinor;
        if (RefundedMinor > 0 && (over || paidMinor < owed))
            return paidMinor == 0 ? "refunded" : "partly_refunded";
        return paidMinor > 0 ? (paidMinor >= owed ? "paid" : "partly_paid")
            : Pending ? "pending"
            : Failed ? "failed"
            : "unpaid";
    }
}
