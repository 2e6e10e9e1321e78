using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Paying;

/// <summary>The player is back from the gateway, or waits at the phone: look now. Asked too often, it tells what is known.</summary>
internal static class AskGateway
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<Results<Accepted<PaymentBody>, Problem>> Handle(
        Guid paymentId, Caller caller, Inquirer inquirer, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        if (await Read(database, paymentId, cancellation) is not { } payment || payment.PlayerId != caller.UserId)
            return new Problem(RequestErrors.NotFound);
        if (payment is { IsPaid: false, Gateway: not null })
            await inquirer.LookWithin(Patience, paymentId, cancellation);

        await using var connection = await database.Open(cancellation);
        var now = await PaymentRows.Find(connection, paymentId);
        return TypedResults.Accepted($"/api/v1/payments/{paymentId}", await PaymentAnswers.Of(connection, now!)); // payments are never deleted
    }

    private static async Task<Payment?> Read(Database<PaymentsModule> database, Guid paymentId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await PaymentRows.Find(connection, paymentId);
    }
}
