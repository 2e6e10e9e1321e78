using Npgsql;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Contracts;
using Padel.Contracts.Booking;
using Padel.Contracts.Payments;
using Padel.Kernel;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Booking.Payments;

/// <summary>
/// Money has come. A held booking stands once enough is there; one that lapsed is booked again if its court is still free. What the booking
/// cannot use is told, and Payments gives it to the player.
/// </summary>
internal sealed class OnPaymentCompleted(ClubCatalogue clubs, AfterBooking after, TimeProvider clock) : IEventHandler
{
    public async Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<PaymentFactV1>();
        if (fact is not { Purpose: "booking", BookingId: { } bookingId })
            return;
        var club = await clubs.Find(fact.ClubId, cancellation)
            ?? throw new InvalidOperationException($"Payment {fact.PaymentId} is of no club.");
        var now = clock.Now();
        var booking = (await BookingRows.Lock(context.Transaction, bookingId)).SingleOrDefault()
            ?? throw new InvalidOperationException($"Payment {fact.PaymentId} is for no booking.");
        if (await BookingMoney.GoneOf(context.Transaction, fact.PaymentId) is not { } gone)
            return; // it has come before

        var use = await Use(context.Transaction, booking, club, fact.AmountMinor, fact.AmountMinor - gone, now);
        await BookingMoney.Came(context.Transaction, fact.PaymentId, bookingId, use.TakenMinor);
        await Settle(context.Transaction, booking, club, use, now);
        if (fact.AmountMinor > use.TakenMinor)
            await TellNotNeeded(context.Transaction, fact, bookingId, fact.AmountMinor - use.TakenMinor, use.Why, now);
        context.AfterCommit(() => after.Changed(booking.ClubId, booking.BusinessDay));
    }

    // The court first: without it the money is not needed.
    private static async Task<PaymentUse> Use(
        NpgsqlTransaction transaction, Bookings.Booking booking, ClubSetup club, long came, long left, DateTimeOffset now)
    {
        var use = PaymentUse.Of(booking, came, now);
        if (!use.RetakesCourt)
            return use;
        return left >= booking.PayNowMinor && await Retake(transaction, booking, club, now) ? use : PaymentUse.Nothing(PaymentUse.SlotGone);
    }

    private static async Task<bool> Retake(NpgsqlTransaction transaction, Bookings.Booking booking, ClubSetup club, DateTimeOffset now)
    {
        var during = new TimeSlot(booking.StartsAt, booking.EndsAt.AddMinutes(club.Slots.BufferMinutes));
        var claim = new NewClaim(booking.ClubId, booking.CourtId, booking.BusinessDay, during, "booking", booking.BookingId, ExpiresAt: null);
        if (await Occupancies.TakeAll(transaction, [claim], now))
            return true;
        await HoldExpiry.ReleaseInTheWay(transaction, club, [booking.CourtId], during, now);
        return await Occupancies.TakeAll(transaction, [claim], now);
    }

    // Counted first: the fact that it stands says what is paid.
    private static async Task Settle(NpgsqlTransaction transaction, Bookings.Booking booking, ClubSetup club, PaymentUse use, DateTimeOffset now)
    {
        var stands = use.RetakesCourt ? booking with { Status = BookingStatus.Confirmed } : booking;
        var counted = await BookingMoney.Count(transaction, stands, now);
        if (use.RetakesCourt || (booking.Status == BookingStatus.Held && use.TakenMinor > 0 && counted.AmountPaidMinor >= counted.PayNowMinor))
            await Confirmation.Write(transaction, counted, club, BookingNews.BySystem, now);
    }

    private static Task TellNotNeeded(
        NpgsqlTransaction transaction, PaymentFactV1 fact, Guid bookingId, long amountMinor, string why, DateTimeOffset now) =>
        Outbox.Append(transaction, new OutgoingEvent(
            EventTypes.Booking.PaymentNotNeeded, fact.ClubId,
            new PaymentNotNeededV1(fact.PaymentId, bookingId, fact.ClubId, amountMinor, fact.Currency, why)), now);
}
