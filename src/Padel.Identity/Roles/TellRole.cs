using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Identity.Roles;

/// <summary>For our own processes that do not run Identity: a person's role at a club. To everybody else there is nothing here.</summary>
internal static class TellRole
{
    public static async Task<Results<Ok<RoleAnswer>, Problem>> Handle(
        Guid userId, Guid clubId, InternalAccess access, IIdentityDirectory directory, HttpContext http)
    {
        if (!access.Allows(http))
            return new Problem(RequestErrors.NotFound);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new RoleAnswer(await directory.RoleOf(userId, clubId, http.RequestAborted)));
    }
}
