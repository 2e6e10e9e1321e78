using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Paying;

/// <summary>How a payment stands: to whoever pays it and to the staff of its club.</summary>
internal static class ShowPayment
{
    public static async Task<Results<Ok<PaymentBody>, Problem>> Handle(
        Guid paymentId, Caller caller, Database<PaymentsModule> database, StaffAccess staff, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        if (await PaymentRows.Find(connection, paymentId) is not { } payment)
            return new Problem(RequestErrors.NotFound);
        if (payment.PlayerId != caller.UserId && await staff.Find(caller, payment.ClubId, cancellation) is null)
            return new Problem(RequestErrors.NotFound);
        return TypedResults.Ok(await PaymentAnswers.Of(connection, payment));
    }
}
