namespace Padel.Contracts;

/// <summary>
/// Names of facts one service tells the others: <c>padel.&lt;service&gt;.&lt;fact&gt;.v&lt;major&gt;</c>. A name never changes its meaning;
/// a breaking change is a new major beside the old.
/// </summary>
public static class EventTypes
{
    public static class Identity
    {
        public const string UserRegistered = "padel.identity.user-registered.v1";
        public const string ContactVerified = "padel.identity.contact-verified.v1";
        public const string UserClosed = "padel.identity.user-closed.v1";
        public const string RoleChanged = "padel.identity.role-changed.v1";

        /// <summary>A one-time code to deliver. The code itself is encrypted, expires, and is never parked.</summary>
        public const string CodeIssued = "padel.identity.code-issued.v1";
    }

    public static class Booking
    {
        public const string Held = "padel.booking.booking-held.v1";
        public const string Confirmed = "padel.booking.booking-confirmed.v1";
        public const string Moved = "padel.booking.booking-moved.v1";
        public const string Cancelled = "padel.booking.booking-cancelled.v1";
        public const string Expired = "padel.booking.booking-expired.v1";
        public const string Completed = "padel.booking.booking-completed.v1";
        public const string NoShow = "padel.booking.booking-no-show.v1";
        public const string CourtClosed = "padel.booking.court-closed.v1";
        public const string CourtReopened = "padel.booking.court-reopened.v1";
        public const string StandingChanged = "padel.booking.standing-changed.v1";

        /// <summary>A club was set up or its name, address or currency changed.</summary>
        public const string ClubChanged = "padel.booking.club-changed.v1";

        /// <summary>Money came for a booking that cannot use it, or not all of it.</summary>
        public const string PaymentNotNeeded = "padel.booking.payment-not-needed.v1";
    }

    public static class Payments
    {
        public const string Started = "padel.payments.payment-started.v1";
        public const string Completed = "padel.payments.payment-completed.v1";
        public const string Failed = "padel.payments.payment-failed.v1";
        public const string Reversed = "padel.payments.payment-reversed.v1";
        public const string RefundCompleted = "padel.payments.refund-completed.v1";
        public const string RefundFailed = "padel.payments.refund-failed.v1";
        public const string WalletChanged = "padel.payments.wallet-changed.v1";
        public const string PlanStarted = "padel.payments.plan-started.v1";
        public const string PlanEnded = "padel.payments.plan-ended.v1";

        /// <summary>A club takes other ways of paying than before.</summary>
        public const string MethodsChanged = "padel.payments.methods-changed.v1";
    }
}
