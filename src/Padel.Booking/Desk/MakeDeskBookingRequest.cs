using Padel.Booking.Bookings;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Booking.Desk;

/// <param name="PlayerId">Somebody the club knows; or else <paramref name="Guest"/>.</param>
/// <param name="OverrideReason">Why a rule of the club is broken, if one is.</param>
internal sealed record MakeDeskBookingRequest(
    Guid CourtId, DateTimeOffset StartsAt, int DurationMinutes, Guid? PlayerId = null, MakeDeskBookingRequest.GuestBody? Guest = null,
    string? Note = null, string? OverrideReason = null)
{
    public const int MaxNoteLength = 500;

    internal sealed record GuestBody(string Name, string? Phone = null);

    /// <summary>The guest with a phone that can be called; null for a player.</summary>
    public Customer? GuestCustomer() => Guest is null ? null
        : new Customer(null, Guest.Name.Trim(), PhoneNumber.TryParse(Guest.Phone, out var phone) ? phone.Value : null, null, ContactVerified: true);

    public Error? Invalid()
    {
        var problems = StaffRules.Problems(StartsAt, DurationMinutes, OverrideReason).ToList();
        if (PlayerId is null == Guest is null)
            problems.Add(("guest", "Name either a player or a guest."));
        if (Guest is not null && Guest.Name.Trim().Length is 0 or > BookCourtRequest.MaxNameLength)
            problems.Add(("guest.name", $"1 to {BookCourtRequest.MaxNameLength} characters."));
        if (!string.IsNullOrWhiteSpace(Guest?.Phone) && !PhoneNumber.TryParse(Guest.Phone, out _))
            problems.Add(("guest.phone", "A phone number like 0300 1234567."));
        if (Note?.Length > MaxNoteLength)
            problems.Add(("note", $"At most {MaxNoteLength} characters."));
        return problems.Count > 0 ? RequestErrors.Invalid([.. problems]) : null;
    }
}
