using System.Collections.Immutable;
using Padel.Kernel;

namespace Padel.Booking.Imports;

/// <summary>Why an import cannot be started at all; a row that cannot be taken is in the report instead.</summary>
internal static class ImportErrors
{
    public const string UnreadableCode = "import.unreadable_file";

    public static readonly Error NoFile = new("import.no_file", 400, "Send at least one of the files \"club\", \"members\" and \"bookings\".");

    public static readonly Error AnotherClub = Of("import.another_club", "club", "This set-up file is of another club than the one you are importing for.");

    public static readonly Error Running =
        new("import.running", 409, "Another import for this club is running. Wait until it is done, then import again.");

    public static Error Unreadable(string file, string why) => Of(UnreadableCode, file, $"The {file} file cannot be read: {why.TrimEnd('.')}.");

    public static Error MissingColumns(string file, IReadOnlyList<string> columns) =>
        Of("import.missing_column", file, columns.Count == 1
            ? $"The {file} file has no column \"{columns[0]}\"."
            : $"The {file} file has no columns {string.Join(", ", columns.Select(column => $"\"{column}\""))}.");

    // Told as the file's own, too: the console shows it beside the file.
    private static Error Of(string code, string file, string title) =>
        new(code, 400, title) { Fields = ImmutableDictionary<string, string[]>.Empty.Add(file, [title]) };
}
