using Padel.Platform.Auth;

namespace Padel.Booking.Standing;

/// <summary>An account's person, as a token or an event of Identity tells of them. The flags say which contacts are proven.</summary>
internal sealed record Person(Guid PlayerId, string Name, string? Phone, bool PhoneVerified, string? Email, bool EmailVerified)
{
    public static Person Of(Caller caller) =>
        new(caller.UserId, caller.Name, caller.Phone, caller.PhoneVerified, caller.Email, caller.EmailVerified);
}
