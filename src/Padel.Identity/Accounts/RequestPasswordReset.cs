using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Identity.Codes;
using Padel.Platform.Http;

namespace Padel.Identity.Accounts;

/// <summary>
/// Sends a code to whoever has proved the contact. The answer is the same when nobody has, and so is the count: it never says who has an account.
/// </summary>
internal static class RequestPasswordReset
{
    public static async Task<Results<Accepted<CodeRequested>, Problem>> Handle(
        CodeRequest request, CodeDesk codes, IdentityWork work, CancellationToken cancellation)
    {
        if (!Contact.TryParse(request.Identifier, out var contact))
            return new Problem(Inputs.BadIdentifier);
        var wait = await work.Run<TimeSpan>(async transaction =>
        {
            var holder = await UserStore.Holder(transaction.Connection!, contact, transaction); // a transaction in use has its connection
            return await codes.Issue(transaction, contact, CodePurpose.PasswordReset, deliver: holder is not null);
        }, cancellation);
        return RequestCode.Answer(wait.Value);
    }
}
