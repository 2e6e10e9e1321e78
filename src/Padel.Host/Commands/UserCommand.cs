using Padel.Booking.Clubs;
using Padel.Identity.Commands;

namespace Padel.Host.Commands;

/// <summary>Gives a person a role at a club; the account is made where there is none and signs in by code.</summary>
internal static class UserCommand
{
    private const string Usage = """
        Usage: padel user add --email owner@club.pk --role owner|manager|desk --club slug [--name "Sara Khan"]
               padel user add --phone 03001234567 --role desk --club slug
        """;

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, Usage, "email", "phone", "role", "club", "name");
        if (arguments.Words is not ["add"])
            throw new UsageException(Usage);
        var identifier = arguments["email"] ?? arguments["phone"] ?? throw new UsageException($"--email or --phone is missing.\n{Usage}");
        var (role, slug) = (arguments.Required("role"), arguments.Required("club"));

        await using var app = await PadelApplication.Build(PadelApplication.Configure([]));
        if (await app.Services.GetRequiredService<ClubCatalogue>().Find(slug, CancellationToken.None) is not { } club)
        {
            await Console.Error.WriteLineAsync($"There is no club '{slug}'. Set one up with: padel import --club club.json");
            return CommandLine.Failed;
        }

        var added = await app.Services.GetRequiredService<UserCommands>()
            .Add(new AddUser(identifier, role, club.ClubId, arguments["name"]), CancellationToken.None);
        if (!added.IsSuccess)
        {
            var why = added.Error.Fields?.SelectMany(field => field.Value) ?? [added.Error.Title];
            await Console.Error.WriteLineAsync(string.Join(' ', why));
            return CommandLine.Failed;
        }

        Console.WriteLine($"{identifier} is now {role} of {club.Name}.");
        return CommandLine.Done;
    }
}
