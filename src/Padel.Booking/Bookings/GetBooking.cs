using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Booking.Bookings;

/// <summary>One booking, for its owner, the others on court, and the club's staff. For everybody else it is not there.</summary>
internal static class GetBooking
{
    public static async Task<Results<Ok<BookingResponse>, Problem>> Handle(
        Guid bookingId, Caller caller, BookingAccess access, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        if (await access.Find(bookingId, caller, cancellation) is not { } seen)
            return new Problem(RequestErrors.NotFound);
        response.Headers.ETag = EntityVersion.Write(seen.Booking.Version);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(seen.Answer(seen.Booking, clock.GetUtcNow()));
    }
}
