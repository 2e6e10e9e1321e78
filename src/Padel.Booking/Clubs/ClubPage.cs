using Padel.Platform.Web;

namespace Padel.Booking.Clubs;

/// <summary>What a club's public pages say of themselves to search engines and in shared links: <c>/clubs/{slug}</c>, <c>/clubs/{slug}/plans</c>.</summary>
internal static class ClubPage
{
    private const string Prefix = "/clubs/";
    private const string Plans = "/plans";

    public static async ValueTask<PageHead?> Describe(string path, ClubCatalogue catalogue, CancellationToken cancellation)
    {
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var slug = path[Prefix.Length..];
        var plans = slug.EndsWith(Plans, StringComparison.Ordinal);
        if (plans)
            slug = slug[..^Plans.Length];
        if (slug.Contains('/') || await catalogue.Find(slug, cancellation) is not { } club)
            return null;
        if (plans)
            return new PageHead($"{club.Name}: packages and memberships", $"What regulars at {club.Name} buy to pay less an hour.") { ImagePath = "/preview.png" };
        var courts = club.Courts.Count == 1 ? "1 padel court" : $"{club.Courts.Count} padel courts";
        return new PageHead(
            $"{club.Name}: free padel courts",
            $"See what is free at {club.Name}, {club.Address}, and book in three taps. {courts}, prices shown before you book.")
        {
            ImagePath = "/preview.png",
        };
    }
}
