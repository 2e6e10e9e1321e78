using Padel.Platform.Web;

namespace Padel.Booking.Clubs;

/// <summary>What a club's public page says of itself to search engines and in shared links: <c>/clubs/{slug}</c>.</summary>
internal static class ClubPage
{
    private const string Prefix = "/clubs/";

    public static async ValueTask<PageHead?> Describe(string path, ClubCatalogue catalogue, CancellationToken cancellation)
    {
        if (!path.StartsWith(Prefix, StringComparison.Ordinal) || path.IndexOf('/', Prefix.Length) >= 0)
            return null;
        if (await catalogue.Find(path[Prefix.Length..], cancellation) is not { } club)
            return null;
        var courts = club.Courts.Count == 1 ? "1 padel court" : $"{club.Courts.Count} padel courts";
        return new PageHead(
            $"{club.Name}: free padel courts",
            $"See what is free at {club.Name}, {club.Address}, and book in three taps. {courts}, prices shown before you book.")
        {
            ImagePath = "/preview.png",
        };
    }
}
