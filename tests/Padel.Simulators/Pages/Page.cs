using System.Text.Encodings.Web;

namespace Padel.Simulators.Pages;

/// <summary>The frame of every page: plain HTML that works without script and on a small phone.</summary>
internal static class Page
{
    private static readonly string Style = ReadStyle();

    public static string Text(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    public static IResult Result(string html, int status = StatusCodes.Status200OK) => Results.Content(html, "text/html; charset=utf-8", statusCode: status);

    public static string Render(string vendor, string title, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)} – {Text(vendor)} (simulated)</title>
        <style>{Style}</style>
        </head>
        <body class="{vendor.Split(' ')[0].ToLowerInvariant()}">
        <header><b>{Text(vendor)}</b><span>simulated – no money moves</span></header>
        <main>
        <h1>{Text(title)}</h1>
        {body}
        </main>
        </body>
        </html>
        """;

    public static string Sorry(string vendor, string why) => Render(vendor, "This did not work", $"<p role=\"alert\">{Text(why)}</p>");

    /// <summary>The payer has closed the tab: nothing is sent to anybody.</summary>
    public static string Left(string vendor) => Render(vendor, "The tab was closed here", "<p>The payer is gone; the merchant's page is not told. You can close this tab.</p>");

    private static string ReadStyle()
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream("style.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
