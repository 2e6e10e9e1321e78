using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Settings;

internal sealed record PaymentMethodList(IReadOnlyList<PaymentMethod> Items);

internal sealed record PaymentMethod(string Method, string? Gateway);

/// <summary>The ways of paying a club takes now, for everybody.</summary>
internal static class ListPaymentMethods
{
    public static async Task<Results<Ok<PaymentMethodList>, Problem>> Handle(string club, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        if (await ClubMoneyRows.Find(connection, club) is not { } known)
            return new Problem(RequestErrors.NotFound);
        var routes = await GatewayRoutes.Of(connection, known);
        return TypedResults.Ok(new PaymentMethodList([.. routes.Working(known.Methods).Select(method => new PaymentMethod(method, routes.GatewayFor(method)))]));
    }
}
