using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Identity.Sessions;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Identity.Accounts;

internal sealed record PasswordChange(string? CurrentPassword, string? Password);

/// <summary>Sets the first password, or another one against the current. The other sessions end: whoever had the old one is out.</summary>
internal sealed class ChangePassword(IdentityWork work, SessionDesk sessions, Passwords passwords, FailureLock failures)
{
    public static async Task<Results<NoContent, Problem>> Handle(
        PasswordChange change, Caller caller, ChangePassword changePassword, CancellationToken cancellation)
    {
        var refusal = await changePassword.Run(caller, change, cancellation);
        return refusal is null ? TypedResults.NoContent() : new Problem(refusal);
    }

    /// <summary>Stores a hash in the transaction of what allows it.</summary>
    public static Task<int> Store(NpgsqlTransaction transaction, Guid userId, string hash) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            "update users set password_hash = @hash where user_id = @userId", new { userId, hash }, transaction);

    private async Task<Error?> Run(Caller caller, PasswordChange change, CancellationToken cancellation)
    {
        var user = await Load(caller.UserId, cancellation);
        if (Passwords.Weakness(change.Password ?? "", user.Phone, user.Email) is { } weakness)
            return RequestErrors.Invalid(("password", weakness));
        if (user.PasswordHash is not null && await WrongCurrent(user, change.CurrentPassword ?? "", cancellation) is { } refusal)
            return refusal;

        var hash = await passwords.Hash(change.Password!, cancellation); // null is too weak
        var result = await work.Run<bool>(async transaction =>
        {
            if (!await sessions.IsAlive(transaction, caller.UserId, caller.SessionId))
                return IdentityErrors.SessionEnded;
            await Store(transaction, user.UserId, hash);
            await sessions.EndAll(transaction, user.UserId, except: caller.SessionId);
            return true;
        }, cancellation);
        return result.Error;
    }

    private async Task<Error?> WrongCurrent(User user, string password, CancellationToken cancellation)
    {
        var subject = FailureLock.Password(user.UserId);
        if (await failures.Begin(subject, cancellation) is { } wait)
            return IdentityErrors.Locked(wait);
        if (!await passwords.Verify(user.PasswordHash, password, cancellation))
            return IdentityErrors.WrongPassword;
        await failures.Forget(subject, cancellation);
        return null;
    }

    private async Task<User> Load(Guid userId, CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        return await UserStore.Get(connection, userId);
    }
}
