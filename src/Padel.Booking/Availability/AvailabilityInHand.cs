using System.Globalization;
using Microsoft.AspNetCore.Http;
using Padel.Booking.Clubs;
using Padel.Booking.Pricing;
using Padel.Platform.Http;

namespace Padel.Booking.Availability;

/// <summary>
/// Answers a visitor's question for a day that is in hand, before routing, authentication and the rest of the pipeline: they cost several
/// times the answer. It is the busiest read of the product. Anything unusual (signed in, another origin, a day not in hand, a question not
/// written as our pages write it) goes the way of every request and is answered by <see cref="GetAvailability"/>.
/// </summary>
internal sealed class AvailabilityInHand(RequestDelegate next, ClubCatalogue catalogue, AvailabilityCache availability, RequestBudget budget)
{
    private const string Prefix = "/api/v1/clubs/";
    private const string Suffix = "/availability";
    private const string DateName = "?date=";
    private const string DurationName = "&durationMinutes=";
    private const int DateLength = 10;

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        var path = request.Path.Value.AsSpan();
        if (path.Length <= Prefix.Length + Suffix.Length || !path.EndsWith(Suffix, StringComparison.Ordinal) || !path.StartsWith(Prefix, StringComparison.Ordinal)
            || !HttpMethods.IsGet(request.Method) || request.Headers.Authorization.Count > 0 || request.Headers.Origin.Count > 0)
            return next(http);

        var name = path[Prefix.Length..^Suffix.Length];
        return catalogue.FindYoung(name) is { } club && Find(club, request.QueryString.Value) is { } snapshot && budget.TryTake(http)
            ? SnapshotAnswer.Send(http, snapshot)
            : next(http);
    }

    private DaySnapshot? Find(ClubSetup club, ReadOnlySpan<char> query)
    {
        if (!query.StartsWith(DateName, StringComparison.Ordinal) || query.Length < DateName.Length + DateLength)
            return null;
        if (!DateOnly.TryParseExact(query.Slice(DateName.Length, DateLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        return TryReadDuration(query[(DateName.Length + DateLength)..], club, out var duration)
            ? availability.FindYoung(club, day, PriceBook.StandardClass)?.Snapshot(duration)
            : null;
    }

    private static bool TryReadDuration(ReadOnlySpan<char> rest, ClubSetup club, out int? duration)
    {
        duration = null;
        if (rest.IsEmpty)
            return true;
        if (!rest.StartsWith(DurationName, StringComparison.Ordinal)
            || !int.TryParse(rest[DurationName.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || !club.Slots.Durations.Contains(minutes))
            return false;
        duration = minutes;
        return true;
    }
}
