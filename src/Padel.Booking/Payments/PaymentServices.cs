using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Padel.Booking.Payments;

/// <summary>What Booking's part of money needs.</summary>
internal static class PaymentServices
{
    public static IServiceCollection AddMoney(this IServiceCollection services, IConfiguration configuration)
    {
        if (Uri.TryCreate(configuration["Services:payments"], UriKind.Absolute, out var address))
            PaymentsByHttp.Register(services, address);
        services.AddSingleton<PaymentOpening>();
        services.AddSingleton<PaymentNews>();
        return services;
    }
}
