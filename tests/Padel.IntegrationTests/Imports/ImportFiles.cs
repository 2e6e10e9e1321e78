using System.Runtime.CompilerServices;
using System.Text;
using Dapper;
using Padel.Booking.Imports;
using Padel.Booking.Imports.Reading;
using Padel.IntegrationTests.Fixture;
using Padel.Kernel;

namespace Padel.IntegrationTests.Imports;

/// <summary>Files to import and what the database holds after.</summary>
internal static class ImportFiles
{
    public const string MembersHeader = "member_no,name,phone,email,joined,status,notes";
    public const string BookingsHeader = "log_no,date,start,duration,court,booked_by,phone,players,amount,paid_via,status,remarks";

    private static readonly string[] Tables = ["clubs", "courts", "price_rules", "players", "standings", "occupancies", "bookings", "booking_players", "outbox"];

    public static string PilotPath(string file, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../samples/pilot-club", file)); // a source file has a folder

    public static ImportFile Pilot(string name, string file) => ImportFile.At(name, PilotPath(file));

    public static ImportRequest PilotRequest => new(Pilot("club", "club.json"), Pilot("members", "members.csv"), Pilot("bookings", "bookings.csv"));

    public static ImportFile Text(string name, string text) => new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>A club like the pilot's under another slug.</summary>
    public static ImportFile Club(string slug) => Text("club", File.ReadAllText(PilotPath("club.json")).Replace("\"margalla\"", $"\"{slug}\"", StringComparison.Ordinal));

    public static ImportFile Bookings(params IEnumerable<string> rows) => Text("bookings", string.Join("\r\n", [BookingsHeader, .. rows]) + "\r\n");

    public static ImportFile Members(params IEnumerable<string> rows) => Text("members", string.Join("\r\n", [MembersHeader, .. rows]) + "\r\n");

    public static async Task<ImportReport> Import(this PadelServer server, ImportFile club, ImportFile? members, ImportFile? bookings)
    {
        var result = await server.TryImport(new ImportRequest(club, members, bookings));
        result.Error.ShouldBeNull();
        return result.Value;
    }

    public static Task<Result<ImportReport>> TryImport(this PadelServer server, ImportRequest request) =>
        ImportClub.Run(server.Services, request, TestContext.Current.CancellationToken);

    /// <summary>Everything Booking holds, row by row, as one fingerprint per table: equal before and after means nothing changed.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Fingerprints(this PadelServer server)
    {
        await using var sql = await server.Sql();
        var prints = new Dictionary<string, string>();
        foreach (var table in Tables)
            prints[table] = await sql.QuerySingleAsync<string>($"select count(*) || ':' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from booking.{table} t");
        return prints;
    }
}
