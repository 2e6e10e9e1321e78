using Microsoft.Extensions.DependencyInjection;

namespace Padel.Booking.Imports;

/// <summary>What importing a club's paper records needs.</summary>
internal static class ImportServices
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportClub>();
        services.AddSingleton<UploadImport>();
        return services;
    }
}
