using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Platform.Http;

namespace Padel.Booking.Funnel;

/// <param name="Step">Only what the server cannot see itself: <c>slot_opened</c>.</param>
internal sealed record CountFunnelStepRequest(string Step);

/// <summary>A browser tells that somebody looked at a slot with the thought of booking it.</summary>
internal static class CountFunnelStep
{
    public static async Task<Results<NoContent, Problem>> Handle(
        string club, CountFunnelStepRequest request, ClubCatalogue clubs, FunnelCounter counter, TimeProvider clock, CancellationToken cancellation)
    {
        if (request.Step != FunnelStep.SlotOpened)
            return new Problem(RequestErrors.Invalid(("step", $"Only {FunnelStep.SlotOpened}.")));
        if (await clubs.Find(club, cancellation) is not { } setup)
            return new Problem(RequestErrors.NotFound);
        counter.Count(new FunnelKey(setup.ClubId, setup.Zone.DateOf(clock.GetUtcNow()), request.Step, BookingSource.App));
        return TypedResults.NoContent();
    }
}
