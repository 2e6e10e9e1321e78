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
    }
}
