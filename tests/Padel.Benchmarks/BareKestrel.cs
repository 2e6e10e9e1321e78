using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Padel.Benchmarks;

/// <summary>The measuring stick of P3: Kestrel that sends prebuilt bytes and does nothing else, in a process of its own.</summary>
internal static class BareKestrel
{
    public static async Task<int> Run(int port, string folder)
    {
        var plain = await File.ReadAllBytesAsync(Path.Combine(folder, "identity"));
        var brotli = await File.ReadAllBytesAsync(Path.Combine(folder, "br"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.Run(http => http.Request.Path.Value switch
        {
            "/br" => Send(http, brotli, "br"),
            "/304" => NotModified(http),
            _ => Send(http, plain, null),
        });
        await app.RunAsync();
        return 0;
    }

    private static async Task Send(HttpContext http, byte[] bytes, string? encoding)
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        if (encoding is not null)
            http.Response.Headers.ContentEncoding = encoding;
        await http.Response.BodyWriter.WriteAsync(bytes);
    }

    private static Task NotModified(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }
}
