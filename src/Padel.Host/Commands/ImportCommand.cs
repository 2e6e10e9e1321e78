using System.Text.Json;
using Padel.Booking.Imports;
using Padel.Booking.Imports.Reading;

namespace Padel.Host.Commands;

/// <summary>Imports a club from its paper records, also beside a live server.</summary>
internal static class ImportCommand
{
    private const string Usage = """
        Usage: padel import --club club.json [--members members.csv] [--bookings bookings.csv] [--report report.json]
          Sets the club up, takes members and bookings, and accounts for every row. The same files again change nothing.
          Exit code 2: a file cannot be read at all.
        """;

    private static readonly JsonSerializerOptions ReportFormat = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, Usage, "club", "members", "bookings", "report");
        arguments.NoWords();
        var request = new ImportRequest(
            ImportFile.At("club", arguments.Required("club")), FileOf("members", arguments), FileOf("bookings", arguments));

        await using var app = await PadelApplication.Build(PadelApplication.Configure([]));
        var result = await ImportClub.Run(app.Services, request, CancellationToken.None);
        if (!result.IsSuccess)
        {
            await Console.Error.WriteLineAsync(result.Error.Title + (result.Error.Detail is { } detail ? " " + detail : ""));
            foreach (var (field, messages) in result.Error.Fields ?? [])
                await Console.Error.WriteLineAsync($"  {field}: {string.Join(' ', messages)}");
            // Only a running import is worth a retry; everything else is wrong with the files.
            return result.Error.Status == StatusCodes.Status409Conflict ? CommandLine.Failed : CommandLine.UnreadableFile;
        }

        Console.WriteLine(result.Value.Print().TrimEnd());
        if (arguments["report"] is { } report)
            await File.WriteAllTextAsync(report, JsonSerializer.Serialize(result.Value, ReportFormat) + "\n");
        return CommandLine.Done;
    }

    private static ImportFile? FileOf(string name, Arguments arguments) => arguments[name] is { } path ? ImportFile.At(name, path) : null;
}
