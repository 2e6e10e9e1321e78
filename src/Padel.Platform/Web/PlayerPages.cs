namespace Padel.Platform.Web;

/// <summary>The pages of the web app. An address outside of these answers 404, though the app is shown to say so.</summary>
internal static class PlayerPages
{
    private static readonly PageHead Home = new("Padel: book a court", "See free padel courts at once and book one in three taps.");
    private static readonly PageHead Private = new("Padel", "Your games, your money and your account.") { Listed = false };

    private static readonly Dictionary<string, (PageHead Head, int MaxSegments)> ByFirstSegment = new(StringComparer.Ordinal)
    {
        [""] = (Home, 1),
        ["games"] = (Private, 3),
        ["you"] = (Private, 1),
        ["wallet"] = (Private with { Title = "Club credit · Padel" }, 1),
        ["receipts"] = (Private with { Title = "Receipts · Padel" }, 3),
        ["sign-in"] = (Private with { Title = "Sign in · Padel" }, 1),
        ["console"] = (new("Club console · Padel", "The club's day at the desk.") { Listed = false }, int.MaxValue),
    };

    public static readonly PageHead NotFound = new("Not found · Padel", "There is no page here.") { Listed = false };

    /// <summary>Pages that a service describes; without a description there is nothing there.</summary>
    public static bool IsDescribed(string path) => FirstSegment(path) == "clubs";

    /// <summary>The fixed description of a page, or null when the app has no such page.</summary>
    public static PageHead? Find(string path) =>
        ByFirstSegment.TryGetValue(FirstSegment(path), out var page) && path.TrimEnd('/').Split('/').Length - 1 <= page.MaxSegments ? page.Head : null;

    public static bool IsConsole(string path) => FirstSegment(path) == "console";

    private static string FirstSegment(string path) => path.Split('/', 3)[1];
}
