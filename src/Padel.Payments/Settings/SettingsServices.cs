using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Settings;

internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddSingleton<GatewayAccounts>();
        services.AddSingleton<ChangeGateway>();
        services.AddSingleton<ChangeMoneySettings>();
        // Booking owns clubs; where it does not run, Payments resolves the slugs it has heard of.
        services.TryAddSingleton<ResolveClub>(provider =>
        {
            var database = provider.GetRequiredService<Database<PaymentsModule>>();
            return async (club, cancellation) =>
            {
                await using var connection = await database.Open(cancellation);
                return (await ClubMoneyRows.Find(connection, club))?.ClubId;
            };
        });
        return services;
    }
}
