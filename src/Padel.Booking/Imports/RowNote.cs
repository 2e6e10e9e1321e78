namespace Padel.Booking.Imports;

/// <summary>One row that was not taken, or that somebody should look at.</summary>
/// <param name="File">members or bookings.</param>
/// <param name="Line">The physical line the row starts on, counted from 1 with the header.</param>
internal sealed record RowNote(string File, int Line, string Reason, string Detail);
