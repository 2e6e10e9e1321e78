namespace Padel.Booking.Imports;

/// <summary>What became of a file's rows; <c>rows = taken + duplicate + blank + all refused</c>.</summary>
internal sealed record FileCounts(int Rows, int Taken, int Duplicate, int Blank, IReadOnlyDictionary<string, int> Refused);
