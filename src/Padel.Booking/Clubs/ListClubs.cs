using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Padel.Booking.Clubs;

/// <summary>All clubs, by name.</summary>
internal static class ListClubs
{
    public static async Task<Ok<ClubList>> Handle(ClubCatalogue catalogue, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var clubs = await catalogue.All(cancellation);
        return TypedResults.Ok(new ClubList([.. clubs.Select(club => ClubBody.Of(club, now))]));
    }
}

internal sealed record ClubList(IReadOnlyList<ClubBody> Items);
