using Padel.Booking.Imports.Reading;

namespace Padel.Booking.Imports;

/// <summary>What to import. A club can be set up alone and its lists come later, without the set-up.</summary>
/// <param name="Club">May only be left out where <see cref="OnlyClubId"/> says for which club the lists are.</param>
internal sealed record ImportRequest(ImportFile? Club, ImportFile? Members, ImportFile? Bookings)
{
    /// <summary>How long to wait for another import of the same club.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The only club this may be for; null on the command line, which may set up a new one.</summary>
    public Guid? OnlyClubId { get; init; }
}
