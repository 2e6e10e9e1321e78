using Padel.Kernel;

namespace Padel.Booking;

/// <summary>What booking refuses, and the sentence a person reads. Codes are listed in docs/errors.md and never change their meaning.</summary>
internal static class BookingErrors
{
    public static readonly Error UnknownCourt = new("booking.unknown_court", 404, "There is no such court.");
    public static readonly Error UnknownPlayer = new("booking.unknown_player", 404, "This club knows no such player.");
    public static readonly Error SlotTaken = new("booking.slot_taken", 409, "Someone else has just taken this time.");
    public static readonly Error NotOnGrid = new("booking.not_on_grid", 422, "Games do not start at this minute. Choose one of the offered starts.");
    public static readonly Error BadDuration = new("booking.bad_duration", 422, "The club does not sell this length.");
    public static readonly Error OutsideHours = new("booking.outside_hours", 422, "The club is not open for the whole of this time.");
    public static readonly Error InThePast = new("booking.in_the_past", 422, "This time has already begun.");
    public static readonly Error TooFarAhead = new("booking.too_far_ahead", 422, "This day cannot be booked yet.");
    public static readonly Error LeavesGap = new("booking.leaves_gap", 422, "This would leave a piece too short to sell. Move the start or choose another length.");
    public static readonly Error LimitReached = new("booking.limit_reached", 422, "You have as many upcoming bookings as the club allows. Play or cancel one first.");
    public static readonly Error NotAllowed = new("booking.not_allowed", 422, "You cannot book at this club at the moment. Please call the club.");
    public static readonly Error PaymentMethodOff = new("booking.payment_method_off", 422, "The club does not take this way of paying.");
    public static readonly Error DepositRequired = new("booking.deposit_required", 422, "The club asks you to pay before you play. Choose a way to pay online.");
    public static readonly Error TooLateForTransfer = new("booking.too_late_for_transfer", 422, "It is too late for a bank transfer before this game. Choose another way to pay.");
    public static readonly Error NotBegun = new("booking.not_begun", 422, "This game has not begun yet.");
    public static readonly Error TooLateToCancel = new("booking.too_late_to_cancel", 422, "The game has begun; it cannot be cancelled any more.");
    public static readonly Error TooLateToMove = new("booking.too_late_to_move", 422, "It is too late to move this booking yourself. Please call the club.");
    public static readonly Error NotActive = new("booking.not_active", 422, "This booking is no longer active.");
    public static readonly Error BlockConflicts = new("booking.block_conflicts", 409, "There are bookings in the way. Move or cancel them first.");
}
