namespace Padel.IntegrationTests.Imports;

/// <summary>
/// The rules of the import once more, as plainly as PRODUCT.md says them and with nothing of the product's code: each row against all
/// rows before it, on the club's own clock. Open 07:00 to 01:00; lengths 60, 90, 120.
/// </summary>
internal static class ReferenceImport
{
    private const int Opens = 7 * 60;
    private const int Closes = 25 * 60;

    /// <summary>For each row: taken, duplicate, blank, or the reason.</summary>
    public static List<string> Verdicts(IReadOnlyList<LoggedRow> rows)
    {
        var verdicts = new List<string>();
        for (var index = 0; index < rows.Count; index++)
            verdicts.Add(Verdict(rows, verdicts, index));
        return verdicts;
    }

    private static string Verdict(IReadOnlyList<LoggedRow> rows, List<string> verdicts, int index)
    {
        var row = rows[index];
        if (row.Blank)
            return "blank";
        if (Enumerable.Range(0, index).Any(before => !rows[before].Blank && rows[before].LogNo == row.LogNo))
            return "duplicate";
        return Unreadable(row) is { Length: > 0 } reason ? reason
            : row.Status != "cancelled" && Enumerable.Range(0, index).Any(before => verdicts[before] == "taken" && Clashes(rows[before], row)) ? "overlap"
            : "taken";
    }

    private static string Unreadable(LoggedRow row)
    {
        if (row.Date is null)
            return "bad_date";
        if (row.Minute is not { } minute)
            return "bad_time";
        if (row.Minutes is not (60 or 90 or 120))
            return "bad_duration";
        if (row.Court > 6)
            return "unknown_court";
        var sinceMorning = minute < Closes - 1440 ? minute + 1440 : minute;
        if (sinceMorning < Opens || sinceMorning + row.Minutes > Closes)
            return "outside_hours";
        return row.Rupees is null ? "bad_amount" : row.Status is null ? "bad_status" : "";
    }

    private static bool Clashes(LoggedRow taken, LoggedRow row) =>
        taken.Status != "cancelled" && taken.Court == row.Court && Start(taken) < End(row) && Start(row) < End(taken);

    private static DateTime Start(LoggedRow row) => row.Date!.Value.ToDateTime(TimeOnly.MinValue).AddMinutes(row.Minute!.Value); // taken rows have both

    private static DateTime End(LoggedRow row) => Start(row).AddMinutes(row.Minutes!.Value); // and a length
}
