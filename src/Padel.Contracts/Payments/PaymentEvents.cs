namespace Padel.Contracts.Payments;

/// <summary>An attempt to pay, at one moment. Amounts are minor units; <paramref name="Actor"/> is who did it.</summary>
/// <param name="Purpose"><c>booking</c>, <c>top_up</c> or <c>plan</c>.</param>
/// <param name="Method">As <c>payWith</c> in the API, or <c>cash</c> and <c>terminal</c> at the desk.</param>
/// <param name="AmountMinor">What it is worth to the booking: for a plan the part of the price it covers.</param>
/// <param name="Reason">A stable code when it failed or was reversed.</param>
public sealed record PaymentFactV1(
    Guid PaymentId, Guid ClubId, Guid? PlayerId, string Purpose, Guid? BookingId, string Method, long AmountMinor, string Currency,
    string? Reason, string? ReasonText, string Actor);

/// <summary>Money went back for a booking, or could not.</summary>
/// <param name="Destination"><c>source</c>, <c>wallet</c>, <c>plan</c> or <c>cash</c>.</param>
public sealed record RefundFactV1(
    Guid RefundId, Guid PaymentId, Guid ClubId, Guid? PlayerId, Guid? BookingId, long AmountMinor, string Currency, string Destination,
    string? Reason, string Actor);

/// <summary>A player's credit at a club changed.</summary>
/// <param name="Kind">What changed it: <c>top_up</c>, <c>payment</c>, <c>refund</c>, <c>not_needed</c>, <c>adjustment</c>, <c>reversal</c>.</param>
public sealed record WalletChangedV1(Guid ClubId, Guid PlayerId, long ChangeMinor, long BalanceMinor, string Currency, string Kind, string Text);

/// <summary>A package or membership began or ended.</summary>
/// <param name="PriceClass">What a membership gives while it runs; null for a package.</param>
public sealed record PlanFactV1(
    Guid PlanId, Guid ClubId, Guid PlayerId, string Kind, string Name, string? PriceClass, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Actor);

/// <summary>The ways of paying a club takes now; the newest version counts.</summary>
public sealed record MethodsChangedV1(Guid ClubId, int Version, string[] Methods, string Actor);
