using Dapper;
using Microsoft.IdentityModel.Tokens;
using Padel.Identity.Roles;
using Padel.Platform.Auth;

namespace Padel.Identity.Keys;

/// <summary>What other services in this process ask of Identity, answered from its own tables.</summary>
internal sealed class IdentityDirectory(KeyRing ring, IdentityWork work) : IIdentityDirectory
{
    public async ValueTask<IReadOnlyList<SecurityKey>> SigningKeys(string? keyId, CancellationToken cancellation) =>
        await ring.Public(keyId, cancellation);

    // One probe of the primary key, asked on every staff request: nothing is cached.
    public async ValueTask<StaffRole?> RoleOf(Guid userId, Guid clubId, CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        var role = await connection.QuerySingleOrDefaultAsync<string?>(
            "select role from staff where club_id = @clubId and user_id = @userId", new { clubId, userId });
        return RoleName.Parse(role);
    }
}
