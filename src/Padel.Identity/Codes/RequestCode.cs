using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Identity.Accounts;
using Padel.Platform.Http;

namespace Padel.Identity.Codes;

internal sealed record CodeRequest(string? Identifier);

/// <summary>What follows a request for a code: the same for everybody, also when none was sent because the last is too fresh.</summary>
internal sealed record CodeRequested(int ResendAfterSeconds, int ExpiresInSeconds);

/// <summary>Sends a one-time code to a phone or email. Always 202: the answer never says who has an account.</summary>
internal static class RequestCode
{
    public static async Task<Results<Accepted<CodeRequested>, Problem>> Handle(
        CodeRequest request, CodeDesk codes, IdentityWork work, CancellationToken cancellation)
    {
        if (!Contact.TryParse(request.Identifier, out var contact))
            return new Problem(Inputs.BadIdentifier);
        var wait = await work.Run<TimeSpan>(async transaction => await codes.Issue(transaction, contact, CodePurpose.SignIn), cancellation);
        return Answer(wait.Value);
    }

    public static Accepted<CodeRequested> Answer(TimeSpan wait) =>
        TypedResults.Accepted((string?)null, new CodeRequested((int)Math.Ceiling(wait.TotalSeconds), (int)CodeRules.Lifetime.TotalSeconds));
}
