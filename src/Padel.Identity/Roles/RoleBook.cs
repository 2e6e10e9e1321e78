using Dapper;
using Npgsql;
using Padel.Contracts;
using Padel.Contracts.Identity;
using Padel.Kernel;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Messaging;

namespace Padel.Identity.Roles;

/// <summary>Who changes a role: a member of staff, or the administrator at the command line.</summary>
internal sealed record RoleActor(Guid UserId, string Name, StaffRole Role)
{
    /// <summary>May do everything an owner may; shows in the audit log by this name.</summary>
    public static readonly RoleActor Administrator = new(Guid.Empty, "Administrator (command line)", StaffRole.Owner);

    public static RoleActor Of(StaffMember member) => new(member.UserId, member.Name, member.Role);
}

/// <summary>The role a person is to have at a club; none to remove them.</summary>
internal sealed record RoleChange(Guid ClubId, Guid UserId, StaffRole? Role);

/// <summary>Changes one person's role at one club, with the audit entry and the event in the same transaction.</summary>
internal static class RoleBook
{
    private const long LockSpace = 0x72_6f_6c_65; // "role"

    /// <returns>False when nothing changed.</returns>
    public static async Task<Result<bool>> Set(NpgsqlTransaction transaction, RoleActor actor, RoleChange change, DateTimeOffset now)
    {
        var (clubId, userId, role) = change;
        var connection = transaction.Connection!; // a transaction in use has its connection
        // One change at a time per club: two owners removing each other must not both succeed.
        await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended(@club, @LockSpace))",
            new { club = clubId.ToString(), LockSpace }, transaction);
        var before = RoleName.Parse(await connection.QuerySingleOrDefaultAsync<string?>(
            "select role from staff where club_id = @clubId and user_id = @userId", new { clubId, userId }, transaction));
        var owners = await connection.QuerySingleAsync<int>(
            "select count(*)::int from staff where club_id = @clubId and role = 'owner'", new { clubId }, transaction);
        if (RoleRules.Refusal(actor.Role, before, role, owners) is { } refusal)
            return refusal;
        if (before == role)
            return false;

        await Write(connection, transaction, new { clubId, userId, role = role is { } given ? RoleName.Of(given) : null, now });
        await Tell(transaction, actor, change, before, now);
        return true;
    }

    private static Task<int> Write(NpgsqlConnection connection, NpgsqlTransaction transaction, object values) => connection.ExecuteAsync(
        """
        delete from staff where club_id = @clubId and user_id = @userId and @role::text is null;
        insert into staff (club_id, user_id, role, created_at)
        select @clubId, @userId, @role::text, @now where @role::text is not null
        on conflict (club_id, user_id) do update set role = excluded.role
        """, values, transaction);

    private static async Task Tell(NpgsqlTransaction transaction, RoleActor actor, RoleChange change, StaffRole? before, DateTimeOffset now)
    {
        var (clubId, userId, after) = change;
        await AuditLog.Write(transaction,
            new AuditEntry(clubId, actor.UserId, actor.Name, after is null ? "staff.removed" : "staff.role_set", "user", userId.ToString())
            {
                Before = Describe(before),
                After = Describe(after),
            }, now);
        await Outbox.Append(transaction,
            new OutgoingEvent(EventTypes.Identity.RoleChanged, clubId, new RoleChangedV1(userId, clubId, after is { } role ? RoleName.Of(role) : null)), now);
    }

    private static object? Describe(StaffRole? role) => role is { } given ? new { role = RoleName.Of(given) } : null;
}
