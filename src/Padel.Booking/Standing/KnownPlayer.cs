using Padel.Booking.Bookings;
using Padel.Platform.Auth;

namespace Padel.Booking.Standing;

/// <summary>A player's row, as booking knows them: with an account, or a record that waits for one.</summary>
internal sealed record KnownPlayer
{
    public Guid PlayerId { get; init; }

    public string Name { get; init; } = "";

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public bool PhoneVerified { get; init; }

    public bool EmailVerified { get; init; }

    public bool HasAccount { get; init; }

    /// <summary>The token proves or says what the row does not know yet. Never the other way round: events may be ahead of a token.</summary>
    public bool IsBehind(Caller caller) => HasAccount
        && ((caller.Name.Length > 0 && caller.Name != Name)
            || (caller.PhoneVerified && !PhoneVerified)
            || (caller.EmailVerified && !EmailVerified)
            || (caller.Phone is not null && Phone is null)
            || (caller.Email is not null && Email is null));

    public Customer ToCustomer() => new(PlayerId, Name, Phone, Email, PhoneVerified || EmailVerified);
}
