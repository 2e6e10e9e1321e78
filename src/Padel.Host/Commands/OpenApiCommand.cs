namespace Padel.Host.Commands;

/// <summary>Writes the API document that is committed as <c>api/padel.v1.json</c>, as the running host serves it.</summary>
internal static class OpenApiCommand
{
    private const string Usage = "Usage: padel openapi [--output api/padel.v1.json]";
    private const string Path = "/openapi/v1.json";

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, Usage, "output", "environment");
        arguments.NoWords();
        var builder = PadelApplication.Configure(["--urls=http://127.0.0.1:0"]);
        await using var app = await PadelApplication.Build(builder);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var document = await http.GetStringAsync(new Uri(Path, UriKind.Relative));
        await app.StopAsync();

        if (arguments["output"] is { } file)
            await File.WriteAllTextAsync(file, document.TrimEnd() + "\n");
        else
            Console.WriteLine(document);
        return CommandLine.Done;
    }
}
