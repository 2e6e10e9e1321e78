using System.Globalization;
using System.Text;

namespace Padel.Booking.Imports;

/// <summary>The answer to an import, as API.md shapes it: every row of every file is accounted for.</summary>
internal sealed record ImportReport(FileCounts Members, FileCounts Bookings, IReadOnlyList<RowNote> RefusedRows, IReadOnlyList<RowNote> Warnings)
{
    /// <summary>For people: the counts, then each row to look at with its line. The JSON report names all of them.</summary>
    private const int MaxPrintedRows = 200;

    public string Print()
    {
        var text = new StringBuilder();
        Print(text, "Members", Members);
        Print(text, "Bookings", Bookings);
        Print(text, "Not taken", RefusedRows);
        Print(text, "Taken, but worth a look", Warnings);
        if (Members.Taken + Bookings.Taken == 0)
            text.AppendLine("Nothing new: everything that can be taken was here already.");
        return text.ToString();
    }

    private static void Print(StringBuilder text, string title, FileCounts counts)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"{title}: {counts.Rows:N0} rows = {counts.Taken:N0} taken, {counts.Duplicate:N0} duplicate, {counts.Blank:N0} blank, {counts.Refused.Values.Sum():N0} refused");
        foreach (var (reason, count) in counts.Refused)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {count,6:N0} {reason}");
    }

    private static void Print(StringBuilder text, string title, IReadOnlyList<RowNote> rows)
    {
        if (rows.Count == 0)
            return;
        text.AppendLine(CultureInfo.InvariantCulture, $"{title}:");
        foreach (var row in rows.Take(MaxPrintedRows))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {row.File} line {row.Line}: {row.Reason}. {row.Detail}");
        if (rows.Count > MaxPrintedRows)
            text.AppendLine(CultureInfo.InvariantCulture, $"  and {rows.Count - MaxPrintedRows:N0} more, all in the JSON report");
    }
}
