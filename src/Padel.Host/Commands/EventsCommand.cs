using System.Globalization;
using Padel.Platform.Data;
using Padel.Platform.Messaging;
using Padel.Platform.Modules;

namespace Padel.Host.Commands;

/// <summary>Shows events that no handler could digest, and puts them back in line.</summary>
internal static class EventsCommand
{
    private const string Usage = """
        Usage: padel events parked
               padel events retry [--event <eventId>] [--service booking]
        """;

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, Usage, "event", "service", "environment");
        if (arguments.Words is not [("parked" or "retry") and var action])
            throw new UsageException(Usage);
        Guid? eventId = arguments["event"] is { } text
            ? Guid.TryParse(text, out var id) ? id : throw new UsageException($"'{text}' is no event id.\n{Usage}")
            : null;

        var builder = PadelApplication.Configure([]);
        await using var app = await PadelApplication.Build(builder);
        var databases = app.Services.GetRequiredService<ServiceDatabases>();
        var services = app.Services.GetRequiredService<RunningServices>().Running.Select(module => module.Name)
            .Where(name => arguments["service"] is not { } only || only == name);
        return action == "parked" ? await List(databases, services) : await Retry(databases, services, eventId, app.Services.GetRequiredService<TimeProvider>());
    }

    private static async Task<int> List(ServiceDatabases databases, IEnumerable<string> services)
    {
        var count = 0;
        foreach (var service in services)
        {
            await using var connection = await databases.Of(service).OpenConnectionAsync();
            foreach (var parked in await ParkedEvents.List(connection, service, CancellationToken.None))
            {
                count++;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{parked.EventId}  {service}  {parked.Type}  since {parked.ParkedAt:yyyy-MM-dd HH:mm}Z after {parked.Attempts} attempts: {parked.LastError}"));
            }
        }

        Console.WriteLine(count == 0 ? "No event is parked." : $"{count} parked.");
        return CommandLine.Done;
    }

    private static async Task<int> Retry(ServiceDatabases databases, IEnumerable<string> services, Guid? eventId, TimeProvider clock)
    {
        var count = 0;
        foreach (var service in services)
        {
            await using var connection = await databases.Of(service).OpenConnectionAsync();
            count += await ParkedEvents.Retry(connection, eventId, clock.GetUtcNow(), CancellationToken.None);
        }

        Console.WriteLine(count == 1 ? "1 event is back in line." : $"{count} events are back in line.");
        return eventId is not null && count == 0 ? CommandLine.Failed : CommandLine.Done;
    }
}
