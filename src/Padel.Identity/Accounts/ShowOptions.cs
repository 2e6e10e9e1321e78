using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Padel.Identity.Codes;

namespace Padel.Identity.Accounts;

internal sealed record SignInOptions(string? GoogleClientId, string ConsentVersion, int CodeResendSeconds, int CodeLength);

/// <summary>What the sign-in page must know before anybody types.</summary>
internal static class ShowOptions
{
    public static Ok<SignInOptions> Handle(IOptions<IdentityOptions> options) => TypedResults.Ok(new SignInOptions(
        options.Value.Google.IsOn ? options.Value.Google.ClientId : null, options.Value.ConsentVersion,
        (int)CodeRules.ResendAfter.TotalSeconds, CodeRules.Digits));
}
