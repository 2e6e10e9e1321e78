using Dapper;
using Npgsql;
using Padel.Contracts;
using Padel.Contracts.Identity;
using Padel.Identity.Accounts;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Identity.Codes;

/// <summary>Issues one-time codes and takes them back. Does the same work whether anybody has the contact or not.</summary>
internal sealed class CodeDesk(IdentityWork work, CodeHash hash, MasterKey master)
{
    private const string SealPurpose = "code";

    /// <param name="deliver">False: count it, but tell nobody (a reset for a contact that nobody has).</param>
    /// <returns>How long until the next one may be asked for.</returns>
    public async Task<TimeSpan> Issue(NpgsqlTransaction transaction, Contact contact, string purpose, bool deliver = true)
    {
        var now = work.Now;
        await ProveContact.Lock(transaction, contact); // two at once count one after the other
        var issued = (await transaction.Connection!.QueryAsync<IssuedCode>( // a transaction in use has its connection
            "select purpose as Purpose, issued_at as IssuedAt from codes where contact = @Value and issued_at > @since",
            new { contact.Value, since = now - CodeRules.LimitWindow }, transaction)).AsList();
        var wait = CodeRules.Wait(issued, purpose, now);
        if (wait > TimeSpan.Zero)
            return wait;

        var code = CodeHash.NewCode();
        var salt = CodeHash.NewSalt();
        var expiresAt = now + CodeRules.Lifetime;
        await transaction.Connection!.ExecuteAsync(
            """
            insert into codes (code_id, contact, purpose, salt, hash, issued_at, expires_at)
            values (@codeId, @Value, @purpose, @salt, @hash, @now, @expiresAt)
            """,
            new
            {
                codeId = Guid.CreateVersion7(), contact.Value, purpose, salt, hash = hash.Of(salt, contact.Value, purpose, code), now, expiresAt,
            }, transaction);
        if (deliver)
        {
            var fact = new CodeIssuedV1(contact.Value, contact.Channel, purpose, master.Seal(SealPurpose, code), expiresAt);
            await Outbox.Append(transaction, new OutgoingEvent(EventTypes.Identity.CodeIssued, ClubId: null, fact, expiresAt), now);
        }

        return CodeRules.ResendAfter;
    }

    /// <summary>
    /// Spends one try of the newest code, in a transaction of its own: a wrong one counts whatever happens next.
    /// </summary>
    /// <returns>The code's id when it matches, to be used up by <see cref="Use"/>.</returns>
    public async Task<Guid?> Try(Contact contact, string purpose, string code, CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<CodeRow>(
            """
            update codes set tries = tries + 1
            where code_id = (select code_id from codes where contact = @Value and purpose = @purpose order by issued_at desc limit 1)
                and used_at is null and expires_at > @now and tries < @MaxTries
            returning code_id as CodeId, salt as Salt, hash as Hash
            """, new { contact.Value, purpose, now = work.Now, CodeRules.MaxTries });
        return row is not null && hash.Matches(row.Hash, row.Salt, contact.Value, purpose, code.Trim()) ? row.CodeId : null;
    }

    /// <returns>False when another request used the code up meanwhile.</returns>
    public async Task<bool> Use(NpgsqlTransaction transaction, Guid codeId) =>
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            "update codes set used_at = @now where code_id = @codeId and used_at is null", new { codeId, now = work.Now }, transaction) == 1;

    private sealed record CodeRow(Guid CodeId, byte[] Salt, byte[] Hash);
}
