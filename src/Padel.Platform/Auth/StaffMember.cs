using Microsoft.AspNetCore.Http;

namespace Padel.Platform.Auth;

/// <summary>The caller as a member of the staff of the club in the route. Bound on routes with a staff policy, which put it there.</summary>
public sealed record StaffMember(Guid UserId, string Name, Guid ClubId, StaffRole Role)
{
    public static ValueTask<StaffMember?> BindAsync(HttpContext http) =>
        ValueTask.FromResult(http.Items.TryGetValue(typeof(StaffMember), out var member) ? (StaffMember?)member : null);
}
