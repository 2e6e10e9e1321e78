using Dapper;
using Npgsql;
using Padel.Booking.Imports.Reading;

namespace Padel.Booking.Imports;

/// <summary>What the database knows about a batch before it is judged: log numbers imported before, and claims in the way.</summary>
internal sealed record BookingBatch(IReadOnlySet<string> Imported, IReadOnlyDictionary<int, string> CourtTaken)
{
    public static async Task<BookingBatch> Look(
        NpgsqlTransaction transaction, Guid clubId, IReadOnlyList<BookingCandidate> rows, DateTimeOffset now)
    {
        var imported = await transaction.Connection!.QueryAsync<string>( // a transaction in use has its connection; index: bookings_import_log
            "select import_log_no from bookings where club_id = @clubId and import_log_no = any(@keys)",
            new { clubId, keys = rows.Select(row => row.Key).ToArray() }, transaction);
        var known = imported.ToHashSet(StringComparer.Ordinal);
        var open = rows.Where(row => row is { ClaimsTime: true, First: null } && !known.Contains(row.Key)).ToList();
        return new BookingBatch(known, await TakenCourts(transaction, open, now));
    }

    // By line: which booking or block has the court. Served by the exclusion constraint's own index.
    private static async Task<Dictionary<int, string>> TakenCourts(NpgsqlTransaction transaction, List<BookingCandidate> rows, DateTimeOffset now)
    {
        if (rows.Count == 0)
            return [];
        var slots = rows.ConvertAll(row => row.Read.Value!); // open rows have been read
        var taken = await transaction.Connection!.QueryAsync<(int Line, string Owner)>(
            """
            select r.line, coalesce('booking ' || b.reference, 'a closure') as owner
            from unnest(@lines, @courts, @starts, @ends) as r(line, court_id, starts, ends)
            join occupancies o on o.court_id = r.court_id and o.during && tstzrange(r.starts, r.ends) and o.released_at is null
            left join bookings b on b.booking_id = o.owner_id
            where o.expires_at is null or o.expires_at > @now
            """,
            new
            {
                now,
                lines = rows.Select(row => row.Line).ToArray(),
                courts = slots.Select(slot => slot.Court.CourtId).ToArray(),
                starts = slots.Select(slot => slot.Slot.Start).ToArray(),
                ends = slots.Select(slot => slot.Slot.End).ToArray(),
            }, transaction);
        return taken.GroupBy(row => row.Line).ToDictionary(same => same.Key, same => same.First().Owner);
    }

    /// <summary>
    /// Judges the rows in file order: a log number seen or imported before is a duplicate; then the first reason that applies; a clash with
    /// an earlier row of the file or with a claim on the court is an overlap. Pure.
    /// </summary>
    /// <param name="claims">The file's claims; those of this batch are added.</param>
    public List<Verdict> Judge(IReadOnlyList<BookingCandidate> rows, ClaimIndex claims) => [.. rows.Select(row => Judge(row, claims))];

    private Verdict Judge(BookingCandidate row, ClaimIndex claims)
    {
        if (row.First is not null)
            return new Verdict(row, Taken: false);
        var imported = Imported.Contains(row.Key);
        if (!imported && Refuse(row, claims) is { } refusal)
            return new Verdict(row, Taken: false, refusal);
        // A row imported before claims its time again: the file is judged as it was the first time, whatever the desk changed since.
        if (row.Read.Value is { ClaimsTime: true } booking)
            claims.Add(booking.Court.CourtId, booking.Slot, row.Line);
        return new Verdict(row, Taken: !imported);
    }

    private Refusal? Refuse(BookingCandidate row, ClaimIndex claims)
    {
        if (row.Read.Value is not { } booking)
            return row.Read.Refusal;
        if (!booking.ClaimsTime)
            return null;
        if (claims.LineInTheWay(booking.Court.CourtId, booking.Slot) is { } line)
            return new Refusal(Reasons.Overlap, $"{booking.Court.Name} is taken by the row on line {line}.");
        return CourtTaken.TryGetValue(row.Line, out var owner)
            ? new Refusal(Reasons.Overlap, $"{booking.Court.Name} is taken by {owner}.")
            : null;
    }
}
