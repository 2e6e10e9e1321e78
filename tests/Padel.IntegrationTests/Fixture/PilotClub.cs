using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Padel.Booking.Clubs;

namespace Padel.IntegrationTests.Fixture;

/// <summary>Sets up the pilot club from its file, or a club that differs from it.</summary>
internal static class PilotClub
{
    public static async Task<ClubSetup> SetUpClub(this PadelServer server, Action<JsonObject>? change = null)
    {
        var file = ReadFile(change);
        var done = await server.Services.GetRequiredService<SetUpClub>().Run(file, TestContext.Current.CancellationToken);
        var club = await server.Services.GetRequiredService<ClubCatalogue>().Find(done.ClubId, TestContext.Current.CancellationToken);
        return club.ShouldNotBeNull();
    }

    public static ClubFile ReadFile(Action<JsonObject>? change = null)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), "club.json")))!.AsObject(); // the sample is a club
        change?.Invoke(json);
        return ClubFile.Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Value;
    }

    /// <summary>The folder of the pilot club's files.</summary>
    public static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "samples", "pilot-club")))
            folder = folder.Parent;
        return Path.Combine(folder.ShouldNotBeNull().FullName, "samples", "pilot-club");
    }
}
