using Npgsql;
using Padel.Booking.Clubs;
using Padel.Booking.Imports.Reading;

namespace Padel.Booking.Imports;

/// <summary>
/// Takes a club's bookings log, batch by batch, each in one transaction. Memory holds the batch, and of the rest of the file the log
/// numbers and the times claimed.
/// </summary>
internal sealed class ImportBookings(NpgsqlDataSource source, ClubSetup club, TimeProvider clock)
{
    public const string FileName = "bookings";

    private const int BatchRows = 500;

    private readonly FileTally _tally = new(FileName);
    private readonly BookingReader _reader = new(club);
    private readonly LogNumbers _numbers = new();
    private readonly ClaimIndex _claims = new();

    /// <param name="changed">Called after a batch is stored, with the business days it claims time on.</param>
    public async Task<FileTally> Run(LogFile file, Action<IEnumerable<DateOnly>> changed, CancellationToken cancellation)
    {
        await foreach (var rows in file.Rows(cancellation).Chunk(BatchRows))
        {
            var verdicts = await Take(Candidates(rows), cancellation);
            Count(verdicts);
            changed(verdicts.Where(verdict => verdict is { Taken: true, Row.ClaimsTime: true })
                .Select(verdict => verdict.Row.Read.Value!.BusinessDay).Distinct()); // a taken row has been read
        }

        return _tally;
    }

    private List<BookingCandidate> Candidates(LogRow[] rows)
    {
        var candidates = new List<BookingCandidate>(rows.Length);
        foreach (var row in rows)
        {
            _tally.Read();
            if (row.IsBlank)
            {
                _tally.Blank();
                continue;
            }

            var (key, first) = _numbers.Add(row);
            candidates.Add(new BookingCandidate(row.Line, key, first, _reader.Read(row)));
        }

        return candidates;
    }

    // A batch that people keep booking into is halved until it fits: a single row is taken or sees who was first.
    private async Task<List<Verdict>> Take(List<BookingCandidate> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
            return [];
        if (await TakeAtOnce(rows, cancellation) is { } verdicts)
            return verdicts;
        if (rows.Count == 1)
            throw BatchRetry.Exhausted();
        var half = rows.Count / 2;
        return [.. await Take(rows[..half], cancellation), .. await Take(rows[half..], cancellation)];
    }

    private async Task<List<Verdict>?> TakeAtOnce(List<BookingCandidate> rows, CancellationToken cancellation)
    {
        List<Verdict> verdicts = [];
        var claims = _claims;
        var written = await BatchRetry.Run(source, clock, async (transaction, triesBefore) =>
        {
            var now = clock.GetUtcNow();
            claims = new ClaimIndex(_claims);
            var batch = await BookingBatch.Look(transaction, club.ClubId, rows, now);
            verdicts = batch.Judge(rows, claims);
            var taken = verdicts.Where(verdict => verdict.Taken).Select(verdict => verdict.Row).ToList();
            return taken.Count == 0 || await new BookingInsert(club, now).Run(transaction, taken, releaseLapsed: triesBefore > 0);
        }, cancellation);
        if (!written)
            return null;
        _claims.Absorb(claims);
        return verdicts;
    }

    private void Count(List<Verdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            var row = verdict.Row;
            if (verdict.Taken)
                _tally.Taken();
            else if (verdict.Refusal is { } refusal)
                _tally.Refused(row.Line, refusal);
            else
                _tally.Duplicate();

            if (verdict.Taken)
                _tally.Warn(row.Line, row.Read.Warnings);
            else if (row.First is { SaysTheSame: false } first)
                _tally.Warn(row.Line, [new Refusal(Reasons.DuplicateDiffers, $"This log number is on line {first.Line} already, with something else.")]);
        }
    }
}
