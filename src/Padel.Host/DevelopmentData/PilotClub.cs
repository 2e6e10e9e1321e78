using Padel.Booking.Clubs;
using Padel.Booking.Imports;
using Padel.Booking.Imports.Reading;

namespace Padel.Host.DevelopmentData;

/// <summary>The pilot club from its own files, as its reception kept them: the club a newcomer sees.</summary>
internal static class PilotClub
{
    public const string Slug = "margalla";
    private const int MaxParents = 8;

    /// <summary>Imports the club unless it is there; an import that was cut off is taken up again by the next start.</summary>
    public static async Task SetUpOnce(IServiceProvider services, TextWriter told, CancellationToken cancellation)
    {
        if (Folder() is not { } folder || (File.Exists(DoneMark(services)) && await Find(services, cancellation) is not null))
            return;
        await told.WriteLineAsync("Importing the pilot club's paper records ...");
        var request = new ImportRequest(
            ImportFile.At("club", Path.Combine(folder, "club.json")),
            ImportFile.At("members", Path.Combine(folder, "members.csv")),
            ImportFile.At("bookings", Path.Combine(folder, "bookings.csv")));
        var report = await ImportClub.Run(services, request, cancellation);
        if (!report.IsSuccess)
            throw new StartupException($"The pilot club could not be imported: {report.Error.Title}");
        var (members, bookings) = (report.Value.Members, report.Value.Bookings);
        await told.WriteLineAsync(
            $"Members: {members.Taken} of {members.Rows} rows taken. Bookings: {bookings.Taken} of {bookings.Rows} rows taken. Nothing was dropped silently: ./padel import tells each row.");
        // With a database server of one's own nothing else makes the data folder.
        Directory.CreateDirectory(LocalData.DirectoryOf(services.GetRequiredService<IConfiguration>()));
        await File.WriteAllTextAsync(DoneMark(services), "", cancellation);
    }

    public static async Task<ClubSetup?> Find(IServiceProvider services, CancellationToken cancellation) =>
        await services.GetRequiredService<ClubCatalogue>().Find(Slug, cancellation);

    private static string DoneMark(IServiceProvider services) =>
        Path.Combine(LocalData.DirectoryOf(services.GetRequiredService<IConfiguration>()), "pilot-club.imported");

    // Beside the program or above it, in the checkout.
    private static string? Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        for (var i = 0; i < MaxParents && folder is not null; i++, folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "samples", "pilot-club");
            if (Directory.Exists(samples))
                return samples;
        }

        return null;
    }
}
