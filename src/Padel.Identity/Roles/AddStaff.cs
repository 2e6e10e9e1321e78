using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Identity.Accounts;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Identity.Roles;

/// <summary>Who, by a phone or email they have proved, and what they may do.</summary>
internal sealed record StaffRequest(string? Identifier, string? Role);

/// <summary>
/// Gives a person a role at the club, or another one than before. Only to the account that has proved the contact: a claim proves nothing.
/// Doing it twice changes nothing, so it needs no idempotency key.
/// </summary>
internal static class AddStaff
{
    public static async Task<Results<Created<StaffEntry>, Problem>> Handle(
        StaffRequest request, StaffMember member, IdentityWork work, CancellationToken cancellation)
    {
        if (!Contact.TryParse(request.Identifier, out var contact))
            return new Problem(Inputs.BadIdentifier);
        if (RoleName.Parse(request.Role) is not { } role)
            return new Problem(RequestErrors.Invalid(("role", RoleName.Rule)));

        var result = await work.Run<StaffEntry>(async transaction =>
        {
            if (await UserStore.Holder(transaction.Connection!, contact, transaction) is not { } user) // a transaction in use has its connection
                return IdentityErrors.UnknownPerson;
            var set = await RoleBook.Set(transaction, RoleActor.Of(member), new RoleChange(member.ClubId, user.UserId, role), work.Now);
            return set.IsSuccess ? await ListStaff.One(transaction, member.ClubId, user.UserId) : set.Error;
        }, cancellation);
        return result.IsSuccess
            ? TypedResults.Created($"/api/v1/clubs/{member.ClubId}/staff/{result.Value.UserId}", result.Value)
            : new Problem(result.Error);
    }
}
