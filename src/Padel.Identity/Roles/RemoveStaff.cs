using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Identity.Roles;

/// <summary>Takes a person's role away. Every staff route asks for the role anew, so they are out with their very next request.</summary>
internal static class RemoveStaff
{
    public static async Task<Results<NoContent, Problem>> Handle(
        Guid userId, StaffMember member, IdentityWork work, CancellationToken cancellation)
    {
        var result = await work.Run<bool>(
            transaction => RoleBook.Set(transaction, RoleActor.Of(member), new RoleChange(member.ClubId, userId, Role: null), work.Now), cancellation);
        if (!result.IsSuccess)
            return new Problem(result.Error);
        return result.Value ? TypedResults.NoContent() : new Problem(RequestErrors.NotFound);
    }
}
