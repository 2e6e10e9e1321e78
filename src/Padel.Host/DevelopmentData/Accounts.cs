using Padel.Identity.Commands;

namespace Padel.Host.DevelopmentData;

/// <summary>Accounts with known passwords, so that a newcomer can look at every side of the product. Development only.</summary>
internal static class Accounts
{
    public static readonly IReadOnlyList<Account> Staff =
    [
        new("desk@margalla.test", "Nadia Aslam", "court-six-lights", "desk"),
        new("manager@margalla.test", "Usman Tariq", "evening-rush-hour", "manager"),
        new("owner@margalla.test", "Farah Qureshi", "margalla-hills-view", "owner"),
    ];

    public static readonly IReadOnlyList<Account> Players =
    [
        new("+923215550101", "Ali Raza", "two-games-a-week", null),
        new("+923215550102", "Sara Malik", "mixed-doubles-only", null),
        new("+923215550103", "Ahmed Shah", "bandeja-and-vibora", null),
    ];

    /// <summary>Makes those that are not there yet.</summary>
    public static async Task Add(IServiceProvider services, CancellationToken cancellation)
    {
        if (await PilotClub.Find(services, cancellation) is not { } club)
            return;
        var commands = services.GetRequiredService<UserCommands>();
        foreach (var account in Staff.Concat(Players))
        {
            var person = new SeedPerson(account.Identifier, account.Name, account.Password) { ClubId = account.Role is null ? null : club.ClubId, Role = account.Role };
            var seeded = await commands.Seed(person, cancellation);
            if (!seeded.IsSuccess)
                throw new StartupException($"The development account {account.Identifier} could not be made: {seeded.Error.Title}");
        }
    }
}

internal sealed record Account(string Identifier, string Name, string Password, string? Role);
