using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Booking.Pricing;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Desk;

/// <param name="Free">Whether nobody has any part of it.</param>
internal sealed record PriceAnswer(Money Price, IReadOnlyList<PricePart> Segments, bool Free);

/// <param name="Rule">The name of the rule that won here.</param>
internal sealed record PricePart(DateTimeOffset StartsAt, string Rule, Money Amount);

/// <summary>What a court would cost, and which rules make the price, before the desk books it.</summary>
internal static class QuotePrice
{
    public static async Task<Results<Ok<PriceAnswer>, Problem>> Handle(
        Guid courtId, DateTimeOffset startsAt, int durationMinutes, StaffMember staff, ClubCatalogue clubs, Database<BookingModule> database,
        TimeProvider clock, CancellationToken cancellation)
    {
        var problems = StaffRules.Problems(startsAt, durationMinutes, null).ToList();
        if (!Dates.AreUsual(startsAt))
            problems.Add(("startsAt", Dates.Usual));
        if (problems.Count > 0)
            return new Problem(RequestErrors.Invalid([.. problems]));
        if (await clubs.Find(staff.ClubId, cancellation) is not { } club || club.FindCourt(courtId) is not { } court)
            return new Problem(BookingErrors.UnknownCourt);

        var place = Place.Of(club, court, startsAt.ToUniversalTime(), durationMinutes);
        var quote = place.Price(club.Prices, PriceBook.StandardClass);
        if (!quote.IsSuccess)
            return new Problem(quote.Error);

        await using var connection = await database.Open(cancellation);
        var taken = await Occupancies.Taken(connection, place, clock.GetUtcNow());
        return TypedResults.Ok(new PriceAnswer(
            quote.Value.Total,
            [.. quote.Value.Segments.Select(part => new PricePart(club.Zone.InstantOf(place.BusinessDay, part.StartMinute), part.RuleName, part.Amount))],
            !taken.Any(place.Claim.Overlaps)));
    }
}
