using Padel.Kernel;

namespace Padel.Booking.Imports;

/// <summary>Why an import cannot be started at all; a row that cannot be taken is in the report instead.</summary>
internal static class ImportErrors
{
    public const string UnreadableCode = "import.unreadable_file";

    public static readonly Error NoClubFile = new("import.no_club_file", 400, "Send the club's set-up as the file \"club\".");

    public static readonly Error AnotherClub =
        new("import.another_club", 400, "The set-up file is of another club than the one you are importing for.");

    public static readonly Error Running =
        new("import.running", 409, "Another import for this club is running. Wait until it is done, then import again.");

    public static Error Unreadable(string file, string why) => new(UnreadableCode, 400, $"The {file} file cannot be read: {why.TrimEnd('.')}.");

    public static Error MissingColumns(string file, IReadOnlyList<string> columns) =>
        new("import.missing_column", 400, columns.Count == 1
            ? $"The {file} file has no column \"{columns[0]}\"."
            : $"The {file} file has no columns {string.Join(", ", columns.Select(column => $"\"{column}\""))}.");
}
