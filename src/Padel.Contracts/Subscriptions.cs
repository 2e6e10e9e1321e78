namespace Padel.Contracts;

/// <summary>One service's standing wish to hear of one kind of fact. The relay makes one inbox row for each.</summary>
public sealed record SubscriptionName(string Service, string EventType);

/// <summary>
/// Who hears what. It lives here, not in the services, so that a relay can leave a row for a service that is not running:
/// the service finds it later.
/// </summary>
public static class Subscriptions
{
    public const string Booking = "booking";
    public const string Payments = "payments";
    public const string DevOutbox = "devoutbox";

    public static readonly IReadOnlyList<SubscriptionName> All =
    [
        new(Booking, EventTypes.Identity.UserRegistered),
        new(Booking, EventTypes.Identity.ContactVerified),
        new(Booking, EventTypes.Identity.UserClosed),
        new(Booking, EventTypes.Payments.Started),
        new(Booking, EventTypes.Payments.Completed),
        new(Booking, EventTypes.Payments.Failed),
        new(Booking, EventTypes.Payments.Reversed),
        new(Booking, EventTypes.Payments.RefundCompleted),
        new(Booking, EventTypes.Payments.PlanStarted),
        new(Booking, EventTypes.Payments.PlanEnded),
        new(Booking, EventTypes.Payments.MethodsChanged),
        new(Payments, EventTypes.Identity.UserRegistered),
        new(Payments, EventTypes.Identity.ContactVerified),
        new(Payments, EventTypes.Identity.UserClosed),
        new(Payments, EventTypes.Booking.ClubChanged),
        new(Payments, EventTypes.Booking.Held),
        new(Payments, EventTypes.Booking.Confirmed),
        new(Payments, EventTypes.Booking.Moved),
        new(Payments, EventTypes.Booking.Cancelled),
        new(Payments, EventTypes.Booking.Expired),
        new(Payments, EventTypes.Booking.Completed),
        new(Payments, EventTypes.Booking.NoShow),
        new(Payments, EventTypes.Booking.PaymentNotNeeded),
        new(DevOutbox, EventTypes.Identity.CodeIssued),
        new(DevOutbox, EventTypes.Booking.Held),
        new(DevOutbox, EventTypes.Booking.Confirmed),
        new(DevOutbox, EventTypes.Booking.Moved),
        new(DevOutbox, EventTypes.Booking.Cancelled),
        new(DevOutbox, EventTypes.Booking.Expired),
        new(DevOutbox, EventTypes.Identity.UserRegistered),
        new(DevOutbox, EventTypes.Identity.ContactVerified),
        new(DevOutbox, EventTypes.Payments.Failed),
        new(DevOutbox, EventTypes.Payments.RefundCompleted),
        new(DevOutbox, EventTypes.Payments.WalletChanged),
    ];
}
