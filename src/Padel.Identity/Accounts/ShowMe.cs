using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;

namespace Padel.Identity.Accounts;

/// <summary>The caller's account, as it is now (the token may be minutes old).</summary>
internal static class ShowMe
{
    public static async Task<Ok<Profile>> Handle(Caller caller, IdentityWork work, CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        return TypedResults.Ok(await Profile.Of(connection, await UserStore.Get(connection, caller.UserId)));
    }
}
