using Padel.Booking.Bookings;
using Padel.Platform.Auth;

namespace Padel.Booking.Standing;

/// <summary>The row of a player with an account, as booking knows it.</summary>
internal sealed record KnownPlayer
{
    public string Name { get; init; } = "";

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public bool PhoneVerified { get; init; }

    public bool EmailVerified { get; init; }

    public bool HasAccount { get; init; }

    /// <summary>The account was closed: nothing is learned of it any more.</summary>
    public bool IsClosed => !HasAccount;

    /// <summary>The token proves or says what the row does not know yet. Never the other way round: events may be ahead of a token.</summary>
    public bool IsBehind(Caller caller) => !IsClosed
        && ((caller.Name.Length > 0 && caller.Name != Name)
            || (caller.PhoneVerified && !PhoneVerified)
            || (caller.EmailVerified && !EmailVerified)
            || (caller.Phone is not null && Phone is null)
            || (caller.Email is not null && Email is null));

    public Customer ToCustomer(Caller caller) =>
        new(caller.UserId, Name, Phone, Email, PhoneVerified || EmailVerified || caller.ContactVerified);
}
