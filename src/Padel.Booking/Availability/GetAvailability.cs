using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.OpenApi;
using Padel.Booking.Clubs;
using Padel.Booking.Pricing;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Booking.Availability;

/// <summary>
/// What can be booked at a club on a business day, with prices. The busiest read of the product: it sends prebuilt bytes and allocates
/// next to nothing, so it reads the request by hand.
/// </summary>
internal sealed class GetAvailability(ClubCatalogue catalogue, AvailabilityCache availability, PriceClasses priceClasses)
{
    private static readonly StringValues JsonType = "application/json; charset=utf-8";
    private static readonly StringValues NoCache = "no-cache";
    private static readonly StringValues VaryOn = "Accept-Encoding, Authorization";
    private static readonly StringValues BrotliName = "br";
    private static readonly StringValues GzipName = "gzip";

    /// <summary>The handler as the route table wants it: with its method, so that the API document lists it.</summary>
    public static Delegate Route(IEndpointRouteBuilder routes) => routes.ServiceProvider.GetRequiredService<GetAvailability>().Handle;

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(Query("date", required: true, JsonSchemaType.String, "date", "The business day."));
        operation.Parameters.Add(Query("durationMinutes", required: false, JsonSchemaType.Integer, "int32", "Only this length."));
        return Task.CompletedTask;
    }

    public Task Handle(HttpContext http)
    {
        var query = http.Request.Query;
        // The hot path: a visitor, a club and a day in hand.
        if (http.GetRouteValue("club") is string name && catalogue.FindYoung(name) is { } club
            && TryReadDate(query, out var day) && TryReadDuration(query, club, out var duration)
            && (!club.Prices.HasClasses || Caller.Of(http) is null)
            && availability.FindYoung(club, day, PriceBook.StandardClass) is { } found)
            return Send(http, Snapshot(found, duration));
        return HandleCold(http);
    }

    private static OpenApiParameter Query(string name, bool required, JsonSchemaType type, string format, string description) => new()
    {
        Name = name, In = ParameterLocation.Query, Required = required, Description = description,
        Schema = new OpenApiSchema { Type = type, Format = format },
    };

    private async Task HandleCold(HttpContext http)
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
        await Send(http, Snapshot(await availability.Get(club, day, priceClass, cancellation), duration));
    }

    private static DaySnapshot Snapshot(DayAvailability day, int? duration) =>
        duration is { } minutes ? day.WithDuration(minutes) : day.Whole;

    private static Task Send(HttpContext http, DaySnapshot snapshot)
    {
        var response = http.Response;
        response.Headers.ETag = snapshot.ETag;
        response.Headers.CacheControl = NoCache;
        response.Headers.Vary = VaryOn;
        if (EntityTags.Match(http.Request.Headers.IfNoneMatch, snapshot.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var coding = ContentCodings.Choose(http.Request.Headers.AcceptEncoding);
        if (coding != ContentCoding.Identity)
            response.Headers.ContentEncoding = coding == ContentCoding.Brotli ? BrotliName : GzipName;
        var body = snapshot.In(coding);
        response.Headers.ContentType = JsonType;
        response.ContentLength = body.Length;
        var written = response.BodyWriter.WriteAsync(body);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
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
