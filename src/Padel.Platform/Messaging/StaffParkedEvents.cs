using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Modules;
using Padel.Platform.Observability;

namespace Padel.Platform.Messaging;

/// <summary>
/// Parked events for owners and managers: those of their club and those of no club, over all services of this process.
/// </summary>
internal static class StaffParkedEvents
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/clubs/{clubId:guid}/parked-events", ListParkedEvents).WithName(nameof(ListParkedEvents)).ForManagers();
        routes.MapPost("/api/v1/clubs/{clubId:guid}/parked-events/{eventId:guid}/retries", RetryParkedEvent).WithName(nameof(RetryParkedEvent)).ForManagers();
    }

    private static async Task<ParkedEventList> ListParkedEvents(Guid clubId, RunningServices services, ServiceDatabases databases, CancellationToken cancellation)
    {
        var items = new List<ParkedEvent>();
        foreach (var service in services.Running)
        {
            await using var connection = await databases.Of(service.Name).OpenConnectionAsync(cancellation);
            items.AddRange(await ParkedEvents.OfClub(connection, service.Name, clubId, cancellation));
        }

        return new ParkedEventList([.. items.OrderBy(item => item.ParkedAt).Take(ParkedEvents.MaxListed).Select(WithoutPersonalData)]);
    }

    private static async Task<IResult> RetryParkedEvent(
        Guid clubId, Guid eventId, StaffMember staff, RunningServices services, ServiceDatabases databases, EventSignals signals, TimeProvider clock,
        CancellationToken cancellation)
    {
        var retried = new List<string>();
        foreach (var service in services.Running)
        {
            await using var connection = await databases.Of(service.Name).OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            if (await ParkedEvents.RetryOfClub(transaction, eventId, clubId, clock.GetUtcNow(), cancellation) == 0)
                continue;
            await AuditLog.Write(transaction,
                new AuditEntry(clubId, staff.UserId, staff.Name, "retry-event", "event", eventId.ToString()), clock.GetUtcNow());
            await transaction.CommitAsync(CancellationToken.None); // past the point of no return
            signals.Delivered(service.Name);
            retried.Add(service.Name);
        }

        return retried.Count == 0 ? new Problem(RequestErrors.NotFound) : TypedResults.Ok(new RetriedEvent(eventId, retried));
    }

    // A failure's text may quote what it failed on.
    private static ParkedEvent WithoutPersonalData(ParkedEvent item) =>
        item with { LastError = item.LastError is null ? null : Redaction.Of(item.LastError) };
}

internal sealed record ParkedEventList(IReadOnlyList<ParkedEvent> Items);

internal sealed record RetriedEvent(Guid EventId, IReadOnlyList<string> Services);
