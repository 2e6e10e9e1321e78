using Dapper;
using Npgsql;
using Padel.Identity.Sessions;
using Padel.Kernel;
using Padel.Platform.Data;

namespace Padel.Identity.SecondFactor;

/// <summary>Keeps each person's second factor, its secret sealed with the master key, and judges what they type.</summary>
internal sealed class SecondFactorDesk(IdentityWork work, MasterKey master, FailureLock failures, RecoveryCodes recovery)
{
    private const string SealPurpose = "totp";

    /// <summary>Starts a set-up, or starts it again. It counts once it is confirmed.</summary>
    /// <returns>The secret (base32) to be shown once, or null when one is confirmed already.</returns>
    public async Task<string?> Start(NpgsqlTransaction transaction, Guid userId, byte[] secret)
    {
        var text = Base32.Encode(secret);
        var stored = await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            insert into second_factors as f (user_id, secret, created_at) values (@userId, @sealedSecret, @now)
            on conflict (user_id) do update set secret = excluded.secret, created_at = excluded.created_at, last_step = 0
            where f.confirmed_at is null
            """, new { userId, sealedSecret = master.Seal(SealPurpose, text), now = work.Now }, transaction);
        return stored == 1 ? text : null;
    }

    /// <summary>Confirms the set-up; from now on it is asked at sign-in.</summary>
    /// <returns>The recovery codes, to be shown once.</returns>
    public async Task<IReadOnlyList<string>> Confirm(NpgsqlTransaction transaction, Guid userId)
    {
        var codes = RecoveryCodes.New();
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            update second_factors set confirmed_at = @now where user_id = @userId;
            delete from recovery_codes where user_id = @userId;
            insert into recovery_codes (user_id, hash) select @userId, unnest(@hashes)
            """, new { userId, now = work.Now, hashes = codes.Select(code => recovery.Hash(userId, code)).ToArray() }, transaction);
        return codes;
    }

    /// <summary>Sets up a known secret at once, for development.</summary>
    public async Task Seed(NpgsqlTransaction transaction, Guid userId, string secret)
    {
        await Start(transaction, userId, Base32.Decode(secret));
        await Confirm(transaction, userId);
    }

    public static Task<int> Remove(NpgsqlTransaction transaction, Guid userId) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            delete from second_factors where user_id = @userId;
            update sessions set second_factor = false where user_id = @userId
            """, new { userId }, transaction);

    /// <summary>
    /// Judges a code of the app, or a recovery code, and uses it up. Ten failures lock fifteen minutes, however many sign-ins they are spread over.
    /// </summary>
    /// <param name="confirmed">False while the set-up waits for its first code.</param>
    /// <returns>Nothing when it is right.</returns>
    public async Task<Error?> Check(Guid userId, string otp, bool confirmed, CancellationToken cancellation)
    {
        var subject = FailureLock.Otp(userId);
        if (await failures.Begin(subject, cancellation) is { } wait)
            return IdentityErrors.Locked(wait);
        await using var connection = await work.Open(cancellation);
        var right = await TakeStep(connection, userId, otp, confirmed) || (confirmed && await TakeRecoveryCode(connection, userId, otp));
        if (!right)
            return IdentityErrors.BadOtp;
        await failures.Forget(subject, cancellation);
        return null;
    }

    // Two requests with one code: the second finds the step taken.
    private async Task<bool> TakeStep(NpgsqlConnection connection, Guid userId, string otp, bool confirmed)
    {
        var row = await connection.QuerySingleOrDefaultAsync<(string Secret, long LastStep)?>(
            "select secret, last_step from second_factors where user_id = @userId and (confirmed_at is not null) = @confirmed", new { userId, confirmed });
        if (row is not { } factor || Totp.Match(Base32.Decode(master.Open(SealPurpose, factor.Secret)), otp, work.Now, factor.LastStep) is not { } step)
            return false;
        return await connection.ExecuteAsync(
            "update second_factors set last_step = @step where user_id = @userId and last_step < @step", new { userId, step }) == 1;
    }

    private async Task<bool> TakeRecoveryCode(NpgsqlConnection connection, Guid userId, string code) =>
        RecoveryCodes.LooksLikeOne(code) && await connection.ExecuteAsync(
            "update recovery_codes set used_at = @now where user_id = @userId and hash = @hash and used_at is null",
            new { userId, hash = recovery.Hash(userId, code), now = work.Now }) == 1;
}
