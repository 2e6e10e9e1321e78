using Padel.Booking.Imports.Reading;

namespace Padel.Booking.Imports;

/// <summary>A row of the bookings log before it is judged against the others and against the courts.</summary>
/// <param name="Key">The log number under which it is stored.</param>
/// <param name="First">An earlier row of the same file with the same log number.</param>
internal sealed record BookingCandidate(int Line, string Key, LogNumbers.First? First, Read<LoggedBooking> Read)
{
    public bool ClaimsTime => Read.Value is { ClaimsTime: true };
}

/// <summary>What becomes of a candidate: taken, duplicate, or refused.</summary>
internal sealed record Verdict(BookingCandidate Row, bool Taken, Refusal? Refusal = null)
{
    public bool Duplicate => !Taken && Refusal is null;
}
