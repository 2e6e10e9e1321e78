namespace Padel.Platform.Web;

/// <summary>What a public page says of itself to search engines and link previews. Plain text: the renderer encodes it.</summary>
public sealed record PageHead(string Title, string Description)
{
    /// <summary>Path of a picture for previews, from the root.</summary>
    public string? ImagePath { get; init; }

    /// <summary>False keeps the page out of search engines.</summary>
    public bool Listed { get; init; } = true;
}
