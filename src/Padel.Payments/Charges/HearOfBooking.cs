using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Contracts.Booking;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Payments.Charges;

/// <summary>Booking's nudge from another of our own processes. To everybody else there is nothing here.</summary>
internal static class HearOfBooking
{
    public static async Task<Results<NoContent, Problem>> Handle(
        BookingFactV1 fact, InternalAccess access, PaymentsClient payments, HttpContext http, CancellationToken cancellation)
    {
        if (!access.Allows(http))
            return new Problem(RequestErrors.NotFound);
        await payments.Open(fact, cancellation);
        return TypedResults.NoContent();
    }
}
