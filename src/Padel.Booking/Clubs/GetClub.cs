using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Http;

namespace Padel.Booking.Clubs;

/// <summary>One club, by id or slug.</summary>
internal static class GetClub
{
    public static async Task<Results<Ok<ClubBody>, Problem>> Handle(
        string club, ClubCatalogue catalogue, TimeProvider clock, CancellationToken cancellation) =>
        await catalogue.Find(club, cancellation) is { } setup
            ? TypedResults.Ok(ClubBody.Of(setup, clock.GetUtcNow()))
            : new Problem(RequestErrors.NotFound);
}
