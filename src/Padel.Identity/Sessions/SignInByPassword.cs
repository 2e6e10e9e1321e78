using Padel.Identity.Accounts;
using Padel.Identity.SecondFactor;
using Padel.Kernel;

namespace Padel.Identity.Sessions;

/// <summary>
/// A password counts for the account that has proved the contact; where nobody has, for the newest that gives it, which stays unproven.
/// An unknown contact takes the same steps and the same time.
/// </summary>
internal sealed class SignInByPassword(IdentityWork work, FailureLock failures, Passwords passwords, ChallengeDesk challenges)
{
    public async Task<Result<SignInOutcome>> Run(Contact contact, string password, string device, CancellationToken cancellation)
    {
        var subject = FailureLock.Password(contact);
        if (await failures.Begin(subject, cancellation) is { } wait)
            return IdentityErrors.Locked(wait);

        var user = await Find(contact, cancellation);
        if (!await passwords.Verify(user?.PasswordHash, password, cancellation) || user is null)
            return IdentityErrors.BadCredentials;

        await failures.Forget(subject, cancellation);
        return await work.Run<SignInOutcome>(async transaction => await challenges.Pass(transaction, user, device), cancellation);
    }

    private async Task<User?> Find(Contact contact, CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        return await UserStore.Holder(connection, contact) ?? await UserStore.UnprovedWithPassword(connection, contact);
    }
}
