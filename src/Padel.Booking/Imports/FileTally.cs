using Padel.Booking.Imports.Reading;

namespace Padel.Booking.Imports;

/// <summary>Counts one file's rows while they are judged. The sum is checked at the end: a row that nobody counted is a bug, not a rounding.</summary>
internal sealed class FileTally(string file)
{
    private readonly SortedDictionary<string, int> _refused = new(StringComparer.Ordinal);
    private readonly List<RowNote> _refusedRows = [];
    private readonly List<RowNote> _warnings = [];
    private int _rows;
    private int _taken;
    private int _duplicate;
    private int _blank;

    public IReadOnlyList<RowNote> RefusedRows => _refusedRows;

    public IReadOnlyList<RowNote> Warnings => _warnings;

    public void Read() => _rows++;

    public void Blank() => _blank++;

    public void Duplicate() => _duplicate++;

    public void Taken() => _taken++;

    public void Refused(int line, Refusal refusal)
    {
        _refused[refusal.Reason] = _refused.GetValueOrDefault(refusal.Reason) + 1;
        _refusedRows.Add(new RowNote(file, line, refusal.Reason, refusal.Detail));
    }

    public void Warn(int line, IEnumerable<Refusal> warnings) =>
        _warnings.AddRange(warnings.Select(warning => new RowNote(file, line, warning.Reason, warning.Detail)));

    public FileCounts Close()
    {
        if (_rows != _taken + _duplicate + _blank + _refusedRows.Count)
            throw new InvalidOperationException($"{file}: {_rows} rows, but {_taken} taken, {_duplicate} duplicate, {_blank} blank, {_refusedRows.Count} refused.");
        return new FileCounts(_rows, _taken, _duplicate, _blank, _refused);
    }
}
