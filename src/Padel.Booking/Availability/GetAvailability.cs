using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Padel.Booking.Clubs;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Booking.Availability;

/// <summary>
/// What can be booked at a club on a business day, with prices. Sends prebuilt bytes; for visitors <see cref="AvailabilityInHand"/> mostly
/// answers before the request comes here.
/// </summary>
internal sealed class GetAvailability(ClubCatalogue catalogue, AvailabilityCache availability, PriceClasses priceClasses)
{
    /// <summary>The handler as the route table wants it: with its method, so that the API document lists it.</summary>
    public static Delegate Route(IEndpointRouteBuilder routes) => routes.ServiceProvider.GetRequiredService<GetAvailability>().Handle;

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(Query("date", required: true, JsonSchemaType.String, "date", "The business day."));
        operation.Parameters.Add(Query("durationMinutes", required: false, JsonSchemaType.Integer, "int32", "Only this length."));
        return Task.CompletedTask;
    }

    private static OpenApiParameter Query(string name, bool required, JsonSchemaType type, string format, string description) => new()
    {
        Name = name, In = ParameterLocation.Query, Required = required, Description = description,
        Schema = new OpenApiSchema { Type = type, Format = format },
    };

    public async Task Handle(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (await catalogue.Find(http.GetRouteValue("club") as string ?? "", cancellation) is not { } club)
        {
            await new Problem(RequestErrors.NotFound).ExecuteAsync(http);
            return;
        }

        if (!TryReadDate(http.Request.Query, out var day))
        {
            await new Problem(RequestErrors.Invalid(("date", "Write the business day as YYYY-MM-DD."))).ExecuteAsync(http);
            return;
        }

        if (!TryReadDuration(http.Request.Query, club, out var duration))
        {
            var sold = string.Join(", ", club.Slots.Durations);
            await new Problem(RequestErrors.Invalid(("durationMinutes", $"This club sells {sold} minutes."))).ExecuteAsync(http);
            return;
        }

        var priceClass = await priceClasses.Of(club, Caller.Of(http)?.UserId, cancellation);
        var found = await availability.Get(club, day, priceClass, cancellation);
        await SnapshotAnswer.Send(http, found.Snapshot(duration));
    }

    private static bool TryReadDate(IQueryCollection query, out DateOnly day) =>
        DateOnly.TryParseExact(query["date"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool TryReadDuration(IQueryCollection query, ClubSetup club, out int? duration)
    {
        duration = null;
        if (!query.TryGetValue("durationMinutes", out var text))
            return true;
        if (!int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || !club.Slots.Durations.Contains(minutes))
            return false;
        duration = minutes;
        return true;
    }
}
