using Padel.Kernel;

namespace Padel.Booking.Imports.Reading;

/// <summary>What one row of the member list says.</summary>
internal sealed record LoggedMember(string Name, PhoneNumber Phone, EmailAddress? Email, DateOnly? JoinedOn, bool Blacklisted)
{
    /// <summary>Empty for a member without a number.</summary>
    public required string MemberNo { get; init; }

    public string? Note { get; init; }
}
