using Microsoft.Extensions.DependencyInjection;
using Padel.Booking.Availability;
using Padel.Booking.Live;
using Padel.Platform.Auth;
using Padel.Platform.Web;

namespace Padel.Booking.Clubs;

/// <summary>What clubs, their free slots and live hints need.</summary>
internal static class ClubServices
{
    /// <summary>Browsers send nothing but the protocol's own small messages.</summary>
    private const int MaxHubMessageBytes = 4_096;

    public static IServiceCollection AddClubsAndSlots(this IServiceCollection services)
    {
        services.AddSingleton<ClubCatalogue>();
        services.AddSingleton<SetUpClub>();
        services.AddSingleton<ChangePaymentPolicy>();
        services.AddSingleton<AvailabilityCache>();
        services.AddSingleton<PriceClasses>();
        services.AddSingleton<Alternatives>();
        services.AddSingleton<GetAvailability>();
        services.AddSingleton<ResolveClub>(provider =>
        {
            var catalogue = provider.GetRequiredService<ClubCatalogue>();
            return async (club, cancellation) => (await catalogue.Find(club, cancellation))?.ClubId;
        });
        services.AddSingleton<DescribePage>(provider =>
        {
            var catalogue = provider.GetRequiredService<ClubCatalogue>();
            return (path, cancellation) => ClubPage.Describe(path, catalogue, cancellation);
        });
        services.AddSignalR(hub => hub.MaximumReceiveMessageSize = MaxHubMessageBytes);
        services.AddSingleton<DayChanges>();
        services.AddHostedService(provider => provider.GetRequiredService<DayChanges>());
        services.AddHostedService<DayListener>();
        return services;
    }
}
