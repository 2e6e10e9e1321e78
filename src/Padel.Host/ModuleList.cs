using Padel.Booking;
using Padel.Contracts;
using Padel.Host.DevOutbox;
using Padel.Identity;
using Padel.Payments;
using Padel.Platform.Messaging;
using Padel.Platform.Modules;

namespace Padel.Host;

/// <summary>Every service there is, in the order they start. Nothing is found by scanning.</summary>
internal static class ModuleList
{
    public static IReadOnlyList<IModule> All(bool development) =>
        [new IdentityModule(), new BookingModule(), new PaymentsModule(), .. development ? [new DevOutboxModule()] : Array.Empty<IModule>()];

    /// <summary>The modules that <c>--services a,b</c> names; all without it.</summary>
    /// <exception cref="StartupException">A name is none of ours.</exception>
    public static RunningServices Select(string? names, bool development)
    {
        var all = All(development);
        var known = all.Select(module => module.Name).ToHashSet();
        if (string.IsNullOrWhiteSpace(names))
            return new RunningServices(all, known);

        var wanted = names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = wanted.Where(name => !known.Contains(name)).ToArray();
        if (unknown.Length > 0)
            throw new StartupException($"Unknown service {string.Join(", ", unknown)}. There are: {string.Join(", ", known)}.");
        return new RunningServices([.. all.Where(module => wanted.Contains(module.Name))], known);
    }

    public static SubscriberList Subscribers => new(Subscriptions.All.Select(s => (s.Service, s.EventType)));
}
