using System.Collections.Immutable;
using Padel.Kernel;

namespace Padel.Booking.Imports;

/// <summary>Why an import cannot be started at all; a row that cannot be taken is in the report instead.</summary>
internal static class ImportErrors
{
    public static readonly Error NoFile = new("import.no_file", 400, "Send at least one of the files \"club\", \"members\" and \"bookings\".");

    public static readonly Error AnotherClub = On("club",
        new("import.another_club", 400, "This set-up file is of another club than the one you are importing for."));

    public static readonly Error Running =
        new("import.running", 409, "Another import for this club is running. Wait until it is done, then import again.");

    public static Error Unreadable(string file, string why) =>
        On(file, new("import.unreadable_file", 400, $"The {file} file cannot be read: {why.TrimEnd('.')}."));

    public static Error MissingColumns(string file, IReadOnlyList<string> columns)
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        return On(file, new("import.missing_column", 400, $"The {file} file has no column{(columns.Count == 1 ? "" : "s")} {names}."));
    }

    // Told as the file's own, too: the console shows it beside the file.
    private static Error On(string file, Error error) => error with { Fields = ImmutableDictionary<string, string[]>.Empty.Add(file, [error.Title]) };
}
