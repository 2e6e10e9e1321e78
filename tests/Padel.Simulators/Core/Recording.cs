using System.Text;

namespace Padel.Simulators.Core;

/// <summary>Writes down every call to a vendor with its answer, for the state page and for tests.</summary>
internal static class Recording
{
    private const int KeptBody = 4_000;
    private static readonly object CallKey = new();

    private sealed record Call(Vendor Vendor, string Name, string Reference);

    /// <summary>Says what the call is about; calls that nobody names are not recorded.</summary>
    public static void Name(HttpContext http, Vendor vendor, string call, string reference) => http.Items[CallKey] = new Call(vendor, call, reference);

    public static async Task Middleware(HttpContext http, RequestDelegate next)
    {
        var world = http.RequestServices.GetRequiredService<World>();
        var at = world.Now;
        http.Request.EnableBuffering();
        var stream = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = stream;
        }

        if (http.Items[CallKey] is Call call)
            world.Record(new Exchange(at, "received", call.Vendor.Slug(), call.Name, call.Reference, http.Request.Path, await Body(http.Request), http.Response.StatusCode, Text(answer)));
        if (answer.Length > 0 && !http.RequestAborted.IsCancellationRequested)
            await stream.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), http.RequestAborted);
    }

    private static async Task<string> Body(HttpRequest request)
    {
        if (!request.Body.CanSeek)
            return "";
        request.Body.Position = 0;
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)Math.Min(stream.Length, KeptBody));
}
