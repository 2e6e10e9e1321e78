using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Padel.Platform.Web;

/// <summary>
/// Serves the web app wherever no route matched: its files, and one of its two pages for every address a person may open. It is no route
/// itself, so that a wrong method on a real route still answers 405.
/// </summary>
internal sealed partial class WebPages(
    RequestDelegate next, WebFiles files, PageRenderer renderer, IEnumerable<DescribePage> describers, ILogger<WebPages> logger)
{
    private const string PlayerPage = "/index.html";
    private const string ConsolePage = "/console.html";
    private static readonly TimeSpan DescribeWithin = TimeSpan.FromSeconds(1);
    private static readonly string[] Machines = ["/api", "/hubs", "/health", "/metrics", "/openapi", "/services", "/dev", "/.well-known", "/assets", "/gateways"];

    private static readonly WebFile Robots = WebFile.Of(
        "User-agent: *\nDisallow: /api/\nDisallow: /console\nDisallow: /games\nDisallow: /you\nDisallow: /wallet\nDisallow: /receipts\n"u8.ToArray(), "text/plain; charset=utf-8", default);

    private readonly DescribePage[] _describers = [.. describers];

    public async Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        if (http.GetEndpoint() is not null || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            await next(http);
        else if (path is PlayerPage or ConsolePage)
            await Page(http, path, StatusCodes.Status200OK, PlayerPages.Find(path == ConsolePage ? "/console" : "/")!); // both are in its list
        else if (Find(path) is { } file)
            await Send(http, path, file);
        else if (IsForMachines(http.Request.Path))
            await next(http);
        else
            await Page(http, path);
    }

    private WebFile? Find(string path) => files.Find(path) ?? path switch
    {
        "/robots.txt" => Robots,
        "/favicon.ico" => files.Find("/icon.svg"),
        _ => null,
    };

    // A last segment with a dot asks for a file, not for a page.
    private static bool IsForMachines(PathString path) =>
        Machines.Any(start => path.StartsWithSegments(start)) || Path.GetFileName(path.Value ?? "").Contains('.');

    private async Task Page(HttpContext http, string path)
    {
        var (head, found) = await Describe(path, http.RequestAborted);
        await Page(http, PlayerPages.IsConsole(path) ? ConsolePage : PlayerPage, found ? StatusCodes.Status200OK : StatusCodes.Status404NotFound, head);
    }

    private async Task<(PageHead Head, bool Found)> Describe(string path, CancellationToken cancellation)
    {
        var known = PlayerPages.Find(path);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(DescribeWithin);
            foreach (var describe in _describers)
            {
                if (await describe(path, limit.Token) is { } head)
                    return (head, true);
            }

            return (known ?? PlayerPages.NotFound, known is not null);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested) // the page must come even where its description cannot
        {
            NotDescribed(logger, path, error);
            return (known ?? PlayerPages.Find("/")!, known is not null || PlayerPages.IsDescribed(path)); // the front page is in its list
        }
    }

    private async Task Page(HttpContext http, string name, int status, PageHead head)
    {
        var page = files.Find(name);
        http.Response.StatusCode = page is null ? StatusCodes.Status503ServiceUnavailable : status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        await Write(http, Encoding.UTF8.GetBytes(renderer.Render(http, page, head)));
    }

    private static async Task Send(HttpContext http, string path, WebFile file)
    {
        var headers = http.Response.Headers;
        headers.ETag = file.ETag;
        headers.Vary = "Accept-Encoding";
        // Files in assets carry a hash of their content in their name.
        headers.CacheControl = path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        if (http.Request.Headers.IfNoneMatch == file.ETag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var (bytes, encoding) = file.For(http.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        http.Response.ContentType = file.ContentType;
        await Write(http, bytes);
    }

    private static async Task Write(HttpContext http, byte[] bytes)
    {
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    [LoggerMessage(EventId = 1501, Level = LogLevel.Warning, Message = "The page {Path} could not be described; it is shown without")]
    private static partial void NotDescribed(ILogger logger, string path, Exception error);
}
