namespace Padel.Platform.Observability;

/// <summary>An error the web app met and could not handle.</summary>
internal sealed record BrowserErrorRequest(string Message, string? Stack, string Url, string Release);
