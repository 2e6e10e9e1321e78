using Microsoft.AspNetCore.SignalR;
using Padel.Booking.Clubs;

namespace Padel.Booking.Live;

/// <summary>
/// Tells browsers that a day's availability changed; they ask again. <c>?club=</c> (id or slug) joins one club, otherwise all. Clients
/// send nothing.
/// </summary>
internal sealed class LiveHub(ClubCatalogue catalogue) : Hub
{
    public const string Path = "/hubs/live";
    public const string EveryClub = "all";

    public static string GroupOf(Guid clubId) => "club:" + clubId;

    public override async Task OnConnectedAsync()
    {
        var wanted = Context.GetHttpContext()?.Request.Query["club"].ToString() ?? "";
        var cancellation = Context.ConnectionAborted;
        if (wanted.Length == 0)
            await Groups.AddToGroupAsync(Context.ConnectionId, EveryClub, cancellation);
        else if (await catalogue.Find(wanted, cancellation) is { } club)
            await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(club.ClubId), cancellation);
        else
            Context.Abort(); // no such club: nothing would ever be said
    }
}
